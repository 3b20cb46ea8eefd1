import type { CheckedPolicy } from '../../compiler/check/model.ts';
import { clauseKey } from '../../compiler/source-text/coverage/collect.ts';
import type { PartCoverage } from '../../compiler/source-text/coverage/coverage.ts';
import type { Lang, Location } from '../../language/diagnostics/diagnostic.ts';
import { message } from '../../language/diagnostics/render.ts';
import { type ClauseStatus, statusOf } from './clause-status.ts';
import { linesOfClauses } from './clauses.ts';
import { clauseDescription, clauseDetails, documentDescription } from './say-clauses.ts';
import type { Snapshot } from './snapshot.ts';

/** A policy beside its official text, clause by clause. */
export interface ClauseDocument {
  readonly policy: string;
  readonly title?: string;
  readonly place: Location;
  /** Undefined where there is nothing to compare with; `description` then says why. */
  readonly clauses: readonly ClauseNode[] | undefined;
  readonly description: string;
}

export interface ClauseNode {
  /** As `clause "…"` names it. */
  readonly clause: string;
  readonly status: ClauseStatus;
  /** The measures that answer it. */
  readonly measures: readonly string[];
  /** A few words beside the name: how much of it is written. */
  readonly description: string;
  /** What is written and what is missing, line by line. */
  readonly details: readonly string[];
  /** Where it is answered; a missing clause: its place in the manifest. */
  readonly place: ClausePlace | undefined;
  readonly children: readonly ClauseNode[];
}

/** In a source, or a line (zero-based) of the manifest. */
export type ClausePlace = Location | { readonly file: string; readonly line: number };

/** The policies of a program, in their order. One that declares nothing is a library: it has no text. */
export function clauseTree(snapshot: Snapshot, lang: Lang): readonly ClauseDocument[] {
  return snapshot.checked.policies
    .filter(({ symbol }) => symbol.node !== undefined)
    .map((p) => documentOf(p, snapshot, lang));
}

function documentOf(policy: CheckedPolicy, snapshot: Snapshot, lang: Lang): ClauseDocument {
  const { symbol, title, source } = policy;
  const place = { file: symbol.file, span: source?.path.span ?? symbol.node?.name.span ?? { start: 0, end: 0 } };
  const named = { policy: symbol.name, ...(title !== undefined && { title }), place };
  const document = snapshot.document(policy);
  const coverage = document?.coverage;
  if (coverage === undefined) {
    const [why] = document?.diagnostics ?? [];
    return { ...named, clauses: undefined, description: documentDescription(why && message(why, lang), lang) };
  }
  const manifest = snapshot.manifest(policy);
  const lines = manifest === undefined ? new Map<string, number>() : linesOfClauses(manifest.text);
  const nodes = coverage.parts.flatMap((part) => {
    if (part.answered === 'outside') return [];
    const line = lines.get(clauseKey(part.part.clause));
    const inManifest = manifest === undefined || line === undefined ? undefined : { file: manifest.path, line };
    return [{ path: part.part.path ?? [], node: nodeOf(part, inManifest, lang) }];
  });
  const { clauses, figures } = coverage.totals;
  return { ...named, clauses: nested(nodes), description: documentDescription({ clauses, figures }, lang) };
}

function nodeOf(part: PartCoverage, inManifest: ClausePlace | undefined, lang: Lang): ClauseNode {
  const status = statusOf(part);
  return {
    clause: part.part.clause,
    status,
    measures: [...new Set(part.measures.map(({ name }) => name))],
    description: clauseDescription(part, status, lang),
    details: clauseDetails(part, status, lang),
    place: part.measures[0] ?? part.places[0] ?? inManifest,
    children: [],
  };
}

interface Placed {
  readonly path: readonly string[];
  readonly node: ClauseNode;
}

/** Clauses below the headings they stand under. A heading without anything below it says nothing. */
function nested(flat: readonly Placed[]): ClauseNode[] {
  const found: ClauseNode[] = [];
  for (let i = 0; i < flat.length; ) {
    const { path, node } = flat[i]!;
    let end = i + 1;
    while (end < flat.length && path.length > 0 && isBelow(flat[end]!.path, path)) end += 1;
    const children = nested(flat.slice(i + 1, end));
    if (node.status !== 'heading' || children.length > 0) found.push({ ...node, children });
    i = end;
  }
  return found;
}

function isBelow(path: readonly string[], above: readonly string[]): boolean {
  return path.length > above.length && above.every((step, i) => step === path[i]);
}
