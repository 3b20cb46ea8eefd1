import type { BenefitPlan, Expr, ExprOf, ItemQuotaPlan, LimitPlan, NormPlan, SplitPlan } from '../../ir/ir.ts';
import { rational, show } from '../../ir/rational.ts';
import { conjunctsOf, stepsOf } from '../../ir/shape.ts';
import { someNode } from '../../ir/walk.ts';
import { arrow, type Code, layOut, list, object } from './layout.ts';
import { commentText, stringList, stringLiteral } from './literals.ts';
import { printExpression, printSay } from './print-expression.ts';
import type { References } from './references.ts';

/** A benefit as the runtime's `Benefit`: what is known of it, its conditions, and its amount step by step. */
export function printBenefit(plan: BenefitPlan, references: References): string {
  const { measure, label, clause, kind, family, parties, over, by, paidAtOnce } = plan;
  const members: readonly (readonly [string, Code | undefined])[] = [
    ['measure', stringLiteral(measure)],
    ['label', label === null ? 'null' : stringLiteral(label)],
    ['clause', clause === undefined ? undefined : stringLiteral(clause)],
    ['kind', stringLiteral(kind)],
    ['family', stringLiteral(family)],
    ['parties', stringList(parties)],
    ['analogies', list(...plan.analogies.map((analogy) => printAnalogy(analogy, references)))],
    ['over', over === undefined ? undefined : references.list(over)],
    ['conditions', printConditions(plan, references)],
    ['amount', printAmount(plan, references)],
    ['less', printLess(plan, references)],
    ['matter', printMatter(plan, references)],
    ['by', stringList(by)],
    ['paidAtOnce', String(paidAtOnce)],
    ['deciders', plan.deciders && stringList(plan.deciders)],
    ['splits', plan.splits && list(...plan.splits.map((split) => printSplit(split, references)))],
    ['decides', stringList(decidesOf(plan))],
    ['readings', listOrNothing(readingsOf(plan, references))],
  ];
  const lines = members.flatMap(([key, code]) =>
    code === undefined ? [] : [`  ${key}: ${layOut(code, 2, key.length + 4)},\n`],
  );
  return `{\n${lines.join('')}}`;
}

function printSplit({ of, parts, atOnce }: SplitPlan, references: References): Code {
  const printed = parts.map(({ name, share, reason }) =>
    object({
      name: stringLiteral(name),
      share: share && stringLiteral(`${show(rational(share.n * 100n, share.d))}%`),
      open: reason === undefined ? undefined : stringLiteral(reason),
    }),
  );
  return object({
    of: stringLiteral(of),
    parts: list(...printed),
    atOnce: atOnce && arrow(needsCase(atOnce), printExpression(atOnce, references, '')),
  });
}

/** What a reader finds above a benefit: 一（一） 联合培养/硕博培养 校企联合培养工程硕博. */
export function benefitComment({ clause, measure, label, title }: BenefitPlan): string {
  const path = label === null ? measure : `${measure}/${label}`;
  return commentText([clause, path, title].filter((part) => part !== undefined).join(' '));
}

function printAnalogy({ parties, when, reads, note }: BenefitPlan['analogies'][number], references: References): Code {
  return object({
    parties: stringList(parties),
    when: arrow(needsCase(when), printExpression(when, references, '')),
    reads:
      reads && list(...reads.map(({ fact, as }) => object({ fact: references.fact(fact), as: references.fact(as) }))),
    note: note === undefined ? undefined : stringLiteral(note),
  });
}

/** A parameter that nothing reads is not named. */
function needsCase(...expressions: readonly BenefitPlan['when'][]): string {
  return expressions.some((e) => someNode(e, (node) => ['fact', 'fold', 'nth', 'member'].includes(node.k)))
    ? '(c)'
    : '()';
}

function printConditions({ when }: BenefitPlan, references: References): Code {
  const conjuncts = conjunctsOf(when);
  if (conjuncts === null) throw new Error('a `when` is a conjunction of conditions and vetoes');
  const conditions = conjuncts.map(({ step, veto }) =>
    object({
      role: stringLiteral(veto ? 'veto' : 'condition'),
      say: printSay(step.say, references),
      because: step.because === undefined ? undefined : stringLiteral(step.because),
      holds: printExpression(step.x, references, ''),
    }),
  );
  return arrow(needsCase(when), list(...conditions));
}

