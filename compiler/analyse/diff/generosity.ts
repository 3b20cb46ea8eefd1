import type { Range } from '../../../stdlib/runtime/types.ts';
import type { Expr, PolicyIr } from '../../ir/ir.ts';
import { add, compare as compareRational, negate, type Rational, rational, zero } from '../../ir/rational.ts';
import { type Bound, boundOf } from '../bounds.ts';
import { certain, emptyBox, narrow } from '../box.ts';
import { compare } from '../conditions.ts';
import type { Domains } from '../domains.ts';
import { and, type Formula, yes } from '../formula.ts';
import type { Replay } from '../overlap.ts';
import { narrowest, ofParties } from '../payable.ts';
import { numberAt } from '../point.ts';
import { satisfy, type Value } from '../satisfy.ts';
import { witnessFrom } from '../witness.ts';
import { isOpen, replayTotal, totalOf, type Unit } from './amounts.ts';
import { isBoundless } from './boundless.ts';
import type { Change, Direction, Largest, Verdict } from './model.ts';
import { roundValues } from './round-witness.ts';

/** What is to be compared: what both versions have alike is already taken away. */
export interface Question {
  readonly old: readonly Unit[];
  readonly new: readonly Unit[];
  /** Only what is paid on this matter; undefined: all that the benefits pay. */
  readonly matter: string | undefined;
  readonly policies: readonly PolicyIr[];
  readonly domains: Domains;
  /** What is taken for granted of all applicants. */
  readonly given: Formula;
  readonly replay: Replay;
}

/** With what is compared: what both versions pay, at most and, where that differs, at least. */
interface Compared extends Question {
  readonly ends: readonly Ends[];
  /** What the evaluators have said of an applicant: the largest change of all is often that of an example as well. */
  readonly replayed: Map<string, Change>;
}

export interface Generosity {
  readonly verdict: Verdict;
  readonly amongBoth?: Verdict;
  readonly gain?: Direction;
  readonly loss?: Direction;
  readonly onlyBefore?: Change;
  readonly onlyNow?: Change;
  readonly undecided?: string;
}

const nothing: Expr = { k: 'const', value: zero, valueType: { type: 'money' } };
const minusOne: Expr = { k: 'const', value: rational(-1), valueType: { type: 'count' } };

/** In fen: less than this is paid by hardly any document, and shows a reader nothing. */
export const smallestTelling = 100_000;

/** Who gains and who loses, by how much at most, and who is paid by one version alone. */
export function generosityOf(asked: Question): Generosity {
  const { old, new: now, matter, domains } = asked;
  if (old.length === 0 && now.length === 0) return { verdict: 'equivalent' };
  const high = { before: totalOf(old, matter, 'high'), after: totalOf(now, matter, 'high') };
  const open = [...old, ...now].some(isOpen);
  const low = open ? { before: totalOf(old, matter, 'low'), after: totalOf(now, matter, 'low') } : undefined;
  const question: Compared = { ...asked, ends: low === undefined ? [high] : [high, low], replayed: new Map() };
  const gain = directionOf('gain', high, high, 'high', question);
  const loss = directionOf('loss', high, high, 'high', question);
  // Where what is paid at most stays, what is paid at least can change: an entitlement became a ceiling.
  const lowGain = low && gain.is === 'no' ? directionOf('gain', low, high, 'low', question) : gain;
  const lowLoss = low && loss.is === 'no' ? directionOf('loss', low, high, 'low', question) : loss;
  const reading = { domains };
  const only = (paid: Expr, unpaid: Expr): Change | undefined => {
    const formula = and(question.given, compare('<', nothing, paid, reading), compare('<=', unpaid, nothing, reading));
    // Mostly that is nobody: asked first of everybody.
    if (satisfy(formula, domains).answer === 'no') return undefined;
    return exampleOf(formula, question, (change) => (change.old.max === 0) !== (change.new.max === 0));
  };
  const onlyBefore = loss.is === 'no' ? undefined : only(high.before, high.after);
  const onlyNow = gain.is === 'no' ? undefined : only(high.after, high.before);
  const undecided = [lowGain, lowLoss].find((d) => d.is === 'open');
  const amongBoth = verdictAmongBoth(lowGain, lowLoss, high, question);
  return {
    verdict: verdictOf(lowGain.is, lowLoss.is),
    ...(amongBoth && { amongBoth }),
    ...(lowGain.is === 'yes' && { gain: lowGain.direction }),
    ...(lowLoss.is === 'yes' && { loss: lowLoss.direction }),
    ...(onlyBefore && { onlyBefore }),
    ...(onlyNow && { onlyNow }),
    ...(undecided?.is === 'open' && { undecided: undecided.why }),
  };
}

