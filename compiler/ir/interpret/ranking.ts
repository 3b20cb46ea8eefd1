import type { Award, Range } from '../../../stdlib/runtime/types.ts';

/** What an award is compared at: its amount before past awards are deducted. */
export function comparedAt(award: Award): Range {
  return award.compared ?? award;
}

/** Not denied, or only because past awards leave nothing of it: it was settled before that it is the one that is paid. */
export function isInTheRunning({ outcome, compared }: Award): boolean {
  return outcome !== 'denied' || compared !== undefined;
}
