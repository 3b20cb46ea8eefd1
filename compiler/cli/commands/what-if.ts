import { isAmongRows } from '../../run/among/settlement.ts';
import { evaluateRecord } from '../../run/evaluate-record.ts';
import { whatIf } from '../../run/what-if/what-if.ts';
import { whatIfJson } from '../../run/what-if/what-if-json.ts';
import { whatIfWords } from '../../run/what-if/words-what-if.ts';
import { openAwards, settleAll } from '../open-awards.ts';
import type { FactsOptions } from '../read-input.ts';
import { isSelected } from '../select-award.ts';
import { showProblem } from '../show-problem.ts';
import { showWhatIf } from '../show-what-if.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';

export interface WhatIfOptions extends FactsOptions {
  readonly applicant?: string;
  readonly json?: boolean;
}

/**
 * Tells what would raise or lower the awards of an applicant: every change that is told was computed. Awards that are lost to
 * other applicants now stay lost, whatever this one changes; pools are not shared out anew, which is told.
 */
export async function whatIfCommand(
  args: readonly string[],
  options: WhatIfOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const opened = openAwards(args, options, terminal);
  if (opened === undefined) return 1;
  const { loaded, input, selections, records } = opened;
  let { status } = opened;
  const { losses, rows } = await settleAll(input.records, loaded, terminal);
  if (isAmongRows(loaded.policies)) terminal.err(terminal.say(whatIfWords.amongApplicants));
  for (const record of records) {
    const lost = losses.of(rows.get(record) ?? -1);
    const { evaluated, problems } = evaluateRecord(record, loaded.plan, lost);
    for (const problem of problems) terminal.err(showProblem(problem, terminal));
    if (problems.length > 0) status = 1;
    if (evaluated === undefined) continue;
    const { asOf } = evaluated.result;
    const { readings } = loaded.plan;
    const answer = whatIf(
      loaded.policies,
      evaluated.facts,
      (facts) => loaded.plan.evaluate(facts, { asOf, lang: terminal.lang, lost, ...(readings && { readings }) }),
      selections.length === 0 ? {} : { about: (award) => selections.some((s) => isSelected(award, s)) },
    );
    terminal.out(options.json ? JSON.stringify(whatIfJson(answer)) : `${showWhatIf(answer, terminal)}\n`);
  }
  return status;
}
