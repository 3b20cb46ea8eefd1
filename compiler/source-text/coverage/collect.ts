import { fold } from '../../../language/syntax/fold.ts';
import { isNorm } from '../../../language/syntax/statement-kinds.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { walk } from '../../../language/syntax/walk.ts';
import type { Checked, CheckedBudget, CheckedMeasure, CheckedPolicy } from '../../check/model.ts';
import type { Answer, Header, Place, Stated, StatedFigure, Statements, Use } from './stated.ts';
import { statedIn } from './stated-in.ts';

/** What a policy states, clause by clause. Strings, notes, comments and examples state nothing. */
export function collect(policy: CheckedPolicy, checked: Checked): Statements {
  const answers = new Map<string, Mutable<Answer>>();
  const unlabelled: (Place & { name: string })[] = [];
  const answer = (label: T.Text, file: string, name: T.Name): Mutable<Answer> => {
    const key = clauseKey(label.value);
    const own = answers.get(key) ?? {
      label: label.value,
      places: [],
      measures: [],
      pays: false,
      silent: [],
      figures: [],
      names: [],
      bodies: [],
    };
    answers.set(key, own);
    own.places.push({ file, span: label.span });
    if (!own.measures.some((m) => m.file === file && m.span === name.span)) {
      own.measures.push({ file, span: name.span, name: name.text });
    }
    return own;
  };

  for (const measure of policy.measures) collectMeasure(measure, checked, answer, unlabelled);
  for (const budget of policy.budgets) collectBudget(budget, checked, answer, unlabelled);
  return {
    answers: [...answers.values()].map((a) => ({ ...a, ...withoutRepeats(a) })),
    header: headerOf(policy, checked),
    unlabelled,
  };
}

/** Clauses are named alike whatever the width of digits and brackets, blanks aside. */
export function clauseKey(label: string): string {
  return fold(label).replace(/\s+/g, '');
}

type Mutable<A> = { -readonly [K in keyof A]: A[K] extends readonly (infer I)[] ? I[] : A[K] };

type AnswerOf = (label: T.Text, file: string, name: T.Name) => Mutable<Answer>;

function collectMeasure(
  measure: CheckedMeasure,
  checked: Checked,
  answerOf: AnswerOf,
  unlabelled: (Place & { name: string })[],
): void {
  const { file, symbol } = measure;
  const { body, name } = symbol.node;
  const head = body.filter((s) => !isSpeech(s) && s.kind !== 'Benefit' && !isNorm(s));
  const headStated = join(head.map((s) => statedIn(s, 'computed', file, checked)));
  const own: Stated[] = [headStated];
  let isElsewhere = false;
  let pays = false;
  for (const statement of body) {
    if (statement.kind !== 'Benefit' && !isNorm(statement)) continue;
    const stated = statedIn(statement, useOf(statement), file, checked);
    const label = clauseOf(statement);
    if (label === undefined || clauseKey(label.value) === clauseKey(measure.clause?.label.value ?? '')) {
      own.push(stated);
      if (statement.kind === 'Benefit') pays = true;
      continue;
    }
    isElsewhere = true;
    const other = answerOf(label, file, name);
    add(other, stated);
    add(other, inherit(headStated));
    if (statement.kind === 'Benefit') other.pays = true;
  }
  const all = join(own);
  if (measure.clause !== undefined) {
    // Where every benefit answers a clause of its own, the measure's own clause still has a measure.
    const main = answerOf(measure.clause.label, file, name);
    add(main, all);
    if (pays) main.pays = true;
    if (pays && all.bodies.every((s) => s.isBearer)) main.silent.push({ file, span: name.span });
  } else if (!isElsewhere || own.length > 1) {
    unlabelled.push({ file, span: name.span, name: name.text });
  }
}

function collectBudget(
  budget: CheckedBudget,
  checked: Checked,
  answerOf: AnswerOf,
  unlabelled: (Place & { name: string })[],
): void {
  const { symbol, file, clause } = budget;
  const { name } = symbol.node;
  if (clause === undefined) unlabelled.push({ file, span: name.span, name: name.text });
  else {
    const own = answerOf(clause.label, file, name);
    add(own, statedIn(symbol.node, 'computed', file, checked));
    own.pays = true;
  }
}

