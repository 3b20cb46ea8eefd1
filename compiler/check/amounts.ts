import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { constantValue } from './constants.ts';
import { type Context, type Place, report } from './context.ts';
import { resolveFact } from './names.ts';
import { checkMember } from './operators.ts';
import { reportDecision, requireType } from './place.ts';
import { isNumeric, rate, sumType, type Type, typeWord, unknown } from './types.ts';

export function rateOfType(e: T.RateOf, context: Context, place: Place): Type {
  const share = context.typeOf(e.rate, context, place, rate);
  const base = context.typeOf(e.base, context, { ...place, decisions: false });
  if (share.type !== 'rate' && share.type !== 'unknown') {
    report(context, messages.rateExpected, e.rate.span, { found: typeWord(share) });
  }
  if (!isNumeric(base) && base.type !== 'unknown') {
    report(context, messages.wrongType, e.base.span, {
      found: typeWord(base),
      expected: { zh: '可按比例计算的数', en: 'a figure that a share can be taken of' },
    });
    return unknown;
  }
  return base;
}

/** `A per U`, `A per U of F`: the unit, in months and years of a duration, is that of the fact. */
export function perType(e: T.Per, amount: Type, context: Context, place: Place): Type {
  const fact = resolveFact(e.of ?? e.unit, context);
  if (fact === undefined || fact.factType.type === 'unknown') return unknown;
  const { factType } = fact;
  if (factType.type !== 'count' && factType.type !== 'quantity' && factType.type !== 'duration') {
    const { span, text } = e.of ?? e.unit;
    report(context, messages.perNeedsCount, span, { name: text, found: typeWord(factType) });
    return unknown;
  }
  if (e.of !== undefined && !isUnitOf(e.unit, factType, context)) {
    report(context, messages.perUnit, e.unit.span, { unit: e.unit.text, name: e.of.text, found: typeWord(factType) });
    return unknown;
  }
  if (e.atMost !== undefined) {
    const limit = context.typeOf(e.atMost, context, { ...place, decisions: false }, factType);
    requireType(e.atMost, limit, factType, context);
  }
  if (amount.type === 'unknown') return unknown;
  if (!isNumeric(amount)) {
    report(context, messages.notMoney, e.amount.span, { found: typeWord(amount) });
    return unknown;
  }
  return amount;
}

/** Whether quantities of a type are counted in a unit. Counts are counted in whatever the text calls them. */
function isUnitOf(unit: T.Name, type: Type, context: Context): boolean {
  if (type.type === 'duration') return durationUnits.has(unit.text);
  const declared = context.binding.scope.find('unit', unit.text, context.file);
  if (declared !== undefined) context.binding.scope.note(unit, context.file, declared);
  return type.type === 'quantity' ? declared === type.unit : declared === undefined && !durationUnits.has(unit.text);
}

/** How many months one of each unit is. */
export const durationUnits: ReadonlyMap<string, bigint> = new Map([
  ['月', 1n],
  ['个月', 1n],
  ['month', 1n],
  ['年', 12n],
  ['year', 12n],
]);

/** `A per full N of F over M`: N a written figure of the unit of F. */
export function perFullType(e: T.PerFull, context: Context, place: Place, expected: Type | undefined): Type {
  const fixed: Place = { ...place, decisions: false };
  const amount = context.typeOf(e.amount, context, place, expected);
  const of = context.typeOf(e.of, context, fixed);
  if (of.type !== 'unknown' && !isNumeric(of)) {
    report(context, messages.wrongType, e.of.span, { found: typeWord(of), expected: { zh: '数', en: 'a number' } });
    return unknown;
  }
  for (const part of [e.step, e.over]) {
    if (part) requireType(part, context.typeOf(part, context, fixed, of), of, context);
  }
  const step = constantValue(e.step);
  if (step === undefined || step.n <= 0n) report(context, messages.fullStep, e.step.span, {});
  if (amount.type === 'unknown' || of.type === 'unknown') return unknown;
  return amount.type === 'number' && expected?.type === 'money' ? expected : amount;
}

export function rangeType(e: T.Range, context: Context, place: Place, expected: Type | undefined): Type {
  if (!place.decisions) reportDecision(e, context, place);
  const fixed: Place = { ...place, decisions: false };
  const from = e.from && context.typeOf(e.from, context, fixed, expected);
  const to = e.to && context.typeOf(e.to, context, fixed, expected);
  if (e.from === undefined || e.to === undefined) {
    report(context, messages.openRange, e.span, {});
    return from ?? to ?? unknown;
  }
  const type = from && to && sumType(from, to);
  if (type === undefined) {
    report(context, messages.rangeEnds, e.span, {
      left: typeWord(from ?? unknown),
      right: typeWord(to ?? unknown),
    });
    return unknown;
  }
  checkRangeForm(e, type, context);
  return type;
}

/** On whole numbers, years and dates a range is written `a to b`: whether `a..b` holds b is not to be guessed. */
export function checkRangeForm(range: T.Range, type: Type, context: Context): void {
  if (range.form !== 'dots' || (type.type !== 'count' && type.type !== 'date')) return;
  const { from, to } = range;
  report(
    context,
    messages.dotsOnWholeNumbers,
    range.span,
    { type: typeWord(type) },
    from && to
      ? {
          fixes: [
            {
              title: { zh: '改为 a to b（两端都含）', en: 'Write a to b (both ends included)' },
              edits: [{ span: { start: from.span.end, end: to.span.start }, text: ' to ' }],
            },
          ],
        }
      : {},
  );
}

export function tableType(e: T.Table, context: Context, place: Place, expected: Type | undefined): Type {
  const fact = resolveFact(e.subject, context);
  let type: Type | undefined;
  const join = (value: T.Expression): void => {
    const found = context.typeOf(value, context, place, expected);
    if (value.kind === 'None' || found.type === 'unknown') return;
    const joined = type === undefined ? found : sumType(type, found);
    if (joined === undefined && type !== undefined) {
      report(context, messages.wrongType, value.span, { found: typeWord(found), expected: typeWord(type) });
    } else type = joined;
  };
  for (const row of e.rows) join(row.value);
  if (e.otherwise) join(e.otherwise);
  if (fact === undefined || fact.factType.type === 'unknown') return type ?? unknown;
  if (fact.factType.type !== 'enum') {
    report(context, messages.tableNeedsEnum, e.subject.span, { name: e.subject.text, found: typeWord(fact.factType) });
    return type ?? unknown;
  }
  const of = fact.factType.enum;
  const seen = new Map<string, T.Name>();
  for (const member of e.rows.flatMap((row) => row.members)) {
    if (!checkMember(member, of, context)) continue;
    const first = seen.get(member.text);
    if (first !== undefined) {
      report(
        context,
        messages.tableRowTwice,
        member.span,
        { member: member.text },
        {
          related: [{ file: context.file, span: first.span, message: { zh: '先写在这里', en: 'first written here' } }],
        },
      );
    } else seen.set(member.text, member);
  }
  const missing = of.members.filter((m) => !seen.has(m));
  if (e.otherwise === undefined && missing.length > 0) {
    report(context, messages.tableIncomplete, e.subject.span, { missing: missing.join('、'), enum: of.name });
  }
  return type ?? expected ?? unknown;
}
