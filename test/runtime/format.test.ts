import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatFact, formatMoney, formatMoneyRange, formatYuanFixed } from '../../stdlib/runtime/format.ts';
import { readMoney } from '../../stdlib/runtime/read-value.ts';

describe('money', () => {
  it.each([
    [50_000_000, '50万元', '500,000 yuan'],
    [600_000, '6000元', '6,000 yuan'],
    [123_456_789, '1234567.89元', '1,234,567.89 yuan'],
    [20_000_000_000, '2亿元', '200,000,000 yuan'],
    [4_300_000, '4.3万元', '43,000 yuan'],
    [4_305_000, '43050元', '43,050 yuan'],
    [12_300_000_000, '1.23亿元', '123,000,000 yuan'],
    [12_340_000_000, '12340万元', '123,400,000 yuan'],
    [0, '0元', '0 yuan'],
    [50, '0.50元', '0.50 yuan'],
    [5, '0.05元', '0.05 yuan'],
    [-50_000_000, '-50万元', '-500,000 yuan'],
    [-1, '-0.01元', '-0.01 yuan'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91元', '90,071,992,547,409.91 yuan'],
  ])('writes %d fen as %s', (fen, zh, en) => {
    expect(formatMoney(fen, 'zh')).toBe(zh);
    expect(formatMoney(fen, 'en')).toBe(en);
  });

  it('is read back as the same sum, in both languages', () => {
    const fen = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    const round = fc.oneof(
      fen,
      fc.integer({ min: -90_000, max: 90_000 }).map((n) => n * 1_000_000),
    );
    fc.assert(
      fc.property(round, (sum) => {
        expect(readMoney(formatMoney(sum, 'zh'), true)).toEqual({ value: sum + 0 });
        expect(readMoney(formatMoney(sum, 'en'), true)).toEqual({ value: sum + 0 });
        expect(readMoney(formatYuanFixed(sum), true)).toEqual({ value: sum + 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it('shows ranges, and one figure where the ends meet', () => {
    expect(formatMoneyRange(0, 150_000_000, 'zh')).toBe('0元至150万元');
    expect(formatMoneyRange(20_000_000, null, 'zh')).toBe('20万元起');
    expect(formatMoneyRange(20_000_000, null, 'en')).toBe('200,000 yuan or more');
    expect(formatMoneyRange(5_000_000, 5_000_000, 'zh')).toBe('5万元');
  });
});

describe('facts of other types', () => {
  it.each([
    [100_000_000, { type: 'rate' }, '10%', '10%'],
    [4_000_000, { type: 'rate' }, '0.4%', '0.4%'],
    [1, { type: 'rate' }, '0.0000001%', '0.0000001%'],
    [-123_450_000, { type: 'rate' }, '-12.345%', '-12.345%'],
    [120_500_000, { type: 'quantity', unit: '平方米' }, '120.5平方米', '120.5 平方米'],
    [60, { type: 'count' }, '60', '60'],
    [36, { type: 'duration' }, '36个月', '36 months'],
    [1, { type: 'duration' }, '1个月', '1 month'],
    [20_634, { type: 'date' }, '2026-06-30', '2026-06-30'],
    [true, { type: 'bool' }, '是', 'yes'],
    [false, { type: 'bool' }, '否', 'no'],
    ['优秀', { type: 'enum' }, '优秀', '优秀'],
    ['91370100', { type: 'key' }, '91370100', '91370100'],
  ] as const)('writes %s', (value, schema, zh, en) => {
    expect(formatFact(value, schema, 'zh')).toBe(zh);
    expect(formatFact(value, schema, 'en')).toBe(en);
  });

  it('writes days before 1970 and beyond what a calendar holds', () => {
    expect(formatDate(-1)).toBe('1969-12-31');
    expect(formatDate(Number.MAX_SAFE_INTEGER)).toBe('9007199254740991');
  });
});
