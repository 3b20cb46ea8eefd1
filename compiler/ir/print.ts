import type {
  BenefitPlan,
  Expr,
  ExprOf,
  FactDeclaration,
  FactTime,
  GroupPlan,
  ItemQuotaPlan,
  LimitPlan,
  NormPlan,
  Plan,
  PolicyIr,
  PoolPlan,
  QuotaPlan,
  Say,
  ValueType,
} from './ir.ts';
import { divide, multiply, type Rational, rational, show } from './rational.ts';
import { conjunctsOf, stepsOf } from './shape.ts';

/** Columns after which an expression is broken over several lines. */
const width = 110;

/** The whole IR as text, for people and golden files: the same IR always gives the same text. Places are left out. */
export function print(policy: PolicyIr): string {
  return `${[...printHeader(policy), ...printDeclarations(policy), ...policy.plans.flatMap(printPlan)].join('\n')}\n`;
}

/** One expression, on one line where it fits. */
export function printExpr(e: Expr): string {
  return layOut(nest(e), '');
}

function printHeader({ name, title, level, status, effective, asOf, leads, replaces }: PolicyIr): string[] {
  const { onPublication, from, to } = effective;
  const since = `${from === undefined ? '' : day(from)} to ${to === undefined ? '' : day(to)}`;
  return [
    `policy ${name}${title === undefined ? '' : ` ${quote(title)}`}`,
    `  ${[status, level, onPublication ? 'on publication' : '', (from ?? to) ? since : ''].filter(Boolean).join(', ')}`,
    ...(asOf === undefined ? [] : [`  as of ${day(asOf)}`]),
    ...field('leads', leads),
    ...field('replaces', replaces),
  ];
}

function printDeclarations({ parties, disjoint, enums, lists, facts }: PolicyIr): string[] {
  const alias = (aliases: readonly string[]) => (aliases.length > 0 ? ` = ${aliases.join(', ')}` : '');
  const of = (names: readonly string[]) => (names.length > 0 ? ` of ${names.join(', ')}` : '');
  const fact = (f: FactDeclaration) =>
    `fact ${f.id}${alias(f.aliases)}: ${typeName(f.valueType)}${f.signed ? ' signed' : ''}${of(f.parties)}`;
  return [
    ...parties.map(
      (p) => `party ${p.name}${alias(p.aliases)}${p.parents.length > 0 ? ` < ${p.parents.join(', ')}` : ''}`,
    ),
    ...disjoint.map((set) => `disjoint ${set.join(', ')}`),
    ...enums.map((e) => `enum ${e.name} {${e.members.join(', ')}}`),
    ...lists.map((l) => `list ${l.id}${alias(l.aliases)}: ${l.record}${of(l.parties)}`),
    ...facts.map(fact),
  ];
}

// --------------------------------------------------------------------------------------------------------------- plans

function printPlan(plan: Plan): string[] {
  switch (plan.k) {
    case 'benefit':
      return printBenefit(plan);
    case 'group':
      return printGroup(plan);
    case 'limit':
      return printLimit(plan);
    case 'quota':
      return printQuota(plan);
    case 'item-quota':
      return printItemQuota(plan);
    case 'pool':
      return printPool(plan);
    case 'norm':
      return printNorm(plan);
    default:
      return plan satisfies never;
  }
}

function printBenefit(plan: BenefitPlan): string[] {
  const { measure, label, kind, family, matter } = plan;
  return [
    `benefit ${label === null ? measure : `${measure}/${label}`}: ${kind}, ${family}${plan.paidAtOnce ? ', paid at once' : ''}`,
    ...field('title', plan.title === undefined ? [] : [quote(plan.title)]),
    ...field('clause', optional(plan.clause)),
    ...field('for', plan.parties),
    ...plan.analogies.flatMap((a) => [
      `  by analogy ${a.parties.join(', ')}${a.note === undefined ? '' : ` ${quote(a.note)}`}`,
      ...(a.reads ?? []).map(({ fact, as }) => `    reading ${fact} as ${as}`),
      ...printWhen(a.when, '    '),
    ]),
    ...field('over', optional(plan.over)),
    ...field('about', matter === undefined ? [] : ['name' in matter ? matter.name : `fact ${matter.fact}`]),
    ...field('by', plan.by),
    ...field('decided by', plan.deciders ?? []),
    ...field('from', optional(plan.from)),
    ...(plan.splits ?? []).map(({ of, parts, atOnce }) => {
      const all = parts.map(({ name, share }) => `${name} ${share ? show(share) : 'open'}`).join(', ');
      return `  ${of} ${all}${atOnce ? ` unless ${layOut(nest(atOnce), '    ')}` : ''}`;
    }),
    ...field('excludes', plan.excludes),
    ...field('stacks with', plan.stacksWith),
    ...printWhen(plan.when, '  '),
    ...printAmount(plan.amount),
    ...(plan.less ?? []).map((step) => `  less ${layOut(nest(step.x), '    ')}${said(step.say)}`),
  ];
}

