import { settleRun } from '../run/among/settle-run.ts';
import { type Losses, type Settlement, settlementOf } from '../run/among/settlement.ts';
import { evaluateRecord } from '../run/evaluate-record.ts';
import type { FactRecord } from '../run/record.ts';
import { nameOf } from '../run/roll.ts';
import { type Loaded, loadPolicies } from './load-policies.ts';
import { type FactsOptions, readInput } from './read-input.ts';
import { chooseRecords, splitArguments, unknownSelection } from './select-records.ts';
import { showProblem } from './show-problem.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/** What a command about single awards begins with. */
export interface OpenedAwards {
  readonly loaded: Loaded;
  readonly input: ReturnType<typeof readInput>;
  /** The awards asked about; none: all. */
  readonly selections: readonly string[];
  /** The applicants asked about. */
  readonly records: readonly FactRecord[];
  /** 1 where a record could not be read. */
  readonly status: ExitStatus;
}

/** Policies, facts, and which awards of whom are asked about; tells what is wrong with them. Undefined: nothing can be told. */
export function openAwards(
  args: readonly string[],
  options: FactsOptions & { readonly applicant?: string },
  terminal: Terminal,
): OpenedAwards | undefined {
  const { paths, selections } = splitArguments(args);
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return undefined;
  const unknown = unknownSelection(selections, loaded.policies, terminal);
  if (unknown !== undefined) {
    terminal.err(unknown);
    return undefined;
  }
  const input = readInput(options);
  for (const problem of input.problems) terminal.err(showProblem(problem, terminal));
  const chosen = chooseRecords(input, options.applicant, terminal);
  if ('message' in chosen) {
    terminal.err(chosen.message);
    return undefined;
  }
  const status = input.problems.some(({ entry }) => entry.severity === 'error') ? 1 : 0;
  return { loaded, input, selections, records: chosen.records, status };
}

/** What the other applicants of the file do to each: to limits, pools and caps over groups all of them count. */
export async function settleAll(
  records: readonly FactRecord[],
  { plan, policies }: Loaded,
  { lang }: Terminal,
): Promise<{
  readonly settlement: Settlement;
  readonly losses: Losses;
  readonly rows: ReadonlyMap<FactRecord, number>;
}> {
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
