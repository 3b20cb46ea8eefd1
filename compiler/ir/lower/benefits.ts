import type * as T from '../../../language/syntax/tree.ts';
import { decisionsIn } from '../../check/decisions.ts';
import { daysOf } from '../../check/examples.ts';
import { wholeYears } from '../../check/history.ts';
import type {
  CheckedApplication,
  CheckedBenefit,
  CheckedCap,
  CheckedDenial,
  CheckedExtension,
  CheckedLess,
  CheckedMatter,
  CheckedMeasure,
  CheckedPolicy,
  CheckedSplits,
} from '../../check/model.ts';
import { money } from '../../check/types.ts';
import {
  type Analogy,
  asOfFact,
  type BenefitPlan,
  type Expr,
  type ExprOf,
  type Family,
  factId,
  type LimitPlan,
  passedFact,
  type Say,
  type SayPart,
  type SplitPlan,
  type StepRole,
  trueExpr,
} from '../ir.ts';
import { isNeverNegative } from '../monotone.ts';
import { one, rational, zero } from '../rational.ts';
import { constant, idOf, type LowerContext, minusOne, referenceOf, zeroMoney } from './context.ts';
import { lowerCondition, lowerNumber } from './expressions.ts';

import { inScheduleYears, pastAwardOf } from './history.ts';
import { lowerPeriod } from './periods.ts';
import { plain, sayAmount, sayCap, sayCondition, sayFloor, sayUplift } from './say.ts';
import { inOrder, uplifted } from './uplifts.ts';

/** Lowers one benefit: eligibility to a conjunction of traced conditions, the amount to a chain of traced steps. */
export function lowerBenefit(
  benefit: CheckedBenefit,
  measure: CheckedMeasure,
  policy: CheckedPolicy,
  base: LowerContext,
): BenefitPlan {
  const decider = deciderOf(benefit);
  const plainly: LowerContext = { ...base, file: measure.file, list: measure.each, decider };
  // What is said of the single item; that it has passed a procedure, or was not paid before, is known of the one at hand alone.
  const said: Expr[] = [
    ...[...policy.periods, ...measure.periods, ...benefit.periods].map((period) => lowerPeriod(period, plainly)),
    ...measure.when.flatMap((condition) => conditions(condition, plainly)),
    ...[...policy.denials, ...measure.denials]
      .filter((denial) => !denial.except.includes(measure.symbol))
      .map((denial) => veto(denial, plainly)),
    ...(benefit.when ? conditions(benefit.when, plainly) : []),
  ];
  const context: LowerContext = { ...plainly, counted: conjunction(said.map(untraced)) };
  const label = benefit.label ?? null;
  const matter = benefit.matter ?? measure.matter;
  const clause = (benefit.clause ?? measure.clause)?.label.value;
  const from = (benefit.from ?? measure.from)?.name;
  const key = label === null ? measure.symbol.name : `${measure.symbol.name}/${label}`;
  return {
    k: 'benefit',
    measure: measure.symbol.name,
    label,
    ...(measure.title !== undefined && { title: measure.title }),
    ...(clause !== undefined && { clause }),
    kind: benefit.node.benefitKind,
    family: familyOf(benefit.node.benefitKind),
    parties: measure.parties.map((p) => p.name),
    analogies: [
      ...[...policy.extensions, ...measure.extensions].map((e) => lowerAnalogy(e, context)),
      ...policy.applications
        .filter((application) => application.measure === measure.symbol)
        .map((application) => lowerAnalogy(application, context)),
    ],
    ...(measure.each && { over: factId(measure.each.name) }),
    when: conjunction([
      ...inForce(policy),
      ...measureInForce(measure),
      ...said,
      ...procedures(benefit, context),
      ...(benefit.eachYear ? [withinYears(benefit.eachYear, context)] : []),
      ...(benefit.onceEver ? [notYetAwarded(key, benefit, context)] : []),
      ...(benefit.onceEverOfMeasure ? [notYetAwarded(measure.symbol.name, benefit, context)] : []),
    ]),
    amount: amountOf(benefit, key, context),
    ...(benefit.less.length > 0 && { less: benefit.less.map((less) => lowerLess(less, key, context)) }),
    ...(matter && { matter: lowerMatter(matter, context) }),
    by: (benefit.by.length > 0 ? benefit.by : measure.by).map((a) => a.name),
    ...(from !== undefined && { from }),
    paidAtOnce: benefit.paidAtOnce,
    ...splitsOf(benefit.splits, context),
    excludes: measure.excludes.map((m) => m.name),
    ...(measure.replaces.length > 0 && { replaces: measure.replaces }),
    stacksWith: measure.stacksWith.map((m) => m.name),
    // Head, label and amount: what a message about the benefit points at, without its modifiers and notes.
    origin: { file: measure.file, span: { start: benefit.node.span.start, end: benefit.node.amount.span.end } },
  };
}

