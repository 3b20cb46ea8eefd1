import type { Location, Range } from 'vscode-languageserver/node';

/** Requests about the examples of policies, as tests. They are interpreted; nothing of a workspace is ever executed. */

/**
 * `cuoshi/changed`: a notification to clients that asked for it (`initializationOptions.changes`). The sources changed, and
 * nobody is typing: what was asked for before may be answered otherwise now.
 */
export const changedNotification = 'cuoshi/changed';

/** `cuoshi/tests`: the examples of all policies. */
export const testsRequest = 'cuoshi/tests';

export interface TestsAnswer {
  readonly policies: readonly PolicyTests[];
}

export interface PolicyTests {
  readonly name: string;
  readonly title?: string;
  readonly place?: Location;
  readonly files: readonly FileTests[];
}

export interface FileTests {
  readonly uri: string;
  readonly measures: readonly MeasureTests[];
}

/** The examples of a measure in a file; without a name, those of the policy as a whole. */
export interface MeasureTests {
  readonly name?: string;
  /** Of the measure itself, often in another file. */
  readonly place?: Location;
  readonly examples: readonly ExampleTest[];
}

export interface ExampleTest {
  /** The same for as long as policy, measure and title stay the same. */
  readonly id: string;
  readonly title: string;
  readonly range: Range;
}

/** `cuoshi/runTests`: runs examples. */
export const runTestsRequest = 'cuoshi/runTests';

export interface RunTestsParams {
  /** Absent: all. */
  readonly ids?: readonly string[];
  /** Whether to say what the examples reach. */
  readonly coverage?: boolean;
}

export interface RunTestsAnswer {
  readonly runs: readonly TestRunAnswer[];
  /** Examples whose policy has errors. */
  readonly notRun: readonly string[];
  /** Empty where it was not asked for. */
  readonly coverage: readonly FileCoverageAnswer[];
}

export interface TestRunAnswer {
  readonly id: string;
  readonly milliseconds: number;
  /** None: it passed. */
  readonly failures: readonly {
    readonly place: Location;
    readonly message: string;
    readonly expected: string;
    readonly found: string;
  }[];
  /** What it came to and why. */
  readonly lines: readonly string[];
}

export interface FileCoverageAnswer {
  readonly uri: string;
  readonly places: readonly CoveredPlace[];
}

export interface CoveredPlace {
  readonly range: Range;
  /** Of a benefit as a whole: what it goes by. */
  readonly benefit?: string;
  readonly reached: boolean;
  /** Ways that a condition or an amount can go. */
  readonly branches: readonly { readonly label: string; readonly reached: boolean }[];
}
