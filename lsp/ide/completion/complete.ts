import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../../language/source/span.ts';
import type { Followers } from '../../../language/syntax/follow.ts';
import * as T from '../../../language/syntax/tokens.ts';
import type { Snapshot } from '../snapshot.ts';
import { clausesInText } from './clauses.ts';
import { asExpected, expected } from './expected.ts';
import type { Completion, Draft } from './item.ts';
import { inList } from './lists.ts';
import { type Place, placeAt } from './place.ts';
import { sceneOf } from './scene.ts';
import { inSentence } from './sentence.ts';
import { atStart } from './statements.ts';

export type { Completion, CompletionKind } from './item.ts';

/**
 * What may be written at an offset, in the vocabulary that the file uses most. After a blank that the user typed, only
 * what must follow: a list that opens at the end of every word is in the way.
 */
export function complete(
  snapshot: Snapshot,
  file: string,
  offset: number,
  lang: Lang,
  typed?: string,
): readonly Completion[] {
  const source = snapshot.source(file);
  const place = source && placeAt(source, offset);
  if (source === undefined) return [];
  if (place === undefined) return clausesInText(snapshot, source, offset);
  const scene = sceneOf(snapshot, place, file, lang);
  const next = expected(scene);
  if (typed === ' ' && !isExpected(place) && !isForced(next)) return [];
  const known = place.frames.length > 0 ? inList(scene) : place.begins ? atStart(scene) : inSentence(scene);
  const drafts = next === undefined ? known : asExpected(known, next, scene);
  const replace = replaced(place);
  return withoutRepeats(drafts).map((draft) => ({ ...draft, replace }));
}

/** One of very few words must follow: 自 成立 起. */
function isForced(next: Followers | undefined): boolean {
  return next !== undefined && next.name === undefined && next.keywords.size > 0 && next.keywords.size <= 3;
}

/** After these a name or value must follow. */
function isExpected({ previous, begins, frames, before }: Place): boolean {
  if (previous === undefined || begins) return false;
  if (frames.length > 0) return before.at(-1)?.tokenType === T.Colon;
  const type = previous.tokenType;
  if (T.rolesOf(previous).length > 0) return !T.canBeName(previous) || before.length === 1 || T.has(previous, 'about');
  return type === T.Colon || type === T.Comma || type === T.ListComma || type === T.Equals;
}

/** The path of a module is one word. */
function replaced({ word, before, statement }: Place): Span {
  const first = before[1];
  return statement?.head === 'use' && first !== undefined ? { start: first.startOffset, end: word.end } : word;
}

function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.label}\0${draft.kind === 'snippet'}`;
    const known = seen.get(key);
    if (known === undefined || draft.tier < known.tier) seen.set(key, draft);
  }
  return [...seen.values()].sort((a, b) => a.tier - b.tier);
}