function splitsOf(
  { stages, atOnce, payees, bearers, deciders }: CheckedSplits,
  context: LowerContext,
): Pick<BenefitPlan, 'splits' | 'deciders'> {
  const when = atOnce?.condition && lowerCondition(atOnce.condition, context);
  const splits: SplitPlan[] = [
    ...(stages ? [{ of: 'stages' as const, parts: stages, ...(when && { atOnce: when }) }] : []),
    ...(payees ? [{ of: 'payees' as const, parts: payees }] : []),
    ...(bearers ? [{ of: 'bearers' as const, parts: bearers }] : []),
  ];
  return {
    ...(splits.length > 0 && { splits }),
    ...(deciders.length > 0 && { deciders: deciders.map((agency) => agency.name) }),
  };
}

function familyOf(kind: T.BenefitKind): Family {
  return kind === 'invest' ? 'equity' : 'cash';
}

/** Whether a figure of the amount is left to somebody. */
function isOpen(amount: T.Expression): boolean {
  return decisionsIn(amount).length > 0;
}

/** Who decides an open figure: every process the benefit names. */
function deciderOf(benefit: CheckedBenefit): string | undefined {
  if (!isOpen(benefit.node.amount)) return undefined;
  const names = [...benefit.after, ...(benefit.selectedBy ? [benefit.selectedBy] : [])].map((p) => p.process.text);
  return names.length > 0 ? names.join('、') : undefined;
}

/** The amount: base, floor, caps in the order written, and one rounding to whole fen at the end. */
function amountOf(benefit: CheckedBenefit, key: string, context: LowerContext): Expr {
  const { node } = benefit;
  const plainly = notNegative(lowerNumber(node.amount, money, context), context);
  const selected = benefit.selectedBy !== undefined && !isOpen(node.amount);
  const uplifts = inOrder(benefit.uplifts);
  // Whoever is not selected gets nothing, raised or not: what is selected is the sum after all of that.
  const lowered = selected ? uplifts.reduce((prior, u) => uplifted(u, prior, node.amount, context), plainly) : plainly;
  const by = benefit.selectedBy?.process.text;
  const base: Expr = selected
    ? { k: 'decide', lo: zeroMoney, hi: lowered, ends: true, why: 'selection', ...(by !== undefined && { by }) }
    : lowered;
  const say = sayAmount(node.amount, context);
  const said = selected ? selectedSay(joinSays(say, ...uplifts.map((u) => sayUplift(u, context))), by ?? '') : say;
  let amount = step('base', base, undefined, said, node.amount.span, context);
  for (const uplift of selected ? [] : uplifts) {
    const x = uplifted(uplift, { k: 'prior' }, node.amount, context);
    amount = step('uplift', notNegative(x, context, true), amount, sayUplift(uplift, context), uplift.span, context);
  }
  if (benefit.floor) {
    const limit = lowerNumber(benefit.floor.amount, money, context);
    const x: Expr = { k: 'max', args: [{ k: 'prior' }, limit] };
    amount = step('floor', x, amount, sayFloor(benefit.floor, context), benefit.floor.span, context);
  }
  for (const cap of benefit.caps) {
    if (typeof cap.subject === 'object') continue;
    const x: Expr = { k: 'min', args: [{ k: 'prior' }, capLimit(cap, key, context)] };
    amount = step('cap', x, amount, sayCap(cap.node, context), cap.node.span, context);
  }
  return step(
    'round',
    { k: 'round', x: { k: 'prior' }, step: one, mode: 'half-up' },
    amount,
    plain('四舍五入到分', 'rounded half up to the fen'),
    node.span,
    context,
  );
}

