import type { Diagnostic, Fix, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import type * as T from '../../language/syntax/tree.ts';
import { printed, type Vocabulary } from '../../language/syntax/vocabulary.ts';
import type { Snapshot, Source } from './snapshot.ts';
import { settles } from './trial-edits.ts';
import { actionWords } from './words-views.ts';

/** A fix whose edits may be meant for another file than the diagnostic's. */
export interface FixElsewhere extends Fix {
  readonly file: string;
}

/** No more of them than a reader compares. */
const mostOffered = 2;
/** Every one is tried out, which takes a check of the program. */
const mostTried = 4;

/**
 * One condition more for the measure at hand, by which it no longer meets the other: the contrary of one thing that the
 * other asks for, which is the least that keeps them apart. Offered where the finding is gone with it and nothing new is found.
 */
export function narrowings(diagnostic: Diagnostic, snapshot: Snapshot, own: T.Measure): readonly Fix[] {
  const { finding, measures, file } = diagnostic;
  if ((finding !== 'overlap' && finding !== 'double-base') || measures?.length !== 2) return [];
  const source = snapshot.source(file);
  const name = measures.find((m) => m !== own.name.text);
  const other = snapshot.checked.policies.flatMap((p) => p.measures).find((m) => m.symbol.name === name);
  const from = other && snapshot.source(other.symbol.file);
  if (source === undefined || name === undefined || other === undefined || from === undefined) return [];
  const vocabulary = dominantVocabulary(source) ?? 'en';
  const asked = conditionsOf(other.symbol.node).flatMap(conjuncts);
  // What is a matter of yes or no is said more plainly than a limit.
  const inOrder = [...asked.filter((e) => e.kind !== 'Binary'), ...asked.filter((e) => e.kind === 'Binary')];
  const fixes: Fix[] = [];
  const contraries = [...new Set(inOrder.flatMap((e) => contrary(e, from, vocabulary) ?? []))];
  for (const condition of contraries.slice(0, mostTried)) {
    const edits = conditioned(own, condition, source, vocabulary);
    if (edits.length === 0 || !settles(diagnostic, snapshot, file, edits)) continue;
    const { zh, en } = actionWords.narrow;
    const args = { condition, other: name };
    fixes.push({ title: { zh: fill(zh, args, 'zh'), en: fill(en, args, 'en') }, edits });
    if (fixes.length === mostOffered) break;
  }
  return fixes;
}

/** What every benefit of a measure asks for: its header, and what its only benefit says. */
function conditionsOf(measure: T.Measure): readonly T.Expression[] {
  const benefits = measure.body.filter((line) => line.kind === 'Benefit');
  const lines: readonly { readonly kind: string }[] = [
    ...measure.body,
    ...(benefits.length === 1 ? (benefits[0]?.modifiers ?? []) : []),
  ];
  return lines.flatMap((line) => (isWhen(line) ? [line.condition] : []));
}

function isWhen(line: { readonly kind: string }): line is T.When {
  return line.kind === 'When';
}

function conjuncts(e: T.Expression): readonly T.Expression[] {
  return e.kind === 'Binary' && e.operator === 'and' ? [...conjuncts(e.left), ...conjuncts(e.right)] : [e];
}

const contraryOf: Readonly<Record<T.ComparisonOperator, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** The contrary of a condition about one fact, in words; undefined where it is about more. */
function contrary(e: T.Expression, { text }: Source, vocabulary: Vocabulary): string | undefined {
  const written = ({ span }: T.Expression) => text.slice(span.start, span.end).trim();
  const word = (role: Parameters<typeof printed>[0]) => printed(role, vocabulary) ?? '';
  switch (e.kind) {
    case 'NameExpression':
      return `${word('not')} ${written(e)}`;
    case 'Unary':
      return e.operator === 'not' && e.operand.kind === 'NameExpression' ? written(e.operand) : undefined;
    case 'Is':
      return e.subject.kind === 'NameExpression'
        ? `${written(e.subject)} ${word(e.negated ? 'is' : 'isNot')} ${written(e.value)}`
        : undefined;
    case 'Binary': {
      const { operator, left, right } = e;
      if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=') return undefined;
      const isLimit =
        left.kind === 'NameExpression' && (right.kind === 'NumberLiteral' || right.kind === 'DateLiteral');
      return isLimit ? `${written(left)} ${contraryOf[operator]} ${written(right)}` : undefined;
    }
    default:
      return undefined;
  }
}

/** The condition added to the header of a measure. */
function conditioned(own: T.Measure, condition: string, source: Source, vocabulary: Vocabulary): readonly TextEdit[] {
  const { text, lines } = source;
  const at = (offset: number, written: string): TextEdit => ({ span: { start: offset, end: offset }, text: written });
  const when = own.body.find(isWhen);
  const word = (role: Parameters<typeof printed>[0]) => printed(role, vocabulary) ?? '';
  if (when !== undefined) {
    const { span, kind } = when.condition;
    const isOr = kind === 'Binary' && when.condition.operator === 'or';
    const added = at(span.end, `${isOr ? ')' : ''} ${word('and')} ${condition}`);
    return isOr ? [at(span.start, '('), added] : [added];
  }
  const first = own.body.find((line) => line.kind === 'Benefit');
  if (first === undefined) return [];
  const { line, column } = lines.position(first.span.start);
  const indent = lines.line(line).slice(0, column);
  // A measure on one line is left to its drafter.
  if (indent.trim() !== '') return [];
  const close = vocabulary === 'zh' ? ` ${word('whenClose')}` : '';
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  return [at(first.span.start, `${word('when')} ${condition}${close}${newLine}${indent}`)];
}

/**
 * An end for the older policy, the day before the newer one takes effect; nothing where it has no day to begin with or ends
 * already, where the newer one begins on no day, or where the finding would stay.
 */
export function endOfOlder(diagnostic: Diagnostic, snapshot: Snapshot): readonly FixElsewhere[] {
  if (diagnostic.finding !== 'stale') return [];
  const { measures } = diagnostic;
  const policies = snapshot.checked.policies.filter((p) =>
    p.measures.some((m) => measures?.includes(m.symbol.name) === true),
  );
  const [older, newer, ...more] = [...policies].sort((a, b) => begins(a.effective).localeCompare(begins(b.effective)));
  const from = newer?.effective?.from;
  const dated = older?.effective;
  if (older === undefined || from === undefined || dated?.from === undefined || more.length > 0) return [];
  const source = snapshot.source(older.symbol.file);
  if (source === undefined) return [];
  const day = new Date(Date.parse(from.iso) - 86_400_000).toISOString().slice(0, 10);
  const vocabulary = dominantVocabulary(source) ?? 'en';
  const edits: readonly TextEdit[] =
    dated.to === undefined
      ? [
          {
            span: { start: dated.from.span.end, end: dated.from.span.end },
            text: ` ${printed('to', vocabulary)} ${day}`,
          },
        ]
      : [{ span: dated.to.span, text: day }];
  const { file } = older.symbol;
  if (!settles(diagnostic, snapshot, file, edits)) return [];
  const { zh, en } = actionWords.endOlder;
  const args = { policy: older.symbol.name, day };
  return [{ file, title: { zh: fill(zh, args, 'zh'), en: fill(en, args, 'en') }, edits }];
}

/** A policy that takes effect on publication begins after all that have begun. */
function begins(effective: T.Effective | undefined): string {
  return effective?.from?.iso ?? '9999-12-31';
}
