import * as vscode from 'vscode';
import type {
  Announced,
  CheckAnswer,
  DiffAnswer,
  DiffParams,
  EvaluateAnswer,
  EvaluateParams,
  SchemaAnswer,
  SchemaParams,
} from './protocol.ts';
import type {
  ConvertAnswer,
  ConvertParams,
  ExampleAnswer,
  ExampleParams,
  ProseAnswer,
  ProseParams,
  StateAnswer,
  StateParams,
  WhatIfAnswer,
  WhatIfParams,
} from './protocol-pages.ts';
import type { RunTestsAnswer, RunTestsParams, TestsAnswer } from './protocol-tests.ts';
import type { ClausesAnswer, OverlapsAnswer, SkeletonAnswer, SkeletonParams } from './protocol-trees.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { language } from './words.ts';

/** The running server: the standard protocol is the client's business, the rest is here. */
export interface Server {
  readonly can: Announced;
  check(): Promise<CheckAnswer>;
  schema(params: SchemaParams): Promise<SchemaAnswer>;
  evaluate(params: EvaluateParams): Promise<EvaluateAnswer>;
  diff(params: DiffParams): Promise<DiffAnswer>;
  prose(params: ProseParams): Promise<ProseAnswer>;
  state(params: StateParams): Promise<StateAnswer>;
  convert(params: ConvertParams): Promise<ConvertAnswer>;
  whatIf(params: WhatIfParams): Promise<WhatIfAnswer>;
  example(params: ExampleParams): Promise<ExampleAnswer>;
  tests(): Promise<TestsAnswer>;
  runTests(params: RunTestsParams, token: vscode.CancellationToken): Promise<RunTestsAnswer>;
  clauses(): Promise<ClausesAnswer>;
  skeleton(params: SkeletonParams): Promise<SkeletonAnswer>;
  overlaps(): Promise<OverlapsAnswer>;
  stop(): Promise<void>;
}

/** Takes as long to load as the server takes to start: begun at once, but when the editor has had its turn. */
const loading = new Promise<typeof import('vscode-languageclient/node')>((resolve, reject) => {
  setImmediate(() => import('vscode-languageclient/node').then(resolve, reject));
});

/** Connects to the server, which is started where it is not under way. `changed` is called when what it answers may have changed. */
export async function startServer(started: ServerProcess | undefined, changed: () => void): Promise<Server> {
  let first = started;
  const { LanguageClient } = await loading;
  const client = new LanguageClient(
    'cuoshi',
    'Cuoshi',
    async () => {
      // Called again when the server ended by itself.
      const process = first ?? startProcess();
      first = undefined;
      return process;
    },
    {
      documentSelector: [
        { scheme: 'file', language: 'cuoshi' },
        { scheme: 'untitled', language: 'cuoshi' },
      ],
      initializationOptions: {
        lang: language(),
        changes: true,
        shown: vscode.window.visibleTextEditors
          .filter(({ document }) => document.languageId === 'cuoshi')
          .map(({ document }) => document.uri.toString()),
        officialTexts: vscode.workspace.getConfiguration('cuoshi').get('officialTexts', ''),
      },
    },
  );
  client.onNotification('cuoshi/changed', changed);
  await client.start();
  const experimental: { readonly cuoshi?: Announced } | undefined = client.initializeResult?.capabilities.experimental;
  return {
    can: experimental?.cuoshi ?? {},
    check: () => client.sendRequest<CheckAnswer>('cuoshi/check', {}),
    schema: (params) => client.sendRequest<SchemaAnswer>('cuoshi/schema', params),
    evaluate: (params) => client.sendRequest<EvaluateAnswer>('cuoshi/evaluate', params),
    diff: (params) => client.sendRequest<DiffAnswer>('cuoshi/diff', params),
    state: (params) => client.sendRequest<StateAnswer>('cuoshi/state', params),
    convert: (params) => client.sendRequest<ConvertAnswer>('cuoshi/convert', params),
    whatIf: (params) => client.sendRequest<WhatIfAnswer>('cuoshi/whatIf', params),
    example: (params) => client.sendRequest<ExampleAnswer>('cuoshi/example', params),
    prose: (params) => client.sendRequest<ProseAnswer>('cuoshi/prose', params),
    tests: () => client.sendRequest<TestsAnswer>('cuoshi/tests', {}),
    runTests: (params, token) => client.sendRequest<RunTestsAnswer>('cuoshi/runTests', params, token),
    clauses: () => client.sendRequest<ClausesAnswer>('cuoshi/clauses', {}),
    skeleton: (params) => client.sendRequest<SkeletonAnswer>('cuoshi/clauseSkeleton', params),
    overlaps: () => client.sendRequest<OverlapsAnswer>('cuoshi/overlaps', {}),
    stop: () => client.dispose(),
  };
}
