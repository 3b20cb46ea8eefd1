import type { CancellationToken } from 'vscode-languageserver/node';
import type { Covered } from '../ide/covered.ts';
import { exampleTests, runTests } from '../ide/example-tests.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';
import {
  type FileCoverageAnswer,
  type RunTestsAnswer,
  type RunTestsParams,
  runTestsRequest,
  type TestsAnswer,
  testsRequest,
} from './test-requests.ts';

/** Answers what a test explorer asks: which examples there are, and what they come to. */
export function answerTests({ connection, answer, programs, uriOf, lang }: Context): void {
  const tests = answer((): TestsAnswer => {
    const policies = programs.snapshots().flatMap((snapshot) =>
      exampleTests(snapshot).map(({ name, title, place, files }) => ({
        name,
        ...(title !== undefined && { title }),
        ...(place !== undefined && { place: convert.toLocation(place, snapshot, uriOf) }),
        files: files.map(({ file, measures }) => ({
          uri: uriOf(file),
          measures: measures.map(({ name: measure, place: at, examples }) => ({
            ...(measure !== undefined && { name: measure }),
            ...(at !== undefined && { place: convert.toLocation(at, snapshot, uriOf) }),
            examples: examples.map(({ id, title: text, span }) => ({
              id,
              title: text,
              range: convert.toLocation({ file, span }, snapshot, uriOf).range,
            })),
          })),
        })),
      })),
    );
    return { policies };
  });
  // A request without parameters hands over the token alone.
  connection.onRequest<TestsAnswer, void>(testsRequest, (...given: unknown[]) =>
    tests(undefined, given.at(-1) as CancellationToken),
  );

  connection.onRequest<RunTestsAnswer, void>(
    runTestsRequest,
    answer(({ ids, coverage = false }: RunTestsParams): RunTestsAnswer => {
      const wanted = ids && new Set(ids);
      const today = new Date().toISOString().slice(0, 10);
      const now = () => performance.now();
      const done = programs.snapshots().map((snapshot) => ({
        snapshot,
        ran: runTests(snapshot, { ids: wanted, coverage, today, now, lang: lang() }),
      }));
      return {
        runs: done.flatMap(({ snapshot, ran }) =>
          ran.runs.map(({ id, milliseconds, failures, lines }) => ({
            id,
            milliseconds,
            failures: failures.map(({ place, ...said }) => ({
              place: convert.toLocation(place, snapshot, uriOf),
              ...said,
            })),
            lines,
          })),
        ),
        notRun: done.flatMap(({ ran }) => ran.notRun),
        coverage: done.flatMap(({ snapshot, ran }) => coverageByFile(ran.covered, snapshot, uriOf)),
      };
    }),
  );
}

function coverageByFile(
  covered: readonly Covered[],
  snapshot: Snapshot,
  uriOf: (file: string) => string,
): FileCoverageAnswer[] {
  const files = [...new Set(covered.map(({ place }) => place.file))].filter(
    (file) => snapshot.source(file)?.standard === false,
  );
  return files.map((file) => ({
    uri: uriOf(file),
    places: covered
      .filter(({ place }) => place.file === file)
      .map(({ place, benefit, reached, branches }) => ({
        range: convert.toLocation(place, snapshot, uriOf).range,
        ...(benefit !== undefined && { benefit }),
        reached,
        branches,
      })),
  }));
}