/** A cap over a lifetime leaves what past awards have not used up. */
function capLimit(cap: CheckedCap, key: string, context: LowerContext): Expr {
  const limit = lowerNumber(cap.node.amount, money, context);
  if (cap.node.period !== 'total') return notNegative(limit, context);
  const awarded: Expr = { k: 'fact', ref: key, at: 'awarded' };
  const rest: Expr = { k: 'add', args: [limit, { k: 'mul', a: minusOne, b: awarded }] };
  return { k: 'max', args: [rest, zeroMoney] };
}

function joinSays(first: Say, ...others: readonly Say[]): Say {
  const all = (lang: 'zh' | 'en', comma: string) => others.flatMap((say) => [comma, ...say[lang]]);
  return { zh: [...first.zh, ...all('zh', '，')], en: [...first.en, ...all('en', ', ')] };
}

function selectedSay(say: Say, by: string): Say {
  return { zh: [...say.zh, `，经${by}择优`], en: [...say.en, `, selected by ${by}`] };
}

/** A sum of money that comes out below zero is none. */
function notNegative(e: Expr, { signed }: LowerContext, prior = false): Expr {
  return isNeverNegative(e, (ref) => signed.has(ref), prior) ? e : { k: 'max', args: [e, zeroMoney] };
}

function step(
  role: StepRole,
  x: Expr,
  of: Expr | undefined,
  say: Say,
  span: T.Node['span'],
  context: LowerContext,
  because?: string,
): Expr {
  return {
    k: 'step',
    role,
    x,
    ...(of && { of }),
    say,
    ...(because !== undefined && { because }),
    span,
    file: context.file,
  };
}

/** Every conjunct of a condition is a step of its own, so that a denial can name the one that failed. */
export function conditions(e: T.Expression, context: LowerContext): Expr[] {
  if (e.kind === 'Parenthesised') return conditions(e.inner, context);
  if (e.kind === 'Binary' && e.operator === 'and')
    return [...conditions(e.left, context), ...conditions(e.right, context)];
  return [step('condition', lowerCondition(e, context), undefined, sayCondition(e, context), e.span, context)];
}

/** A condition without the step that tells of it. */
function untraced(e: Expr): Expr {
  if (e.k === 'not') return { k: 'not', x: untraced(e.x) };
  return e.k === 'step' ? e.x : e;
}

export function conjunction(args: readonly Expr[]): Expr {
  return args.length === 0 ? trueExpr : { k: 'and', args };
}

function veto(denial: CheckedDenial, base: LowerContext): Expr {
  const context: LowerContext = { ...base, file: denial.file };
  const { condition, because } = denial.node;
  const x = lowerCondition(condition, context);
  return {
    k: 'not',
    x: step('veto', x, undefined, sayCondition(condition, context), denial.node.span, context, because?.value ?? ''),
  };
}

/** A process after a fixed formula is a procedure: passed or not. */
function procedures(benefit: CheckedBenefit, context: LowerContext): Expr[] {
  if (isOpen(benefit.node.amount)) return [];
  return benefit.after.map((after) => {
    const process = after.process.text;
    const x: Expr = { k: 'fact', ref: passedFact(process), at: 'now' };
    return step('condition', x, undefined, plain(`经${process}`, `after ${process}`), after.span, context);
  });
}

/** In the years from that of a date on, so many. */
function withinYears(node: T.EachYear, context: LowerContext): Expr {
  const years = wholeYears(node.years) ?? 1;
  const x = inScheduleYears(node.start, 1, years, context);
  const reference = referenceOf(node.start, context);
  const given: SayPart = reference?.kind === 'fact' ? { fact: idOf(reference.fact, context), at: 'now' } : '';
  const say: Say = {
    zh: [`自${node.start.text}（`, given, `）起连续${years}年`],
    en: [`for ${years} years from ${node.start.text} (`, given, ')'],
  };
  return step('condition', x, undefined, say, node.span, context);
}

