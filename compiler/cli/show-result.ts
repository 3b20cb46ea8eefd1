import Table from 'cli-table3';
import pc from 'picocolors';
import { formatMoney, formatMoneyRange } from '../../stdlib/runtime/format.ts';
import { sayAward, sayOutcome } from '../../stdlib/runtime/sentences.ts';
import type { Award, JointResult, NormResult, Outcome, Range } from '../../stdlib/runtime/types.ts';
import { alignDecimals, showRange } from './amounts.ts';
import type { Terminal } from './terminal.ts';
import { bracketed, joinNames, joinRemarks } from './text.ts';
import { words } from './words.ts';

/** One applicant's result as people read it: what is due, on what it depends, the total, and what is missing. */
export function showResult(result: JointResult, terminal: Terminal): string {
  const { say } = terminal;
  const c = pc.createColors(terminal.colour);
  const shown = result.awards.filter((award) => award.outcome !== 'denied');
  const several = result.policies.length > 1;
  const basis = joinNames([...result.policies, say(words.yearOf, { asOf: result.asOf, year: result.year })], terminal);
  return [
    `${c.bold(result.applicant ?? say(words.nameless))}  ${c.dim(basis)}`,
    shown.length === 0 ? `  ${say(words.noAwards)}` : awardsTable(result, shown, several, terminal),
    ...closingLines(result, several, terminal).map((line) => `  ${line}`),
  ].join('\n');
}

/** One applicant in a line of the overview. */
export interface OverviewRow {
  readonly applicant: string;
  readonly total: string;
  readonly granted: number;
  readonly open: number;
  readonly missing: string;
}

export function overviewRow(result: JointResult, terminal: Terminal): OverviewRow {
  return {
    applicant: result.applicant ?? terminal.say(words.nameless),
    total: showRange(result.totals.cash ?? { min: 0, max: 0 }, terminal),
    granted: result.awards.filter((award) => award.outcome === 'granted').length,
    open: result.awards.filter((award) => isOpen(award.outcome)).length,
    missing: joinNames(result.needs, terminal),
  };
}

/** Many applicants, one line each. */
export function showOverview(rows: readonly OverviewRow[], terminal: Terminal): string {
  const titles = [words.columnApplicant, words.columnTotal, words.columnAwards, words.columnOpen, words.columnMissing];
  const table = plainTable(
    titles.map((title) => terminal.say(title)),
    ['left', 'right', 'right', 'right', 'left'],
    terminal,
  );
  const totals = alignDecimals(rows.map(({ total }) => total));
  rows.forEach(({ applicant, granted, open, missing }, i) => {
    table.push([applicant, totals[i] ?? '', granted, open, missing]);
  });
  return trimLines(table.toString());
}

function awardsTable(result: JointResult, awards: readonly Award[], several: boolean, terminal: Terminal): string {
  const { say, lang } = terminal;
  const c = pc.createColors(terminal.colour);
  const totals = totalRows(result, terminal);
  const amounts = alignDecimals([...awards, ...totals.map(({ range }) => range)].map((r) => showRange(r, terminal)));
  const table = plainTable(
    [words.columnClause, words.columnAward, words.columnOutcome, words.columnAmount, words.columnAccount].map((w) =>
      say(w),
    ),
    ['left', 'left', 'left', 'right', 'left'],
    terminal,
  );
  awards.forEach((award, i) => {
    table.push([
      award.clause ?? '',
      sayAward(award, several, lang),
      paint(award.outcome, terminal)(sayOutcome(award.outcome, lang)),
      amounts[i] ?? '',
      account(award, result, terminal),
    ]);
  });
  totals.forEach(({ label }, i) => {
    table.push(['', c.bold(label), '', c.bold(amounts[awards.length + i] ?? ''), '']);
  });
  return trimLines(table.toString());
}

function totalRows(result: JointResult, terminal: Terminal): { label: string; range: Range }[] {
  const rows = (totals: JointResult['totals'], word: typeof words.total | typeof words.totalByAnalogy) =>
    Object.entries(totals).map(([family, range]) => ({
      label: terminal.say(word) + (family === 'cash' ? '' : bracketed(familyName(family, terminal), terminal)),
      range,
    }));
  return [...rows(result.totals, words.total), ...rows(result.totalsByAnalogy, words.totalByAnalogy)];
}

export function familyName(family: string, terminal: Terminal): string {
  const names: Readonly<Record<string, (typeof words)['familyCash' | 'familyEquity' | 'familyInKind']>> = {
    cash: words.familyCash,
    equity: words.familyEquity,
    'in-kind': words.familyInKind,
  };
  const name = names[family];
  return name === undefined ? family : terminal.say(name);
}

