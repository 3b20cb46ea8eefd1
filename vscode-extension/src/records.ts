import type { FactRecord } from './protocol.ts';

/** The records of a file of facts: one object, an array of them, or one on each line. Undefined where it is none of these. */
export function readRecords(text: string): readonly FactRecord[] | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const whole = parsed(plain);
  const values =
    whole === undefined
      ? plain
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parsed)
      : whole;
  const records = Array.isArray(values) ? values : [values];
  return records.every(isRecord) ? records : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is FactRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
