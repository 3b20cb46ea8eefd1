import { history, names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import { isNorm } from '../../language/syntax/statement-kinds.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { BudgetSymbol, FactSymbol, MeasureSymbol } from '../bind/symbols.ts';
import { checkItemQuota, checkQuota, checkSharing } from './among-applicants.ts';
import { type Context, report } from './context.ts';
import { checkAmount, checkCondition, checkValue, letType } from './expressions.ts';
import { checkStart, resolvePastAward, wholeYears, yearsOf } from './history.ts';
import type {
  CheckedAllowance,
  CheckedBenefit,
  CheckedCap,
  CheckedDenial,
  CheckedExtension,
  CheckedMeasure,
  CheckedSplits,
} from './model.ts';
import { resolveFact } from './names.ts';
import { checkNorm } from './norms.ts';
import { checkPeriod } from './periods.ts';
import {
  resolveAgencies,
  resolveBudget,
  resolveList,
  resolveMatter,
  resolveMeasures,
  resolveParties,
} from './resolve.ts';
import { checkShares } from './shares.ts';
import { money } from './types.ts';
import { checkUplift, type Uplift } from './uplifts.ts';

/**
 * Checks a measure: header lines first, since benefits take their party, item, matter and bodies from them. Of lines
 * that may stand once, the first counts; that there are more was told when the file was parsed.
 */
export function checkMeasure(symbol: MeasureSymbol, base: Context): CheckedMeasure {
  const { node } = symbol;
  const lines = <K extends T.Statement['kind']>(kind: K) =>
    node.body.filter((s): s is Extract<T.Statement, { kind: K }> => s.kind === kind);
  const target = lines('For')[0];
  const whole = { ...base, measure: symbol };
  const parties = target ? resolveParties(target.parties, whole) : [];
  const each = target?.each ? resolveList(target.each, parties, whole) : undefined;
  const item = each?.factType.type === 'list' ? each.factType.record : undefined;
  const context: Context = { ...whole, parties, item };

  if (target?.where) checkCondition(target.where, context);
  for (const line of lines('When')) checkCondition(line.condition, context);
  const scored = lines('Score').flatMap((line) => reachedScore(line) ?? []);
  for (const condition of scored) checkCondition(condition, context);
  const denials = lines('Deny').map((line) => checkDenial(line, context));
  for (const symbolOfLet of symbol.lets.values()) {
    letType(symbolOfLet, symbolOfLet.node.name, context);
  }
  const from = resolveBudget(lines('PaysFrom')[0], context);
  const matterLine = lines('About')[0];
  const benefits = lines('Benefit').map((b) =>
    checkBenefit(b, { from, each, alone: lines('Benefit').length === 1, staged: lines('Stages').length > 0 }, context),
  );
  checkLabels(lines('Benefit'), context);
  const eachYear = lines('EachYear')[0];
  if (eachYear) checkEachYear(eachYear, context);
  const onceInHeader = lines('OnceEver')[0];
  if (onceInHeader && eachYear) tellOnceEachYear(onceInHeader, eachYear, context);
  const splits = checkSplits(node.body, context);
  const inHeader = (found: CheckedBenefit): CheckedBenefit => ({
    ...found,
    onceEverOfMeasure: lines('OnceEver').length > 0,
    eachYear: found.eachYear ?? eachYear,
    splits: {
      stages: found.splits.stages ?? splits.stages,
      atOnce: found.splits.atOnce,
      payees: found.splits.payees ?? splits.payees,
      bearers: found.splits.bearers ?? splits.bearers,
      deciders: found.splits.deciders.length > 0 ? found.splits.deciders : splits.deciders,
    },
  });
  if (target === undefined && benefits.length > 0) {
    report(context, structure.measureWithoutParty, node.name.span, { measure: symbol.name });
  }
  return {
    symbol,
    file: context.file,
    title: node.title?.value,
    clause: lines('Clause')[0],
    for: target,
    parties,
    each,
    matter: matterLine && resolveMatter(matterLine.matter, context),
    by: lines('By').flatMap((line) => resolveAgencies(line.agencies, context)),
    when: [...(target?.where ? [target.where] : []), ...lines('When').map((line) => line.condition), ...scored],
    denials,
    periods: [...lines('Covers'), ...lines('Deadline')].map((line) => checkPeriod(line, context)),
    caps: lines('Cap').map((cap) => checkCap(cap, context)),
    from,
    quota: checkQuota(lines('Quota')[0], context),
    itemQuota: checkItemQuota(lines('ItemQuota')[0], each, context),
    sharing: checkSharing(lines('Sharing')[0], from !== undefined, each, context),
    replaces: lines('Replaces').flatMap((line) => line.policies.map((name) => name.text)),
    excludes: lines('Excludes').flatMap((line) => resolveMeasures(line.measures, context)),
    stacksWith: lines('StacksWith').flatMap((line) => resolveMeasures(line.measures, context)),
    allowances: lines('Allow').map((line) => checkAllowance(line, context)),
    effective: checkEffective(lines('Effective')[0], context),
    extensions: lines('Extend').map((line) => checkExtension(line, context)),
    benefits: benefits.map(inHeader),
    norms: node.body.flatMap((line) => (isNorm(line) ? [checkNorm(line, undefined, context)] : [])),
  };
}

/** That a score comes to at least so many points. */
function reachedScore({ name, atLeast }: T.Score): T.Expression | undefined {
  if (atLeast === undefined) return undefined;
  // A name of its own: the one that is written declares the score.
  const left: T.Expression = { kind: 'NameExpression', span: name.span, name: { ...name } };
  return { kind: 'Binary', span: atLeast.span, operator: '>=', left, right: atLeast };
}

/** What a benefit takes from its measure. */
interface Surroundings {
  readonly from: BudgetSymbol | undefined;
  readonly each: FactSymbol | undefined;
  /** The measure pays in stages. */
  readonly staged: boolean;
  /** It is the only benefit of the measure. */
  readonly alone: boolean;
}

function checkBenefit(node: T.Benefit, of: Surroundings, context: Context): CheckedBenefit {
  const lines = <K extends T.Modifier['kind']>(kind: K) =>
    node.modifiers.filter((m): m is Extract<T.Modifier, { kind: K }> => m.kind === kind);
  checkAmount(node.amount, context);
  const when = lines('When')[0];
  if (when) checkCondition(when.condition, context);
  const uplifts = node.modifiers.filter(isUplift);
  for (const uplift of uplifts) checkUplift(uplift, node.amount, context);
  const eachYear = lines('EachYear')[0];
  if (eachYear) checkEachYear(eachYear, context);
  const once = lines('OnceEver')[0];
  if (once) askForKey(once, context);
  if (once && eachYear) tellOnceEachYear(once, eachYear, context);
  const floor = lines('Floor')[0];
  if (floor) checkValue(floor.amount, money, context);
  const matter = lines('About')[0];
  const from = resolveBudget(lines('PaysFrom')[0], context);
  return {
    node,
    label: node.label?.text || undefined,
    matter: matter && resolveMatter(matter.matter, context),
    by: lines('By').flatMap((line) => resolveAgencies(line.agencies, context)),
    clause: lines('Clause')[0],
    when: when?.condition,
    after: lines('After'),
    selectedBy: lines('SelectedBy')[0],
    uplifts,
    floor,
    caps: lines('Cap').map((cap) => checkBenefitCap(cap, of.alone, context)),
    from,
    quota: checkQuota(lines('Quota')[0], context),
    itemQuota: checkItemQuota(lines('ItemQuota')[0], of.each, context),
    sharing: checkSharing(lines('Sharing')[0], (from ?? of.from) !== undefined, of.each, context),
    periods: [...lines('Covers'), ...lines('Deadline')].map((line) => checkPeriod(line, context)),
    onceEver: lines('OnceEver').length > 0,
    onceEverOfMeasure: false,
    eachYear,
    less: lines('Less').map((node) => ({ node, award: node.award && resolvePastAward(node.award, context) })),
    paidAtOnce: lines('PaidAtOnce').length > 0,
    splits: checkSplits(node.modifiers, context, of.staged),
    perYear: lines('PerYear').length > 0,
  };
}

/** The two cannot both be meant: what is given once is not given again the year after. */
function tellOnceEachYear(once: T.OnceEver, { years }: T.EachYear, context: Context): void {
  const n = wholeYears(years);
  if (n !== undefined && n > 1) report(context, structure.onceEachYear, once.span, { years: n });
}

/** How what is paid is split up, by the lines of a header or the modifiers of a benefit. */
function checkSplits(nodes: readonly T.Statement[], context: Context, staged = false): CheckedSplits {
  const first = <K extends T.Modifier['kind']>(kind: K) =>
    nodes.find((line): line is Extract<T.Modifier, { kind: K }> => line.kind === kind);
  const [stages, payees, bearers, atOnce] = [first('Stages'), first('PaidTo'), first('BorneBy'), first('AtOnce')];
  if (atOnce !== undefined) {
    if (atOnce.condition) checkCondition(atOnce.condition, context);
    if (atOnce.condition === undefined || !(stages || staged)) report(context, structure.atOnceAlone, atOnce.span, {});
  }
  return {
    stages: stages && checkShares(stages, context),
    atOnce,
    payees: payees && checkShares(payees, context),
    bearers: bearers && checkShares(bearers, context),
    deciders: nodes.flatMap((line) => (line.kind === 'DecidedBy' ? resolveAgencies(line.agencies, context) : [])),
  };
}

function isUplift(node: T.Modifier): node is Uplift {
  return node.kind === 'Instead' || node.kind === 'Plus' || node.kind === 'Times';
}

/** Awards are told apart by measure and label: only a measure with one benefit may leave the label out. */
function checkLabels(benefits: readonly T.Benefit[], context: Context): void {
  if (benefits.length < 2) return;
  const seen = new Map<string, T.Name>();
  for (const benefit of benefits) {
    const { label } = benefit;
    if (label === undefined || label.text === '') {
      if (label === undefined) report(context, structure.benefitWithoutLabel, benefit.span, {});
      continue;
    }
    const first = seen.get(label.text);
    if (first === undefined) seen.set(label.text, label);
    else {
      report(
        context,
        messages.duplicate,
        label.span,
        { kind: { zh: '补助项目名', en: 'benefit label' }, name: label.text },
        {
          related: [{ file: context.file, span: first.span, message: { zh: '先写在这里', en: 'first written here' } }],
        },
      );
    }
  }
}

function checkEachYear(node: T.EachYear, context: Context): void {
  checkStart(node.start, context);
  yearsOf(node.years, context);
}

/** An item that was paid for must be known again. */
function askForKey(node: T.Node, context: Context): void {
  const { item } = context;
  if (item === undefined || item.fields.some((field) => field.factType.type === 'key')) return;
  report(context, history.onceEverItem, node.span, { record: item.name });
}

function checkCap(node: T.Cap, context: Context): CheckedCap {
  checkValue(node.amount, money, context);
  return { node, subject: capSubject(node, context) };
}

function checkBenefitCap(node: T.Cap, alone: boolean, context: Context): CheckedCap {
  const cap = checkCap(node, context);
  if (typeof cap.subject === 'object' && !alone) {
    report(context, structure.keyCapInBenefit, node.span, { subject: node.subject?.text ?? '' });
  }
  if (node.period === 'total') askForKey(node, context);
  // Each item is an award of its own; holding them down together is what a cap in the header does.
  if (cap.subject === 'applicant' && context.item !== undefined) {
    report(context, structure.capAcrossItems, node.span, { subject: node.subject?.text ?? '' });
  }
  return cap;
}

/** Whose awards a cap holds down: the item or the applicant; by default what `for` names. */
function capSubject(node: T.Cap, context: Context): CheckedCap['subject'] {
  const whole = context.item === undefined ? 'applicant' : 'item';
  if (node.subject === undefined) return whole;
  const name = node.subject.text;
  if (name === '') return whole;
  const target = context.measure?.node.body.find((s): s is T.For => s.kind === 'For');
  if (target?.each?.text === name) return 'item';
  const party = context.binding.scope.find('party', name, context.file);
  if (party !== undefined && context.parties.includes(party)) {
    context.binding.scope.note(node.subject, context.file, party);
    return 'applicant';
  }
  const fact = context.binding.scope.find('fact', name, context.file);
  if (fact?.factType.type === 'key') {
    const key = resolveFact(node.subject, context);
    return key === undefined ? whole : { key };
  }
  // What is wrong with its type is told where it is declared.
  if (fact?.factType.type === 'unknown') return whole;
  const named = [...(target?.each ? [target.each.text] : []), ...context.parties.map((p) => p.name)];
  report(context, structure.capSubject, node.subject.span, { subject: name, expected: named.join('、') || '—' });
  return whole;
}

function checkAllowance(node: T.Allow, context: Context): CheckedAllowance {
  if (!isReason(node.because)) report(context, structure.allowanceWithoutReason, node.span, {});
  return { node, with: resolveMeasures(node.measures, context) };
}

/** Whether a text gives a reason: “…” stands where one is still to be written. */
export function isReason(text: T.Text | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text.value);
}

/** An interval that ends after it begins. */
export function checkEffective(line: T.Effective | undefined, context: Context): T.Effective | undefined {
  if (line?.from && line.to && line.to.iso < line.from.iso) {
    report(context, structure.effectiveBackwards, line.span, { from: line.from.iso, to: line.to.iso });
  }
  return line;
}

/** Checks a veto: a condition, and the reason that the applicant is told. */
export function checkDenial(node: T.Deny, context: Context): CheckedDenial {
  checkCondition(node.condition, context);
  if (!isReason(node.because)) report(context, structure.denyWithoutReason, node.span, {});
  if (node.except.length > 0 && context.measure !== undefined) {
    report(context, structure.exceptInMeasure, node.except[0]!.span, {});
  }
  return { node, file: context.file, except: resolveMeasures(node.except, context) };
}

export function checkExtension(node: T.Extend, context: Context): CheckedExtension {
  const parties = resolveParties(node.parties, context);
  if (node.condition) checkCondition(node.condition, { ...context, parties });
  return { node, file: context.file, parties };
}
