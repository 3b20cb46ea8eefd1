import { asOfFact, type Expr, type ExprOf, type FactTime, yearEndFact, yearFact } from '../ir.ts';
import { one, rational } from '../rational.ts';
import type { Cause, Causes, MissingCause } from './causes.ts';
import { isSameCause, unite } from './causes.ts';
import {
  bindItem,
  type DecisionRecord,
  type Environment,
  givenValue,
  givenValues,
  itemsOf,
  toRational,
} from './environment.ts';
import { pastAwardsOf } from './past-awards.ts';
import { readingCause, readingOf, settledReading } from './reading-facts.ts';
import {
  add,
  and,
  anyNumber,
  equal,
  hull,
  interval,
  less,
  lessOrEqual,
  max,
  min,
  multiply,
  type Names,
  type Num,
  no,
  nonNegative,
  not,
  or,
  plusMonths,
  point,
  round,
  type Truth,
  truth,
  unknown,
  yes,
  zeroNum,
} from './values.ts';

const partyPrefix = '@party:';
const passedPrefix = '@passed:';
const readingPrefix = '@reading:';

/** The value of a node of numbers, in the base of its type. */
export function evaluateNumber(e: Expr, env: Environment): Num {
  switch (e.k) {
    case 'const':
      if (typeof e.value === 'boolean') return wrong(e);
      return point(e.value);
    case 'fact':
      return numberFact(e.ref, e.at, env);
    case 'add':
      return e.args.map((x) => evaluateNumber(x, env)).reduce(add, zeroNum);
    case 'mul':
      return multiply(evaluateNumber(e.a, env), evaluateNumber(e.b, env));
    case 'min':
      return min(e.args.map((x) => evaluateNumber(x, env)));
    case 'max':
      return max(e.args.map((x) => evaluateNumber(x, env)));
    case 'if': {
      const c = evaluateTruth(e.c, env);
      if (c.holds !== null) return evaluateNumber(c.holds ? e.t : e.e, env);
      const t = evaluateNumber(e.t, env);
      const f = evaluateNumber(e.e, env);
      return hull(t, f, unite(c.causes, t.causes, f.causes));
    }
    case 'round':
      return round(evaluateNumber(e.x, env), e.step, e.mode);
    case 'months':
      return plusMonths(evaluateNumber(e.x, env), e.n);
    case 'fold':
      return evaluateFold(e, env);
    case 'nth':
      return evaluateNth(e, env);
    case 'decide':
      return evaluateDecide(e, env);
    case 'step':
      return evaluateNumber(e.x, e.of === undefined ? env : { ...env, prior: evaluateNumber(e.of, env) });
    case 'prior':
      if (env.prior === undefined) throw new Error('prior stands outside of a step with `of`');
      return env.prior;
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      return wrong(e);
    default:
      return e satisfies never;
  }
}

/** The value of a boolean node. Every operand is evaluated: what is unknown does not depend on the order of writing. */
export function evaluateTruth(e: Expr, env: Environment): Truth {
  switch (e.k) {
    case 'const':
      if (typeof e.value !== 'boolean') return wrong(e);
      return truth(e.value);
    case 'fact':
      return truthFact(e.ref, e.at, env);
    case 'cmp':
      return compareNumbers(e.op, evaluateNumber(e.a, env), evaluateNumber(e.b, env));
    case 'member': {
      const x = nameFact(e.x, env);
      return x.names === null ? unknown(x.causes) : truth(x.names.some((name) => e.set.includes(name)));
    }
    case 'and':
      return and(e.args.map((x) => evaluateTruth(x, env)));
    case 'or':
      return or(e.args.map((x) => evaluateTruth(x, env)));
    case 'not':
      return not(evaluateTruth(e.x, env));
    case 'if': {
      const c = evaluateTruth(e.c, env);
      if (c.holds !== null) return evaluateTruth(c.holds ? e.t : e.e, env);
      const t = evaluateTruth(e.t, env);
      const f = evaluateTruth(e.e, env);
      return t.holds !== null && t.holds === f.holds ? t : unknown(unite(c.causes, t.causes, f.causes));
    }
    case 'step':
      return evaluateTruth(e.x, env);
    case 'add':
    case 'mul':
    case 'min':
    case 'max':
    case 'round':
    case 'months':
    case 'fold':
    case 'nth':
    case 'decide':
    case 'prior':
      return wrong(e);
    default:
      return e satisfies never;
  }
}

function compareNumbers(op: '<' | '<=' | '=', a: Num, b: Num): Truth {
  switch (op) {
    case '<':
      return less(a, b);
    case '<=':
      return lessOrEqual(a, b);
    case '=':
      return equal(a, b);
    default:
      return op satisfies never;
  }
}

// -------------------------------------------------------------------------------------------------------------- facts

/** The fact that is read for one that is named: itself, but by analogy. */
function asRead(ref: string, env: Environment): string | { readonly open: Causes } {
  return env.reads?.get(ref) ?? ref;
}

