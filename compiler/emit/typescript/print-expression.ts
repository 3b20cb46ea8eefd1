import { formatMoney } from '../../../stdlib/runtime/format.ts';
import { pastAwardName } from '../../../stdlib/runtime/sentences.ts';
import {
  asOfFact,
  type Expr,
  type ExprOf,
  type FactTime,
  type Say,
  type SayPart,
  yearEndFact,
  yearFact,
} from '../../ir/ir.ts';
import { multiply, type Rational, rational } from '../../ir/rational.ts';
import { arrow, type Code, call, list, object } from './layout.ts';
import { stringList, stringLiteral } from './literals.ts';
import type { References } from './references.ts';

/**
 * An expression of the IR as one of TypeScript that calls the runtime: numbers are `Num`, conditions `Truth`. `prior` is the name
 * of the variable that holds it. Branches and the bodies of folds are functions, so that only what counts is evaluated.
 */
export function printExpression(e: Expr, references: References, prior: string): Code {
  const print = (x: Expr): Code => printExpression(x, references, prior);
  switch (e.k) {
    case 'const':
      return printConst(e);
    case 'fact':
      return printFact(e, references);
    case 'add':
    case 'min':
    case 'max':
    case 'and':
    case 'or': {
      const [only, ...others] = e.args;
      return only !== undefined && others.length === 0 ? print(only) : call(e.k, ...e.args.map(print));
    }
    case 'mul':
      return call('mul', print(e.a), print(e.b));
    case 'if':
      return call(
        isTruth(e.t, references) ? 'chooseTruth' : 'choose',
        print(e.c),
        lazily(print(e.t)),
        lazily(print(e.e)),
      );
    case 'round':
      return call('round', print(e.x), printExact(e.step), stringLiteral(e.mode));
    case 'months':
      return call('monthsLater', print(e.x), String(e.n));
    case 'fold':
      return call(
        e.op === 'sum' ? 'sumOf' : 'highestAmong',
        'c',
        references.list(e.list),
        arrow('(c)', print(e.where)),
        arrow('(c)', print(e.body)),
      );
    case 'nth':
      return call(
        'placeAmong',
        'c',
        references.list(e.list),
        e.same === undefined ? 'null' : references.fact(e.same),
        arrow('(c)', print(e.where)),
      );
    case 'decide':
      return call('decide', 'c', printToDecide(e), print(e.lo), e.hi === null ? 'null' : print(e.hi));
    case 'cmp':
      return call({ '<': 'less', '<=': 'atMost', '=': 'equal' }[e.op], print(e.a), print(e.b));
    case 'member':
      return printMember(e, references);
    case 'not':
      return call('not', print(e.x));
    case 'step':
      return print(e.x);
    case 'prior':
      return prior;
    default:
      return e satisfies never;
  }
}

function lazily(code: Code): Code {
  return arrow('()', code);
}

function printConst({ value, valueType }: ExprOf<'const'>): Code {
  if (typeof value === 'boolean') return String(value);
  const note = noteOn(value, valueType.type);
  return `point(${printExact(value)}${note === '' ? '' : ` /* ${note} */`})`;
}

/** What a constant is, as it is written in a policy. Only for reading: nothing depends on it. */
function noteOn(value: Rational, type: string): string {
  const isSafe = (x: Rational) =>
    x.d === 1n && x.n <= BigInt(Number.MAX_SAFE_INTEGER) && x.n >= -BigInt(Number.MAX_SAFE_INTEGER);
  if (type === 'money' && isSafe(value)) return formatMoney(Number(value.n), 'zh');
  const percent = multiply(value, rational(100n));
  return type === 'rate' && isSafe(percent) ? `${percent.n}%` : '';
}

/** An exact number: a safe integer as it is, everything else as a ratio of whole numbers. */
export function printExact({ n, d }: Rational): string {
  const safe = d === 1n && n <= BigInt(Number.MAX_SAFE_INTEGER) && n >= -BigInt(Number.MAX_SAFE_INTEGER);
  return safe ? String(n) : `ratio(${n}n, ${d}n)`;
}

