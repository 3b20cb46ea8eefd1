import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { JointResult } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import type { Row } from '../../run/among/rows.ts';
import { passesOf, settleRun } from '../../run/among/settle-run.ts';
import { isAmongRows, isNotable, type Losses, type RunOutcome, settlementOf } from '../../run/among/settlement.ts';
import { countSummary, runJson, type Summary } from '../../run/among/summary.ts';
import { awardsHeader, awardsLines } from '../../run/awards-csv.ts';
import { ledgerChecker } from '../../run/check-ledger.ts';
import { envelopeOf } from '../../run/envelope.ts';
import { type Evaluated, evaluateRecord, type RunPlan } from '../../run/evaluate-record.ts';
import type { FactRecord, RecordSource, RunProblem } from '../../run/record.ts';
import { resultJson } from '../../run/result-json.ts';
import { nameOf } from '../../run/roll.ts';
import { loadPolicies } from '../load-policies.ts';
import { openProgress } from '../progress.ts';
import { type FactsOptions, openInput } from '../read-input.ts';
import { openScreen, type Screen } from '../run-screen.ts';
import { problemJson, showProblem } from '../show-problem.ts';
import { showSummary } from '../show-run.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { commandLine } from '../text.ts';
import { words } from '../words.ts';
import { openFile } from '../write-files.ts';

export interface RunOptions extends FactsOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly reference?: boolean;
  readonly summary?: boolean;
}

const resultsFile = 'results.jsonl';

/** Evaluates every applicant. Results go to standard output and, with `--out`, to files; problems to standard error. */
export async function run(paths: readonly string[], options: RunOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const source = openInput(options);
  const { policies, plan } = loaded;
  const screen = options.json ? undefined : openScreen(terminal);
  const progress = openProgress(terminal);
  const passes = passesOf(policies);
  const pass = passOver(source, plan, terminal, (done) => progress.step((done + source.taken()) / passes));
  const settled = await settleRun(policies, terminal.lang, async (losses, visit) => {
    await pass(losses, visit);
  });
  const outputs = openOutputs(options, plan, settled, screen, terminal);
  const summary = countSummary();
  const problems = gatherProblems((problem) =>
    terminal.err(options.json ? JSON.stringify(problemJson(problem, terminal)) : showProblem(problem, terminal)),
  );
  const checkLedger = ledgerChecker(policies);
  let evaluated = 0;
  const records = await pass(
    settled.losses,
    (one) => {
      evaluated += 1;
      for (const problem of checkLedger(one.record, one.facts)) problems.add(problem);
      const result = outputs.take(one);
      summary.add(result);
    },
    problems.add,
  );
  progress.close();

  screen?.show(settled.outcome);
  outputs.tell(summary.settle(settled.outcome), policies);
  problems.show();
  const skipped = records - evaluated;
  if (skipped > 0 && !options.json) {
    terminal.err(terminal.say(words.recordsSkipped, { n: skipped, rest: evaluated }));
  }
  if (screen !== undefined) showNextSteps(screen, paths, options, terminal);
  outputs.close();
  return problems.hasErrors() ? 1 : 0;
}

interface Settled {
  readonly outcome: RunOutcome;
  readonly losses: Losses;
}

/** Where each result goes as soon as it is there: the screen or standard output, and the files of `--out`. */
function openOutputs(
  options: RunOptions,
  plan: RunPlan,
  { outcome }: Settled,
  screen: Screen | undefined,
  terminal: Terminal,
) {
  const { json, out } = options;
  const { lang } = terminal;
  const settlement = settlementOf(outcome, lang);
  const files =
    out === undefined
      ? undefined
      : { results: openFile(out, resultsFile, terminal), awards: openFile(out, 'awards.csv', terminal) };
  files?.awards.write(awardsHeader(lang));
  return {
    /** Takes the result of a row, and gives what the run makes of it. */
    take({ row, record: _record, ...one }: PassedRow): JointResult {
      const result = settlement.apply(row.row, one.result);
      screen?.add({ ...one, result });
      files?.awards.write(awardsLines(result, lang));
      if (files !== undefined || json) {
        const line = JSON.stringify(resultJson(result, envelopeOf(plan.policies, one, lang, plan.readings)));
        if (json) terminal.out(line);
        files?.results.write(`${line}\n`);
      }
      return result;
    },
    /** The run as a whole. Who reads single results only is told that other applicants changed some. */
    tell(summary: Summary, policies: readonly PolicyIr[]): void {
      const line = () =>
        JSON.stringify(
          runJson(
            summary,
            outcome,
            policies.map(({ name }) => name),
          ),
        );
      if (out !== undefined && (options.summary || isAmongRows(policies))) {
        const file = openFile(out, 'run.json', terminal);
        file.write(`${line()}\n`);
        file.close();
      }
      if (options.summary) terminal.out(json ? line() : `\n${showSummary(summary, terminal)}`);
      else if (json && isNotable(outcome))
        terminal.err(JSON.stringify({ severity: 'info', message: terminal.say(words.runNotice) }));
    },
    close() {
      files?.results.close();
      files?.awards.close();
    },
  };
}

/** So many problems wait for the end, where they are told together. */
const heldProblems = 1000;

/** Gathers problems: those of the file first, as people read them; beyond some, each is told as it is met. */
function gatherProblems(tell: (problem: RunProblem) => void) {
  let held: RunProblem[] = [];
  let count = 0;
  let errors = false;
  const show = () => {
    const ofFile = held.filter(({ kind }) => kind === 'file');
    const ofRecords = held.filter(({ kind }) => kind === 'fact');
    for (const problem of [...ofFile, ...ofRecords]) tell(problem);
    held = [];
  };
  return {
    add(problem: RunProblem): void {
      errors ||= isError(problem);
      count += 1;
      if (count <= heldProblems) {
        held.push(problem);
        return;
      }
      show();
      tell(problem);
    },
    show,
    hasErrors: () => errors,
  };
}

interface PassedRow extends Evaluated {
  readonly record: FactRecord;
  readonly row: Row;
}

/** A pass over all records: each is read and evaluated anew, so that none is held. Gives how many there were. */
function passOver(source: RecordSource, plan: RunPlan, terminal: Terminal, step: (passesDone: number) => void) {
  let passesDone = 0;
  return async (
    losses: Losses,
    visit: (one: PassedRow) => void,
    tell: (problem: RunProblem) => void = () => {},
  ): Promise<number> => {
    let count = 0;
    let records = 0;
    for (const record of source.records(tell)) {
      const { evaluated, problems } = evaluateRecord(record, plan, losses.of(count));
      if (evaluated !== undefined) {
        const applicant = nameOf(record.values);
        const row: Row = { row: count, record: record.place.record, ...(applicant !== undefined && { applicant }) };
        visit({ ...evaluated, record, row });
        count += 1;
      }
      for (const problem of problems) tell(problem);
      records += 1;
      step(passesDone);
      // A reader that has gone away, or is slow, is noticed between turns only.
      if (records % 64 === 0) {
        await setImmediate();
        await terminal.ready();
      }
    }
    passesDone += 1;
    return records;
  };
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
function factsArguments({ facts, list, decisions, ledger, asOf }: RunOptions): string[] {
  return [
    '--facts',
    facts,
    ...list.flatMap((table) => ['--list', table]),
    ...(decisions === undefined ? [] : ['--decisions', decisions]),
    ...(ledger === undefined ? [] : ['--ledger', ledger]),
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
  ];
}

function isError(problem: RunProblem): boolean {
  return problem.kind === 'fact' || problem.entry.severity === 'error';
}
