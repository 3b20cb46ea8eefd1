import type { AwardId, JointResult, SharedCap } from '../../../stdlib/runtime/types.ts';
import { awardKeyOf, isLeft, nothing, openAwards, plus, type Sum, sumOf } from './rows.ts';

export type ItemAwardId = AwardId & { readonly item?: number };

/** Awards of one applicant that come to one sum: one by itself, or several that a cap has cut together. */
export interface Piece {
  readonly awards: readonly ItemAwardId[];
  readonly sum: Sum;
}

/**
 * The pieces of what is left of a result, after its shared caps: a cap that takes something joins the awards under it, since nothing
 * says of which of them it takes. An award of which it is open whether it is paid counts from 0.
 */
export function piecesOf(result: JointResult): readonly Piece[] {
  const open = openAwards(result);
  let pieces: readonly Piece[] = result.awards.filter(isLeft).map(({ policy, measure, benefit, item, min, max }) => {
    const id: ItemAwardId = { policy, measure, benefit, ...(item !== undefined && { item }) };
    const sum = sumOf({ min, max });
    return { awards: [id], sum: open.has(awardKeyOf(id)) ? { ...sum, lo: 0n } : sum };
  });
  for (const cap of result.sharedCaps) {
    if (cap.cutMax !== 0) pieces = joinUnder(cap, pieces, open);
  }
  return pieces;
}

function joinUnder(cap: SharedCap, pieces: readonly Piece[], open: ReadonlySet<string>): readonly Piece[] {
  const under = new Set(cap.awards.map(awardKeyOf));
  const joined = pieces.filter(({ awards }) => awards.some((award) => under.has(awardKeyOf(award))));
  if (joined.length === 0) return pieces;
  const awards = joined.flatMap((piece) => piece.awards);
  const sum = joined.reduce((total, piece) => plus(total, piece.sum), nothing);
  const most = cap.max === null ? null : BigInt(cap.max);
  const isOpen = awards.some((award) => open.has(awardKeyOf(award)));
  const least = isOpen ? 0n : BigInt(cap.min);
  return [
    ...pieces.filter((piece) => !joined.includes(piece)),
    { awards, sum: { lo: least, hi: most === null ? sum.hi : sum.hi === null || most < sum.hi ? most : sum.hi } },
  ];
}
