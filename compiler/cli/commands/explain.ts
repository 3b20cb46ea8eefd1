import type { JointResult } from '../../../stdlib/runtime/types.ts';
import { evaluateRecord } from '../../run/evaluate-record.ts';
import { openAwards, settleAll } from '../open-awards.ts';
import type { FactsOptions } from '../read-input.ts';
import { isSelected } from '../select-award.ts';
import { showAccount } from '../show-account.ts';
import { showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

export interface ExplainOptions extends FactsOptions {
  readonly applicant?: string;
}

/** Tells how awards come about, step by step, and why others do not. */
export async function explain(
  args: readonly string[],
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const opened = openAwards(args, options, terminal);
  if (opened === undefined) return 1;
  const { loaded, input, selections, records } = opened;
  let { status } = opened;
  const { settlement, losses, rows } = await settleAll(input.records, loaded, terminal);
  for (const record of records) {
    const row = rows.get(record) ?? -1;
    const { evaluated, problems } = evaluateRecord(record, loaded.plan, losses.of(row));
    for (const problem of problems) terminal.err(showProblem(problem, terminal));
    if (problems.length > 0) status = 1;
    if (evaluated !== undefined) explainOne(settlement.apply(row, evaluated.result), selections, terminal);
  }
  return status;
}

function explainOne(result: JointResult, selections: readonly string[], terminal: Terminal): void {
  const chosen = result.awards.filter(
    (award) => selections.length === 0 || selections.some((s) => isSelected(award, s)),
  );
  if (chosen.length === 0) {
    const applicant = result.applicant ?? terminal.say(words.nameless);
    terminal.out(terminal.say(words.notListed, { applicant, award: selections.join(' ') }));
    return;
  }
  for (const award of chosen) terminal.out(`${showAccount(award, result, terminal)}\n`);
}
