import { version } from '../../compiler/version.ts';
import { policyOf } from '../ide/clauses.ts';
import { convertVocabulary } from '../ide/convert-vocabulary.ts';
import { policyState } from '../ide/policy-state.ts';
import { prosePage } from '../ide/prose-page.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';
import { fileOf } from './file-names.ts';
import { findPolicy } from './find-policy.ts';
import {
  type ConvertAnswer,
  type ConvertParams,
  convertRequest,
  type ProseAnswer,
  type ProseParams,
  proseRequest,
  type StateAnswer,
  type StateParams,
  stateRequest,
} from './page-requests.ts';

/** Answers the requests for pages beside the source (page-requests.ts). */
export function answerPages({ connection, answer, programs, uriOf, lang }: Context): void {
  connection.onRequest<ProseAnswer, void>(
    proseRequest,
    answer(({ uri, lang: asked }: ProseParams): ProseAnswer => {
      const found = findPolicy(fileOf(uri), programs);
      if (!('ir' in found)) return found;
      const page = prosePage(found.snapshot, found.checked, found.ir, asked ?? lang());
      return {
        kind: 'page',
        policy: found.ir.name,
        ...page,
        places: page.places.map(({ file, ...place }) => ({ ...place, uri: uriOf(file) })),
      };
    }),
  );

  connection.onRequest<StateAnswer, void>(
    stateRequest,
    answer(({ uri }: StateParams): StateAnswer => {
      const file = fileOf(uri);
      const snapshot = programs.snapshotOf(file);
      const policy = snapshot && policyOf(snapshot, file);
      if (snapshot === undefined || policy === undefined) return { kind: 'no-policy' };
      return { kind: 'state', version, ...policyState(snapshot, policy, file) };
    }),
  );

  connection.onRequest<ConvertAnswer, void>(
    convertRequest,
    answer(async ({ uri, to }: ConvertParams): Promise<ConvertAnswer> => {
      const file = fileOf(uri);
      const snapshot = programs.snapshotOf(file);
      const lines = snapshot?.source(file)?.lines;
      const edits = snapshot && (await convertVocabulary(snapshot, file, to));
      if (lines === undefined || edits === undefined) return { kind: 'refused' };
      return { kind: 'edits', edits: edits.map((edit) => convert.toEdit(lines, edit)) };
    }),
  );
}
