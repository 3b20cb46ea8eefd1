import { writeFileSync } from 'node:fs';
import type { AskedPair } from '../../analyse/diff/align.ts';
import { diffPolicies, unknownNames } from '../../analyse/diff/diff.ts';
import { diffJson } from '../../analyse/diff/diff-json.ts';
import { isEmpty, type PolicyDiff } from '../../analyse/diff/model.ts';
import { diffText } from '../../analyse/diff/say-diff.ts';
import { compile } from '../../compile.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import type { Host } from '../../project/host.ts';
import { nodeHost } from '../../project/node-host.ts';
import { makeReplay } from '../../replay.ts';
import { countPopulation, evaluateVersions, type Population, type Versions } from '../../run/population.ts';
import { populationJson } from '../../run/population-json.ts';
import { gitHost } from '../compare/git-host.ts';
import { type FailOn, failing, matched, type Report } from '../compare/report.ts';
import { loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readInput } from '../read-input.ts';
import { refuse } from '../report.ts';
import { runtime } from '../runtime.ts';
import { showPopulation } from '../show-population.ts';
import { problemJson, showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';
import { compareWords } from '../words-compare.ts';

export interface DiffOptions extends Partial<FactsOptions> {
  readonly format: 'text' | 'json' | 'markdown' | 'html';
  /** `OLD=NEW`: names of measures, benefits or facts. */
  readonly align: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly failOn?: FailOn;
  /** A file for the page. */
  readonly html?: string;
}

/** One side of the comparison: paths, and where they are read. */
interface Side {
  readonly paths: readonly string[];
  readonly host: Host;
  /** In git; absent: the files as they are. */
  readonly revision?: string;
}

/**
 * Compares two versions by what they pay, and with `--facts` what they come to for a population. Each side is compiled by
 * itself: two versions may declare the same names. With `--since` the old side is what git has.
 */
export async function diff(paths: readonly string[], options: DiffOptions, terminal: Terminal): Promise<ExitStatus> {
  const sides = sidesOf(paths, options, terminal);
  if (typeof sides === 'number') return sides;
  const older = policiesOf(sides.old, terminal);
  const newer = policiesOf(sides.new, terminal);
  if (older === undefined || newer === undefined) return 1;
  const versions = options.since === undefined ? ofTwoPaths(paths, older, newer, terminal) : matched(older, newer);
  if (versions === undefined) return 1;
  const align = options.align.map((pair): AskedPair => {
    const at = pair.indexOf('=');
    return { old: pair.slice(0, at), new: pair.slice(at + 1) };
  });
  // With several policies a name has to be known in one of them.
  const unknown = versions.pairs.map(([a, b]) => unknownNames(a, b, align));
  const nowhere = (unknown[0] ?? []).filter((name) => unknown.every((names) => names.includes(name)));
  for (const name of nowhere) terminal.err(terminal.say(words.alignUnknown, { name }));
  if (nowhere.length > 0) return 2;
  const replay = makeReplay(runtime);
  const diffs = versions.pairs.map(([a, b]) => diffPolicies(a, b, replay, { align }));
  const over = options.facts === undefined ? undefined : { ...options, facts: options.facts, list: options.list ?? [] };
  const counted = over && overPopulation(over, sides, terminal);
  const report: Report = {
    diffs: [...diffs.filter((d) => !isEmpty(d)), ...diffs.filter(isEmpty)],
    added: versions.added,
    removed: versions.removed,
    ...(options.since !== undefined && { revisions: { since: options.since, until: options.until } }),
    ...(counted && { population: counted.population }),
  };
  await tell(report, options, terminal);
  if (counted?.failed) return 1;
  const failures = options.failOn === undefined ? [] : failing(report, options.failOn);
  if (options.failOn !== undefined && failures.length > 0) {
    const what = terminal.say(compareWords[options.failOn]);
    terminal.err(
      terminal.say(compareWords.failed, { what, names: failures.join(terminal.lang === 'zh' ? '、' : ', ') }),
    );
    return 1;
  }
  return 0;
}

function sidesOf(
  paths: readonly string[],
  { since, until, facts }: DiffOptions,
  terminal: Terminal,
): Versions<Side> | ExitStatus {
  const { say } = terminal;
  if (since === undefined) {
    const [older, newer, ...more] = paths;
    if (until !== undefined || older === undefined || newer === undefined || more.length > 0) {
      terminal.err(say(until === undefined ? compareWords.twoPaths : compareWords.untilAlone));
      return 2;
    }
    return { old: { paths: [older], host: nodeHost }, new: { paths: [newer], host: nodeHost } };
  }
  if (paths.length === 0) {
    terminal.err(say(compareWords.noPaths));
    return 2;
  }
  const hosts: Host[] = [];
  for (const revision of [since, until]) {
    const host = revision === undefined ? nodeHost : gitHost(revision, paths[0] ?? '.');
    if (typeof host === 'string') {
      terminal.err(say(compareWords[host], { revision: revision ?? '' }));
      return 1;
    }
    hosts.push(host);
  }
  const [before = nodeHost, after = nodeHost] = hosts;
  const missing = paths.filter((path) => !before.exists(path) && !after.exists(path));
  for (const path of missing) terminal.err(say(compareWords.nowhere, { path }));
  if (missing.length > 0) return 1;
  for (const path of paths) {
    const gone = [before, after].findIndex((host) => !host.exists(path));
    if (gone < 0 || !path.endsWith('.cuoshi')) continue;
    const at = (gone === 0 ? since : until) ?? say(compareWords.workingTree);
    terminal.err(say(compareWords.goneFrom, { at, path }));
  }
  const there = (host: Host, revision: string | undefined): Side => ({
    paths: paths.filter((path) => host.exists(path)),
    host,
    ...(revision !== undefined && { revision }),
  });
  const sides = { old: there(before, since), new: there(after, until) };
  if (facts !== undefined && [sides.old, sides.new].some((side) => side.paths.length === 0)) {
    terminal.err(say(compareWords.nothingToRun));
    return 1;
  }
  return sides;
}

/** The policies of a side; where there are errors, tells them. */
function policiesOf({ paths, host, revision }: Side, terminal: Terminal): readonly PolicyIr[] | undefined {
  const compilation = compile(paths, host);
  const refused = terminal.say(words.notCompared);
  const why = revision === undefined ? refused : `${terminal.say(compareWords.atRevision, { revision })}${refused}`;
  return refuse(compilation, terminal, why) ? undefined : compilation.policies;
}

/** Two policies, whatever they are called; of folders with several, those that belong together. */
function ofTwoPaths(
  paths: readonly string[],
  older: readonly PolicyIr[],
  newer: readonly PolicyIr[],
  terminal: Terminal,
): ReturnType<typeof matched> | undefined {
  for (const [i, policies] of [older, newer].entries()) {
    if (policies.length > 0) continue;
    terminal.err(terminal.say(words.noPolicy, { path: paths[i] ?? '' }));
    return undefined;
  }
  const [a, b] = [older[0], newer[0]];
  if (older.length > 1 || newer.length > 1 || a === undefined || b === undefined) return matched(older, newer);
  return { pairs: [[a, b]], added: [], removed: [] };
}

async function tell(report: Report, { format, html }: DiffOptions, terminal: Terminal): Promise<void> {
  const page = async () => (await import('../compare/page.ts')).comparisonPage(report, terminal);
  if (html !== undefined) {
    writeFileSync(html, await page());
    terminal.err(terminal.say(words.wrote, { file: html }));
  }
  switch (format) {
    case 'json':
      terminal.out(JSON.stringify(reportJson(report), null, 2));
      return;
    case 'markdown':
      terminal.out((await import('../compare/markdown.ts')).comparisonMarkdown(report, terminal).trimEnd());
      return;
    case 'html':
      terminal.out((await page()).trimEnd());
      return;
    case 'text':
      terminal.out(reportText(report, terminal));
      return;
    default:
      format satisfies never;
  }
}

/** Two policies are one comparison; several, or those since a revision, are a list of them. */
function reportJson({ diffs, added, removed, revisions, population }: Report): object {
  const counted = population && { population: populationJson(population) };
  const [only] = diffs;
  if (revisions === undefined && only !== undefined && diffs.length + added.length + removed.length === 1)
    return { ...diffJson(only), ...counted };
  return {
    ...(revisions && { since: revisions.since, until: revisions.until ?? null }),
    policies: diffs.map((diff) => ({ changed: !isEmpty(diff), ...diffJson(diff) })),
    added: added.map((policy) => policy.name),
    removed: removed.map((policy) => policy.name),
    ...counted,
  };
}

function reportText({ diffs, added, removed, population }: Report, terminal: Terminal): string {
  const { say, lang } = terminal;
  const changed = diffs.filter((diff: PolicyDiff) => !isEmpty(diff));
  const same = diffs.filter(isEmpty).map((diff) => diff.new.name);
  const listed = [
    [compareWords.policiesAdded, added.map((p) => p.name)],
    [compareWords.policiesRemoved, removed.map((p) => p.name)],
    [compareWords.policiesSame, same],
  ] as const;
  return [
    ...changed.map((diff) => diffText(diff, lang).trimEnd()),
    ...listed.flatMap(([word, names]) =>
      names.length === 0 ? [] : [say(word, { names: names.join(lang === 'zh' ? '、' : ', ') })],
    ),
    ...(population ? [showPopulation(population, terminal)] : []),
  ].join('\n\n');
}

function overPopulation(
  options: FactsOptions & DiffOptions,
  sides: Versions<Side>,
  terminal: Terminal,
): { readonly population: Population; readonly failed: boolean } {
  const planOf = ({ paths, host }: Side) => {
    const loading = { host, ...(options.asOf !== undefined && { asOf: options.asOf }) };
    const loaded = loadPolicies(paths, loading, terminal);
    if (loaded === undefined) throw new Error('what compiled once compiles again');
    return loaded.plan;
  };
  const plans = { old: planOf(sides.old), new: planOf(sides.new) };
  const reading = readInput(options);
  const counter = countPopulation();
  const problems = [
    ...reading.problems,
    ...reading.records.flatMap((record, index) => {
      const { evaluated, problems: found } = evaluateVersions(record, plans);
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
