import type { DecideWhy } from '../ir.ts';

/** Why a value is not one number, or neither true nor false: something missing, or a decision that is open. */
export type Cause =
  /** A fact by its id. `at`: of another year, by its four digits, or of all before; `base`: as what growth is reckoned from. */
  | { readonly kind: 'fact'; readonly id: string; readonly at?: string; readonly base?: true }
  /** Past awards by their key in the ledger; a list by its id. */
  | { readonly kind: 'awarded' | 'list'; readonly id: string }
  | { readonly kind: 'party' | 'procedure'; readonly id: string }
  | { readonly kind: 'decision'; readonly why: DecideWhy; readonly by?: string; readonly reason?: string };

/** A cause that facts take away, as against a decision. */
export type MissingCause = Exclude<Cause, { kind: 'decision' }>;

/** In the order in which evaluation met them, each once. */
export type Causes = readonly Cause[];

export const noCauses: Causes = [];

export function unite(...all: readonly Causes[]): Causes {
  const given = all.filter((causes) => causes.length > 0);
  if (given.length <= 1) return given[0] ?? noCauses;
  const byKey = new Map<string, Cause>();
  for (const cause of given.flat()) {
    const key = keyOf(cause);
    if (!byKey.has(key)) byKey.set(key, cause);
  }
  return [...byKey.values()];
}

export function isMissing(cause: Cause): cause is MissingCause {
  return cause.kind !== 'decision';
}

function keyOf(cause: Cause): string {
  return cause.kind === 'decision'
    ? JSON.stringify([cause.kind, cause.why, cause.by ?? null, cause.reason ?? null])
    : JSON.stringify([cause.kind, cause.id, ...(cause.kind === 'fact' ? [cause.at ?? null, cause.base ?? false] : [])]);
}

/** Whether two causes are one and the same thing missing. */
export function isSameCause(a: Cause, b: Cause): boolean {
  return keyOf(a) === keyOf(b);
}
