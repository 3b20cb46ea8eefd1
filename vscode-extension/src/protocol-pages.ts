/** The pages beside the source: what the extension asks the server. */

import type { EvaluateParams, HasErrors, NoPolicy } from './protocol.ts';

export interface ProseParams {
  readonly uri: string;
  readonly lang?: 'zh' | 'en';
}

export type ProseAnswer = ProsePage | HasErrors | NoPolicy;

export interface ProsePage {
  readonly kind: 'page';
  readonly policy: string;
  readonly title: string;
  /** Markup whose text is escaped. */
  readonly body: string;
  readonly places: readonly ProsePlace[];
}

/** The lines that an article answers, zero-based, both inclusive. */
export interface ProsePlace {
  readonly id: string;
  readonly uri: string;
  readonly first: number;
  readonly last: number;
}

export interface WhatIfParams extends EvaluateParams {
  readonly measure?: string;
}

export type WhatIfAnswer = WhatIfFound | { readonly kind: 'problems' } | HasErrors | NoPolicy;

export interface WhatIfFound {
  readonly kind: 'what-if';
  readonly sections: readonly {
    readonly kind: string;
    readonly title: string;
    readonly entries: readonly WhatIfEntry[];
  }[];
  readonly remarks: readonly string[];
}

export interface WhatIfEntry {
  readonly text: string;
  readonly lines: readonly string[];
  readonly changes: readonly ChangedFact[];
}

export interface ChangedFact {
  readonly fact: string;
  readonly list?: string;
  /** From 1. */
  readonly item?: number;
  readonly to: string | boolean;
}

export interface ExampleParams extends EvaluateParams {
  readonly measure: string;
  readonly title: string;
}

export type ExampleAnswer = ExampleText | { readonly kind: 'unsayable' } | HasErrors | NoPolicy;

export interface ExampleText {
  readonly kind: 'example';
  readonly uri: string;
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
  readonly line: number;
}

export interface StateParams {
  readonly uri: string;
}

export type StateAnswer = StateFound | NoPolicy;

export interface StateFound {
  readonly kind: 'state';
  readonly version: string;
  readonly policy: string;
  readonly title?: string;
  readonly measures: number;
  readonly errors: number;
  readonly warnings: number;
  /** Those that no rule settles. */
  readonly overlaps: number;
  readonly settled: number;
  /** In whole percent; absent without an official text. */
  readonly coverage?: number;
  readonly vocabulary?: 'zh' | 'en';
}

export interface ConvertParams {
  readonly uri: string;
  readonly to: 'zh' | 'en';
}

export type ConvertAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly { readonly range: PlainRange; readonly newText: string }[] }
  | { readonly kind: 'refused' };

interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}
