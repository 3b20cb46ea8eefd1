import type { PartCoverage } from '../../../compiler/source-text/coverage/coverage.ts';
import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import { bothWords } from '../../../language/syntax/keywords.ts';
import { scan } from '../../../language/syntax/scan.ts';
import * as T from '../../../language/syntax/tokens.ts';
import { openClauses, openFigures, policyOf } from '../clauses.ts';
import type { Snapshot, Source } from '../snapshot.ts';
import { lastTokenFrom } from '../token-at.ts';
import type { Completion, Draft } from './item.ts';
import type { Scene } from './scene.ts';

/** What the official text still asks for: its clauses that no measure answers, the figures of a clause that are not written. */

/** Within the quotes of `clause "…"`; nothing within other texts. */
export function clausesInText(snapshot: Snapshot, source: Source, offset: number): readonly Completion[] {
  const index = lastTokenFrom(source.tokens, offset - 1);
  const text = source.tokens[index];
  const head = source.tokens[index - 1];
  if (text?.tokenType !== T.TextToken || !T.has(head, 'clause')) return [];
  const closed = text.image.length > 1 && /[”"」》]$/.test(text.image);
  const replace = { start: text.startOffset + 1, end: text.startOffset + text.image.length - (closed ? 1 : 0) };
  if (offset < replace.start || offset > replace.end) return [];
  return clauses(snapshot, source.file).map((part, i) => ({
    label: part.part.clause,
    kind: 'value',
    insert: part.part.clause,
    detail: figuresOf(part),
    tier: i / 1000,
    replace,
  }));
}

/** After `clause`, quotes and all. */
export function clauseDrafts({ snapshot, file, vocabulary }: Scene): Draft[] {
  return clauses(snapshot, file).map((part, i) => {
    const { clause } = part.part;
    return {
      label: clause,
      kind: 'value',
      insert: vocabulary === 'zh' ? `“${clause}”` : `"${clause}"`,
      detail: figuresOf(part),
      tier: i / 1000,
    };
  });
}

/** The figures of the clause of the measure at hand that are not written yet, as they are printed, where that can be written. */
export function figureDrafts({ snapshot, policy, measure, lang }: Scene): Draft[] {
  if (policy === undefined || measure === undefined) return [];
  const clause = measure.clause?.label.value ?? '';
  return openFigures(snapshot, policy, measure)
    .filter(isNumber)
    .map((figure, i) => ({
      label: figure,
      kind: 'value',
      insert: figure,
      detail: clauseWord(clause, lang),
      tier: -5 + i / 1000,
    }));
}

/** Clauses that are open, for snippets of whole measures. */
export function clauses(snapshot: Snapshot, file: string): readonly PartCoverage[] {
  const policy = policyOf(snapshot, file);
  return policy === undefined ? [] : openClauses(snapshot, policy);
}

function figuresOf({ figures }: PartCoverage): string {
  return [...new Set(figures.map(({ figure }) => figure.text))].slice(0, 4).join('、');
}

function clauseWord(clause: string, lang: Lang): string {
  return `${bothWords('clause')[lang]} ${clause}`;
}

function isNumber(text: string): boolean {
  const { tokens } = scan(text, '');
  return tokens.length === 1 && tokens[0]?.tokenType === T.NumberToken;
}
