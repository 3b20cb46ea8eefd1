import { spanOf, type Token } from '../../language/syntax/tokens.ts';
import type { Source } from './snapshot.ts';

/** The token at an offset, its end included; where two touch, the one that begins there. */
export function tokenAt(source: Source, offset: number): Token | undefined {
  const token = source.tokens[lastTokenFrom(source.tokens, offset)];
  return token !== undefined && offset <= spanOf(token).end ? token : undefined;
}

/** The index of the last token that begins at or before an offset; -1 where there is none. */
export function lastTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (tokens[mid]!.startOffset <= offset) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
