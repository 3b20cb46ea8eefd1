import { type PolicyIr, type ReadingIr, readingFact } from '../ir.ts';
import type { Cause } from './causes.ts';
import type { Applicant } from './environment.ts';

/** The reading and the option that a pseudo-fact stands for. */
export function readingOf(
  ref: string,
  policy: PolicyIr,
): { readonly reading: ReadingIr; readonly option: string } | undefined {
  for (const reading of policy.readings ?? []) {
    const option = reading.options.find((name) => readingFact(reading.name, name) === ref);
    if (option !== undefined) return { reading, option };
  }
  return undefined;
}

/** How a reading is read: as the run tries it, else as it was ruled, from that day on. */
export function settledReading(
  { name, options, ruling }: ReadingIr,
  { readings, asOf }: Applicant,
): { readonly option: string; readonly tried: boolean } | undefined {
  const tried = Object.hasOwn(readings, name) ? readings[name] : undefined;
  if (tried !== undefined && options.includes(tried)) return { option: tried, tried: true };
  return ruling !== undefined && ruling.on <= asOf ? { option: ruling.option, tried: false } : undefined;
}

/** While nobody has settled it, what is in doubt is undecided. */
export function readingCause({ name, question }: ReadingIr): Extract<Cause, { kind: 'decision' }> {
  return { kind: 'decision', why: 'undecided', reason: question === undefined ? name : `${name}：${question}` };
}
