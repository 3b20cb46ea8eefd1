import pc from 'picocolors';
import { LineIndex } from '../../../language/source/line-index.ts';
import { modalityWords } from '../../../language/syntax/keywords.ts';
import { formatMoneyRange } from '../../../stdlib/runtime/format.ts';
import { sayAward, sayOutcome } from '../../../stdlib/runtime/sentences.ts';
import type { Award } from '../../../stdlib/runtime/types.ts';
import { interpretTogether } from '../../ir/interpret/interpret.ts';
import type { Origin } from '../../ir/ir.ts';
import { canonicalJson } from '../../run/canonical-json.ts';
import { uncovered } from '../../run/coverage.ts';
import { type ExampleRun, type ExpectFailure, runExamples } from '../../run/run-examples.ts';
import type { Uncovered } from '../../run/uncovered.ts';
import { type Loaded, loadPolicies } from '../load-policies.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { joinNames } from '../text.ts';
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
      const sentence = say(words.expectedFound, {
        expected: expected(failure, terminal),
        found: found(failure, terminal),
      });
      terminal.out(`      ${placeOf(failure.expect.origin, loaded)} ${sentence}`);
    }
  }
  if (gaps.length > 0) {
    terminal.out(`\n${say(words.uncoveredHeading)}`);
    for (const gap of gaps) terminal.out(`  ${placeOf(gap.origin, loaded)} ${gapSentence(gap, terminal)}`);
  } else if (runs.length > 0) terminal.out(`\n${say(words.allCovered)}`);
  const failed = runs.filter(({ failures }) => failures.length > 0).length;
  const counts = { n: runs.length, passed: runs.length - failed, failed };
  terminal.out(`\n${runs.length === 0 ? say(words.noExamples) : say(words.testSummary, counts)}`);
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
          expected: expected(failure, terminal),
          found: found(failure, terminal),
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

function expected({ expect, why }: ExpectFailure, terminal: Terminal): string {
  if (expect.norm !== undefined) return sayHolds(expect.norm.holds, expect.needs, terminal);
  if (why === 'process') return terminal.say(words.decidedByProcess, { process: expect.process ?? '' });
  if (why === 'needs') return terminal.say(words.needsFacts, { facts: joinNames(expect.needs, terminal) });
  const outcome = expect.outcome === undefined ? '' : sayOutcome(expect.outcome, terminal.lang);
  const { min, max } = expect;
  const amount = max === undefined ? '' : formatMoneyRange(min ?? 0, max, terminal.lang);
  return [outcome, amount].filter((part) => part !== '').join(' ');
}

function found({ expect, awards, norms }: ExpectFailure, terminal: Terminal): string {
  if (expect.norm !== undefined) {
    const said = norms.map((norm) => {
      const state = sayHolds(norm.holds, norm.needs ?? [], terminal);
      return terminal.say(words.normFound, { state, norm: norm.say });
    });
    return said.length === 0 ? terminal.say(words.nothing) : joinNames(said, terminal);
  }
  if (awards.length === 0) return terminal.say(words.nothing);
  return joinNames(
    awards.map((award) => shown(award, awards.length > 1, expect.process !== undefined, terminal)),
    terminal,
  );
}

function sayHolds(holds: boolean | null, facts: readonly string[], terminal: Terminal): string {
  if (holds !== null) return terminal.say(holds ? words.normHolds : words.normDoesNotHold);
  return terminal.say(words.needsFacts, { facts: joinNames(facts, terminal) });
}

function shown(award: Award, named: boolean, asksWho: boolean, terminal: Terminal): string {
  const { lang, say } = terminal;
  const name = named ? `${sayAward(award, false, lang)} ` : '';
  const missing = award.needs?.map((need) => need.value ?? need.fact) ?? [];
  const needs = missing.length === 0 ? '' : ` ${say(words.needsFacts, { facts: joinNames(missing, terminal) })}`;
  const { decidedBy = [] } = award;
  const process =
    !asksWho || decidedBy.length === 0
      ? ''
      : ` (${say(words.decidedByProcess, { process: joinNames(decidedBy, terminal) })})`;
  return `${name}${sayOutcome(award.outcome, lang)} ${formatMoneyRange(award.min, award.max, lang)}${needs}${process}`;
}

function gapSentence({ what, measure, benefit, other, modality, never, branch }: Uncovered, { say }: Terminal): string {
  const award = benefit === null ? measure : `${measure}/${benefit}`;
  switch (what) {
    case 'benefit':
      return say(words.gapBenefit, { award });
    case 'condition':
      return say(never === 'true' ? words.gapTrue : words.gapFalse, { award });
    case 'veto':
      return say(never === 'true' ? words.gapVetoTrue : words.gapVetoFalse, { award });
    case 'cap':
      return say(words.gapCap, { award });
    case 'floor':
      return say(words.gapFloor, { award });
    case 'branch':
      return say(words.gapBranch, { award, number: branch?.number ?? 0, of: branch?.of ?? 0 });
    case 'norm-condition':
      return say(never === 'true' ? words.gapNormTrue : words.gapNormFalse, {
        measure,
        word: say(modalityWords(modality ?? 'hold')),
      });
    case 'shared-cap':
      return say(words.gapSharedCap, { measure });
    case 'group':
      return say(words.gapGroup, { measure, other: other ?? '' });
    default:
      return what satisfies never;
  }
}

function placeOf(origin: Origin, loaded: Loaded): string {
  const { file, line } = placeJson(origin, loaded);
  return `${file}:${line}`;
}

/** The file and the line, from 1. */
function placeJson({ file, span }: Origin, { compilation }: Loaded): { file: string; line: number } {
  return { file, line: new LineIndex(compilation.textOf(file) ?? '').position(span.start).line + 1 };
}
