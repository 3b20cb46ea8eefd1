import { prosePage } from '../ide/prose-page.ts';
import type { Context } from './context.ts';
import { fileOf } from './file-names.ts';
import { findPolicy } from './find-policy.ts';
import { type ProseAnswer, type ProseParams, proseRequest } from './page-requests.ts';

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
}