/** What is left after past awards, never below nothing. */
function lowerLess({ node }: CheckedLess, own: string, context: LowerContext): ExprOf<'step'> {
  const ref = node.award ? pastAwardOf(node.award, context) : own;
  const awarded: Expr = { k: 'fact', ref, at: 'awarded' };
  const rest: Expr = { k: 'add', args: [{ k: 'prior' }, { k: 'mul', a: minusOne, b: awarded }] };
  const say: Say = {
    zh: ['扣除已获 ', { fact: ref, at: 'awarded' }],
    en: ['less already awarded ', { fact: ref, at: 'awarded' }],
  };
  const x: Expr = { k: 'max', args: [rest, zeroMoney] };
  return { k: 'step', role: 'less', x, say, span: node.span, file: context.file };
}

function notYetAwarded(key: string, benefit: CheckedBenefit, context: LowerContext): Expr {
  const awarded: Expr = { k: 'fact', ref: key, at: 'awarded' };
  const x: Expr = { k: 'cmp', op: '<=', a: awarded, b: constant(zero, 'money') };
  return step(
    'condition',
    x,
    undefined,
    plain('仅享受一次，此前未享受', 'once ever, and not awarded before'),
    benefit.node.span,
    context,
  );
}

/** A policy pays while it is in force. A draft that was asked for is evaluated as if it were, and says so. */
export function inForce(policy: CheckedPolicy): Expr[] {
  const { effective, status, symbol } = policy;
  return effective === undefined || status === 'draft' ? [] : within(effective, symbol.file);
}

/** A measure may have a time of its own within that of its policy, draft or not. */
export function measureInForce({ effective, file }: CheckedMeasure): Expr[] {
  return effective === undefined ? [] : within(effective, file);
}

function within(effective: T.Effective, file: string): Expr[] {
  const asOf: Expr = { k: 'fact', ref: asOfFact, at: 'now' };
  const day = (date: T.DateLiteral): Expr => ({
    k: 'const',
    value: rational(daysOf(date.iso)),
    valueType: { type: 'date' },
  });
  const args: Expr[] = [];
  if (effective.from) args.push({ k: 'cmp', op: '<=', a: day(effective.from), b: asOf });
  if (effective.to) args.push({ k: 'cmp', op: '<=', a: asOf, b: day(effective.to) });
  if (args.length === 0) return [];
  const from = effective.from?.iso ?? '';
  const to = effective.to?.iso;
  return [
    {
      k: 'step',
      role: 'condition',
      x: { k: 'and', args },
      say: plain(
        to ? `在施行期内（${from} 至 ${to}）` : `已施行（${from} 起）`,
        to ? `in force (${from} to ${to})` : `in force (from ${from})`,
      ),
      span: effective.span,
      file,
    },
  ];
}

function lowerAnalogy(analogy: CheckedExtension | CheckedApplication, context: LowerContext): Analogy {
  const { node, file, parties } = analogy;
  const reads = 'reads' in analogy ? analogy.reads : [];
  const own: LowerContext = { ...context, file };
  return {
    parties: parties.map((p) => p.name),
    when: conjunction(node.condition ? conditions(node.condition, own) : []),
    ...(reads.length > 0 && { reads: reads.map(({ fact, as }) => ({ fact: factId(fact.name), as: factId(as.name) })) }),
    ...(node.note && { note: node.note.value }),
    origin: { file, span: node.span },
  };
}

export function lowerMatter(matter: CheckedMatter, context: LowerContext): NonNullable<BenefitPlan['matter']> {
  return matter.kind === 'matter' ? { name: matter.name } : { fact: idOf(matter.fact, context) };
}

/** Caps over several awards: those in the head of a measure, and those over several applicants of its one benefit. */
export function sharedCapsOf(measure: CheckedMeasure): readonly CheckedCap[] {
  const ofBenefits = measure.benefits.flatMap((benefit) => benefit.caps.filter((c) => typeof c.subject === 'object'));
  return [...measure.caps, ...ofBenefits];
}

/** A cap in the head of a measure is shared by its benefits. */
export function lowerSharedCap(cap: CheckedCap, measure: CheckedMeasure, base: LowerContext): LimitPlan {
  const context: LowerContext = { ...base, file: measure.file, list: measure.each, decider: undefined };
  return {
    k: 'limit',
    measure: measure.symbol.name,
    subject: typeof cap.subject === 'object' ? { key: idOf(cap.subject.key, context) } : cap.subject,
    period: cap.node.period ?? 'year',
    amount: capLimit(cap, measure.symbol.name, context),
    say: sayCap(cap.node, context),
    origin: { file: measure.file, span: cap.node.span },
  };
}
