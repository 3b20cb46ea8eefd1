import type { CheckedExample, CheckedPolicy } from '../../compiler/check/model.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { coveragePoints } from '../../compiler/run/coverage.ts';
import { type ExampleRun, runExamples } from '../../compiler/run/run-examples.ts';
import { sayExpected, sayExpectedFound, sayFound } from '../../compiler/run/say-examples.ts';
import type { Lang, Location } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { type Covered, coveredIn } from './covered.ts';
import { exampleLines } from './say-example.ts';
import type { Snapshot } from './snapshot.ts';

/** The examples of a program as tests: which there are, what they come to, and what they reach. */

export interface TestPolicy {
  readonly name: string;
  readonly title?: string;
  /** Undefined where only a `use` names it. */
  readonly place: Location | undefined;
  readonly files: readonly TestFile[];
}

export interface TestFile {
  readonly file: string;
  readonly measures: readonly TestMeasure[];
}

/** The examples of one measure in one file; without a name, those of the policy as a whole. */
export interface TestMeasure {
  readonly name?: string;
  readonly place?: Location;
  readonly examples: readonly TestExample[];
}

export interface TestExample {
  /** The same for as long as policy, measure and title stay the same. */
  readonly id: string;
  readonly title: string;
  readonly span: Span;
}

/** All examples of the policies of a program, in the order of the source. Policies with errors are among them. */
export function exampleTests({ checked }: Snapshot): readonly TestPolicy[] {
  return checked.policies
    .filter(({ examples }) => examples.length > 0)
    .map((policy) => {
      const { symbol, examples } = policy;
      const ids = idsOf(policy);
      const title = policy.title;
      return {
        name: symbol.name,
        ...(title !== undefined && { title }),
        place: symbol.node === undefined ? undefined : { file: symbol.file, span: symbol.node.name.span },
        files: grouped(examples, ({ file }) => file).map(([file, inFile]) => ({
          file,
          measures: grouped(inFile, ({ measure }) => measure).map(([measure, ofMeasure]) => ({
            ...(measure !== undefined && {
              name: measure.name,
              place: { file: measure.file, span: measure.node.name.span },
            }),
            examples: ofMeasure.map((example) => ({
              id: ids.get(example) ?? '',
              title: example.title,
              span: example.node.span,
            })),
          })),
        })),
      };
    });
}

export interface TestRun {
  readonly id: string;
  /** Of the evaluation of this example. */
  readonly milliseconds: number;
  readonly failures: readonly TestFailure[];
  /** What it came to and why, line by line. */
  readonly lines: readonly string[];
}

export interface TestFailure {
  readonly place: Location;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
}

export interface TestRuns {
  readonly runs: readonly TestRun[];
  /** Examples that could not be run: their policy has errors. */
  readonly notRun: readonly string[];
  /** Of the policies of which any example was run. */
  readonly covered: readonly Covered[];
}

interface Options {
  /** Examples by id; undefined: all. */
  readonly ids: ReadonlySet<string> | undefined;
  readonly coverage: boolean;
  /** ISO date. */
  readonly today: string;
  /** Milliseconds since whenever. */
  readonly now: () => number;
  readonly lang: Lang;
}

/** Runs examples by the reference interpreter. */
export function runTests(snapshot: Snapshot, { ids, coverage, today, now, lang }: Options): TestRuns {
  const runs: TestRun[] = [];
  const notRun: string[] = [];
  const covered: Covered[] = [];
  for (const policy of snapshot.checked.policies) {
    const known = idsOf(policy);
    const wanted = policy.examples.flatMap((example, index) => {
      const id = known.get(example) ?? '';
      return ids === undefined || ids.has(id) ? [{ id, index }] : [];
    });
    if (wanted.length === 0) continue;
    const ir = snapshot.policies.find(({ name }) => name === policy.symbol.name);
    if (ir === undefined) {
      notRun.push(...wanted.map(({ id }) => id));
      continue;
    }
    for (const { id, index } of wanted) {
      const begun = now();
      const [run] = runOne(ir, index, { today, lang });
      const milliseconds = now() - begun;
      if (run === undefined) notRun.push(id);
      else runs.push({ id, milliseconds, failures: failuresOf(run, lang), lines: exampleLines(run, lang) });
    }
    if (coverage) {
      const chosen = wanted.flatMap(({ index }) => ir.examples[index] ?? []);
      covered.push(...coveredIn(coveragePoints({ ...ir, examples: chosen }, today), lang));
    }
  }
  return { runs, notRun, covered };
}

function runOne(ir: PolicyIr, index: number, clock: { readonly today: string; readonly lang: Lang }): ExampleRun[] {
  const example = ir.examples[index];
  if (example === undefined) return [];
  return runExamples({ ...ir, examples: [example] }, (facts, o) => interpretTogether([ir], facts, o), clock);
}

function failuresOf({ failures }: ExampleRun, lang: Lang): TestFailure[] {
  return failures.map((failure) => ({
    place: failure.expect.origin,
    message: sayExpectedFound(failure, lang),
    expected: sayExpected(failure, lang),
    found: sayFound(failure, lang),
  }));
}

/** Two examples of one measure may have one title: the later ones are counted. */
function idsOf({ symbol, examples }: CheckedPolicy): ReadonlyMap<CheckedExample, string> {
  const met = new Map<string, number>();
  return new Map(
    examples.map((example) => {
      const id = [symbol.name, example.measure?.name ?? '', example.title].join('/');
      const times = (met.get(id) ?? 0) + 1;
      met.set(id, times);
      return [example, times === 1 ? id : `${id}/${times}`];
    }),
  );
}

/** In the order in which each key is first met. */
function grouped<T, K>(list: readonly T[], keyOf: (one: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups];
}
