import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { nodeHost } from '../../project/node-host.ts';
import { percentOf, type Total } from '../../source-text/coverage/coverage.ts';
import { coverPaths, type Document, isCovered } from '../../source-text/coverage/documents.ts';
import { refuse } from '../report.ts';
import { showDocument, showSummary } from '../show-coverage.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { coverageWords as words } from '../words-coverage.ts';

export interface CoverageOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly html?: string;
  /** Percent that every kind must reach; without it everything must agree. */
  readonly failUnder?: number;
}

/** Compares policies with the manifests of their texts. The findings are the result, so they go to standard output. */
export async function coverage(
  paths: readonly string[],
  options: CoverageOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const result = coverPaths(paths.length === 0 ? ['policies'] : paths, nodeHost);
  const { documents, errors, textOf } = result;
  if (
    options.format !== 'sarif' &&
    refuse({ diagnostics: errors, textOf }, terminal, terminal.say(words.broken), options.format === 'json')
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
      terminal.out(JSON.stringify(sarifLog(findings, textOf, terminal.lang), null, 2));
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