function numberFact(named: string, at: FactTime, env: Environment): Num {
  const { applicant } = env;
  const ref = asRead(named, env);
  if (typeof ref !== 'string') {
    const declared = applicant.declarations.get(named);
    const { signed, valueType } = declared ?? { signed: true, valueType: { type: 'count' } };
    return signed || valueType.type === 'date' ? anyNumber(ref.open) : nonNegative(ref.open);
  }
  if (ref === asOfFact) return point(rational(applicant.asOf));
  if (ref === yearFact) return point(rational(applicant.year));
  if (ref === yearEndFact) return point(rational(yearEnd(applicant.year - (isBack(at) ? at.back : 0))));
  if (at === 'awarded') return pastAwards(ref, env);
  const declaration = applicant.declarations.get(ref);
  if (declaration === undefined) throw new Error(`the IR has no fact ${ref}`);
  const given = givenValue(env, ref, at);
  if (typeof given === 'number') return point(toRational(given, declaration.valueType.type));
  const cause = missingFact(ref, at, applicant.year);
  const assumed = assumption(env, cause);
  if (assumed?.is === 'number') return assumed.number;
  if (cause.base) return nonNegative([cause]);
  return declaration.signed || declaration.valueType.type === 'date' ? anyNumber([cause]) : nonNegative([cause]);
}

const isBack = (at: FactTime): at is { readonly back: number } => typeof at === 'object' && 'back' in at;

/** Days since 1970-01-01 of the last day of a year. */
function yearEnd(year: number): number {
  return Date.parse(`${String(year).padStart(4, '0')}-12-31T00:00:00Z`) / 86_400_000;
}

/** What is missing, with the year it is missing of. This year and the highest so far are asked for by the fact alone. */
export function missingFact(id: string, at: FactTime, year: number): Extract<MissingCause, { kind: 'fact' }> {
  if (at === 'earlier') return { kind: 'fact', id, at };
  if (typeof at !== 'object') return { kind: 'fact', id };
  if ('base' in at) return { kind: 'fact', id, at: String(year - at.base), base: true };
  return at.back === 0 ? { kind: 'fact', id } : { kind: 'fact', id, at: String(year - at.back) };
}

function pastAwards(key: string, env: Environment): Num {
  const known = pastAwardsOf(key, env);
  if (known !== undefined) return point(rational(known));
  const cause: MissingCause = { kind: 'awarded', id: key };
  const assumed = assumption(env, cause);
  return assumed?.is === 'number' ? assumed.number : nonNegative([cause]);
}

function truthFact(named: string, at: FactTime, env: Environment): Truth {
  const ref = asRead(named, env);
  if (typeof ref !== 'string') return unknown(ref.open);
  if (ref.startsWith(partyPrefix)) return isParty(ref.slice(partyPrefix.length), env);
  if (ref.startsWith(readingPrefix)) return isRead(ref, env);
  if (ref.startsWith(passedPrefix)) return isPassed(ref.slice(passedPrefix.length), env);
  const given = givenValue(env, ref, at);
  return typeof given === 'boolean' ? truth(given) : assumedTruth(env, missingFact(ref, at, env.applicant.year));
}

/** Whether the applicant is of a kind of party. */
export function isParty(party: string, env: Environment): Truth {
  const known = env.applicant.membership.of(party);
  return known.holds === null ? assumedTruth(env, { kind: 'party', id: party }) : known;
}

function isPassed(procedure: string, env: Environment): Truth {
  const { decision } = env;
  if (typeof decision?.given !== 'boolean') return assumedTruth(env, { kind: 'procedure', id: procedure });
  decision.used = true;
  decision.by.push(procedure);
  return truth(decision.given);
}

/** Whether a reading is read in one way: as tried in this run, else as ruled by its date; else it is undecided. */
function isRead(ref: string, env: Environment): Truth {
  const found = readingOf(ref, env.applicant.policy);
  if (found === undefined) throw new Error(`the IR has no reading ${ref}`);
  const settled = settledReading(found.reading, env.applicant);
  return settled === undefined ? unknown([readingCause(found.reading)]) : truth(settled.option === found.option);
}

function assumedTruth(env: Environment, cause: MissingCause): Truth {
  const assumed = assumption(env, cause);
  return assumed?.is === 'truth' ? truth(assumed.holds) : unknown([cause]);
}

function nameFact(e: Expr, env: Environment): Names {
  if (e.k !== 'fact') return wrong(e);
  const ref = asRead(e.ref, env);
  if (typeof ref !== 'string') return { names: null, causes: ref.open };
  const names = givenValues(env, ref, e.at).filter((value) => typeof value === 'string');
  if (names.length > 0) return { names, causes: [] };
  const cause = missingFact(ref, e.at, env.applicant.year);
  const assumed = assumption(env, cause);
  return assumed?.is === 'member' ? { names: [assumed.name], causes: [] } : { names: null, causes: [cause] };
}

/** What is assumed of something missing, where just that is assumed. */
function assumption(env: Environment, cause: MissingCause) {
  const { assumption } = env;
  return assumption !== undefined && isSameCause(assumption.cause, cause) ? assumption : undefined;
}

// ------------------------------------------------------------------------------------------------ folds and decisions

