import type { Days } from './types.ts';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  return month === 1 && isLeap(year) ? 29 : lengths[month]!;
}

/** Walks from month to month: the same day of the month so many months on, or the last that it has. */
export function dayMonthsLater(day: Days, months: number): Days {
  const start = new Date(day * 86_400_000);
  let year = start.getUTCFullYear();
  let month = start.getUTCMonth();
  const ofMonth = start.getUTCDate();
  let first = day - (ofMonth - 1);
  for (let i = 0; i < months; i++) {
    first += daysIn(year, month);
    month = (month + 1) % 12;
    if (month === 0) year += 1;
  }
  return first + Math.min(ofMonth, daysIn(year, month)) - 1;
}
