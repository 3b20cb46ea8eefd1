import { history, names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { factTypeWord } from '../bind/declare-facts.ts';
import { unknownName } from '../bind/scope.ts';
import type { FactSymbol, FactType, MeasureSymbol, RecordSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import { checkNormReference } from './example-norms.ts';
import { givenLedger, givenYears } from './given-history.ts';
import type {
  BenefitTarget,
  CheckedExample,
  CheckedExpect,
  CheckedReading,
  Given,
  GivenScalar,
  GivenYears,
} from './model.ts';
import { checkMember } from './operators.ts';
import { triedReading } from './readings.ts';
import { resolveParties } from './resolve.ts';

/** Checks an example: facts against their declarations, expectations against the benefits there are. */
export function checkExample(node: T.Example, known: readonly CheckedReading[], context: Context): CheckedExample {
  const { scope } = context.binding;
  const measure = node.of && resolveMeasureOf(node.of, context);
  const facts = new Map<string, Given>();
  const given = node.body.filter((s) => s.kind === 'GivenParty');
  const parties = given.flatMap((g) => resolveParties([g.party], context));
  for (const fact of given.flatMap((g) => g.facts)) {
    const symbol = scope.find('fact', fact.name.text, context.file);
    if (symbol === undefined) {
      if (fact.name.text === '') continue;
      context.output.diagnostics.push(
        scope.unknown(
          ['fact'],
          { zh: '事实', en: 'fact' },
          fact.name,
          context.file,
          scope.visibleNames('fact', context.file),
        ),
      );
      continue;
    }
    context.output.references.set(fact.name, { kind: 'fact', fact: symbol });
    scope.note(fact.name, context.file, symbol);
    const value = givenValue(fact, symbol, context);
    if (value === undefined) continue;
    if (facts.has(symbol.name)) report(context, structure.givenTwice, fact.name.span, { name: symbol.name });
    facts.set(symbol.name, value);
  }
  const decisions = new Map<string, number | boolean>();
  for (const line of node.body) {
    if (line.kind !== 'Decide') continue;
    const target = resolveTarget(line.target, measure, context);
    const value = line.value.kind === 'BoolLiteral' ? line.value.value : fenOf(line.value, context);
    if (target === undefined || value === undefined) continue;
    const key = [target.measure.name, target.label, target.item].filter((part) => part !== null && part !== undefined);
    decisions.set(key.join('/'), value);
  }
  const awarded = node.body.filter((s) => s.kind === 'GivenAward');
  // Of an example of the whole policy, names are looked up in it.
  const holder = measure ?? context.own.values().next().value;
  const ledger = givenLedger(awarded, holder, context, (value) => fenOf(value, context), daysOf);
  const expects = node.body.filter((s) => s.kind === 'Expect');
  if (expects.length === 0) report(context, structure.exampleWithoutExpect, node.span, {});
  return {
    node,
    file: context.file,
    title: node.title?.value ?? node.of?.text ?? '',
    measure,
    parties,
    facts,
    readings: new Map(node.body.flatMap((s) => (s.kind === 'TryReading' ? triedReading(s, known, context) : []))),
    asOf: node.body.find((s) => s.kind === 'AsOf')?.date,
    decisions,
    ledger,
    expects: expects.flatMap((expect) => checkExpect(expect, measure, context) ?? []),
  };
}

function resolveMeasureOf(name: T.Name, context: Context): MeasureSymbol | undefined {
  if (name.text === '') return undefined;
  const own = context.own.get(name.text);
  if (own !== undefined) context.binding.scope.note(name, context.file, own);
  return own ?? context.binding.scope.resolve('measure', name, context.file, context.output.diagnostics);
}

function checkExpect(node: T.Expect, measure: MeasureSymbol | undefined, context: Context): CheckedExpect | undefined {
  const target = node.target && resolveTarget(node.target, measure, context);
  if (node.target !== undefined && target === undefined) return undefined;
  const normTarget = node.norm && checkNormReference(node.norm, measure, context);
  if (node.norm !== undefined && normTarget === undefined) return undefined;
  const norm = normTarget && { target: normTarget, holds: node.holds };
  if (node.process !== undefined) checkProcess(node.process, target, measure, context);
  const process = node.process?.process.text;
  const range = node.amount && amountOf(node.amount, node.outcome, context);
  if (node.amount !== undefined && range === undefined) return undefined;
  const needs = node.facts.flatMap((name) => {
    const fact = context.binding.scope.find('fact', name.text, context.file) ?? fieldNamed(name.text, context);
    const party = context.binding.scope.find('party', name.text, context.file);
    const asked = fact ?? party;
    if (asked !== undefined) context.binding.scope.note(name, context.file, asked);
    if (fact !== undefined) return [fact.name];
    if (party !== undefined) return ['party'];
    // A process has no declaration: a procedure that was passed or not is asked for by its name.
    return [name.text];
  });
  return { node, target, outcome: node.outcome, min: range?.min, max: range?.max, needs, process, norm };
}

/** A process is known by the benefits that name it, with the same word: it decides a sum, or selects who gets it. */
function checkProcess(
  node: T.After | T.SelectedBy,
  target: BenefitTarget | undefined,
  measure: MeasureSymbol | undefined,
  context: Context,
): void {
  const { process } = node;
  if (process.text === '') return;
  const within = target?.measure ?? measure;
  const benefits = (within ? [within] : [...context.own.values()]).flatMap((m) =>
    m.node.body.filter((s) => s.kind === 'Benefit').filter((b) => !target || (b.label?.text ?? null) === target.label),
  );
  const known = benefits.flatMap((b) =>
    b.modifiers.flatMap((m) => (m.kind === 'After' || m.kind === 'SelectedBy' ? [m] : [])),
  );
  if (known.some((m) => m.kind === node.kind && m.process.text === process.text)) return;
  const other = known.find((m) => m.process.text === process.text);
  if (other !== undefined) {
    const selects = other.kind === 'SelectedBy';
    report(context, structure.processOtherwise, node.span, {
      name: process.text,
      ...(selects
        ? { does: { zh: '择优', en: 'selects who gets it' }, write: { zh: '经 … 择优', en: 'selected by' } }
        : { does: { zh: '定数额', en: 'decides the sum' }, write: { zh: '经 … 后', en: 'after' } }),
    });
    return;
  }
  const candidates = known.map((m) => m.process.text);
  context.output.diagnostics.push(unknownName({ zh: '程序', en: 'process' }, process, context.file, candidates));
}

function fieldNamed(name: string, context: Context): FactSymbol | undefined {
  return context.binding.scope
    .visible('record', context.file)
    .flatMap((r) => r.fields)
    .find((f) => f.name === name || f.aliases.includes(name));
}

/** What an expectation says of the amount. After an outcome word a single figure is the upper end, the lower is open. */
function amountOf(
  e: T.Expression,
  outcome: T.OutcomeName | undefined,
  context: Context,
): { min: number | undefined; max: number | undefined } | undefined {
  if (e.kind === 'Range') {
    const min = e.from && fenOf(e.from, context);
    const max = e.to && fenOf(e.to, context);
    return min === undefined && max === undefined ? undefined : { min, max };
  }
  if (e.kind === 'UpTo') {
    const max = fenOf(e.limit, context);
    return max === undefined ? undefined : { min: 0, max };
  }
  if (e.kind === 'AtLeast') {
    const min = fenOf(e.limit, context);
    return min === undefined ? undefined : { min, max: undefined };
  }
  const value = fenOf(e, context);
  if (value === undefined) return undefined;
  return outcome === undefined || outcome === 'granted' ? { min: value, max: value } : { min: undefined, max: value };
}

/** The benefit that an expectation or decision names; tells where there is none. */
function resolveTarget(
  reference: T.BenefitReference,
  measure: MeasureSymbol | undefined,
  context: Context,
): BenefitTarget | undefined {
  const target = findTarget(reference, measure, context);
  if (target !== undefined) context.output.targets.set(reference.name, target);
  return target;
}

/** A label of the example's measure, or a measure with one benefit. */
function findTarget(
  reference: T.BenefitReference,
  measure: MeasureSymbol | undefined,
  context: Context,
): BenefitTarget | undefined {
  const { name, item } = reference;
  if (name.text === '') return undefined;
  const within = reference.measure ? resolveMeasureOf(reference.measure, context) : measure;
  if (reference.measure !== undefined && within === undefined) return undefined;
  const labels = (m: MeasureSymbol) =>
    m.node.body.flatMap((s) => (s.kind === 'Benefit' ? [s.label?.text ?? null] : []));
  if (within !== undefined && labels(within).includes(name.text)) return { measure: within, label: name.text, item };
  const named = within?.name === name.text ? within : context.own.get(name.text);
  const own = named && labels(named);
  if (named !== undefined && own?.length === 1) return { measure: named, label: own[0] ?? null, item };
  if (within === undefined) {
    for (const candidate of context.own.values()) {
      if (labels(candidate).includes(name.text)) return { measure: candidate, label: name.text, item };
    }
  }
  const candidates = (within ? [within] : [...context.own.values()]).flatMap((m) => [m.name, ...labels(m)]);
  context.output.diagnostics.push(
    unknownName(
      { zh: '补助项目', en: 'benefit' },
      name,
      context.file,
      candidates.filter((c) => c !== null),
    ),
  );
  return undefined;
}

function givenValue(fact: T.GivenFact, symbol: FactSymbol, context: Context): Given | undefined {
  const { value } = fact;
  if (symbol.factType.type === 'unknown') return undefined;
  if (symbol.derived !== undefined) {
    report(context, structure.givenDerived, fact.name.span, { name: symbol.name });
    return undefined;
  }
  if (symbol.factType.type === 'list') {
    if (value.kind === 'GivenList') {
      const { record } = symbol.factType;
      return value.items.flatMap((item) =>
        item.kind === 'GivenRecord' ? [givenItem(item.facts, record, context)] : [],
      );
    }
    report(context, messages.wrongType, value.span, {
      found: { zh: '单个值', en: 'a single value' },
      expected: factTypeWord(symbol.factType),
    });
    return undefined;
  }
  if (value.kind === 'GivenYearly') {
    return givenYears(value, symbol.name, context, (given) => scalar(given, symbol.factType, symbol.signed, context));
  }
  if (value.kind === 'GivenRecord' && value.facts.some((given) => /^\d/.test(given.name.text))) {
    report(context, history.givenYearWrong, value.span, { fact: symbol.name });
    return undefined;
  }
  if (value.kind === 'GivenList' || value.kind === 'GivenRecord') {
    report(context, messages.wrongType, value.span, {
      found: { zh: '名单', en: 'a list' },
      expected: factTypeWord(symbol.factType),
    });
    return undefined;
  }
  return scalar(value, symbol.factType, symbol.signed, context);
}

function givenItem(
  facts: readonly T.GivenFact[],
  record: RecordSymbol,
  context: Context,
): { readonly [name: string]: GivenScalar | GivenYears } {
  const item: [string, GivenScalar | GivenYears][] = [];
  for (const fact of facts) {
    const field = record.fields.find((f) => f.name === fact.name.text || f.aliases.includes(fact.name.text));
    if (field === undefined) {
      if (fact.name.text === '') continue;
      const candidates = record.fields.flatMap((f) => [f.name, ...f.aliases]);
      context.output.diagnostics.push(
        unknownName(
          { zh: `“${record.name}”的字段`, en: `field of ${record.name}` },
          fact.name,
          context.file,
          candidates,
        ),
      );
      continue;
    }
    context.binding.scope.note(fact.name, context.file, field);
    const value = givenValue(fact, field, context);
    if (value !== undefined && !Array.isArray(value)) item.push([field.name, value as GivenScalar | GivenYears]);
  }
  return Object.assign(Object.create(null), Object.fromEntries(item)) as { readonly [name: string]: GivenScalar };
}

/** A literal as the runtime holds it; what does not fit the type is told. */
function scalar(
  value: T.Expression,
  type: FactType,
  signed: boolean,
  context: Context,
): number | string | boolean | undefined {
  switch (type.type) {
    case 'unknown':
    case 'list':
      return undefined;
    case 'bool':
      if (value.kind === 'BoolLiteral') return value.value;
      break;
    case 'enum':
      if (value.kind === 'NameExpression') {
        return checkMember(value.name, type.enum, context) ? value.name.text : undefined;
      }
      break;
    case 'key':
      if (value.kind === 'Text') return value.value;
      if (value.kind === 'NameExpression') return value.name.text;
      break;
    case 'date':
      if (value.kind === 'DateLiteral') return daysOf(value.iso);
      break;
    case 'money':
    case 'rate':
    case 'count':
    case 'duration':
    case 'quantity': {
      const scaled = scaledNumber(value, type.type === 'quantity' ? type : { type: type.type });
      if (scaled === undefined) break;
      if (scaled === 'inexact') {
        report(context, structure.givenInexact, value.span, { type: factTypeWord(type) });
        return undefined;
      }
      if (scaled < 0 && !signed) {
        report(context, structure.givenNegative, value.span, {});
        return undefined;
      }
      return scaled;
    }
    default:
      return type satisfies never;
  }
  if (value.kind === 'Missing') return undefined;
  report(context, messages.wrongType, value.span, { found: foundWord(value), expected: factTypeWord(type) });
  return undefined;
}

function foundWord(value: T.Expression) {
  switch (value.kind) {
    case 'BoolLiteral':
      return { zh: '是或否', en: 'yes or no' };
    case 'NumberLiteral':
      return { zh: `数“${value.written}”`, en: `the number ${value.written}` };
    case 'DateLiteral':
      return { zh: `日期“${value.iso}”`, en: `the date ${value.iso}` };
    case 'NameExpression':
      return { zh: `名称“${value.name.text}”`, en: `the name ${value.name.text}` };
    case 'Text':
      return { zh: '文字', en: 'text' };
    default:
      return { zh: '算式', en: 'a formula' };
  }
}

/** How many of the runtime's units one unit of a literal is: whole yuan, 1, one month. */
const scales = { money: 100n, rate: 1_000_000_000n, count: 1n, duration: 1n, quantity: 1_000_000n } as const;

type NumberType = Extract<FactType, { type: 'quantity' }> | { readonly type: Exclude<keyof typeof scales, 'quantity'> };

function scaledNumber(value: T.Expression, type: NumberType): number | 'inexact' | undefined {
  const negative = value.kind === 'Unary' && value.operator === '-';
  const literal = negative ? value.operand : value;
  if (literal.kind !== 'NumberLiteral') return undefined;
  const unit = literal.unit;
  // A bare number takes the unit of the fact; 元 is already in fen.
  const fits =
    unit === 'none' ||
    (type.type === 'money' && unit === 'money') ||
    (type.type === 'rate' && (unit === 'percent' || unit === 'permille')) ||
    (type.type === 'duration' && unit === 'months') ||
    (type.type === 'quantity' &&
      unit === 'named' &&
      (literal.named?.text === type.unit.name || type.unit.aliases.includes(literal.named?.text ?? '')));
  if (!fits) return undefined;
  const factor = type.type === 'money' && unit === 'money' ? 1n : scales[type.type];
  const scaled = literal.numerator * factor;
  if (scaled % literal.denominator !== 0n) return 'inexact';
  const result = Number(scaled / literal.denominator) * (negative ? -1 : 1);
  return Number.isSafeInteger(result) ? result : 'inexact';
}

function fenOf(e: T.Expression, context: Context): number | undefined {
  const value = scaledNumber(e, { type: 'money' });
  if (typeof value === 'number') return value;
  if (e.kind !== 'Missing') {
    report(context, messages.wrongType, e.span, { found: foundWord(e), expected: factTypeWord({ type: 'money' }) });
  }
  return undefined;
}

/** Whole days since 1970-01-01 of an ISO date. */
export function daysOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}
