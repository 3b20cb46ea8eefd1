import type { OpenDecision } from './causes.ts';
import type { Days, DeclaredReading } from './types.ts';

/** How the text is read, and as of when. */
interface ReadingRun {
  readonly asOf: Days;
  readonly readings: { readonly [name: string]: string };
}

/** The option that a reading is settled to: by this run's trial, else by a ruling of that day or before. */
export function readingSettled(
  { name, options, ruling }: DeclaredReading,
  { asOf, readings }: ReadingRun,
): { readonly option: string; readonly tried: boolean } | undefined {
  const wanted = Object.hasOwn(readings, name) ? readings[name] : undefined;
  if (wanted !== undefined && options.includes(wanted)) return { option: wanted, tried: true };
  if (ruling === undefined || asOf < ruling.on) return undefined;
  return { option: ruling.option, tried: false };
}

export function openReading({ name, question }: DeclaredReading): OpenDecision {
  const reason = question === undefined ? name : `${name}：${question}`;
  return { why: 'undecided', key: `undecided ·  · ${reason}`, reason };
}
