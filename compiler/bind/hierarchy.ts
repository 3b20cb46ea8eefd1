import type { PartySymbol } from './symbols.ts';

/** A party and all that it is, directly or not. */
export function ancestors(party: PartySymbol): ReadonlySet<PartySymbol> {
  const found = new Set<PartySymbol>();
  const pending = [party];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    pending.push(...next.parents);
  }
  return found;
}

/** Whether every `narrow` is a `wide`. */
export function isA(narrow: PartySymbol, wide: PartySymbol): boolean {
  return ancestors(narrow).has(wide);
}