function printFact({ ref, at }: ExprOf<'fact'>, references: References): Code {
  if (ref === asOfFact) return 'asOfDate(c)';
  if (ref === yearFact) return 'yearOf(c)';
  if (ref === yearEndFact) return call('yearEnd', 'c', ...(at === 'now' || at === 'awarded' ? [] : printTime(at)));
  if (ref.startsWith('@party:')) return `isParty(c, ${stringLiteral(ref.slice('@party:'.length))})`;
  const way = references.reading(ref);
  if (way !== undefined) return `readAs(c, ${stringLiteral(way.name)}, ${stringLiteral(way.option)})`;
  if (ref.startsWith('@passed:')) return `passed(c, ${stringLiteral(ref.slice('@passed:'.length))})`;
  if (at === 'awarded') return call('awarded', 'c', printPastAward(ref, references));
  const read = factType(ref, references) === 'bool' ? 'yes' : 'num';
  return call(read, 'c', references.fact(ref), ...printTime(at));
}

/** Nothing for `now`, which is what the runtime takes where no time is given. */
function printTime(at: Exclude<FactTime, 'awarded'>): Code[] {
  if (at === 'now') return [];
  if (typeof at === 'string') return [stringLiteral(at)];
  return ['back' in at ? object({ back: String(at.back) }) : object({ base: String(at.base) })];
}

/** Whose past awards a key of the IR means: `@past:policy/measure/benefit`, or what this policy grants itself. */
function printPastAward(ref: string, references: References): Code {
  const isForeign = ref.startsWith('@past:');
  const { policy } = references;
  const parts = (isForeign ? ref.slice('@past:'.length) : `${policy.name}/${ref}`).split('/');
  const [from = '', measure = '', benefit] = parts;
  const own = isForeign
    ? undefined
    : policy.plans.find((p) => p.k === 'benefit' && p.measure === measure && (benefit ?? p.label) === p.label);
  const over = own?.k === 'benefit' && own.over !== undefined ? policy.lists.find((l) => l.id === own.over) : undefined;
  const keys = policy.facts.filter(({ list, valueType }) => list === over?.id && valueType.type === 'key');
  return object({
    name: stringLiteral(pastAwardName(ref)),
    policy: from === '' ? undefined : stringLiteral(from),
    measure: stringLiteral(measure),
    benefit: benefit === undefined ? undefined : stringLiteral(benefit),
    over:
      over &&
      object({
        id: stringLiteral(over.id),
        name: stringLiteral(over.name),
        keys: stringList(keys.map(({ name }) => name)),
      }),
  });
}

function printMember({ x, set }: ExprOf<'member'>, references: References): Code {
  if (x.k !== 'fact' || x.at === 'awarded') throw new Error('only an enum or key fact is a member of a set');
  return call('among', 'c', references.fact(x.ref), stringList(set), ...printTime(x.at));
}

function printToDecide({ why, by, reason, ends }: ExprOf<'decide'>): Code {
  return object({
    why: stringLiteral(why),
    key: stringLiteral([why, by ?? '', reason ?? ''].join(' · ')),
    by: by === undefined ? undefined : stringLiteral(by),
    reason: reason === undefined ? undefined : stringLiteral(reason),
    ends: String(ends),
  });
}

/** Whether an expression is a condition rather than a number. */
export function isTruth(e: Expr, references: References): boolean {
  switch (e.k) {
    case 'const':
      return typeof e.value === 'boolean';
    case 'fact':
      if (e.at === 'awarded') return false;
      if (e.ref.startsWith('@')) return ![asOfFact, yearFact, yearEndFact].includes(e.ref);
      return factType(e.ref, references) === 'bool';
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      return true;
    case 'if':
      return isTruth(e.t, references);
    case 'step':
      return isTruth(e.x, references);
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
      return false;
    default:
      return e satisfies never;
  }
}

function factType(ref: string, { policy }: References): string | undefined {
  return policy.facts.find((fact) => fact.id === ref)?.valueType.type;
}

/** A sentence, with what stands for values in it. */
export function printSay(say: Say, references: References): Code {
  const parts = (all: readonly SayPart[]) => list(...all.map((part) => printSayPart(part, references)));
  return object({ zh: parts(say.zh), en: parts(say.en) });
}

function printSayPart(part: SayPart, references: References): Code {
  if (typeof part === 'string') return stringLiteral(part);
  if ('chosen' in part) {
    const { list, where, body } = part.chosen;
    const chosen = object({
      list: references.list(list),
      where: arrow('(c)', printExpression(where, references, '')),
      body: arrow('(c)', printExpression(body, references, '')),
    });
    return object({ chosen });
  }
  const { fact, at = 'now' } = part;
  if (fact === asOfFact || fact === yearFact) return object({ time: stringLiteral(fact.slice(1)) });
  if (at === 'awarded') return object({ awarded: printPastAward(fact, references) });
  const [time] = printTime(at);
  return object({ fact: references.fact(fact), at: time });
}