function evaluateFold(e: ExprOf<'fold'>, env: Environment): Num {
  const items = itemsOf(env.applicant, e.list);
  if (items === undefined) return nonNegative([{ kind: 'list', id: e.list }]);
  const contributions = items.map((item) => {
    const bound = bindItem(env, e.list, item);
    const where = evaluateTruth(e.where, bound);
    if (where.holds === false) return zeroNum;
    const body = evaluateNumber(e.body, bound);
    return where.holds ? body : hull(zeroNum, body, unite(where.causes, body.causes));
  });
  return e.op === 'sum' ? contributions.reduce(add, zeroNum) : max([zeroNum, ...contributions]);
}

/**
 * The item that surely gives the most, the first of equals, counting from 1; 0 where none counts, undefined where that
 * is not known yet.
 */
export function chosenItem(e: ExprOf<'fold'>, env: Environment): number | undefined {
  const items = itemsOf(env.applicant, e.list);
  if (items === undefined) return undefined;
  // To tell of it decides nothing: a decision that only a sentence reads is not used.
  const undecided: Environment = { ...env, decision: undefined };
  const offers = items.flatMap((item, index) => {
    const bound = bindItem(undecided, e.list, item);
    const { holds } = evaluateTruth(e.where, bound);
    return holds === false ? [] : [{ index, sure: holds === true, value: evaluateNumber(e.body, bound) }];
  });
  if (offers.length === 0) return 0;
  const best = offers.find(
    (a) =>
      a.sure &&
      // Of equal ones the first.
      offers.every((b) => b === a || (a.index < b.index ? lessOrEqual : less)(b.value, a.value).holds === true),
  );
  return best && best.index + 1;
}

/** One more than the items before it that count: those of which that is not known may. */
function evaluateNth(e: ExprOf<'nth'>, env: Environment): Num {
  const atHand = env.items.get(e.list);
  const items = itemsOf(env.applicant, e.list);
  if (atHand === undefined || items === undefined) return interval(one, null, [{ kind: 'list', id: e.list }]);
  const own = e.same === undefined ? undefined : sameOf(e.same, env);
  // The decision is on the item at hand, not on those before it.
  const undecided: Environment = { ...env, decision: undefined };
  return items.slice(0, items.indexOf(atHand)).reduce((position, item) => {
    const bound = bindItem(undecided, e.list, item);
    const other = e.same === undefined ? undefined : sameOf(e.same, bound);
    const counts = and([evaluateTruth(e.where, bound), ...(own && other ? [sameNames(own, other)] : [])]);
    if (counts.holds === null) return add(position, hull(zeroNum, point(one), counts.causes));
    return counts.holds ? add(position, point(one)) : position;
  }, point(one));
}

function sameOf(ref: string, env: Environment): Names {
  return nameFact({ k: 'fact', ref, at: 'now' }, env);
}

function sameNames(a: Names, b: Names): Truth {
  const [first, second] = [a.names, b.names];
  if (first === null || second === null) return unknown(unite(a.causes, b.causes));
  return truth(first.some((name) => second.includes(name)));
}

/** The decision where one is given that the range allows, else the range, with why it is one. */
function evaluateDecide(e: ExprOf<'decide'>, env: Environment): Num {
  const lo = evaluateNumber(e.lo, env);
  const hi = e.hi === null ? interval(lo.lo, null, lo.causes) : evaluateNumber(e.hi, env);
  const { decision } = env;
  const why: Cause = {
    kind: 'decision',
    why: e.why,
    ...(e.by !== undefined && { by: e.by }),
    ...(e.reason !== undefined && { reason: e.reason }),
  };
  const open = hull(lo, hi, unite(lo.causes, hi.causes, [why]));
  if (decision === undefined) return open;
  if (typeof decision.given === 'boolean') {
    if (!e.ends) return open;
    return use(decision, decision.given ? hi : lo, e.by);
  }
  // Decisions come from outside: one that is not whole fen is none that a range allows.
  const decided = Number.isSafeInteger(decision.given) ? point(rational(decision.given)) : undefined;
  const allowed = decided === undefined ? no : isAllowed(decided, lo, hi, e);
  if (allowed.holds === true && decided !== undefined) return use(decision, decided, e.by);
  if (allowed.holds === false) {
    decision.rejected ??= { range: open, ends: e.ends };
    return open;
  }
  decision.waiting = true;
  return hull(lo, hi, unite(lo.causes, hi.causes));
}

function use(decision: DecisionRecord, value: Num, by: string | undefined): Num {
  decision.used = true;
  if (by !== undefined) decision.by.push(by);
  decision.value = decision.value === undefined ? value : hull(decision.value, value, []);
  return value;
}

function isAllowed(x: Num, lo: Num, hi: Num, e: ExprOf<'decide'>): Truth {
  if (e.ends) return or([equal(x, lo), equal(x, hi)]);
  return and([lessOrEqual(lo, x), e.hi === null ? yes : lessOrEqual(x, hi)]);
}

function wrong(e: Expr): never {
  throw new Error(`the IR has a node of kind ${e.k} where its type does not fit`);
}
