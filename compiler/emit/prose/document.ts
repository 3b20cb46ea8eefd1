import type { Lang } from '../../../language/diagnostics/diagnostic.ts';

/** A policy as it is read: text without any markup, in the order of the page. */
export interface ProseDocument {
  readonly lang: Lang;
  readonly title: string;
  /** What the policy says of itself: level, status, effect. */
  readonly head: readonly Line[];
  /** Where things stand: by agency, by party, by matter. */
  readonly contents: readonly Index[];
  readonly clauses: readonly ProseClause[];
  /** Pools, quotas, stacking, analogy, what is denied to all. */
  readonly closing: readonly Section[];
  readonly openTitle: string;
  readonly open: readonly OpenPoint[];
  /** What a list without entries says. */
  readonly nothing: string;
}

/** `责任单位：市教育局`. */
export interface Line {
  readonly term: string;
  readonly text: string;
}

export interface Index {
  readonly title: string;
  readonly rows: readonly IndexRow[];
}

export interface IndexRow {
  readonly name: string;
  readonly clauses: readonly Pick<ProseClause, 'id' | 'heading'>[];
}

/** One measure. */
export interface ProseClause {
  /** Unique within the document, of ASCII letters and digits. */
  readonly id: string;
  /** The number of the clause and the title. */
  readonly heading: string;
  /** The number of the clause in the official text. */
  readonly clause: string | undefined;
  readonly head: readonly Line[];
  readonly items: readonly Item[];
  /** What the names in it mean: a term, and the words of the code that declare it. */
  readonly terms: readonly Line[];
  readonly notes: readonly string[];
}

/** A benefit, a norm, a rule: a sentence, perhaps with tables below it. */
export interface Item {
  readonly label: string | undefined;
  /** Where it answers another clause than what it stands in, or stands in none. */
  readonly clause: string | undefined;
  readonly text: string;
  readonly tables: readonly ProseTable[];
  readonly notes: readonly string[];
}

export interface ProseTable {
  readonly caption: string;
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

export interface OpenPoint {
  /** Of what it is said: a clause of this page, or nothing. */
  readonly of: Pick<ProseClause, 'id' | 'heading'> | undefined;
  readonly text: string;
}
