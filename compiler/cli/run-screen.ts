import type { JointResult } from '../../stdlib/runtime/types.ts';
import type { RunOutcome } from '../run/among/settlement.ts';
import type { Evaluated } from '../run/evaluate-record.ts';
import { type OverviewRow, overviewRow, showOverview, showResult } from './show-result.ts';
import { showOutcome } from './show-run.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** What someone at a terminal sees of a run. Holds on to full results of few applicants only. */
export interface Screen {
  add(one: Evaluated): void;
  show(outcome: RunOutcome): void;
  /** An award worth a closer look: the first that a cap cut, else the first of all. */
  example(): { readonly applicant: string; readonly award: string } | undefined;
}

/** Beyond so many applicants, one line is shown for each. */
const fewApplicants = 20;
/** So many lines are set as one table: laying out columns takes all of its rows in memory. */
const blockRows = 500;

export function openScreen(terminal: Terminal): Screen {
  const few: JointResult[] = [];
  const rows: OverviewRow[] = [];
  let count = 0;
  let common: readonly string[] | undefined;
  let today: string | undefined;
  return {
    add({ result, asOfToday }) {
      if (few.length < fewApplicants) few.push(result);
      rows.push(overviewRow(result, terminal));
      count += 1;
      if (count > fewApplicants && rows.length >= blockRows) terminal.out(showOverview(rows.splice(0), terminal));
      // What is noted of every applicant is said once.
      common = (common ?? result.notes).filter((note) => result.notes.includes(note));
      if (asOfToday) today ??= result.asOf;
    },
    show(outcome) {
      const told = common ?? [];
      if (count > fewApplicants) {
        if (rows.length > 0) terminal.out(showOverview(rows, terminal));
      } else for (const result of few) terminal.out(`${showResult(withoutNotes(result, told), terminal)}\n`);
      for (const note of told) terminal.out(terminal.say(words.noteLine, { note }));
      for (const line of showOutcome(outcome, terminal)) terminal.out(line);
      if (today !== undefined) terminal.out(terminal.say(words.today, { asOf: today }));
    },
    example: () => exampleAmong(few),
  };
}

function withoutNotes(result: JointResult, told: readonly string[]): JointResult {
  return { ...result, notes: result.notes.filter((note) => !told.includes(note)) };
}

function exampleAmong(results: readonly JointResult[]): { applicant: string; award: string } | undefined {
  for (const { applicant, awards } of results) {
    const award = awards.find((a) => a.steps.some((step) => (step.cutMax ?? 0) !== 0)) ?? awards[0];
    if (applicant === undefined || award === undefined) continue;
    return { applicant, award: award.benefit === null ? award.measure : `${award.measure}/${award.benefit}` };
  }
  return undefined;
}
