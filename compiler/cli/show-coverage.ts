import pc from 'picocolors';
import { renderText } from '../../language/diagnostics/render.ts';
import { columns } from '../../language/source/columns.ts';
import { percentOf, type Total, type Totals, waivedShare } from '../source-text/coverage/coverage.ts';
import { type Document, type Documents, isCovered } from '../source-text/coverage/documents.ts';
import { rounded } from '../source-text/coverage/report-json.ts';
import { paintDiagnostic } from './report.ts';
import type { Terminal } from './terminal.ts';
import { coverageWords as words } from './words-coverage.ts';

/** One document as people read it: a table of the four kinds, then what is missing, where, and what to do. */
export function showDocument(
  document: Document,
  { textOf, keywordsOf }: Pick<Documents, 'textOf' | 'keywordsOf'>,
  terminal: Terminal,
): string {
  const { name, policy, coverage, diagnostics } = document;
  const c = pc.createColors(terminal.colour);
  const title = policy.title === undefined ? '' : `  ${policy.title}`;
  const lines = [`${c.bold(name)}${title}${coverage === undefined ? `  ${terminal.say(words.notCompared)}` : ''}`];
  if (coverage !== undefined) lines.push(...showTotals(coverage.totals, terminal));
  for (const diagnostic of diagnostics) {
    lines.push(
      '',
      paintDiagnostic(renderText(diagnostic, terminal.lang, textOf, keywordsOf), diagnostic, terminal.colour),
    );
  }
  return lines.join('\n');
}

export function showSummary(documents: readonly Document[], terminal: Terminal): string {
  const covered = documents.filter(isCovered).length;
  const open = documents.length - covered;
  if (documents.length === 0) return terminal.say(words.nothing);
  return open === 0 ? terminal.say(words.complete, { n: covered }) : terminal.say(words.incomplete, { covered, open });
}

function showTotals(totals: Totals, terminal: Terminal): string[] {
  const { say } = terminal;
  const c = pc.createColors(terminal.colour);
  const row = (name: string, t: Total): string[] => [
    name,
    `${rounded(percentOf(t))}%`,
    String(t.of),
    String(t.covered - t.waived),
    String(t.waived),
    String(t.of - t.covered),
    String(t.extra),
  ];
  const { clauses, figures, conditions, bodies } = totals;
  const rows = [
    [words.kind, words.percent, words.inText, words.encoded, words.waived, words.missing, words.onlyInCode].map((w) =>
      say(w),
    ),
    row(say(words.clauses), clauses),
    row(say(words.figures), figures),
    row(say(words.conditions), conditions),
    row(say(words.bodies), bodies),
  ];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((cells) => columns(cells[i] ?? ''))));
  const lines = rows.map((cells, k) => {
    const padded = cells.map((cell, i) => {
      const space = ' '.repeat(widths[i]! - columns(cell));
      return i === 0 ? cell + space : space + cell;
    });
    const line = `  ${padded.join('  ')}`;
    return k === 0 ? c.dim(line) : line;
  });
  const { computed, normative, waived } = figures;
  const uses = say(words.uses, { computed, normative, waived, share: rounded(waivedShare(figures)) });
  return [...lines, `  ${c.dim(uses)}`];
}
