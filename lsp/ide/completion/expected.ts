import type { IToken } from 'chevrotain';
import { rules } from '../../../language/syntax/build-tree.ts';
import type { EntryRule, RuleName } from '../../../language/syntax/concrete.ts';
import { type Followers, followers, type Reader } from '../../../language/syntax/follow.ts';
import {
  type Context,
  modifierHeads,
  takesFronted,
  takesModifiers,
  takesSubject,
} from '../../../language/syntax/heads.ts';
import * as T from '../../../language/syntax/tokens.ts';
import { printed, type Role, rolesOfPhrase } from '../../../language/syntax/vocabulary.ts';
import { keywordHelp } from '../keyword-help.ts';
import { fieldsAround, namesByRule } from './by-rule.ts';
import { type Draft, keywordDraft } from './item.ts';
import * as names from './names.ts';
import type { Frame } from './place.ts';
import type { Scene } from './scene.ts';
import { isPrice, repeatable } from './sentence.ts';

/** What the grammar takes at the cursor; undefined where a statement begins, or what is before the cursor is broken. */
export function expected(scene: Scene): Followers | undefined {
  const { place, vocabulary } = scene;
  if (place.begins && place.frames.length === 0) return undefined;
  const reader = readerOf(scene);
  if (reader === undefined) return undefined;
  const found = followers(place.before, reader, vocabulary, place.word.start);
  if (reader.kind !== 'statement' || reader.rule !== 'front') return found;
  // What the statement is to be is not known yet: a condition goes on, or the word comes that says so.
  const heads = laterHeads(place.before, place.context);
  const keywords = new Map(heads.flatMap((role) => word(role, scene)).map((phrase) => [phrase, [] as const]));
  return { keywords: new Map([...keywords, ...(found?.keywords ?? [])]), name: found?.name };
}

function word(role: Role, { vocabulary }: Scene): string[] {
  const phrase = printed(role, vocabulary);
  return phrase === undefined ? [] : [phrase];
}

function readerOf({ place }: Scene): Reader | undefined {
  const frame = place.frames.at(-1);
  if (frame !== undefined) {
    const rule = entryRule(place.frames);
    return rule === undefined ? undefined : { kind: 'entry', rule };
  }
  const { statement, before } = place;
  const rule = statement?.head === undefined ? undefined : rules[statement.head];
  if (statement === undefined || (rule === undefined && place.context === 'example')) return undefined;
  if (rule !== undefined && statement.headAt < before.length) {
    return { kind: 'statement', rule, fronted: statement.headAt > 0 };
  }
  return { kind: 'statement', rule: 'front', fronted: false };
}

/** By which rule the entries of the innermost list are read. */
function entryRule(frames: readonly Frame[]): EntryRule | undefined {
  const frame = frames.at(-1)!;
  const { statement, owner } = frame;
  if (statement !== undefined) {
    switch (statement.head) {
      case 'enum':
        return 'member';
      case 'record':
      case 'party':
        return 'field';
      case 'target':
        return 'targetEntry';
      default:
        return statement.context === 'example' ? 'fact' : undefined;
    }
  }
  if (frames[0]?.statement?.context === 'example') return frame.bracket === '[' ? 'item' : 'fact';
  const last = owner.at(-1);
  const has = (token: IToken | undefined, ...some: readonly Role[]) => some.some((role) => T.has(token, role));
  if (has(last, 'in', 'notIn')) return 'member';
  if (has(last, 'respectively') || has(owner.at(-2), 'table', 'reading') || has(owner.at(-3), 'reading')) return 'row';
  if (has(last, 'whole', 'marginal', 'firstReached')) return 'band';
  if (has(last, 'withinYears') || has(owner.at(-2), 'from')) return 'yearRow';
  return undefined;
}

/** Heads that may stand after what begins a statement: after C 的，, what is given; after names, whose norm it is. */
function laterHeads(before: readonly IToken[], context: Context): readonly Role[] {
  const fits = (role: Role) => heads[context].has(role);
  const last = before.at(-1);
  const beforeLast = before.at(-2);
  const afterFront = (token: IToken | undefined) => T.has(token, 'de') || T.has(token, 'meetsClose');
  if (afterFront(last) || (last?.tokenType === T.Comma && afterFront(beforeLast))) {
    return [...takesFronted].filter(fits);
  }
  const isSubjects = before.every((token, i) =>
    i % 2 === 0 ? T.canBeName(token) || token.tokenType === T.TextToken : isComma(token),
  );
  return isSubjects && before.length % 2 === 1 ? [...takesSubject].filter(fits) : [];
}

