import { evaluateRecord } from '../../run/evaluate-record.ts';
import { whatIf } from '../../run/what-if/what-if.ts';
import { whatIfJson } from '../../run/what-if/what-if-json.ts';
import { loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { isSelected } from '../select-award.ts';
import { chooseRecords, splitArguments, unknownSelection } from '../select-records.ts';
import { showProblem } from '../show-problem.ts';
import { showWhatIf } from '../show-what-if.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';

export interface WhatIfOptions extends FactsOptions {
  readonly applicant?: string;
  readonly json?: boolean;
}

/** Tells what would raise or lower the awards of an applicant: every change that is told was computed. */
export function whatIfCommand(args: readonly string[], options: WhatIfOptions, terminal: Terminal): ExitStatus {
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
  for (const record of chosen.records) {
    const { evaluated, problems } = evaluateRecord(record, loaded.plan);
    for (const problem of problems) terminal.err(showProblem(problem, terminal));
    if (problems.length > 0) status = 1;
    if (evaluated === undefined) continue;
    const { asOf } = evaluated.result;
    const answer = whatIf(
      loaded.policies,
      evaluated.facts,
      (facts) => loaded.plan.evaluate(facts, { asOf, lang: terminal.lang }),
      selections.length === 0 ? {} : { about: (award) => selections.some((s) => isSelected(award, s)) },
    );
    terminal.out(options.json ? JSON.stringify(whatIfJson(answer)) : `${showWhatIf(answer, terminal)}\n`);
  }
  return status;
}
