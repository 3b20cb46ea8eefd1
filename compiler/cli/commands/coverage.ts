import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { severitiesOf } from '../../lint/severities.ts';
import { nodeHost } from '../../project/node-host.ts';
import { percentOf, type Total } from '../../source-text/coverage/coverage.ts';
import { coverPaths, type Document, type Documents, isCovered } from '../../source-text/coverage/documents.ts';
import { readLevels } from '../levels.ts';
import { refuse } from '../report.ts';
import { showDocument, showSummary } from '../show-coverage.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { joinNames } from '../text.ts';
import { coverageWords as words } from '../words-coverage.ts';

export interface CoverageOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly html?: string;
  /** The texts as they are now: `FILE`, or `POLICY=FILE` where there are several policies. */
  readonly text: readonly string[];
  /** Percent that every kind must reach; without it everything must agree. */
  readonly failUnder?: number;
  /** `NAME=LEVEL`, before the settings of the workspace. */
  readonly rule: readonly string[];
}

/** Compares policies with the manifests of their texts. The findings are the result, so they go to standard output. */
export async function coverage(
  paths: readonly string[],
  options: CoverageOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const levels = readLevels(options.rule, terminal);
  if (levels === undefined) return 2;
  const plain = coverPaths(paths.length === 0 ? ['policies'] : paths, nodeHost);
  const changed = await withChanges(plain.documents, options.text, terminal);
  if (changed === undefined) return 2;
  const severities = severitiesOf(plain.files, nodeHost, levels);
  const errors = [...severities.problems, ...plain.errors];
  const documents = changed.map((document) => ({
    ...document,
    diagnostics: severities.apply(document.diagnostics),
  }));
  const textOf = (file: string) => plain.textOf(file) ?? severities.textOf(file);
  const result: Documents = { ...plain, errors, documents, textOf };
  if (
    options.format !== 'sarif' &&
    refuse(
      { diagnostics: errors, textOf, keywordsOf: plain.keywordsOf },
      terminal,
      terminal.say(words.broken),
      options.format === 'json',
    )
  ) {
    return 1;
  }
  const findings: readonly Diagnostic[] = [...errors, ...documents.flatMap((d) => d.diagnostics)];
  switch (options.format) {
    case 'text':
      for (const document of documents) terminal.out(`${showDocument(document, result, terminal)}\n`);
      terminal.out(showSummary(documents, terminal));
      break;
    case 'json': {
      const { coverageJson } = await import('../../source-text/coverage/report-json.ts');
      terminal.out(JSON.stringify(coverageJson(result, terminal.lang), null, 2));
      break;
    }
    case 'sarif': {
      const { sarifLog } = await import('../../source-text/coverage/sarif.ts');
      terminal.out(JSON.stringify(sarifLog(findings, result, terminal.lang), null, 2));
      break;
    }
    default:
      return options.format satisfies never;
  }
  if (options.html !== undefined && errors.length === 0) {
    const { coveragePage } = await import('../../source-text/coverage/html.ts');
    mkdirSync(dirname(options.html), { recursive: true });
    writeFileSync(options.html, coveragePage(result, terminal.lang));
    terminal.err(terminal.say(words.wrote, { file: options.html }));
  }
  const isEnough = options.failUnder === undefined ? isCovered : reaches(options.failUnder);
  return errors.length === 0 && documents.length > 0 && documents.every(isEnough) ? 0 : 1;
}

/** Every kind reaches the percentage, and nothing stands in the way of comparing. */
function reaches(limit: number): (document: Document) => boolean {
  return ({ coverage, diagnostics }) =>
    coverage !== undefined &&
    diagnostics.every(({ severity }) => severity !== 'error') &&
    Object.values(coverage.totals).every((total: Total) => percentOf(total) >= limit);
}

/** The documents with what changed in their texts since they were encoded; undefined where a text cannot be used. */
async function withChanges(
  documents: readonly Document[],
  texts: readonly string[],
  terminal: Terminal,
): Promise<readonly Document[] | undefined> {
  if (texts.length === 0 || documents.length === 0) return documents;
  const [{ changesOf }, { manifestOf, readText }, { readOfficialText }] = await Promise.all([
    import('../../source-text/coverage/changes.ts'),
    import('../../source-text/extract.ts'),
    import('../read-official-text.ts'),
  ]);
  const found = new Map<Document, Document>();
  for (const given of texts) {
    const cut = given.indexOf('=');
    const named = documents.find(({ name }) => name === given.slice(0, Math.max(cut, 0)));
    const [only, ...others] = documents;
    const document = named ?? (others.length === 0 ? only : undefined);
    if (document === undefined) {
      terminal.err(
        terminal.say(words.whichPolicy, {
          text: given,
          policies: joinNames(
            documents.map((d) => d.name),
            terminal,
          ),
        }),
      );
      return undefined;
    }
    const text = readOfficialText(named === undefined ? given : given.slice(cut + 1), terminal);
    if (text === undefined) return undefined;
    if (document.coverage === undefined) continue;
    const changes = changesOf(document.coverage, manifestOf(readText(text.text), document.name));
    found.set(document, { ...document, diagnostics: [...document.diagnostics, ...changes] });
  }
  return documents.map((document) => found.get(document) ?? document);
}
