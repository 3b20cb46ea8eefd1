import { history as messages } from '../../language/diagnostics/catalogue/index.ts';
import type { Fix } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import { printed } from '../../language/syntax/vocabulary.ts';
import { walk } from '../../language/syntax/walk.ts';
import type { FactSymbol, MeasureSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import type { PastAwardTarget } from './model.ts';
import { resolveFact } from './names.ts';
import { isNumeric, type Type, typeWord } from './types.ts';

/** A fact that is read in other years; undefined, and told, where it has none. */
export function resolveYearly(name: T.Name, context: Context, needsYears = true): FactSymbol | undefined {
  const fact = resolveFact(name, context);
  if (fact === undefined || fact.factType.type === 'unknown') return undefined;
  const why =
    fact.derived !== undefined
      ? { zh: '是算出来的', en: 'is computed' }
      : fact.factType.type === 'list'
        ? { zh: '是名单', en: 'is a list' }
        : undefined;
  if (why !== undefined) {
    report(context, messages.noOtherYears, name.span, { fact: fact.name, why });
    return undefined;
  }
  if (needsYears && !fact.byYear) {
    const first = fact.declarations[0];
    report(
      context,
      messages.notByYear,
      name.span,
      { fact: fact.name },
      {
        related: first
          ? [{ file: first.file, span: first.name.span, message: { zh: '在这里声明', en: 'declared here' } }]
          : [],
        fixes: first?.file === context.file ? declaredByYear(first.name, context) : [],
      },
    );
  }
  return fact;
}

/** Adds `by year` behind the type in the declaration of a fact, in the words that stand there. */
function declaredByYear(declared: T.Name, context: Context): Fix[] {
  const parsed = context.binding.program.modules.get(context.file)?.parsed;
  let field: T.Field | undefined;
  if (parsed) {
    walk(parsed.tree, (node) => {
      if (node.kind === 'Field' && node.name === declared) field = node;
    });
  }
  if (parsed === undefined || field === undefined) return [];
  const { start, end } = field.type.span;
  const isHan = /\p{Script=Han}/u.test(parsed.text.slice(start, end));
  const edit = { span: { start: end, end }, text: ` ${printed('yearly', isHan ? 'zh' : 'en')}` };
  return [{ title: { zh: `把“${declared.text}”声明为逐年`, en: `Declare ${declared.text} by year` }, edits: [edit] }];
}

/** A figure whose growth is reckoned. */
export function resolveGrowing(name: T.Name, context: Context): FactSymbol | undefined {
  const fact = resolveYearly(name, context);
  if (fact === undefined) return undefined;
  if (!isNumeric(fact.factType)) {
    report(context, messages.growthOfNumber, name.span, { fact: fact.name, found: typeWord(fact.factType) });
    return undefined;
  }
  if (fact.signed) report(context, messages.growthOfSigned, name.span, { fact: fact.name });
  return fact;
}

/** A whole number of years above 0; undefined, and told, where it is none. `4年` is read as 48 months. */
export function yearsOf(e: T.Expression, context: Context): number | undefined {
  const years = wholeYears(e);
  if (years === undefined && e.kind !== 'Missing') {
    report(context, messages.wholeYears, e.span, { found: e.kind === 'NumberLiteral' ? e.written : '' });
  }
  return years;
}

/** The years that a literal says; undefined where it is no whole number of them from 1 to 100. */
export function wholeYears(e: T.Expression): number | undefined {
  if (e.kind !== 'NumberLiteral' || e.denominator !== 1n || (e.unit !== 'months' && e.unit !== 'none'))
    return undefined;
  const per = e.unit === 'months' ? 12n : 1n;
  const years = e.numerator % per === 0n ? Number(e.numerator / per) : 0;
  return years >= 1 && years <= 100 ? years : undefined;
}

/** What `first time` can be asked of: that something holds which, once reached, was reached. */
export function checkFirstTime(e: T.FirstTime, typeOf: (x: T.Expression) => Type, context: Context): void {
  checkApart(e.condition, context);
  typeOf(e.condition);
  if (e.condition.kind === 'Missing') return;
  const subject = firstTimeSubject(e.condition);
  if (subject === undefined) report(context, messages.firstTimeForm, e.condition.span, {});
  else resolveYearly(subject, context, false);
}

/** The fact that `first time` looks back at: 甲, 甲 is X, 甲 in {…}, 甲 >= N. */
export function firstTimeSubject(e: T.Expression): T.Name | undefined {
  switch (e.kind) {
    case 'Parenthesised':
      return firstTimeSubject(e.inner);
    case 'NameExpression':
      return e.name;
    case 'Is':
      if (e.negated || (e.value.kind === 'BoolLiteral' && !e.value.value)) return undefined;
      return e.value.kind === 'NameExpression' || e.value.kind === 'BoolLiteral' ? nameOf(e.subject) : undefined;
    case 'In':
      return e.negated ? undefined : nameOf(e.subject);
    case 'Binary':
      return (e.operator === '>' || e.operator === '>=') && isWritten(e.right) ? nameOf(e.left) : undefined;
    default:
      return undefined;
  }
}

function nameOf(e: T.Expression): T.Name | undefined {
  if (e.kind === 'Parenthesised') return nameOf(e.inner);
  return e.kind === 'NameExpression' ? e.name : undefined;
}

function isWritten(e: T.Expression): boolean {
  let written = true;
  walk(e, (node) => {
    if (node.kind === 'NameExpression') written = false;
  });
  return written;
}

export function checkRunning(e: T.Running, context: Context): void {
  checkApart(e.condition, context);
  const years = yearsOf(e.years, context);
  if (years === 1) report(context, messages.fewYearsRunning, e.years.span, { years });
  walk(e.condition, (node) => {
    if (node.kind !== 'NameExpression') return;
    const reference = context.output.references.get(node.name);
    if (reference?.kind === 'fact') resolveYearly(node.name, context);
  });
}

function checkApart(within: T.Expression, context: Context): void {
  walk(within, (node) => {
    if (node.kind !== 'FirstTime' && node.kind !== 'Running') return undefined;
    report(context, messages.historyWithin, node.span, {});
    return false;
  });
}

/** The years of a schedule lie apart, cover all of it, and begin with a date. */
export function checkSchedule(e: T.Schedule, context: Context): void {
  checkStart(e.start, context);
  const years = yearsOf(e.years, context);
  if (years === undefined) return;
  const covered = new Set<number>();
  for (const row of e.rows) {
    const last = Math.max(row.from, row.to);
    if (row.from < 1 || row.to < row.from || last > years || !Number.isInteger(row.from) || !Number.isInteger(row.to)) {
      report(context, messages.scheduleBeyond, row.span, { years, year: row.from < 1 ? row.from : last });
      return;
    }
    for (let year = row.from; year <= row.to; year++) {
      if (covered.has(year)) {
        report(context, messages.scheduleTwice, row.span, { year });
        return;
      }
      covered.add(year);
    }
  }
  const missing = Array.from({ length: years }, (_, i) => i + 1).filter((year) => !covered.has(year));
  if (missing.length > 0) report(context, messages.scheduleGap, e.span, { years: missing.join('、') });
}

export function checkStart(name: T.Name, context: Context): void {
  const fact = resolveFact(name, context);
  if (fact === undefined || fact.factType.type === 'date' || fact.factType.type === 'unknown') return;
  report(context, messages.startNotDate, name.span, { fact: fact.name, found: typeWord(fact.factType) });
}

/** Finds the award that a reference names; tells where there is none. A name in quotation marks is taken as it is. */
export function resolvePastAward(reference: T.AwardReference, context: Context): PastAwardTarget | undefined {
  const { path, text } = reference;
  const names = path.map((part) => part.text);
  if (text === undefined && names.some((name) => name === '')) return undefined;
  const found = text ? { policy: undefined, measure: text.value, benefit: undefined } : findPastAward(path, context);
  if (found === undefined) report(context, messages.pastAwardPath, reference.span, { name: names.join('.') });
  else context.output.pastAwards.set(reference, found);
  return found;
}

function findPastAward(path: readonly T.Name[], context: Context): PastAwardTarget | undefined {
  const { scope } = context.binding;
  const [first, second] = path;
  if (first === undefined || path.length > 2) return undefined;
  const own = context.measure && context.own.get(first.text);
  const measure = own ?? scope.find('measure', first.text, context.file);
  if (second === undefined) {
    if (measure !== undefined) {
      scope.note(first, context.file, measure);
      return { policy: measure.policy.name, measure: measure.name, benefit: undefined };
    }
    const holder = context.measure;
    return holder && labelsOf(holder).includes(first.text)
      ? { policy: holder.policy.name, measure: holder.name, benefit: first.text }
      : undefined;
  }
  if (measure !== undefined && labelsOf(measure).includes(second.text)) {
    scope.note(first, context.file, measure);
    return { policy: measure.policy.name, measure: measure.name, benefit: second.text };
  }
  const other = scope.find('policy', first.text, context.file)?.measures.get(second.text);
  if (other === undefined) return undefined;
  scope.note(second, context.file, other);
  return { policy: other.policy.name, measure: other.name, benefit: undefined };
}

function labelsOf({ node }: MeasureSymbol): string[] {
  return node.body.flatMap((line) => (line.kind === 'Benefit' && line.label ? [line.label.text] : []));
}