type Answer =
  | { readonly is: 'yes'; readonly direction: Direction; readonly bothKnown: boolean }
  | { readonly is: 'no' }
  | { readonly is: 'open'; readonly why: string };

function verdictOf(gain: Answer['is'], loss: Answer['is']): Verdict {
  if (gain === 'yes' && loss === 'yes') return 'incomparable';
  if (gain === 'open' || loss === 'open') return 'undecided';
  return gain === 'yes' ? 'more-generous' : loss === 'yes' ? 'less-generous' : 'equivalent';
}

interface Ends {
  readonly before: Expr;
  readonly after: Expr;
}

function verdictAmongBoth(gain: Answer, loss: Answer, high: Ends, question: Compared): Verdict | undefined {
  const isMet = [gain, loss].some((a) => a.is === 'yes' && isPaidByBoth(a.direction));
  if (!isMet && satisfy(and(question.given, paidByBoth(high, question.domains)), question.domains).answer !== 'yes') {
    return undefined;
  }
  const answers = [gain, loss].map((a): Answer['is'] => {
    if (a.is !== 'yes') return a.is;
    if (a.direction.amongBoth) return 'yes';
    return a.bothKnown ? 'no' : 'open';
  });
  return verdictOf(answers[0] ?? 'open', answers[1] ?? 'open');
}

function tellingInBoth({ before, after }: Ends, domains: Domains): Formula {
  const least = money(smallestTelling);
  return and(compare('<=', least, before, { domains }), compare('<=', least, after, { domains }));
}

/** Whether each version pays nothing, or a sum that a document would name. */
function isTelling({ old, new: now }: Change): boolean {
  return [old.max, now.max].every((most) => most === null || most === 0 || most >= smallestTelling);
}

function paidByBoth({ before, after }: Ends, domains: Domains): Formula {
  return and(compare('<', nothing, before, { domains }), compare('<', nothing, after, { domains }));
}

function isPaidByBoth({ old, new: now }: Change): boolean {
  return old.max !== 0 && now.max !== 0;
}