/** One statement for each step; what a step comes to is named after it, and is `prior` to the next. */
function printAmount({ amount }: BenefitPlan, references: References): string {
  const steps = stepsOf(amount);
  if (steps === null) throw new Error('an amount is a chain of steps');
  const names = steps.map(({ role }, index) => `${role}${index + 1}`);
  const statements = steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    const opening = isLast ? 'return ' : `const ${names[index]} = `;
    const code = printStep(step, references, names[index - 1]);
    return `    ${opening}${layOut(code, 4, 4 + opening.length)};\n`;
  });
  return `(c) => {\n${statements.join('')}  }`;
}

/** What past awards take from the amount, one step after the other. */
function printLess({ less }: BenefitPlan, references: References): string | undefined {
  if (less === undefined || less.length === 0) return undefined;
  const statements = less.map((step, index) => {
    const opening = index === less.length - 1 ? 'return ' : `const less${index + 1} = `;
    const code = printStep(step, references, index === 0 ? 'amount0' : `less${index}`);
    return `    ${opening}${layOut(code, 4, 4 + opening.length)};\n`;
  });
  return `(c, amount0) => {\n${statements.join('')}  }`;
}

function printStep(step: ExprOf<'step'>, references: References, prior: string | undefined): Code {
  return {
    open: 'step(',
    parts: [
      'c',
      stringLiteral(step.role),
      printSay(step.say, references),
      printExpression(step.x, references, prior ?? ''),
      ...(prior === undefined ? [] : [prior]),
    ],
    close: ')',
  };
}

function printMatter({ matter }: BenefitPlan, references: References): Code | undefined {
  if (matter === undefined) return undefined;
  if ('name' in matter) return arrow('()', stringLiteral(matter.name));
  return arrow('(c)', `memberOf(c, ${references.fact(matter.fact)})`);
}

function listOrNothing(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : stringList(names);
}

/** The readings that a benefit turns on, in the order in which the policy declares them. */
function readingsOf({ amount, when, analogies }: BenefitPlan, references: References): string[] {
  const all = [amount, when, ...analogies.map((analogy) => analogy.when)];
  const isRead = (name: string) => (node: Expr) => node.k === 'fact' && references.reading(node.ref)?.name === name;
  return references.readingNames.filter((name) => all.some((e) => someNode(e, isRead(name))));
}

/** What a decision on the benefit may answer. */
function decidesOf({ amount, when, analogies }: BenefitPlan): string[] {
  const all = [amount, when, ...analogies.map((analogy) => analogy.when)];
  const decides = (ends: boolean) => someNode(amount, (node) => node.k === 'decide' && node.ends === ends);
  const passes = all.some((e) => someNode(e, (node) => node.k === 'fact' && node.ref.startsWith('@passed:')));
  return [...(decides(false) ? ['amount'] : []), ...(decides(true) ? ['ends'] : []), ...(passes ? ['procedure'] : [])];
}

/** A cap that the benefits of a measure share. */
export function printCap({ measure, subject, amount, say }: LimitPlan, references: References): Code {
  return object({
    measure: stringLiteral(measure),
    each: String(subject === 'item'),
    key: typeof subject === 'object' ? stringLiteral(keyName(subject.key, references)) : undefined,
    amount: arrow(needsCase(amount), printExpression(amount, references, '')),
    say: printSay(say, references),
  });
}

export function printItemQuota(
  { measure, label, list: over, n, same, rank, asGiven, say }: ItemQuotaPlan,
  references: References,
): Code {
  const ranks = rank.map(({ fact, order }) =>
    object({ fact: references.fact(fact), highestFirst: String(order === 'highest-first') }),
  );
  return object({
    measure: stringLiteral(measure),
    benefit: label === undefined ? undefined : stringLiteral(label),
    over: references.list(over),
    n: String(n),
    same: same === undefined ? undefined : references.fact(same),
    ranks: list(...ranks),
    asGiven: String(asGiven),
    say: object({ zh: stringLiteral(say.zh), en: stringLiteral(say.en) }),
  });
}

function keyName(id: string, { policy }: References): string {
  const fact = policy.facts.find((f) => f.id === id);
  if (fact === undefined) throw new Error(`no key ${id} is declared`);
  return fact.name;
}

export function printNorm(plan: NormPlan, references: References): Code {
  const { measure, clause, modality, parties, when, say } = plan;
  return object({
    measure: stringLiteral(measure),
    clause: clause === undefined ? undefined : stringLiteral(clause),
    modality: stringLiteral(modality),
    parties: stringList(parties),
    when: arrow(needsCase(when), printExpression(when, references, '')),
    say: object({ zh: stringLiteral(say.zh), en: stringLiteral(say.en) }),
  });
}
