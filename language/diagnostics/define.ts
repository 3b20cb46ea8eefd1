import type { Span } from '../source/span.ts';
import type { Diagnostic, Fix, Localised, MessageArgument, RelatedPlace, Severity } from './diagnostic.ts';

/** The names of the `{placeholders}` in a message, as a union of strings. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Placeholders<Rest>
  : never;

/** One entry of the catalogue. All of its texts use the same placeholders. */
export interface Entry<Name extends string = string> {
  readonly code: string;
  readonly severity: Severity;
  /** What was found and why it matters, one sentence, no final stop. */
  readonly zh: string;
  readonly en: string;
  /** One concrete thing to do. */
  readonly hint?: Localised;
  /** Of a rule of drafting, for its page: what it looks at, and why. */
  readonly why?: Localised;
  /** Never set: carries the placeholder names in the type. */
  readonly names?: Name;
}

interface Texts<Zh extends string, Hint extends string> {
  readonly severity: Severity;
  readonly zh: Zh;
  readonly en: string;
  readonly hint?: { readonly zh: Hint; readonly en: string };
  readonly why?: Localised;
}

/**
 * Declares one kind of diagnostic. Placeholders are read off the Chinese texts; a test checks that the English ones use
 * the same names. A brace followed by a blank is no placeholder: `in { … }`.
 */
export function define<const Code extends string, const Zh extends string, const Hint extends string = ''>(
  code: Code,
  texts: Texts<Zh, Hint>,
): Entry<Placeholders<Zh> | Placeholders<Hint>> {
  return { code, ...texts };
}

export type ArgumentsOf<E> = E extends Entry<infer Name> ? Readonly<Record<Name, MessageArgument>> : never;

/** The optional parts of a diagnostic. */
export interface Extras {
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** Replaces the severity of the catalogue (a project may configure it). */
  readonly severity?: Severity;
}

/**
 * Makes a diagnostic of a declared kind at a place. Filling in a placeholder wrongly is a type error. Its spans are its
 * own: those of a tree move with the statements that a later tree takes over.
 */
export function diagnose<E extends Entry<string>>(
  entry: E,
  file: string,
  span: Span,
  args: ArgumentsOf<E>,
  extras: Extras = {},
): Diagnostic {
  return {
    code: entry.code,
    severity: extras.severity ?? entry.severity,
    file,
    span: copied(span),
    args: args as Readonly<Record<string, MessageArgument>>,
    related: (extras.related ?? []).map((place) => ({ ...place, span: copied(place.span) })),
    fixes: (extras.fixes ?? []).map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...edit, span: copied(edit.span) })),
    })),
  };
}

function copied({ start, end }: Span): Span {
  return { start, end };
}
