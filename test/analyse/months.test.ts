import { describe, expect, it } from 'vitest';
import { fromCondition } from '../../compiler/analyse/conditions.ts';
import { domainsOf } from '../../compiler/analyse/domains.ts';
import { leadOf } from '../../compiler/analyse/months.ts';
import { truthAt } from '../../compiler/analyse/point.ts';
import { satisfy } from '../../compiler/analyse/satisfy.ts';
import { addMonths } from '../../compiler/ir/dates.ts';
import type { Expr } from '../../compiler/ir/ir.ts';
import { rational } from '../../compiler/ir/rational.ts';
import * as b from '../harness/ir-builders.ts';
import { randomFrom } from '../harness/random.ts';

const facts = ['公告', '受理', '竣工'].map((name) => b.declareFact(name, 'date'));
const policies = [b.policy([], { facts })];
const day = (iso: string): Expr => b.constant(rational(Date.parse(iso) / 86_400_000), 'date');
const later = (x: Expr, n: number): Expr => ({ k: 'months', x, n });
const [announced, received, built] = ['公告', '受理', '竣工'].map((name) => b.fact(name)) as [Expr, Expr, Expr];
const days = (n: number): Expr => b.constant(rational(n), 'count');

/** The answer, and where it is yes that the applicant found is one. */
function answerTo(condition: Expr): string {
  const domains = domainsOf(policies);
  const answer = satisfy(fromCondition(condition, true, { domains }), domains);
  if (answer.answer === 'yes') expect(truthAt(condition, { domains, values: answer.values })).toBe(true);
  return answer.answer === 'undecided' ? `undecided: ${answer.why}` : answer.answer;
}

describe('days so many months later', () => {
  it.each([
    ['within 8 months, and 245 days later', b.and(b.atMost(b.add(announced, days(245)), received)), 8, 'yes'],
    ['within 8 months, and 246 days later', b.and(b.atMost(b.add(announced, days(246)), received)), 8, 'no'],
    [
      'after 31 January, a month later in March',
      b.and(b.equals(announced, day('2026-01-31')), b.atMost(day('2026-03-01'), received)),
      1,
      'no',
    ],
    [
      'after 31 January, a month later on 28 February',
      b.and(b.equals(announced, day('2026-01-31')), b.atMost(day('2026-02-28'), received)),
      1,
      'yes',
    ],
    [
      'on 29 February, a year after a day of 2027',
      b.and(b.atMost(day('2027-01-01'), announced), b.equals(received, day('2028-02-29'))),
      12,
      'yes',
    ],
    [
      'of one year, and in the next but one',
      b.and(b.atMost(announced, day('2025-12-31')), b.atMost(day('2027-01-01'), received)),
      12,
      'no',
    ],
  ] as const)('%s', (_, when, n, expected) => {
    const deadline = b.and(b.atMost(announced, received), b.atMost(received, later(announced, n)));
    expect(answerTo(b.and(deadline, when))).toBe(expected);
  });

  it('knows the days on which a month later never falls', () => {
    // 30 and 31 January, and 29 in most years, come to the last of February: nothing comes to 29 February but in leap years.
    const on = (iso: string, n: number) => answerTo(b.equals(later(announced, n), day(iso)));
    expect(on('2024-02-29', 1)).toBe('yes');
    expect(on('2026-03-29', 1)).toBe('no');
    expect(on('2024-03-29', 1)).toBe('yes');
    expect(on('2026-05-31', 1)).toBe('no');
  });

  it('ties two deadlines to each other', () => {
    const [one, two] = [later(announced, 1), later(later(announced, 1), 1)];
    const inHalfYear = b.and(b.atMost(day('2028-01-01'), announced), b.atMost(announced, day('2028-05-31')));
    const tied = b.and(b.equals(received, one), b.less(later(announced, 12), later(received, 11)));
    // Eleven months after a day that is a month later is no later than a year after it.
    expect(answerTo(b.and(inHalfYear, tied))).toBe('no');
    expect(answerTo(b.and(b.equals(received, one), b.less(later(received, 11), later(announced, 12))))).toBe('yes');
    // In no year at all: that takes too many questions.
    expect(answerTo(tied)).toBe('undecided: months');
    expect(answerTo(b.and(b.less(built, later(announced, 6)), b.less(later(announced, 7), built)))).toBe('no');
    // A day that is itself reckoned is not looked into.
    expect(answerTo(b.less(two, received))).toBe('undecided: months');
  });

  it('is decided as looking at every day decides', () => {
    const random = randomFrom(7);
    const first = Date.parse('2023-12-20') / 86_400_000;
    for (let i = 0; i < 30; i++) {
      const [n, m] = [random.whole(0, 14), random.whole(0, 14)];
      const [from, to] = [first + random.whole(0, 60), first + random.whole(20, 120)];
      const gap = random.whole(-40, 40);
      const within = b.and(
        b.atMost(b.constant(rational(from), 'date'), announced),
        b.atMost(announced, b.constant(rational(to), 'date')),
      );
      const asked = b.and(
        within,
        b.equals(b.add(later(announced, n), days(gap)), later(received, m)),
        b.equals(received, b.add(announced, days(random.whole(0, 3)))),
      );
      let truth = false;
      const apart = (
        (asked as { args: readonly Expr[] }).args[2] as { b: { args: readonly { value: { n: bigint } }[] } }
      ).b.args[1]?.value.n;
      for (let x = from; x <= to; x++) {
        if (addMonths(x, n) + gap === addMonths(x + Number(apart), m)) truth = true;
      }
      expect([i, answerTo(asked)]).toEqual([i, truth ? 'yes' : 'no']);
    }
  });

  it('bounds the lead of the later day', () => {
    const random = randomFrom(3);
    for (let i = 0; i < 40; i++) {
      const n = random.whole(0, 30);
      const first = random.whole(-700_000, 800_000);
      const last = first + random.whole(0, 200);
      const { most, least, atMost, atLeast } = leadOf({ by: 'months', of: '公告', n }, first, last);
      const leads = Array.from({ length: last - first + 1 }, (_, k) => addMonths(first + k, n) - first - k);
      expect([most, least]).toEqual([Math.max(...leads), Math.min(...leads)]);
      expect([atMost, atLeast].map((at) => addMonths(at, n) - at)).toEqual([most, least]);
    }
  });
});
