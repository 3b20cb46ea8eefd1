import {
  SemanticTokensBuilder,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver/node';
import { semanticTokens } from '../ide/semantic-tokens.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';

/** How many documents the last tokens of are kept; of others all are sent anew. */
const mostKept = 50;

/** What the words of a document are: all, of a range, or what changed since the last answer. */
export function answerTokens({ connection, answer, target, offsetOf }: Context): void {
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.delete(uri);
    builders.set(uri, builder);
    const [oldest] = builders.keys();
    if (builders.size > mostKept && oldest !== undefined) builders.delete(oldest);
    return builder;
  };
  const { semanticTokens: requests } = connection.languages;

  requests.on(
    answer((params: SemanticTokensParams) => {
      const at = target(params);
      if (at === undefined) return { data: [] };
      // A new builder: what was answered before is no longer what the client holds.
      builders.delete(params.textDocument.uri);
      const builder = builderOf(params.textDocument.uri);
      convert.pushTokens(builder, semanticTokens(at.snapshot, at.file), at.source.lines);
      return builder.build();
    }),
  );

  requests.onDelta(
    answer((params: SemanticTokensDeltaParams) => {
      const at = target(params);
      if (at === undefined) return { data: [] };
      const builder = builderOf(params.textDocument.uri);
      builder.previousResult(params.previousResultId);
      convert.pushTokens(builder, semanticTokens(at.snapshot, at.file), at.source.lines);
      return builder.buildEdits();
    }),
  );

  requests.onRange(
    answer((params: SemanticTokensRangeParams) => {
      const at = target(params);
      if (at === undefined) return { data: [] };
      const [start, end] = [offsetOf(at, params.range.start), offsetOf(at, params.range.end)];
      const tokens = semanticTokens(at.snapshot, at.file).filter(({ span }) => span.start < end && start < span.end);
      const builder = new SemanticTokensBuilder();
      convert.pushTokens(builder, tokens, at.source.lines);
      return builder.build();
    }),
  );
}
