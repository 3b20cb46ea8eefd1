import type { AnySymbol } from '../../../compiler/bind/symbols.ts';
import { nameAt } from '../../../language/formatter/words.ts';
import type { Span } from '../../../language/source/span.ts';
import { phrases, printed, type Role, type Vocabulary } from '../../../language/syntax/vocabulary.ts';

export type CompletionKind =
  | AnySymbol['kind']
  | 'field'
  | 'member'
  | 'benefit'
  | 'process'
  | 'module'
  | 'keyword'
  | 'snippet'
  | 'value';

/** Something that may be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What replaces the word at the cursor. */
  readonly insert: string;
  /** The same with places to fill in, in the notation of the protocol's snippets: `${1:…}`. */
  readonly snippet?: string;
  readonly replace: Span;
  /** A few words behind the label: a type, a kind. */
  readonly detail?: string;
  /** A sentence. */
  readonly text?: string | undefined;
  /** Other words by which it can be found. */
  readonly also?: readonly string[];
  /** Smaller comes first. */
  readonly tier: number;
}

/** A completion but for the span it replaces. */
export type Draft = Omit<Completion, 'replace'>;

export function keywordDraft(role: Role, vocabulary: Vocabulary, tier: number, text?: string): Draft[] {
  const phrase = printed(role, vocabulary);
  if (phrase === undefined) return [];
  const other = vocabulary === 'zh' ? 'en' : 'zh';
  return [
    {
      label: phrase,
      kind: 'keyword',
      insert: phrase,
      detail: phrases(role, other)[0] ?? '',
      text,
      also: [...phrases(role, vocabulary).slice(1), ...phrases(role, other)],
      tier,
    },
  ];
}

export function nameDraft(
  name: string,
  kind: CompletionKind,
  tier: number,
  more: Pick<Draft, 'detail' | 'text' | 'also'> = {},
): Draft {
  return { label: name, kind, insert: nameAt(name, 'elsewhere'), tier, ...more };
}

/** Text that means itself within a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A choice among words within a snippet. */
export function choice(stop: number, options: readonly string[]): string {
  const escaped = options.map((option) => option.replace(/[\\$},|]/g, '\\$&'));
  return escaped.length === 0 ? `$${stop}` : `\${${stop}|${escaped.join(',')}|}`;
}

/** A place to fill in within a snippet, with what stands there at first. */
export function stop(number: number, first = ''): string {
  return first === '' ? `$${number}` : `\${${number}:${literal(first)}}`;
}