function directionOf(kind: 'gain' | 'loss', ends: Ends, high: Ends, end: 'high' | 'low', question: Compared): Answer {
  const { domains, given } = question;
  const [less, more] = kind === 'gain' ? [ends.before, ends.after] : [ends.after, ends.before];
  const moves = compare('<', less, more, { domains });
  const difference: Expr = { k: 'add', args: [more, { k: 'mul', a: minusOne, b: less }] };
  const greatest = (region: Formula) => boundOf('greatest', difference, region, { domains });
  const overall = largestOf(greatest(given), kind, end, question);
  if (overall.is === 'no') return overall;
  // Figures, dates and lists that cannot be bounded: that somebody gains may still be known.
  const both = paidByBoth(high, domains);
  // Where the largest of all is paid by both, it is the largest among those as well.
  const among =
    overall.is === 'yes' && overall.largest.proved && overall.largest.at && isPaidByBoth(overall.largest.at)
      ? overall
      : largestOf(greatest(and(given, both, moves)), kind, end, question);
  const largest =
    overall.is === 'yes' ? overall.largest : among.is === 'yes' ? { ...among.largest, proved: false } : undefined;
  const amongBoth = among.is === 'yes' ? among.largest : undefined;
  const asFar: Formula =
    amongBoth?.by == null ? moves : compare('<=', { k: 'add', args: [less, money(amongBoth.by)] }, more, { domains });
  const borneOut = (change: Change) => movement(change, kind, end) > 0;
  // Whom both versions pay shows a change of figures best; then those whom one of them pays.
  const farthest =
    plainlyReached(among, question, borneOut) ??
    exampleOf(and(given, asFar, both), question, borneOut) ??
    exampleOf(and(given, moves), question, borneOut);
  // Not by a sum that ends at a hundredth of a yuan; where figures are bounded with proof, another one is soon found.
  const telling = (change: Change) => borneOut(change) && isTelling(change);
  const better = () =>
    exampleOf(and(given, moves, tellingInBoth(high, domains)), question, telling) ??
    exampleOf(and(given, moves, compare('<=', less, nothing, { domains })), question, telling);
  const isPlain = farthest === undefined || isTelling(farthest) || !amongBoth?.proved;
  const example = isPlain ? farthest : (better() ?? farthest);
  const shown = example ?? amongBoth?.at ?? largest?.at;
  if (shown === undefined) {
    const answer = satisfy(and(given, moves), domains);
    if (answer.answer === 'no') return { is: 'no' };
    return {
      is: 'open',
      why: answer.answer === 'undecided' ? answer.why : overall.is === 'open' ? overall.why : 'replay',
    };
  }
  const least: Largest = { by: finite(movement(shown, kind, end)), proved: false, at: shown };
  return {
    is: 'yes',
    direction: { ...shown, end, largest: largest ?? least, ...(amongBoth && { amongBoth }) },
    bothKnown: among.is !== 'open',
  };
}

function money(fen: number): Expr {
  return { k: 'const', value: rational(fen), valueType: { type: 'money' } };
}

function finite(by: number): number | null {
  return Number.isFinite(by) ? by : null;
}

type FoundLargest =
  | {
      readonly is: 'yes';
      readonly largest: Largest;
      /** Of the applicant that reaches it. */
      readonly values?: ReadonlyMap<string, Value>;
    }
  | { readonly is: 'no' }
  | { is: 'open'; why: string };

/** A bound of a difference, as the largest change; what the evaluators do not bear out is not claimed. */
function largestOf(bound: Bound, kind: 'gain' | 'loss', end: 'high' | 'low', question: Compared): FoundLargest {
  switch (bound.bound) {
    case 'nowhere':
      return { is: 'no' };
    case 'endless':
      return { is: 'yes', largest: { by: null, proved: true } };
    case 'exact':
    case 'undecided': {
      const proved = bound.bound === 'exact';
      const best = bound.bound === 'exact' ? bound : bound.best;
      if (best === undefined || best.value.n <= 0n) {
        return proved ? { is: 'no' } : { is: 'open', why: bound.bound === 'undecided' ? bound.why : 'search' };
      }
      if (isBoundless(best.value, best.at)) return { is: 'yes', largest: { by: null, proved } };
      const by = Number(best.value.n) / Number(best.value.d);
      const at = changeAt(best.at, question, (change) => movement(change, kind, end) === by);
      if (!proved && at === undefined) return { is: 'open', why: 'replay' };
      return { is: 'yes', largest: { by, proved, ...(at && { at }) }, values: best.at };
    }
    default:
      return bound satisfies never;
  }
}

/** By how much an applicant's amount rises, or for a loss falls, in fen; infinite where it has no upper end. */
function movement({ old, new: now }: Change, kind: 'gain' | 'loss', end: 'high' | 'low'): number {
  const at = (range: Range) => (end === 'low' ? range.min : (range.max ?? Number.POSITIVE_INFINITY));
  const [a, b] = [at(old), at(now)];
  if (a === b) return 0;
  return kind === 'gain' ? b - a : a - b;
}

