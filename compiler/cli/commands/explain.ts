import { didYouMean } from '../../../language/diagnostics/did-you-mean.ts';
import type { JointResult } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { nodeHost } from '../../project/node-host.ts';
import { nameOf } from '../../run/attach-lists.ts';
import { evaluateRecord } from '../../run/evaluate-record.ts';
import { loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { isSelected } from '../select-award.ts';
import { showAccount } from '../show-account.ts';
import { showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

export interface ExplainOptions extends FactsOptions {
  readonly applicant?: string;
}

/** Tells how awards come about, step by step, and why others do not. */
export function explain(args: readonly string[], options: ExplainOptions, terminal: Terminal): ExitStatus {
  const { paths, selections } = splitArguments(args);
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const known = selections.find((selection) => !namesOf(loaded.policies).some((name) => isNamed(name, selection)));
  if (known !== undefined) {
    const meant = suggestion(didYouMean(known, namesOf(loaded.policies)), terminal);
    terminal.err(terminal.say(words.noAward, { award: known, meant }));
    return 1;
  }
  const input = readInput(options);
  const { applicant } = options;
  const records = input.records.filter(({ values }) => applicant === undefined || nameOf(values) === applicant);
  for (const problem of input.problems) terminal.err(showProblem(problem, terminal));
  if (applicant !== undefined && records.length === 0) {
    const names = input.records.flatMap(({ values }) => nameOf(values) ?? []);
    const meant = suggestion(didYouMean(applicant, names), terminal);
    terminal.err(terminal.say(words.noApplicant, { applicant, meant }));
    return 1;
  }
  let status: ExitStatus = input.problems.some(({ entry }) => entry.severity === 'error') ? 1 : 0;
  for (const record of records) {
    const { evaluated, problems } = evaluateRecord(record, loaded.plan);
    for (const problem of problems) terminal.err(showProblem(problem, terminal));
    if (problems.length > 0) status = 1;
    if (evaluated !== undefined) explainOne(evaluated.result, selections, terminal);
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

/** What exists on the disk or could is a policy; whatever else follows selects awards. */
function splitArguments(args: readonly string[]): { paths: string[]; selections: string[] } {
  const isPath = (arg: string) => nodeHost.exists(arg) || arg.endsWith('.cuoshi');
  const [first, ...rest] = args;
  const paths = first === undefined ? [] : [first, ...rest.filter(isPath)];
  return { paths, selections: rest.filter((arg) => !isPath(arg)) };
}

/** All that a selection may name: measures, benefits, and the two together. */
function namesOf(policies: readonly PolicyIr[]): string[] {
  return policies.flatMap((policy) =>
    policy.plans.flatMap((plan) =>
      plan.k === 'benefit'
        ? [plan.measure, ...(plan.label === null ? [] : [plan.label, `${plan.measure}/${plan.label}`])]
        : [],
    ),
  );
}

function isNamed(name: string, selection: string): boolean {
  const wanted = selection.replaceAll('／', '/');
  return (
    wanted === name || wanted.startsWith(`${name}/`) || wanted.endsWith(`/${name}`) || wanted.includes(`/${name}/`)
  );
}

function suggestion([best]: readonly string[], terminal: Terminal): string {
  return best === undefined ? '' : terminal.say(words.didYouMean, { suggestion: best });
}
