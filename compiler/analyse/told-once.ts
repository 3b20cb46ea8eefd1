import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Meeting } from './overlap.ts';
import { sameParts } from './policy-parts.ts';

interface Told {
  readonly parts: readonly unknown[];
  readonly diagnostic: Diagnostic;
}

/** By the applicant of the first meeting, which is found once and kept for as long as the two meet. */
const known = new WeakMap<Meeting['values'], Told>();

/**
 * Tells what is found about some meetings, or what was told before of the very same: the same applicants, policies and
 * benefits, none of which ever changes, and whatever else in `further` the sentence turns on. To replay an applicant and
 * word the outcome takes longer than to find out that nothing about it is new.
 */
export function toldOnce(
  meetings: readonly Meeting[],
  further: readonly unknown[],
  tell: () => Diagnostic,
): Diagnostic {
  const first = meetings[0];
  if (first === undefined) return tell();
  const parts = [
    ...further,
    ...meetings.flatMap(({ sides, values }) => [values, ...sides.flatMap(({ policy, benefit }) => [policy, benefit])]),
  ];
  const before = known.get(first.values);
  if (before !== undefined && sameParts(before.parts, parts)) return before.diagnostic;
  const diagnostic = tell();
  known.set(first.values, { parts, diagnostic });
  return diagnostic;
}
