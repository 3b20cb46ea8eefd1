import { diffPolicies, unknownNames } from '../../analyse/diff/diff.ts';
import { diffJson } from '../../analyse/diff/diff-json.ts';
import { diffText } from '../../analyse/diff/say-diff.ts';
import { makeReplay } from '../../replay.ts';
import { countPopulation, evaluateVersions, type Population, type Versions } from '../../run/population.ts';
import { populationJson } from '../../run/population-json.ts';
import { type Loaded, loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { runtime } from '../runtime.ts';
import { showPopulation } from '../show-population.ts';
import { problemJson, showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

export interface DiffOptions extends Partial<FactsOptions> {
  readonly format: 'text' | 'json';
  /** `OLD=NEW`: names of measures, benefits or facts. */
  readonly align: readonly string[];
}

/**
 * Compares two versions by what they pay, and with `--facts` what they come to for a population. Each is compiled by
 * itself: two versions may declare the same names.
 */
export function diff(older: string, newer: string, options: DiffOptions, terminal: Terminal): ExitStatus {
  const before = loadOne(older, options, terminal);
  const after = loadOne(newer, options, terminal);
  if (before === undefined || after === undefined) return 1;
  const align = options.align.map((pair) => {
    const at = pair.indexOf('=');
    return { old: pair.slice(0, at), new: pair.slice(at + 1) };
  });
  const unknown = unknownNames(before.policy, after.policy, align);
  for (const name of unknown) terminal.err(terminal.say(words.alignUnknown, { name }));
  if (unknown.length > 0) return 2;
  const result = diffPolicies(before.policy, after.policy, makeReplay(runtime), { align });
  const over = options.facts === undefined ? undefined : { ...options, facts: options.facts, list: options.list ?? [] };
  const counted = over && overPopulation(over, { old: before.loaded, new: after.loaded }, terminal);
  if (options.format === 'json') {
    const json = diffJson(result);
    terminal.out(
      JSON.stringify({ ...json, ...(counted && { population: populationJson(counted.population) }) }, null, 2),
    );
  } else {
    terminal.out(diffText(result, terminal.lang).trimEnd());
    if (counted) terminal.out(`\n${showPopulation(counted.population, terminal)}`);
  }
  return counted?.failed ? 1 : 0;
}

function overPopulation(
  options: FactsOptions & DiffOptions,
  { old, new: now }: Versions<Loaded>,
  terminal: Terminal,
): { readonly population: Population; readonly failed: boolean } {
  const reading = readInput(options);
  const counter = countPopulation();
  const problems = [
    ...reading.problems,
    ...reading.records.flatMap((record, index) => {
      const { evaluated, problems: found } = evaluateVersions(record, { old: old.plan, new: now.plan });
      if (evaluated) counter.add({ old: evaluated.old.result, new: evaluated.new.result }, index + 1);
      return found;
    }),
  ];
  for (const problem of problems) {
    terminal.err(
      options.format === 'json' ? JSON.stringify(problemJson(problem, terminal)) : showProblem(problem, terminal),
    );
  }
  return {
    population: counter.count(),
    failed: problems.some((problem) => problem.kind === 'fact' || problem.entry.severity === 'error'),
  };
}

/** The one policy of a file or folder; where there are errors, none or several, tells so. */
function loadOne(path: string, { asOf }: DiffOptions, terminal: Terminal) {
  const loaded = loadPolicies([path], asOf === undefined ? {} : { asOf }, terminal, terminal.say(words.notCompared));
  if (loaded === undefined) return undefined;
  const [policy, ...others] = loaded.policies;
  if (policy !== undefined && others.length === 0) return { policy, loaded };
  terminal.err(terminal.say(words.onePolicy, { path, n: loaded.policies.length }));
  return undefined;
}
