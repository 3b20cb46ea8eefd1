import type { EvaluateAnswer, FactRecord, SchemaAnswer } from './protocol.ts';
import type { ProseAnswer, WhatIfAnswer } from './protocol-pages.ts';

/** What the pages and the extension tell each other. */

/** From the page of a trial to the extension. */
export type FromTrial =
  | { readonly type: 'ready' }
  | { readonly type: 'evaluate'; readonly id: number; readonly facts: FactRecord; readonly asOf?: string }
  /** `measure` absent: all of them. */
  | {
      readonly type: 'whatIf';
      readonly id: number;
      readonly facts: FactRecord;
      readonly asOf?: string;
      readonly measure?: string;
    }
  /** The trial is to become an example. */
  | { readonly type: 'save'; readonly facts: FactRecord; readonly asOf?: string; readonly measure: string }
  /** An applicant is to be taken from a file. */
  | { readonly type: 'load' };

/** From the extension to the page of a trial. `id` is that of the question. */
export type ToTrial =
  /** `choose`: the measure to show; absent when the policy only changed. */
  | { readonly type: 'schema'; readonly answer: SchemaAnswer; readonly choose?: string }
  | { readonly type: 'result'; readonly id: number; readonly answer: EvaluateAnswer }
  | { readonly type: 'whatIf'; readonly id: number; readonly answer: WhatIfAnswer }
  /** An applicant from a file, to be filled in. */
  | { readonly type: 'record'; readonly record: FactRecord }
  /** The server could not answer; its own words. */
  | { readonly type: 'failed'; readonly message: string };

/** From the page of a comparison: a place to go to. `line` is zero-based. */
export interface FromComparison {
  readonly type: 'open';
  readonly uri: string;
  readonly line: number;
  readonly version: 'old' | 'new';
}

/** From the page of prose to the extension. Lines are zero-based. */
export type FromProse =
  | { readonly type: 'ready' }
  /** The page was scrolled to where this line is answered. */
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'open'; readonly uri: string; readonly line: number }
  | { readonly type: 'language'; readonly lang: 'zh' | 'en' };

/** From the extension to the page of prose. */
export type ToProse =
  /** `uri`: the document beside the page, of so many lines. `lang`: that of the prose. */
  | {
      readonly type: 'page';
      readonly answer: ProseAnswer;
      readonly uri: string;
      readonly lines: number;
      readonly lang: 'zh' | 'en';
    }
  /** The first line that the editor shows. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'cursor'; readonly line: number }
  | { readonly type: 'failed'; readonly message: string };
