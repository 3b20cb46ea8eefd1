const dayLength = 86_400_000;

/**
 * The day so many whole months after one, both in days since 1970-01-01. Where that month has no such day, its last: a month
 * after 31 January is 28 or 29 February. Later days never come out earlier.
 */
export function addMonths(days: number, months: number): number {
  const date = new Date(days * dayLength);
  const whole = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(whole / 12), whole % 12];
  const first = new Date(0);
  first.setUTCFullYear(year, month + 1, 0);
  const day = Math.min(date.getUTCDate(), first.getUTCDate());
  first.setUTCFullYear(year, month, day);
  return Math.round(first.getTime() / dayLength);
}
