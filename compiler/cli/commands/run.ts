import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { awardsHeader, awardsLines } from '../../run/awards-csv.ts';
import { envelopeOf } from '../../run/envelope.ts';
import { type Evaluated, evaluateRecord, type RunPlan } from '../../run/evaluate-record.ts';
import type { Reading, RunProblem } from '../../run/record.ts';
import { resultJson } from '../../run/result-json.ts';
import { loadPolicies } from '../load-policies.ts';
import { openProgress } from '../progress.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { openScreen, type Screen } from '../run-screen.ts';
import { problemJson, showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { commandLine } from '../text.ts';
import { words } from '../words.ts';
import { openFile } from '../write-files.ts';

export interface RunOptions extends FactsOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly reference?: boolean;
}

const resultsFile = 'results.jsonl';

/** Evaluates every applicant. Results go to standard output and, with `--out`, to files; problems to standard error. */
export async function run(paths: readonly string[], options: RunOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const reading = readInput(options);
  const screen = options.json ? undefined : openScreen(loaded.policies, terminal);
  const { take, close } = openOutputs(options, loaded.plan, screen, terminal);
  const { evaluated, problems } = await evaluateAll(reading, loaded.plan, take, terminal);

  screen?.show();
  for (const problem of problems) {
    terminal.err(options.json ? JSON.stringify(problemJson(problem, terminal)) : showProblem(problem, terminal));
  }
  const skipped = reading.records.length - evaluated;
  if (skipped > 0 && !options.json) {
    terminal.err(terminal.say(words.recordsSkipped, { n: skipped, rest: evaluated }));
  }
  if (screen !== undefined) showNextSteps(screen, paths, options, terminal);
  close();
  return problems.some(isError) ? 1 : 0;
}

/** Where each result goes as soon as it is there: the screen or standard output, and the files of `--out`. */
function openOutputs(options: RunOptions, plan: RunPlan, screen: Screen | undefined, terminal: Terminal) {
  const { json, out } = options;
  const files =
    out === undefined
      ? undefined
      : { results: openFile(out, resultsFile, terminal), awards: openFile(out, 'awards.csv', terminal) };
  files?.awards.write(awardsHeader(terminal.lang));
  return {
    take(one: Evaluated) {
      screen?.add(one);
      files?.awards.write(awardsLines(one.result, terminal.lang));
      if (files === undefined && !json) return;
      const line = JSON.stringify(resultJson(one.result, envelopeOf(plan.policies, one, terminal.lang)));
      if (json) terminal.out(line);
      files?.results.write(`${line}\n`);
    },
    close() {
      files?.results.close();
      files?.awards.close();
    },
  };
}

async function evaluateAll(
  reading: Reading,
  plan: RunPlan,
  take: (one: Evaluated) => void,
  terminal: Terminal,
): Promise<{ readonly evaluated: number; readonly problems: readonly RunProblem[] }> {
  const problems: RunProblem[] = [...reading.problems];
  const progress = openProgress(reading.records.length, terminal);
  let evaluated = 0;
  for (const [index, record] of reading.records.entries()) {
    const outcome = evaluateRecord(record, plan);
    if (outcome.evaluated !== undefined) {
      evaluated += 1;
      take(outcome.evaluated);
    }
    problems.push(...outcome.problems);
    progress.step();
    // A reader that has gone away is noticed between turns only.
    if (index % 64 === 63) await setImmediate();
  }
  progress.close();
  return { evaluated, problems };
}

function showNextSteps(screen: Screen, paths: readonly string[], options: RunOptions, terminal: Terminal): void {
  const { say, command } = terminal;
  const facts = factsArguments(options);
  const example = screen.example();
  if (example !== undefined) {
    const line = commandLine(['explain', ...paths, ...facts, '--applicant', example.applicant, example.award]);
    terminal.out(say(words.explainHint, { line: `${command} ${line}` }));
  }
  if (options.out !== undefined) {
    const line = commandLine(['verify', join(options.out, resultsFile), ...paths, ...facts]);
    terminal.out(say(words.verifyHint, { line: `${command} ${line}` }));
  }
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

function isError(problem: RunProblem): boolean {
  return problem.kind === 'fact' || problem.entry.severity === 'error';
}