/** The lines of a policy that say something of the text: all but those about its files and its place among others. */
function headerOf(policy: CheckedPolicy, checked: Checked): Header {
  const lines = (policy.symbol.node?.body ?? []).filter(saysText).map((node) => ({ node, file: policy.symbol.file }));
  const outside = [...policy.extensions, ...policy.denials].filter(({ node }) => !lines.some((l) => l.node === node));
  const stated = join([...lines, ...outside].map(({ node, file }) => statedIn(node, 'normative', file, checked)));
  return {
    ...withoutRepeats(stated),
    closes: lines.some(({ node }) => node.kind !== 'LedBy') || outside.length > 0,
    designations: designationsIn(policy, checked),
    title: fold(policy.title ?? ''),
  };
}

function saysText(statement: T.Statement): boolean {
  switch (statement.kind) {
    case 'LedBy':
    case 'IssuedBy':
    case 'Effective':
    case 'Stacking':
    case 'Extend':
    case 'Apply':
    case 'Deny':
    case 'Replaces':
    case 'Covers':
    case 'Deadline':
      return true;
    default:
      return false;
  }
}

/** Lines about the text rather than of it. */
function isSpeech(statement: T.Statement): boolean {
  switch (statement.kind) {
    case 'Clause':
    case 'Note':
    case 'Waive':
    case 'Allow':
    case 'AllowRule':
    case 'Example':
    case 'Replaces':
      return true;
    default:
      return false;
  }
}

function useOf(statement: T.Statement): Use {
  return isNorm(statement) ? 'normative' : 'computed';
}

/** The clause that a benefit or norm names for itself. */
function clauseOf(statement: T.Benefit | T.Norm): T.Text | undefined {
  return statement.modifiers.find((m) => m.kind === 'Clause')?.label;
}

function designationsIn(policy: CheckedPolicy, checked: Checked): string[] {
  const found = new Set<string>();
  for (const file of policy.symbol.files) {
    const tree = checked.binding.program.modules.get(file)?.parsed.tree;
    if (tree === undefined) continue;
    walk(tree, (node) => {
      if (node.kind === 'Example') return false;
      if (node.kind === 'Name' && /\d/.test(node.text)) found.add(fold(node.text));
      return true;
    });
  }
  return [...found];
}

function join(parts: readonly Stated[]): Stated {
  return {
    figures: parts.flatMap((p) => p.figures),
    names: parts.flatMap((p) => p.names),
    bodies: parts.flatMap((p) => p.bodies),
  };
}

function inherit({ figures, names, bodies }: Stated): Stated {
  const inherited = <S>(s: S): S & { inherited: true } => ({ ...s, inherited: true });
  return { figures: figures.map(inherited), names: names.map(inherited), bodies: bodies.map(inherited) };
}

function add(answer: Mutable<Answer>, stated: Stated): void {
  answer.figures.push(...stated.figures);
  answer.names.push(...stated.names);
  answer.bodies.push(...stated.bodies);
}

/** A literal that several benefits use (a `let`, a derived fact) is stated once; what is a measure's own comes before what it inherits. */
function withoutRepeats(stated: Stated): Stated {
  const once = <S extends Place & { inherited: boolean }>(
    list: readonly S[],
    more: (s: S) => string = () => '',
  ): S[] => {
    const byPlace = new Map<string, S>();
    for (const s of list) {
      const key = `${s.file}:${s.span.start}:${s.span.end}:${more(s)}`;
      const before = byPlace.get(key);
      if (before === undefined || (before.inherited && !s.inherited)) byPlace.set(key, s);
    }
    return [...byPlace.values()].sort((a, b) => (a.file === b.file ? a.span.start - b.span.start : 0));
  };
  return {
    figures: once<StatedFigure>(stated.figures, (f) => f.readings[0]?.type ?? ''),
    names: once(stated.names, (n) => n.text),
    bodies: once(stated.bodies),
  };
}