function printWhen(when: Expr, indent: string): string[] {
  const conjuncts = conjunctsOf(when);
  if (conjuncts === null) return [`${indent}when ${layOut(nest(when), `${indent}  `)}`];
  return conjuncts.flatMap(({ step, veto }) => [
    `${indent}${veto ? 'unless' : 'when'} ${layOut(nest(step.x), `${indent}  `)}${said(step.say)}`,
    ...(step.because === undefined ? [] : [`${indent}  because ${quote(step.because)}`]),
  ]);
}

function printAmount(amount: Expr): string[] {
  const steps = stepsOf(amount);
  if (steps === null) return [`  amount ${layOut(nest(amount), '    ')}`];
  return steps.map((step) => `  ${step.role.padEnd(8)} ${layOut(nest(step.x), '    ')}${said(step.say)}`);
}

function printGroup({ rule, reach, between, clause }: GroupPlan): string[] {
  const far = 'level' in reach ? `level ${reach.level}` : 'key' in reach ? `${reach.reach} ${reach.key}` : reach.reach;
  return [`stacking ${rule}, ${far}`, ...field('between', between ?? []), ...field('clause', optional(clause))];
}

function printLimit({ measure, subject, period, amount, say }: LimitPlan): string[] {
  const per = typeof subject === 'string' ? subject : `key ${subject.key}`;
  return [`limit of ${measure}, per ${per}, ${period}`, `  cap ${layOut(nest(amount), '    ')}${said(say)}`];
}

function printItemQuota({ measure, label, list, n, same, rank, asGiven, clause, say }: ItemQuotaPlan): string[] {
  return [
    `quota of ${label === undefined ? measure : `${measure}/${label}`}: ${n} of ${list}${same === undefined ? '' : `, per ${same}`}`,
    ...field('clause', optional(clause)),
    ...field('rank', [...rank.map(({ fact, order }) => `${fact} ${order}`), ...(asGiven ? ['as given'] : [])]),
    `  say ${quote(say.zh)} ${quote(say.en)}`,
  ];
}

function printQuota({ measure, label, n, perYear, clause, rank }: QuotaPlan): string[] {
  return [
    `quota of ${label === undefined ? measure : `${measure}/${label}`}: ${n}${perYear ? ' per year' : ''}`,
    ...field('clause', optional(clause)),
    ...field(
      'rank',
      rank.map(({ fact, order }) => `${fact} ${order}`),
    ),
  ];
}

function printPool({ name, amount, perYear, years, total, by, clause, share }: PoolPlan): string[] {
  return [
    `pool ${name}: ${yuan(amount)}${perYear ? ' per year' : ''}, ${typeof share === 'string' ? share : `in order of ${share.fact}`}`,
    ...field('years', years === undefined ? [] : [String(years)]),
    ...field('total', total === undefined ? [] : [yuan(total)]),
    ...field('by', by),
    ...field('clause', optional(clause)),
  ];
}

function printNorm(plan: NormPlan): string[] {
  const { measure, modality, bearers, object, share, year, valueType } = plan;
  const figure = share && `${show(share.value)}${share.upper ? ` to ${show(share.upper)}` : ''}`;
  const bounds = share && `${share.bound} ${figure}${valueType ? ` ${typeName(valueType)}` : ''}`;
  return [
    `norm of ${measure}: ${modality} ${bearers.length > 0 ? `${bearers.join(', ')}: ` : ''}${object}`,
    ...field('clause', optional(plan.clause)),
    ...field('as', optional(plan.as)),
    ...field('share', bounds === undefined ? [] : [share?.base === undefined ? bounds : `${bounds} of ${share.base}`]),
    ...field('undecided', optional(plan.undecided)),
    ...field('year', year === undefined ? [] : [String(year)]),
    ...field('each year', plan.eachYear ? ['yes'] : []),
    ...field('until', plan.until === undefined ? [] : [String(plan.until)]),
    ...field('months', plan.months === undefined ? [] : [show(plan.months)]),
    ...field('for', plan.parties),
    ...field('about', optional(plan.matter)),
    ...field('by', plan.by),
    ...printWhen(plan.when, '  '),
    `  say ${quote(plan.say.zh)} ${quote(plan.say.en)}`,
  ];
}

