import type { CheckedMeasure, CheckedPolicy } from '../../compiler/check/model.ts';
import { clauseKey } from '../../compiler/source-text/coverage/collect.ts';
import { clausesToEncode, figuresToEncode, type PartCoverage } from '../../compiler/source-text/coverage/coverage.ts';
import type { Span } from '../../language/source/span.ts';
import { nodesOf } from '../../language/syntax/walk.ts';
import type { Snapshot } from './snapshot.ts';

/** The policy that a file belongs to. */
export function policyOf(snapshot: Snapshot, file: string): CheckedPolicy | undefined {
  return snapshot.checked.policies.find((policy) => policy.symbol.files.includes(file));
}

/** The clauses of the official text that no measure answers yet, in the order of the text. */
export function openClauses(snapshot: Snapshot, policy: CheckedPolicy): readonly PartCoverage[] {
  const coverage = snapshot.document(policy)?.coverage;
  return coverage === undefined ? [] : clausesToEncode(coverage);
}

/** The figures of its clause that a measure does not have yet, as printed. */
export function openFigures(snapshot: Snapshot, policy: CheckedPolicy, measure: CheckedMeasure): readonly string[] {
  const label = measure.clause?.label.value;
  const coverage = snapshot.document(policy)?.coverage;
  if (label === undefined || coverage === undefined) return [];
  const key = clauseKey(label);
  const part = coverage.parts.find(({ part }) => clauseKey(part.clause) === key);
  return part === undefined ? [] : [...new Set(figuresToEncode(part).map(({ figure }) => figure.text))];
}

/** A place in a source that leads to a line of another file. */
export interface DocumentLink {
  readonly span: Span;
  readonly to: string;
  /** Zero-based; undefined: the file as a whole. */
  readonly line: number | undefined;
}

/** Clauses and the source line lead to the manifest, `use` lines to their module. */
export function documentLinks(snapshot: Snapshot, file: string): readonly DocumentLink[] {
  const source = snapshot.source(file);
  if (source === undefined) return [];
  const links: DocumentLink[] = [];
  const policy = policyOf(snapshot, file);
  const manifest = policy && snapshot.manifest(policy);
  if (manifest !== undefined) {
    const lineOf = linesOfClauses(manifest.text);
    for (const { label } of nodesOf(source.tree, 'Clause')) {
      const line = lineOf.get(clauseKey(label.value));
      if (line !== undefined) links.push({ span: label.span, to: manifest.path, line });
    }
    for (const { path } of nodesOf(source.tree, 'Source'))
      links.push({ span: path.span, to: manifest.path, line: undefined });
  }
  for (const { span, meaning } of snapshot.names.in(file)) {
    if (meaning.kind === 'module' && meaning.file !== undefined)
      links.push({ span, to: meaning.file, line: undefined });
  }
  return links;
}

/** The line of a manifest where each clause begins. */
export function linesOfClauses(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [line, written] of text.split('\n').entries()) {
    const clause = /"clause":\s*("(?:[^"\\]|\\.)*")/.exec(written)?.[1];
    if (clause === undefined) continue;
    const key = clauseKey(JSON.parse(clause) as string);
    if (!found.has(key)) found.set(key, line);
  }
  return found;
}
