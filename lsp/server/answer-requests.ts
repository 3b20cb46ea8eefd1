import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import type { CheckedPolicy } from '../../compiler/check/model.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { version } from '../../compiler/version.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Result } from '../../stdlib/runtime/types.ts';
import { comparePage } from '../ide/compare-page.ts';
import { interpreted, type Snapshot } from '../ide/snapshot.ts';
import { trialMeasures } from '../ide/trial-facts.ts';
import { readTrial } from '../ide/trial-record.ts';
import { viewResult } from '../ide/view-result.ts';
import type { Answer } from './answer.ts';
import {
  type CheckAnswer,
  checkRequest,
  type DiffAnswer,
  type DiffParams,
  diffRequest,
  type EvaluateAnswer,
  type EvaluateParams,
  evaluateRequest,
  type HasErrors,
  type NoPolicy,
  type SchemaAnswer,
  type SchemaParams,
  schemaRequest,
} from './custom-requests.ts';
import { fileOf } from './file-names.ts';
import { type Found, findPolicy, withMeaning } from './find-policy.ts';
import type { Programs } from './programs.ts';

interface Options {
  readonly answer: Answer;
  readonly uriOf: (file: string) => string;
  readonly programs: Programs;
  /** Publishes what is found now. */
  readonly publish: () => Promise<void>;
  readonly lang: () => Lang;
}

/** Answers the requests beside the protocol's own (custom-requests.ts). */
export function answerRequests(connection: Connection, { answer, programs, publish, uriOf, lang }: Options): void {
  const check = answer(async (): Promise<CheckAnswer> => {
    programs.refresh();
    await publish();
    const snapshots = programs.snapshots();
    const policies = snapshots
      .flatMap(({ checked }) => checked.policies)
      .filter(({ symbol }) => symbol.measures.size > 0);
    const found = snapshots.flatMap(({ diagnostics, findings }) => [...diagnostics, ...findings]);
    return {
      policies: policies.length,
      files: new Set(policies.flatMap(({ symbol }) => symbol.files)).size,
      errors: found.filter(({ severity }) => severity === 'error').length,
      warnings: found.filter(({ severity }) => severity === 'warning').length,
    };
  });
  // A request without parameters hands over the token alone.
  connection.onRequest<CheckAnswer, void>(checkRequest, (...given: unknown[]) =>
    check(undefined, given.at(-1) as CancellationToken),
  );

  connection.onRequest<SchemaAnswer, void>(
    schemaRequest,
    answer(({ uri, line }: SchemaParams): SchemaAnswer => {
      const found = findPolicy(fileOf(uri), programs);
      if (!('ir' in found)) return found;
      const { ir, checked, snapshot } = found;
      const { policy, title, asOf, schema } = metadataOf(ir, version);
      const at = line === undefined ? undefined : measureAt(checked, snapshot, fileOf(uri), line);
      return {
        kind: 'schema',
        policy,
        ...(title !== undefined && { title }),
        ...(asOf !== undefined && { asOf }),
        schema,
        measures: trialMeasures(ir),
        ...(at !== undefined && { at }),
      };
    }),
  );

  connection.onRequest<EvaluateAnswer, void>(
    evaluateRequest,
    answer((params: EvaluateParams): EvaluateAnswer => {
      const found = findPolicy(fileOf(params.uri), programs);
      if (!('ir' in found)) return found;
      return { kind: 'result', result: viewResult(evaluate(found.ir, params, lang()), lang()) };
    }),
  );

  connection.onRequest<DiffAnswer, void>(
    diffRequest,
    answer((params: DiffParams): DiffAnswer => {
      const older = onlyPolicy(params.old, programs, params.oldTexts);
      if (!('ir' in older)) return { ...older, uri: params.old };
      const newer = onlyPolicy(params.new, programs);
      if (!('ir' in newer)) return { ...newer, uri: params.new };
      const diff = diffPolicies(older.ir, newer.ir, interpreted);
      return {
        kind: 'page',
        ...comparePage(diff, lang(), interpreted, ({ file, span }, version) => {
          const lines = (version === 'old' ? older : newer).snapshot.source(file)?.lines;
          return { uri: uriOf(file), line: lines?.position(span.start).line ?? 0 };
        }),
      };
    }),
  );
}

/** The mistakes of a folder by itself count there: it may be fine in the workspace, or the other way round. */
function onlyPolicy(uri: string, programs: Programs, given?: DiffParams['oldTexts']): Found | HasErrors | NoPolicy {
  const file = fileOf(uri);
  const texts = given && new Map(Object.entries(given).map(([of, text]) => [fileOf(of), text]));
  const snapshot = programs.alone(file, texts);
  const paying = snapshot.checked.policies.filter(({ symbol }) => symbol.measures.size > 0);
  const [checked, ...others] = paying.some(({ symbol }) => symbol.files.includes(file))
    ? paying.filter(({ symbol }) => symbol.files.includes(file))
    : paying;
  return checked === undefined || others.length > 0 ? { kind: 'no-policy' } : withMeaning(checked, snapshot);
}

/** Mistakes in the facts are problems of the result, and then nothing else is in it. */
function evaluate(policy: PolicyIr, params: EvaluateParams, lang: Lang): Result {
  const today = new Date().toISOString().slice(0, 10);
  const { facts, problems, asOf } = readTrial(policy, { ...params, today }, lang);
  if (facts !== null) return interpret(policy, facts, { asOf, lang });
  return {
    policy: policy.name,
    asOf,
    year: Number(asOf.slice(0, 4)),
    awards: [],
    norms: [],
    sharedCaps: [],
    open: [],
    totals: {},
    totalsByAnalogy: {},
    needs: [],
    notes: [],
    problems,
  };
}

function measureAt({ measures }: CheckedPolicy, snapshot: Snapshot, file: string, line: number): string | undefined {
  const lines = snapshot.source(file)?.lines;
  if (lines === undefined) return undefined;
  return measures.find((measure) => {
    const { span } = measure.symbol.node;
    return measure.file === file && lines.position(span.start).line <= line && line <= lines.position(span.end).line;
  })?.symbol.name;
}
