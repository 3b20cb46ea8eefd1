import type { IToken } from 'chevrotain';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import { Comma, rolesOf } from '../../language/syntax/tokens.ts';
import { printed, type Role } from '../../language/syntax/vocabulary.ts';
import { governing, placeAt } from './completion/place.ts';
import { keywordHelp } from './keyword-help.ts';
import type { Snapshot } from './snapshot.ts';
import { forms, innerForms } from './words-signatures.ts';

/** The form of the statement at hand, with the part of it that the cursor is in. */
export interface Signature {
  readonly label: string;
  readonly help: string | undefined;
  /** Pieces of the label. */
  readonly parts: readonly string[];
  /** Undefined where the cursor is in none of them. */
  readonly active: number | undefined;
}

export function signature(snapshot: Snapshot, file: string, offset: number, lang: Lang): Signature | undefined {
  const source = snapshot.source(file);
  const place = source && placeAt(source, offset);
  if (source === undefined || place === undefined) return undefined;
  const block = place.frames.at(-1);
  const inner =
    block?.statement === undefined ? innerAt(block?.owner ?? (place.begins ? [] : place.before)) : undefined;
  if (inner !== undefined) {
    const texts = innerForms[inner]?.[dominantVocabulary(source) ?? lang].map(({ text }) => text) ?? [];
    const active = block === undefined ? undefined : texts.findIndex((text) => text.startsWith('{'));
    return { label: texts.join(' '), help: keywordHelp[inner]?.[lang], parts: texts, active };
  }
  // At the start of the next statement the one before it is done; within its block, too.
  if (place.begins || place.before.length === 0) return undefined;
  const head = place.statement?.head;
  const form = head === undefined ? undefined : forms[head];
  if (head === undefined || form === undefined || place.frames.length > 0) return undefined;
  const vocabulary = dominantVocabulary(source) ?? lang;
  const parts = form[vocabulary];
  const role = governing(place.before)?.role;
  const within = role === head ? 'head' : role;
  const index = parts.findIndex(({ after }) => within !== undefined && after.includes(within));
  const texts = parts.map(({ text }) => text);
  return {
    label: [printed(head, vocabulary) ?? '', ...texts].join(' '),
    help: keywordHelp[head]?.[lang],
    parts: texts,
    active: index < 0 ? undefined : index,
  };
}

/** The word of an amount that asks for rows in braces, before which nothing has ended it: `设备费 分档 `. */
function innerAt(before: readonly IToken[]): Role | undefined {
  for (const token of before.toReversed()) {
    if (token.tokenType === Comma || 'entries' in token) return undefined;
    const role = rolesOf(token).find((r) => innerForms[r] !== undefined);
    if (role !== undefined) return role;
  }
  return undefined;
}