/** Why the amount is what it is, in a few words; `explain` has the rest. */
function account(award: Award, result: JointResult, terminal: Terminal): string {
  const { say, lang } = terminal;
  const money = (fen: number) => formatMoney(fen, lang);
  const parts: string[] = [];
  const cut = award.steps.findLast((step) => step.role === 'cap' && (step.cutMax ?? 0) > 0);
  if (cut !== undefined && cut.cutMin === cut.cutMax) parts.push(say(words.cutBy, { cut: money(cut.cutMax ?? 0) }));
  const pool = award.steps.find((step) => step.role === 'pool');
  if (pool !== undefined) parts.push(pool.say);
  const decision = award.steps.find((step) => step.role === 'decision');
  if (decision !== undefined) parts.push(decision.say);
  if (award.outcome === 'ceiling' || award.outcome === 'selective') {
    const by = joinNames(award.decidedBy ?? [], terminal);
    parts.push(by === '' ? say(words.noProcess) : say(words.decidedBy, { by }));
  }
  if (award.suppressedBy !== undefined) {
    const by = sayAward(award.suppressedBy, result.policies.length > 1, lang);
    parts.push(say(words.suppressedBy, { award: by, rule: award.suppressedBy.rule }));
  }
  if (award.needs !== undefined && award.needs.length > 0) {
    parts.push(
      say(words.needsFacts, {
        facts: joinNames(
          award.needs.map((need) => need.value ?? need.fact),
          terminal,
        ),
      }),
    );
  }
  parts.push(...(award.open ?? []));
  if (award.analogy !== undefined) parts.push(say(words.byAnalogy));
  parts.push(joinNames(award.by, terminal));
  return joinRemarks(parts, terminal);
}

function closingLines(result: JointResult, several: boolean, terminal: Terminal): string[] {
  const { say, lang } = terminal;
  const lines: string[] = [];
  const denied = deniedNames(result, several, terminal);
  if (denied.length > 0) lines.push(say(words.deniedList, { n: denied.length, names: joinNames(denied, terminal) }));
  if (result.needs.length > 0) lines.push(say(words.missing, { facts: joinNames(result.needs, terminal) }));
  for (const norm of result.norms) {
    if (!isShown(norm)) continue;
    const missing = norm.needs?.length
      ? bracketed(say(words.needsFacts, { facts: joinNames(norm.needs, terminal) }), terminal)
      : '';
    lines.push(say(words.rightLine, { clause: norm.clause ?? norm.measure, say: norm.say + missing }));
  }
  for (const cap of result.sharedCaps) {
    if (cap.cutMax === 0) continue;
    lines.push(say(words.sharedCap, { say: cap.say, cut: formatMoneyRange(cap.cutMin, cap.cutMax, lang) }));
  }
  for (const choice of result.open) lines.push(say(words.openPoint, { say: choice.say }));
  for (const note of result.notes) lines.push(say(words.noteLine, { note }));
  return lines;
}

/**
 * The norms that give an applicant something, unless they surely do not hold, and those by which something befalls it,
 * where they surely do. Duties of others and encouragement are in the JSON.
 */
function isShown({ modality, holds }: NormResult): boolean {
  return isConsequence(modality) ? holds === true : holds !== false && rights.has(modality);
}

const rights: ReadonlySet<string> = new Set(['recognise', 'exempt', 'entitle', 'reckon', 'may']);

/** Whether a norm says what happens afterwards to those who were supported. */
export function isConsequence(modality: string): boolean {
  return modality === 'revoke' || modality === 'reclaim' || modality === 'bar';
}

/** The benefits that nothing comes of: a benefit once, however many of its items are denied. */
function deniedNames(result: JointResult, several: boolean, { lang }: Terminal): string[] {
  const nameOf = ({ policy, measure, benefit }: Award) => sayAward({ policy, measure, benefit }, several, lang);
  const denied = new Set<string>();
  const others = new Set<string>();
  for (const award of result.awards) (award.outcome === 'denied' ? denied : others).add(nameOf(award));
  return [...denied].filter((name) => !others.has(name));
}

export function isOpen(outcome: Outcome): boolean {
  return outcome !== 'granted' && outcome !== 'denied' && outcome !== 'suppressed';
}

/** Granted stands out; what is open is coloured as open, what is not paid is dimmed. */
export function paint(outcome: Outcome, terminal: Terminal): (text: string) => string {
  const c = pc.createColors(terminal.colour);
  if (outcome === 'granted') return c.green;
  return isOpen(outcome) ? c.yellow : c.dim;
}

/** A table without lines: they are as wide as two characters in some Chinese fonts and break every column. */
export function plainTable(head: string[], colAligns: Table.HorizontalAlignment[], terminal: Terminal): Table.Table {
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' };
  const c = pc.createColors(terminal.colour);
  return new Table({
    head: head.map((title) => c.dim(title)),
    colAligns,
    chars: {
      ...none,
      'bottom-left': '',
      'bottom-right': '',
      left: ' ',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: ' ',
    },
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 0 },
  });
}

export function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
