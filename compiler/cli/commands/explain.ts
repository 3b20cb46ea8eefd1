import type { JointResult } from '../../../stdlib/runtime/types.ts';
import { settleRun } from '../../run/among/settle-run.ts';
import { settlementOf } from '../../run/among/settlement.ts';
import { evaluateRecord } from '../../run/evaluate-record.ts';
import type { FactRecord } from '../../run/record.ts';
import { nameOf } from '../../run/roll.ts';
import { type Loaded, loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { isSelected } from '../select-award.ts';
import { chooseRecords, splitArguments, unknownSelection } from '../select-records.ts';
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
  const { paths, selections } = splitArguments(args);
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const unknown = unknownSelection(selections, loaded.policies, terminal);
  if (unknown !== undefined) {
    terminal.err(unknown);
    return 1;
  }
  const input = readInput(options);
  for (const problem of input.problems) terminal.err(showProblem(problem, terminal));
  const chosen = chooseRecords(input, options.applicant, terminal);
  if ('message' in chosen) {
    terminal.err(chosen.message);
    return 1;
  }
  let status: ExitStatus = input.problems.some(({ entry }) => entry.severity === 'error') ? 1 : 0;
  const { settlement, losses, rows } = await settleAll(input.records, loaded, terminal);
  for (const record of chosen.records) {
    const row = rows.get(record) ?? -1;
    const { evaluated, problems } = evaluateRecord(record, loaded.plan, losses.of(row));
    for (const problem of problems) terminal.err(showProblem(problem, terminal));
    if (problems.length > 0) status = 1;
    if (evaluated !== undefined) explainOne(settlement.apply(row, evaluated.result), selections, terminal);
  }
  return status;
}

/** What the other applicants of the file do to each: to limits, pools and caps over groups all of them count. */
async function settleAll(records: readonly FactRecord[], { plan, policies }: Loaded, { lang }: Terminal) {
  const rows = new Map<FactRecord, number>();
  const { outcome, losses } = await settleRun(policies, lang, async (before, visit) => {
    let count = 0;
    for (const record of records) {
      const { evaluated } = evaluateRecord(record, plan, before.of(count));
      if (evaluated === undefined) continue;
      const applicant = nameOf(record.values);
      rows.set(record, count);
      const row = { row: count, record: record.place.record, ...(applicant !== undefined && { applicant }) };
      visit({ ...evaluated, row });
      count += 1;
    }
  });
  return { settlement: settlementOf(outcome, lang), losses, rows };
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