function field(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`  ${name} ${values.join(', ')}`];
}

function optional(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

/** The Chinese sentence, facts in braces. */
function said(say: Say): string {
  const text = say.zh.map((part) => {
    if (typeof part === 'string') return part;
    return `{${'chosen' in part ? `item of ${part.chosen.list}` : factName(part.fact, part.at ?? 'now')}}`;
  });
  return `  ${quote(text.join(''))}`;
}

// -------------------------------------------------------------------------------------------------------- expressions

/** A word, or a form whose first word names it. */
type Nested = string | readonly Nested[];

function nest(e: Expr): Nested {
  switch (e.k) {
    case 'const':
      return constant(e.value, e.valueType);
    case 'fact':
      return factName(e.ref, e.at);
    case 'prior':
      return 'prior';
    case 'add':
      return ['+', ...e.args.map(nest)];
    case 'mul':
      return ['*', nest(e.a), nest(e.b)];
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return [e.k, ...e.args.map(nest)];
    case 'not':
      return ['not', nest(e.x)];
    case 'if':
      return ['if', nest(e.c), nest(e.t), nest(e.e)];
    case 'round':
      return ['round', e.mode, show(e.step), nest(e.x)];
    case 'months':
      return ['months', String(e.n), nest(e.x)];
    case 'fold':
      return [`${e.op}-of`, e.list, nest(e.where), nest(e.body)];
    case 'nth':
      return ['nth', e.list, ...(e.same === undefined ? [] : [`same ${e.same}`]), nest(e.where)];
    case 'decide':
      return nestDecide(e);
    case 'cmp':
      return [e.op, nest(e.a), nest(e.b)];
    case 'member':
      return ['in', nest(e.x), `{${e.set.join(', ')}}`];
    case 'step':
      return [`step ${e.role}`, ...(e.of ? [nest(e.of)] : []), nest(e.x)];
    default:
      return e satisfies never;
  }
}

function nestDecide({ lo, hi, ends, why, by, reason }: ExprOf<'decide'>): Nested {
  const ranges = [nest(lo), ends ? 'or' : 'to', hi === null ? '∞' : nest(hi)];
  return [
    'decide',
    ...ranges,
    why,
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(reason === undefined ? [] : [quote(reason)]),
  ];
}

function factName(ref: string, at: FactTime): string {
  if (at === 'now') return ref;
  if (typeof at === 'string') return `${ref}@${at}`;
  return 'back' in at ? `${ref}@-${at.back}` : `${ref}@-${at.base} as base`;
}

function constant(value: Rational | boolean, type: ValueType): string {
  if (typeof value === 'boolean') return String(value);
  switch (type.type) {
    case 'money':
      return yuan(value);
    case 'rate': {
      const percent = multiply(value, rational(100));
      return percent.d === 1n ? `${percent.n}%` : show(value);
    }
    case 'date':
      return value.d === 1n ? day(Number(value.n)) : show(value);
    case 'duration':
      return `${show(value)}月`;
    case 'quantity':
      return `${show(value)}${type.unit}`;
    case 'count':
    case 'bool':
    case 'key':
    case 'enum':
      return show(value);
    default:
      return type satisfies never;
  }
}

const yuan = (fen: Rational): string => `${show(divide(fen, rational(100)))}元`;
const day = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
const quote = (text: string): string => JSON.stringify(text);
const typeName = (type: ValueType): string =>
  type.type === 'quantity' ? type.unit : type.type === 'enum' ? `enum ${type.name}` : type.type;

/** On one line where it fits, else one operand a line. */
function layOut(nested: Nested, indent: string): string {
  const flat = flatten(nested);
  if (typeof nested === 'string' || indent.length + flat.length <= width) return flat;
  const [head, ...operands] = nested;
  const inner = `${indent}  `;
  return `(${[head, ...operands.map((operand) => `\n${inner}${layOut(operand, inner)}`)].join('')})`;
}

function flatten(nested: Nested): string {
  return typeof nested === 'string' ? nested : `(${nested.map(flatten).join(' ')})`;
}