function partiesThatMatter({ old, new: now, domains }: Question): {
  readonly plain: Formula;
  readonly ofBothKinds: Formula;
} {
  const [before, after] = [old, now].map((units) =>
    units.flatMap(({ sides }) => sides.flatMap((s) => s.benefit.parties)),
  );
  return {
    plain: narrowest(new Set([...(before ?? []), ...(after ?? [])]), domains),
    ofBothKinds: and(ofParties(before ?? []), ofParties(after ?? [])),
  };
}

/** The applicant by whom a proved largest change among both is reached, if another example would show no more. */
function plainlyReached(
  among: FoundLargest,
  question: Compared,
  borneOut: (change: Change) => boolean,
): Change | undefined {
  if (among.is !== 'yes' || !among.largest.proved || among.values === undefined) return undefined;
  const { at } = among.largest;
  if (at === undefined || !isPaidByBoth(at) || !borneOut(at)) return undefined;
  const box = emptyBox(question.domains);
  for (const [variable, value] of among.values) {
    if (typeof value === 'boolean' && !narrow(box, { f: 'is', variable, value })) return undefined;
  }
  const { plain, ofBothKinds } = partiesThatMatter(question);
  return certain(and(ofBothKinds, plain), box) ? at : undefined;
}

/** Somebody of whom a formula holds, one of the kinds of party that matter here if there is one, borne out by both evaluators. */
function exampleOf(formula: Formula, question: Compared, borneOut: (change: Change) => boolean): Change | undefined {
  const { domains } = question;
  const { plain, ofBothKinds } = partiesThatMatter(question);
  for (const extra of [and(ofBothKinds, plain), plain, yes]) {
    const answer = satisfy(and(formula, extra), domains);
    if (answer.answer !== 'yes') continue;
    const change = changeAt(answer.values, question, borneOut);
    if (change !== undefined) return change;
  }
  return undefined;
}

/** What an applicant, with figures as round as they can be, is paid; by the evaluators. */
function changeAt(
  values: ReadonlyMap<string, Value>,
  question: Compared,
  borneOut: (change: Change) => boolean,
): Change | undefined {
  const rounded = question.given.f === 'true' ? roundValues(values, question.domains, keeps(values, question)) : values;
  for (const at of rounded === values ? [values] : [rounded, values]) {
    const change = replayedAt(at, question);
    if (borneOut(change)) return change;
  }
  return undefined;
}

/** Whether another applicant shows the same: paid by the same versions, and moved as far in the same direction. */
function keeps(values: ReadonlyMap<string, Value>, { ends, domains }: Compared) {
  const at = (point: ReadonlyMap<string, Value>) =>
    ends.map((end) => {
      const [before, after] = [end.before, end.after].map((e) => numberAt(e, { domains, values: point }, 'high'));
      return { before: before ?? zero, after: after ?? zero };
    });
  const shown = at(values);
  const isPaid = ({ n }: Rational) => n > 0n;
  return (point: ReadonlyMap<string, Value>): boolean =>
    at(point).every(({ before, after }, i) => {
      const is = shown[i];
      if (is === undefined || isPaid(before) !== isPaid(is.before) || isPaid(after) !== isPaid(is.after)) return false;
      const [moved, known] = [add(after, negate(before)), add(is.after, negate(is.before))];
      if (known.n === 0n) return moved.n === 0n;
      return known.n > 0n ? compareRational(moved, known) >= 0 : compareRational(moved, known) <= 0;
    });
}

function replayedAt(values: ReadonlyMap<string, Value>, question: Compared): Change {
  const { old, new: now, matter, policies, replay, replayed } = question;
  const lists = [...old, ...now].flatMap(({ sides }) => sides.flatMap(({ benefit }) => benefit.over ?? []));
  const witness = witnessFrom(values, policies, lists);
  const key = JSON.stringify(witness);
  let change = replayed.get(key);
  if (change === undefined) {
    change = {
      witness,
      old: replayTotal(old, matter, witness, replay),
      new: replayTotal(now, matter, witness, replay),
    };
    replayed.set(key, change);
  }
  return change;
}
