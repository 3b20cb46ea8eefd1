import pc from 'picocolors';
import { LineIndex } from '../../../language/source/line-index.ts';
import { interpretTogether } from '../../ir/interpret/interpret.ts';
import type { Origin } from '../../ir/ir.ts';
import { canonicalJson } from '../../run/canonical-json.ts';
import { uncovered } from '../../run/coverage.ts';
import { type ExampleRun, runExamples } from '../../run/run-examples.ts';
import { sayExpected, sayExpectedFound, sayFound, sayGap } from '../../run/say-examples.ts';
import type { Uncovered } from '../../run/uncovered.ts';
import { type Loaded, loadPolicies } from '../load-policies.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { today } from '../today.ts';
import { words } from '../words.ts';

export interface TestOptions {
  readonly format: 'text' | 'json';
}

/** Runs every example, on the compiled policy and on the reference interpreter, and names what no example reaches. */
export function test(paths: readonly string[], options: TestOptions, terminal: Terminal): ExitStatus {
  const loaded = loadPolicies(paths, { json: options.format === 'json' }, terminal);
  if (loaded === undefined) return 1;
  const clock = { today: today(), lang: terminal.lang };
  const runs = loaded.policies.flatMap((policy, i) => {
    const compiled = runExamples(policy, loaded.evaluators[i]!, clock);
    const reference = runExamples(policy, (facts, o) => interpretTogether([policy], facts, o), clock);
    compiled.forEach((run, k) => {
      // Both implement one meaning; where they part, one of them is wrong, and it is never the policy.
      if (canonicalJson(run.result) !== canonicalJson(reference[k]?.result)) {
        throw new Error(terminal.say(words.disagree, { title: run.example.title }));
      }
    });
    return compiled;
  });
  const gaps = loaded.policies.flatMap((policy) => uncovered(policy, clock.today));
  const failed = runs.filter(({ failures }) => failures.length > 0).length;
  if (options.format === 'json') terminal.out(reportJson(runs, gaps, loaded, terminal));
  else report(runs, gaps, loaded, terminal);
  return failed > 0 ? 1 : 0;
}

function report(runs: readonly ExampleRun[], gaps: readonly Uncovered[], loaded: Loaded, terminal: Terminal): void {
  const { say } = terminal;
  const c = pc.createColors(terminal.colour);
  for (const { example, failures } of runs) {
    const passed = failures.length === 0;
    const mark = passed ? c.green(say(words.examplePassed)) : c.red(say(words.exampleFailed));
    terminal.out(`${mark}  ${example.measure === undefined ? '' : `${example.measure} `}${example.title}`);
    for (const failure of failures) {
      const sentence = sayExpectedFound(failure, terminal.lang);
      terminal.out(`      ${placeOf(failure.expect.origin, loaded)} ${sentence}`);
    }
  }
  if (gaps.length > 0) {
    terminal.out(`\n${say(words.uncoveredHeading)}`);
    for (const gap of gaps)
      terminal.out(`  ${placeOf(gap.origin, loaded)} ${sayGap(gap, terminal.lang)}${quoted(gap, loaded, terminal)}`);
  } else if (runs.length > 0) terminal.out(`\n${say(words.allCovered)}`);
  const failed = runs.filter(({ failures }) => failures.length > 0).length;
  const counts = { n: runs.length, passed: runs.length - failed, failed };
  terminal.out(`\n${runs.length === 0 ? say(words.noExamples) : say(words.testSummary, counts)}`);
}

/** The words of the source that were never put to the test: several conditions may stand on one line. */
function quoted({ what, origin }: Uncovered, { compilation }: Loaded, { say }: Terminal): string {
  if (what === 'group' || what === 'shared-cap') return '';
  const text = compilation.textOf(origin.file)?.slice(origin.span.start, origin.span.end) ?? '';
  return text === '' || text.includes('\n') || text.length > 60 ? '' : say(words.gapText, { text });
}

function reportJson(
  runs: readonly ExampleRun[],
  gaps: readonly Uncovered[],
  loaded: Loaded,
  terminal: Terminal,
): string {
  const failed = runs.filter(({ failures }) => failures.length > 0).length;
  return JSON.stringify(
    {
      passed: runs.length - failed,
      failed,
      examples: runs.map(({ policy, example, failures }) => ({
        policy: policy.name,
        measure: example.measure ?? null,
        title: example.title,
        ...placeJson(example.origin, loaded),
        passed: failures.length === 0,
        failures: failures.map((failure) => ({
          why: failure.why,
          ...placeJson(failure.expect.origin, loaded),
          expected: sayExpected(failure, terminal.lang),
          found: sayFound(failure, terminal.lang),
        })),
      })),
      uncovered: gaps.map(({ what, measure, benefit, other, modality, never, branch, origin }) => ({
        what,
        measure,
        benefit,
        ...(other !== undefined && { other }),
        ...(modality !== undefined && { modality }),
        ...(never !== undefined && { never }),
        ...(branch !== undefined && { branch: branch.number, of: branch.of }),
        ...placeJson(origin, loaded),
      })),
    },
    null,
    2,
  );
}

function placeOf(origin: Origin, loaded: Loaded): string {
  const { file, line } = placeJson(origin, loaded);
  return `${file}:${line}`;
}

/** The file and the line, from 1. */
function placeJson({ file, span }: Origin, { compilation }: Loaded): { file: string; line: number } {
  return { file, line: new LineIndex(compilation.textOf(file) ?? '').position(span.start).line + 1 };
}
