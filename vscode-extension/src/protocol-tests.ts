/** What this extension and the server say to each other about examples as tests; see protocol.ts. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

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
  readonly place?: Location;
  readonly examples: readonly ExampleTest[];
}

export interface ExampleTest {
  readonly id: string;
  readonly title: string;
  readonly range: Range;
}

export interface RunTestsParams {
  readonly ids?: readonly string[];
  readonly coverage?: boolean;
}

export interface RunTestsAnswer {
  readonly runs: readonly TestRunAnswer[];
  readonly notRun: readonly string[];
  readonly coverage: readonly FileCoverageAnswer[];
}

export interface TestRunAnswer {
  readonly id: string;
  readonly milliseconds: number;
  readonly failures: readonly {
    readonly place: Location;
    readonly message: string;
    readonly expected: string;
    readonly found: string;
  }[];
  readonly lines: readonly string[];
}

export interface FileCoverageAnswer {
  readonly uri: string;
  readonly places: readonly CoveredPlace[];
}

export interface CoveredPlace {
  readonly range: Range;
  readonly benefit?: string;
  readonly reached: boolean;
  readonly branches: readonly { readonly label: string; readonly reached: boolean }[];
}
