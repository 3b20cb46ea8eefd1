import { type NormPlan, partyFact } from '../ir/ir.ts';
import { compare, multiply, type Rational, rational } from '../ir/rational.ts';
import type { Domains } from './domains.ts';

/** Figures that a norm allows; an absent end is open. */
interface Span {
  readonly least?: Rational;
  /** The least itself is not enough. */
  readonly beyond?: true;
  readonly most?: Rational;
}

/**
 * 约, 左右: by how much a figure may differ either way. No rule of law says; a tenth is what two norms are given before they
 * are said to contradict each other.
 */
const about = rational(1, 10);

function spanOf({ share }: NormPlan): Span | undefined {
  if (share === undefined) return undefined;
  const { bound, value, upper } = share;
  switch (bound) {
    case 'at-least':
      return { least: value };
    case 'over':
      return { least: value, beyond: true };
    case 'at-most':
      return { most: upper ?? value };
    case 'exactly':
      return { least: value, most: upper ?? value };
    case 'about':
      return {
        least: multiply(value, rational(about.d - about.n, about.d)),
        most: multiply(upper ?? value, rational(about.d + about.n, about.d)),
      };
    default:
      return bound satisfies never;
  }
}

/** Whether no figure keeps both: the least that one allows lies above the most that the other does. */
export function noFigureKeeps(a: NormPlan, b: NormPlan): boolean {
  const [one, two] = [spanOf(a), spanOf(b)];
  if (one === undefined || two === undefined) return false;
  return liesAbove(one, two) || liesAbove(two, one);
}

function liesAbove({ least, beyond }: Span, { most }: Span): boolean {
  if (least === undefined || most === undefined) return false;
  const sign = compare(least, most);
  return sign > 0 || (sign === 0 && beyond === true);
}

/** Whether two figures measure the same: two shares of one base (or of what neither names), two sums, two counts. */
export function sameFigure(a: NormPlan, b: NormPlan): boolean {
  const type = ({ valueType }: NormPlan) => JSON.stringify(valueType ?? { type: 'rate' });
  if (type(a) !== type(b)) return false;
  return a.share?.base === undefined || b.share?.base === undefined || a.share.base === b.share.base;
}

/** Whether they are for the same time: each year, by one day, within as many months. */
export function sameTerms(a: NormPlan, b: NormPlan): boolean {
  const terms = ({ eachYear, until, months }: NormPlan) =>
    `${eachYear ?? ''} ${until ?? ''} ${months === undefined ? '' : `${months.n}/${months.d}`}`;
  return terms(a) === terms(b);
}

/** Whether one and the same may be meant: kinds of party as far as one applicant is of both, otherwise the same name. */
export function sameBearer(a: NormPlan, b: NormPlan, domains: Domains): boolean {
  if (a.bearers.length === 0 || b.bearers.length === 0) return true;
  const isParty = (name: string) => domains.has(partyFact(name));
  return a.bearers.some((x) => b.bearers.some((y) => x === y || (isParty(x) && isParty(y))));
}
