import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { addMonths } from '../../compiler/ir/dates.ts';
import { dayMonthsLater } from '../../stdlib/runtime/calendar.ts';
import { memoryHost } from '../harness/memory-host.ts';

const days = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe('a date plus months', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-06-30', 8, '2028-02-29'],
    ['2027-12-15', 0, '2027-12-15'],
    ['2099-11-30', 3, '2100-02-28'],
    ['1969-12-31', 2, '1970-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(iso(addMonths(days(from), months))).toBe(to);
    expect(iso(dayMonthsLater(days(from), months))).toBe(to);
  });

  it('never comes out earlier for a later day, and is the same however it is worked out', () => {
    for (const months of [0, 1, 8, 13, 25, 1200]) {
      let before = Number.NEGATIVE_INFINITY;
      for (let day = days('2095-12-01'); day < days('2101-04-01'); day++) {
        const later = addMonths(day, months);
        expect(later).toBeGreaterThanOrEqual(before);
        expect(dayMonthsLater(day, months)).toBe(later);
        before = later;
      }
    }
  });
});

describe('periods and deadlines', () => {
  const errors = (line: string) => {
    const source = `party 工厂 { 日: date, 数: count }\nmeasure 甲 { for 工厂 ${line} grant 5万元 }\n`;
    const { diagnostics } = compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': source }));
    return diagnostics.filter((d) => d.severity === 'error').map((d) => d.code);
  };

  it.each([
    ['covers events by 日 from 2027-01-01 to 2027-01-01', []],
    ['covers events by 日 from 2027-01-02 to 2027-01-01', ['CS3073']],
    ['covers events by 数 from 2027-01-01 to 2027-01-02', ['CS3074']],
    ['apply within 30 days of 日', []],
    ['apply within 8 of 日', ['CS3072']],
    ['apply within 8万元 of 日', ['CS3072']],
    ['apply within 8 months of 数', ['CS3074']],
    ['apply within 8 months of 日 on 数', ['CS3074']],
  ])('%s', (line, expected) => {
    expect(errors(line)).toEqual(expected);
  });
});
