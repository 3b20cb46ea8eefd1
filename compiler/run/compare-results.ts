/** One place where a recorded result and the recomputed one differ. `undefined`: not there at all. */
export interface Difference {
  /** As a person would point at it: `awards[联合培养/硕博培养].min`, `envelope.facts`. */
  readonly path: string;
  readonly recorded: unknown;
  readonly recomputed: unknown;
}

/** All differences between two results as JSON, in the order of the recorded one. Awards are matched by what they are. */
export function differences(recorded: unknown, recomputed: unknown): Difference[] {
  return compare(recorded, recomputed, '');
}

function compare(a: unknown, b: unknown, path: string): Difference[] {
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, path);
  if (isObject(a) && isObject(b)) {
    return union(Object.keys(a), Object.keys(b)).flatMap((key) =>
      compare(own(a, key), own(b, key), path === '' ? key : `${path}.${key}`),
    );
  }
  return Object.is(a, b) ? [] : [{ path, recorded: a, recomputed: b }];
}

function compareLists(a: readonly unknown[], b: readonly unknown[], path: string): Difference[] {
  const keyed = (list: readonly unknown[]) =>
    new Map(list.map((item, index) => [nameOf(item) ?? String(index + 1), item]));
  const [left, right] = [keyed(a), keyed(b)];
  // Items that are named alike cannot be told apart by name.
  const byName = left.size === a.length && right.size === b.length;
  if (!byName) {
    return union([...a.keys()], [...b.keys()]).flatMap((i) => compare(a[i], b[i], `${path}[${i + 1}]`));
  }
  return union([...left.keys()], [...right.keys()]).flatMap((key) =>
    compare(left.get(key), right.get(key), `${path}[${key}]`),
  );
}

/** What an award, a norm or a need goes by; undefined for anything else. */
function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  const { policy, measure, benefit, item: index, fact, value } = item;
  if (typeof fact === 'string') return typeof value === 'string' ? `${fact} ${value}` : fact;
  if (typeof measure !== 'string' || !('outcome' in item)) return undefined;
  const parts = [policy, measure, benefit, index].filter(
    (part) => typeof part === 'string' || typeof part === 'number',
  );
  return parts.join('/');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}
