import { fold } from '../syntax/fold.ts';
import { scan } from '../syntax/scan.ts';
import { escapeText } from '../syntax/scan-text.ts';
import * as T from '../syntax/tokens.ts';
import { printed, type Role, rolesOfPhrase, type Vocabulary, vocabulary } from '../syntax/vocabulary.ts';

/** How a text is written in one vocabulary: its words, signs and quotation marks. */
export interface Words {
  readonly vocabulary: Vocabulary;
  /** Between a name and its value, with the blank that follows, if any. */
  readonly colon: string;
  /** Between clauses, without the blank that follows. */
  readonly comma: string;
  /** Between the members of a list, without the blank that follows. */
  readonly listComma: string;
  /** The blank after a comma: a full-width comma brings its own. */
  readonly gap: '' | ' ';
  readonly equals: string;
  readonly plus: string;
  readonly minus: string;
  readonly times: string;
  readonly divided: string;
  readonly open: string;
  readonly close: string;
}

const english: Words = {
  vocabulary: 'en',
  colon: ': ',
  comma: ',',
  listComma: ',',
  gap: ' ',
  equals: '=',
  plus: '+',
  minus: '-',
  times: '*',
  divided: '/',
  open: '(',
  close: ')',
};

const chinese: Words = {
  vocabulary: 'zh',
  colon: '：',
  comma: '，',
  listComma: '、',
  gap: '',
  equals: '＝',
  plus: '＋',
  minus: '－',
  times: '×',
  divided: '÷',
  open: '（',
  close: '）',
};

export function wordsOf(vocabulary: Vocabulary): Words {
  return vocabulary === 'zh' ? chinese : english;
}

/** The phrase of a role that is printed. Asking for one that the vocabulary says in another way is a bug of the caller. */
export function word(role: Role, words: Words): string {
  const phrase = printed(role, words.vocabulary);
  if (phrase === undefined) throw new Error(`no ${words.vocabulary} phrase for ${role}`);
  return phrase;
}

/** Another Chinese phrase of a role than the printed one, where it reads better: 主体 甲 属于 乙, where others say 为. */
export function otherwiseSaid(role: Role, phrase: string): string {
  if (!vocabulary[role].zh.includes(phrase)) throw new Error(`${phrase} is no phrase of ${role}`);
  return phrase;
}

/** A string in the quotation marks of the vocabulary, or in the first ones that its content leaves free. */
export function inMarks(value: string, words: Words): string {
  const shadow = fold(value);
  const preferred = words.vocabulary === 'zh' ? ['“”', '「」', '""', '《》'] : ['""', '“”', '「」', '《》'];
  const free = preferred.find((marks) => !shadow.includes(marks[1]!)) ?? preferred[0]!;
  return between(value, free);
}

/** A string between two marks; what would close it too early, and a backslash that would hide the end, stand behind a backslash. */
export function between(value: string, marks: string): string {
  const close = marks[1]!;
  return `${marks[0]}${escapeText(value, (character) => fold(character) === close)}${close}`;
}

/**
 * Where a name stands, as far as it matters for a name that reads like a keyword:
 * before a colon (`label`) or alone in a list (`member`), where a keyword is a name all the same;
 * after `per` or `each` (`unit`), where a year is none;
 * as a type (`type`), where the built-in types are none;
 * in an expression (`operand`), and there as its first word, where a line may begin (`first`);
 * after a comma (`listed`), where a likely name may begin the next part of the sentence.
 */
export type NamePlace = 'label' | 'member' | 'unit' | 'type' | 'operand' | 'first' | 'listed' | 'elsewhere';

/**
 * A name as it must be written to be read as this name: in back-quotes where its letters alone would be a keyword, a
 * number, or several words.
 */
export function nameAt(text: string, place: NamePlace): string {
  const key = `${place} ${text}`;
  const known = spellings.get(key);
  if (known !== undefined) return known;
  const written = isPlain(text, place) ? text : `\`${text}\``;
  if (spellings.size >= maxSpellings) spellings.clear();
  spellings.set(key, written);
  return written;
}

function isPlain(text: string, place: NamePlace): boolean {
  const before = place === 'unit' ? 'per ' : '';
  const after = place === 'label' ? ':' : '';
  const { tokens, diagnostics } = scan(before + text + after, '');
  const token = tokens[place === 'unit' ? 1 : 0];
  if (token === undefined || tokens.length !== (before || after ? 2 : 1) || diagnostics.length > 0) return false;
  if (token.image !== text || token.text !== text) return false;
  // `of` may follow, and 'sum of' is one word.
  if ((place === 'unit' || place === 'operand' || place === 'first') && rolesOfPhrase.has(`${text} of`)) return false;
  if (place !== 'label' && place !== 'member' && fuses.has(text)) return false;
  if (token.tokenType === T.Name) return place !== 'unit' || text !== '年';
  const roles = T.rolesOf(token);
  switch (place) {
    case 'label':
    case 'member':
      return roles.length > 0 && !roles.some((role) => endsList.has(role));
    case 'unit':
      return T.canBeName(token) && !/^years?$/.test(text);
    case 'operand':
      return T.canBeName(token) && !roles.some((role) => joins.has(role));
    case 'first':
      return T.canBeName(token) && !roles.some((role) => joins.has(role) || vocabulary[role].head !== undefined);
    case 'elsewhere':
      return T.canBeName(token);
    case 'type':
    case 'listed':
      return false;
    default:
      return place satisfies never;
  }
}

/** Words that what stands before or after them makes part of a phrase: by year, sum of, each year for. */
const fuses: ReadonlySet<string> = new Set(['year', 'date', 'sum', 'for']);

/** What ends a list or its named members, and so is no member of it. */
const endsList: ReadonlySet<Role> = new Set<Role>(['otherwise', 'otherwiseNone', 'oneOf']);

/** Likely names that an expression reads as its own words. */
const joins: ReadonlySet<Role> = new Set<Role>([
  ...(['per', 'meetsClose', 'table', 'undecided', 'undecidedOutcome', 'because', 'over'] as const),
]);

/** Scanning a name again and again would dominate the time of a large file. Only a memory: no effect on what is printed. */
const spellings = new Map<string, string>();
const maxSpellings = 10_000;
