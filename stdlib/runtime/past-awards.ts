import type { PastAwardRef } from './causes.ts';
import { addExact, type Exact } from './exact.ts';
import type { Days, Item, Ledger, PastAward } from './types.ts';

/** The item in hand, with its place in its list, from 1. */
export interface ItemInHand {
  readonly item: Item;
  readonly number: number;
}

/** What a ledger records of the awards meant, before the date or year of evaluation: with an item in hand, of that item. */
export function sumOfPastAwards(
  ledger: Ledger,
  past: PastAwardRef,
  { asOf, year }: { readonly asOf: Days; readonly year: number },
  inHand: ItemInHand | undefined,
): Exact {
  let sum: Exact = 0;
  for (const award of ledger) {
    const isBefore = award.date === undefined ? (award.year ?? Number.NEGATIVE_INFINITY) < year : award.date < asOf;
    if (isBefore && isOf(award, past) && isOfItem(award, past, inHand)) sum = addExact(sum, award.amount);
  }
  return sum;
}

/** What either side leaves open does not tell the two apart. */
function isOf(award: PastAward, { policy, measure, benefit }: PastAwardRef): boolean {
  const differ = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b;
  return award.measure === measure && !differ(award.policy, policy) && !differ(award.benefit, benefit);
}

function isOfItem({ item: named }: PastAward, { over }: PastAwardRef, inHand: ItemInHand | undefined): boolean {
  if (inHand === undefined || over === undefined || named === undefined) return true;
  if (over.keys.length === 0) return named === String(inHand.number);
  return over.keys.some((key) => Object.hasOwn(inHand.item, key) && inHand.item[key] === named);
}
