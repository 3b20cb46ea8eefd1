import { smaller } from './rows.ts';

/** How a sum that does not suffice is shared out. All in whole fen, all exact: what is paid is the sum, to the fen. */

/**
 * Pro rata: each claim its part of `holds`, rounded down; the fen that are left, one each, to the largest remainders, and of equal
 * ones to the earlier. For 0 ≤ `holds` < the sum of the claims; nobody gets more than the claim.
 */
export function proRata(claims: readonly bigint[], holds: bigint): bigint[] {
  const sum = claims.reduce((a, b) => a + b, 0n);
  if (sum <= holds) return [...claims];
  const paid = claims.map((claim) => (claim * holds) / sum);
  const left = holds - paid.reduce((a, b) => a + b, 0n);
  const byRemainder = claims
    .map((claim, index) => ({ index, remainder: (claim * holds) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder.slice(0, Number(left))) paid[index] = (paid[index] ?? 0n) + 1n;
  return paid;
}

/** What a claim is paid in turn; `open`: among equals who together claim more than is left. */
export type InTurn = { readonly paid: bigint } | { readonly open: bigint };

/**
 * In turn, the lowest rank first: each claim in full while it lasts, the next one what is left, the others nothing. Where equals
 * claim more than is left, who of them gets it is open: each up to that much.
 */
export function inTurn(claims: readonly { readonly sum: bigint; readonly rank: number }[], holds: bigint): InTurn[] {
  const outcome = new Map<number, InTurn>();
  const order = claims
    .map((claim, index) => ({ ...claim, index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  let left = holds;
  for (let at = 0; at < order.length; ) {
    let end = at + 1;
    while (order[end]?.rank === order[at]?.rank && end < order.length) end += 1;
    const equals = order.slice(at, end);
    const asked = equals.reduce((total, { sum }) => total + sum, 0n);
    for (const { index, sum } of equals) {
      if (asked <= left) outcome.set(index, { paid: sum });
      else if (equals.length === 1 || left === 0n) outcome.set(index, { paid: left });
      else outcome.set(index, { open: smaller(sum, left) });
    }
    left = asked <= left ? left - asked : 0n;
    at += equals.length;
  }
  return claims.map((_, index) => outcome.get(index) ?? { paid: 0n });
}
