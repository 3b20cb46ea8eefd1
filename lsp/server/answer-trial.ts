import { trialExample } from '../ide/trial-example.ts';
import { readTrial } from '../ide/trial-record.ts';
import { trialWhatIf } from '../ide/trial-what-if.ts';
import type { Context } from './context.ts';
import { fileOf } from './file-names.ts';
import { findPolicy } from './find-policy.ts';
import {
  type ExampleAnswer,
  type ExampleParams,
  exampleRequest,
  type WhatIfAnswer,
  type WhatIfParams,
  whatIfRequest,
} from './page-requests.ts';

/** Answers what a trial asks besides its result. */
export function answerTrial({ connection, answer, programs, uriOf, lang }: Context): void {
  const today = () => new Date().toISOString().slice(0, 10);
  connection.onRequest<WhatIfAnswer, void>(
    whatIfRequest,
    answer((params: WhatIfParams): WhatIfAnswer => {
      const found = findPolicy(fileOf(params.uri), programs);
      if (!('ir' in found)) return found;
      const record = readTrial(found.ir, { ...params, today: today() }, lang());
      const view = trialWhatIf(found.ir, record, params.measure, lang());
      return view === undefined ? { kind: 'problems' } : { kind: 'what-if', ...view };
    }),
  );

  connection.onRequest<ExampleAnswer, void>(
    exampleRequest,
    answer(async (params: ExampleParams): Promise<ExampleAnswer> => {
      const file = fileOf(params.uri);
      const found = findPolicy(file, programs);
      if (!('ir' in found)) return found;
      const record = readTrial(found.ir, { ...params, today: today() }, lang());
      const { measure, title } = params;
      const example = await trialExample(found.snapshot, record, {
        policy: found.ir,
        file,
        measure,
        title,
        lang: lang(),
      });
      const source = example.kind === 'example' ? found.snapshot.source(example.file) : undefined;
      if (example.kind !== 'example' || source === undefined) return { kind: 'unsayable' };
      const { line, column } = source.lines.position(source.text.length);
      const { text, line: at } = example;
      return { kind: 'example', uri: uriOf(example.file), end: { line, character: column }, text, line: at };
    }),
  );
}
