import type { PolicyIr } from './ir.ts';

/**
 * A policy that was lowered anew, with the objects of its earlier version for all parts that say the same: what was found
 * out about these, by way of a WeakMap say, still holds. Parts that only stand elsewhere now are told where; nothing but
 * places is ever changed in them. The earlier version is spent by that.
 */
export function keepParts(before: PolicyIr, now: PolicyIr): PolicyIr {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(now)) {
    const earlier = before[key as keyof PolicyIr];
    kept[key] = Array.isArray(value) && Array.isArray(earlier) ? keepItems(earlier, value) : keepValue(earlier, value);
  }
  return kept as unknown as PolicyIr;
}

/** Compared from both ends, as an edit changes a few in between. The list itself is kept where all of it is. */
function keepItems(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const by = now.length - before.length;
  const isTaken = new Set<unknown>();
  const items = now.map((item, i) => {
    for (const earlier of [before[i], before[i - by]]) {
      if (earlier === undefined || isTaken.has(earlier)) continue;
      const kept = keepValue(earlier, item);
      if (kept === item && kept !== earlier) continue;
      isTaken.add(earlier);
      return kept;
    }
    return item;
  });
  return by === 0 && items.every((item, i) => item === before[i]) ? before : items;
}

function keepValue(before: unknown, now: unknown): unknown {
  if (!saysTheSame(before, now)) return now;
  place(before, now);
  return before;
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether two parts are equal but for their spans. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!saysTheSame(a[i], b[i])) return false;
    return true;
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const [x, y] = [a as Fields, b as Fields];
  for (const key in x) if (!(key in y) || (key !== 'span' && !saysTheSame(x[key], y[key]))) return false;
  for (const key in y) if (!(key in x)) return false;
  return true;
}

/** Of a map or a set the entries do not show: it is the same only if it is the same object. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Gives each part of the one the span that its counterpart has. Spans are replaced, not changed: a tree may hold them too. */
function place(before: unknown, now: unknown): void {
  if (before === now || typeof before !== 'object' || typeof now !== 'object' || before === null || now === null)
    return;
  if (Array.isArray(before) && Array.isArray(now)) {
    for (let i = 0; i < before.length; i++) place(before[i], now[i]);
    return;
  }
  const [x, y] = [before as Record<string, unknown>, now as Fields];
  for (const key in x) {
    if (key === 'span') x[key] = y[key];
    else place(x[key], y[key]);
  }
}