const isComma = (token: IToken): boolean => token.tokenType === T.Comma || token.tokenType === T.ListComma;

const measureHeads: ReadonlySet<Role> = new Set(
  [...takesFronted, ...takesSubject].filter((role) => role !== 'applyTo'),
);
const heads: Readonly<Record<Context, ReadonlySet<Role>>> = {
  file: new Set<Role>(['deny', 'applyTo', 'extendTo']),
  policy: new Set<Role>(['deny', 'applyTo', 'extendTo']),
  measure: measureHeads,
  budget: new Set(),
  example: new Set(),
  unknown: measureHeads,
};

// ------------------------------------------------------------------------------------------------------- as drafts

/** Drafts that the grammar takes, and the keywords that it takes besides; what is nearest to the cursor first. */
export function asExpected(drafts: readonly Draft[], { keywords, name }: Followers, scene: Scene): Draft[] {
  const { place } = scene;
  const asked = name === undefined ? undefined : namesByRule(name, scene);
  // `for each` asks for a list, `for` for an applicant: the words before the cursor tell more than the rule.
  const isKnown =
    name?.some((rule) => rule === 'for' || rule === 'history') === true && drafts.some(({ kind }) => isName(kind));
  const byRule = isKnown ? undefined : asked;
  // 连续 2年 评级: a value stands where the words before it do not say so.
  const isStep = place.previous !== undefined && T.has(place.previous, 'perFull');
  const isValue =
    !isStep && byRule === undefined && name?.includes('atom') === true && !drafts.some(({ kind }) => isName(kind));
  const named = [
    ...(name === undefined ? [] : fieldsAround(scene)),
    ...(byRule ?? []),
    ...(isValue && !isClosed(drafts, scene) ? names.values(scene) : []),
  ];
  const all = byRule === undefined ? drafts : drafts.filter(({ kind }) => !isName(kind));
  const kept = [...named, ...all].filter((draft) => {
    if (draft.kind === 'snippet' || draft.kind === 'value') return true;
    if (draft.kind !== 'keyword') return name !== undefined;
    return keywords.has(draft.label) || !rolesOfPhrase.has(draft.label);
  });
  if (isClosed(drafts, scene)) return drafts.filter((draft) => kept.includes(draft));
  const written = writtenOnce(scene);
  const offered = new Set(kept.filter(({ kind }) => kind === 'keyword').map(({ label }) => label));
  const depth = (phrase: string) => keywords.get(phrase)?.length ?? 0;
  const more = [...keywords.keys()]
    .filter((phrase) => !offered.has(phrase) && !(rolesOfPhrase.get(phrase) ?? []).some((role) => written.has(role)))
    .sort((a, b) => depth(b) - depth(a))
    .flatMap((phrase, i) => {
      const role = roleIn(phrase, keywords.get(phrase) ?? [], scene);
      return role === undefined
        ? []
        : keywordDraft(role, scene.vocabulary, 12 + i / 1000, keywordHelp[role]?.[scene.lang]);
    });
  return [...kept, ...more];
}

/** One of these values and nothing else: the members of an enum, yes or no, what an example can expect. */
function isClosed(drafts: readonly Draft[], { place, vocabulary }: Scene): boolean {
  if (drafts.length === 0) return false;
  if (place.statement?.head === 'expect' && place.before.length === 1) return true;
  if (place.previous !== undefined && isPrice(place.before, place.previous)) return true;
  const truths = new Set([printed('yes', vocabulary), printed('no', vocabulary)]);
  return drafts.every(({ kind, label }) => kind === 'member' || truths.has(label));
}

/** Modifiers that the statement has and cannot have again. */
function writtenOnce({ place }: Scene): ReadonlySet<Role> {
  const { head, tokens = [] } = place.statement ?? {};
  if (head === undefined || !takesModifiers.has(head) || place.frames.length > 0) return new Set();
  const roles = tokens.flatMap((token) => (T.canBeName(token) ? [] : T.rolesOf(token)));
  return new Set(roles.filter((role) => modifierHeads.has(role) && !repeatable.has(role)));
}

function isName(kind: Draft['kind']): boolean {
  return kind !== 'keyword' && kind !== 'snippet' && kind !== 'value';
}

/** Which of its roles a phrase has within these rules: the one that names a rule, else one that can be told about. */
function roleIn(phrase: string, path: readonly RuleName[], { vocabulary }: Scene): Role | undefined {
  const serves = (rolesOfPhrase.get(phrase) ?? []).filter((role) => printed(role, vocabulary) === phrase);
  return (
    serves.find((role) => path.some((rule) => rule === role)) ?? serves.find((role) => keywordHelp[role]) ?? serves[0]
  );
}
