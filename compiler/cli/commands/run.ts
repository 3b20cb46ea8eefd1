import { join } from 'node:path';
import type { JointResult } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { awardsCsv } from '../../run/awards-csv.ts';
import { envelopeOf } from '../../run/envelope.ts';
import { type Evaluated, evaluateRecord, type RunPlan } from '../../run/evaluate-record.ts';
import { poolUses } from '../../run/pools.ts';
import type { Reading, RunProblem } from '../../run/record.ts';
import { resultJson } from '../../run/result-json.ts';
import { loadPolicies } from '../load-policies.ts';
import { openProgress } from '../progress.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { showPool } from '../show-pool.ts';
import { problemJson, showProblem } from '../show-problem.ts';
import { showOverview, showResult } from '../show-result.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { commandLine } from '../text.ts';
import { words } from '../words.ts';
import { writeFiles } from '../write-files.ts';

export interface RunOptions extends FactsOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly reference?: boolean;
}

/** From so many applicants on, the screen shows one line for each. */
const manyApplicants = 21;

const resultsFile = 'results.jsonl';

/** Evaluates every applicant. Results go to standard output and, with `--out`, to files; problems to standard error. */
export function run(paths: readonly string[], options: RunOptions, terminal: Terminal): ExitStatus {
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const reading = readInput(options);
  const { evaluated, problems } = evaluateAll(reading, loaded.plan, terminal);

  const lines = () =>
    evaluated.map((one) =>
      JSON.stringify(resultJson(one.result, envelopeOf(loaded.plan.policies, one, terminal.lang))),
    );
  if (options.json) for (const line of lines()) terminal.out(line);
  else showAll(evaluated, loaded.policies, paths, options, terminal);
  for (const problem of problems) {
    terminal.err(options.json ? JSON.stringify(problemJson(problem, terminal)) : showProblem(problem, terminal));
  }
  if (!options.json) tellSkipped(reading, evaluated, terminal);
  if (options.out !== undefined) {
    const results = evaluated.map(({ result }) => result);
    writeFiles(
      options.out,
      [
        {
          name: 'results.jsonl',
          text: lines()
            .map((line) => `${line}\n`)
            .join(''),
        },
        { name: 'awards.csv', text: awardsCsv(results, terminal.lang) },
      ],
      terminal,
    );
  }
  return problems.some(isError) ? 1 : 0;
}

interface All {
  readonly evaluated: readonly Evaluated[];
  readonly problems: readonly RunProblem[];
}

function evaluateAll(reading: Reading, plan: RunPlan, terminal: Terminal): All {
  const evaluated: Evaluated[] = [];
  const problems: RunProblem[] = [...reading.problems];
  const progress = openProgress(reading.records.length, terminal);
  for (const record of reading.records) {
    const outcome = evaluateRecord(record, plan);
    if (outcome.evaluated !== undefined) evaluated.push(outcome.evaluated);
    problems.push(...outcome.problems);
    progress.step();
  }
  progress.close();
  return { evaluated, problems };
}

function showAll(
  evaluated: readonly Evaluated[],
  policies: readonly PolicyIr[],
  paths: readonly string[],
  options: RunOptions,
  terminal: Terminal,
): void {
  const results = evaluated.map(({ result }) => result);
  const common = commonNotes(results);
  if (results.length >= manyApplicants) terminal.out(showOverview(results, terminal));
  else for (const result of results) terminal.out(`${showResult(withoutNotes(result, common), terminal)}\n`);
  for (const note of common) terminal.out(terminal.say(words.noteLine, { note }));
  const pools = results.length === 0 ? [] : poolUses(policies, results);
  for (const use of pools) terminal.out(showPool(use, terminal));
  const today = evaluated.find(({ asOfToday }) => asOfToday);
  if (today !== undefined) terminal.out(terminal.say(words.today, { asOf: today.result.asOf }));
  const example = exampleOf(results);
  if (example !== undefined) {
    const { applicant, award } = example;
    const line = commandLine(['explain', ...paths, ...factsArguments(options), '--applicant', applicant, award]);
    terminal.out(terminal.say(words.explainHint, { line: `${terminal.command} ${line}` }));
  }
  if (options.out !== undefined) {
    const line = commandLine(['verify', join(options.out, resultsFile), ...paths, ...factsArguments(options)]);
    terminal.out(terminal.say(words.verifyHint, { line: `${terminal.command} ${line}` }));
  }
}

/** What is noted of every applicant is said once. */
function commonNotes(results: readonly JointResult[]): string[] {
  const [first, ...rest] = results;
  return (first?.notes ?? []).filter((note) => rest.every(({ notes }) => notes.includes(note)));
}

function withoutNotes(result: JointResult, told: readonly string[]): JointResult {
  return { ...result, notes: result.notes.filter((note) => !told.includes(note)) };
}

/** The options that lead back to the same facts. */
function factsArguments({ facts, list, decisions, asOf }: RunOptions): string[] {
  return [
    '--facts',
    facts,
    ...list.flatMap((table) => ['--list', table]),
    ...(decisions === undefined ? [] : ['--decisions', decisions]),
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
  ];
}

/** An award worth a closer look, for the line that says how to look: the first that is not exact, else the first. */
function exampleOf(results: readonly JointResult[]): { applicant: string; award: string } | undefined {
  for (const { applicant, awards } of results) {
    const award = awards.find((a) => a.steps.some((step) => (step.cutMax ?? 0) !== 0)) ?? awards[0];
    if (applicant === undefined || award === undefined) continue;
    return { applicant, award: award.benefit === null ? award.measure : `${award.measure}/${award.benefit}` };
  }
  return undefined;
}

function tellSkipped(reading: Reading, evaluated: readonly Evaluated[], terminal: Terminal): void {
  const skipped = reading.records.length - evaluated.length;
  if (skipped > 0) terminal.err(terminal.say(words.recordsSkipped, { n: skipped, rest: evaluated.length }));
}

function isError(problem: RunProblem): boolean {
  return problem.kind === 'fact' || problem.entry.severity === 'error';
}
