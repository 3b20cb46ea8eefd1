import type { Span } from '../source/span.ts';

/** The two languages that messages are written in. */
export type Lang = 'zh' | 'en';

/** A word that differs by language: "措施" and "measure". */
export interface Localised {
  readonly zh: string;
  readonly en: string;
}

/** What a placeholder of a message may be filled with. */
export type MessageArgument = string | number | Localised;

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One of the nine findings of the analyser (language.md §6). */
export type Finding =
  | 'overlap'
  | 'duplicate'
  | 'shadowed'
  | 'vacuous'
  | 'always-true'
  | 'conflict'
  | 'stale'
  | 'double-base'
  | 'budget';

/** A place in a named file. `file` is the path or URI by which the project knows the file. */
export interface Location {
  readonly file: string;
  readonly span: Span;
}

/** A second place that belongs to a diagnostic, with its own short sentence. */
export interface RelatedPlace extends Location {
  readonly message: Localised;
}

/** A replacement of the text in `span` by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A quick fix: edits in the diagnostic's own file. */
export interface Fix {
  readonly title: Localised;
  readonly edits: readonly TextEdit[];
}

/**
 * What is wrong, collected where it was found. The sentence is composed from the catalogue, in one place
 * (`render.ts`), so that every message exists in both languages.
 */
export interface Diagnostic extends Location {
  /** `CS` and four digits; the ranges are listed in `catalogue.ts`. */
  readonly code: string;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** For findings between measures. */
  readonly finding?: Finding;
  readonly measures?: readonly string[];
  readonly settled?: boolean;
  readonly witness?: unknown;
}
