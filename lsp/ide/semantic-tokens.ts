import type { Named, TokenModifier } from '../../language/highlight/legend.ts';
import type { Span } from '../../language/source/span.ts';
import { canBeName, rolesOf, spanOf } from '../../language/syntax/tokens.ts';
import { walk } from '../../language/syntax/walk.ts';
import type { Meaning } from './meaning.ts';
import type { Occurrence } from './names.ts';
import type { Snapshot, Source } from './snapshot.ts';

/** What a word is, beyond what its letters say. */
export interface SemanticToken {
  readonly span: Span;
  readonly named: Named;
  readonly modifiers: readonly TokenModifier[];
}

/** The names of a file by what they stand for, and the likely names that are keywords where they stand; in order. */
export function semanticTokens(snapshot: Snapshot, file: string): readonly SemanticToken[] {
  const source = snapshot.source(file);
  if (source === undefined) return [];
  const named = snapshot.names.in(file).map((occurrence) => tokenOf(occurrence, snapshot));
  return [...named, ...contextualKeywords(source)].sort((a, b) => a.span.start - b.span.start);
}

function tokenOf({ span, meaning, declares }: Occurrence, snapshot: Snapshot): SemanticToken {
  const modifiers: TokenModifier[] = [];
  if (declares) modifiers.push('declaration');
  if (isStandard(meaning, snapshot)) modifiers.push('defaultLibrary');
  if (isFormula(meaning)) modifiers.push('readonly');
  return { span, named: meaning.kind === 'symbol' ? meaning.symbol.kind : meaning.kind, modifiers };
}

function isStandard(meaning: Meaning, snapshot: Snapshot): boolean {
  switch (meaning.kind) {
    case 'symbol':
      return meaning.symbol.declarations.some(({ file }) => snapshot.source(file)?.standard === true);
    case 'member':
      return meaning.of.declarations.some(({ file }) => snapshot.source(file)?.standard === true);
    case 'module':
      return meaning.name.startsWith('std.');
    case 'rule':
      return true;
    case 'benefit':
    case 'row':
    case 'stage':
    case 'reading':
    case 'option':
    case 'process':
    case 'object':
    case 'holder':
      return false;
    default:
      return meaning satisfies never;
  }
}

function isFormula(meaning: Meaning): boolean {
  if (meaning.kind !== 'symbol') return false;
  const { symbol } = meaning;
  return symbol.kind === 'let' || (symbol.kind === 'fact' && symbol.derived !== undefined);
}

function contextualKeywords(source: Source): SemanticToken[] {
  const names = new Set<number>();
  walk(source.tree, (node) => {
    if (node.kind === 'Name') names.add(node.span.start);
  });
  return source.tokens
    .filter((token) => rolesOf(token).length > 0 && canBeName(token) && !names.has(token.startOffset))
    .map((token) => ({ span: spanOf(token), named: 'keyword', modifiers: [] }));
}
