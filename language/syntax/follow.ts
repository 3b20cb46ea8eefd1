import type { IToken, TokenType } from 'chevrotain';
import { type Concrete, type EntryRule, isConcrete, type RuleName, type StatementRule } from './concrete.ts';
import { followSets } from './follow-sets.ts';
import { theGrammar } from './grammar.ts';
import type { Reading } from './grammar-base.ts';
import * as T from './tokens.ts';
import { printed, type Role, roles, type Vocabulary } from './vocabulary.ts';

/** The rule by which a piece of source is read, as far as it is written. */
export type Reader =
  | { readonly kind: 'statement'; readonly rule: StatementRule; readonly fronted: boolean }
  | { readonly kind: 'entry'; readonly rule: EntryRule };

/** What the grammar takes next. */
export interface Followers {
  /** The printed phrases of one vocabulary that go on as keywords, each with the rules that it would be part of, outermost first. */
  readonly keywords: ReadonlyMap<string, readonly RuleName[]>;
  /** The rules that a name would be part of, outermost first; undefined where none can stand. */
  readonly name: readonly RuleName[] | undefined;
}

/**
 * What can follow `before`, found out by trying: each keyword is put there, and the grammar asked whether it takes it.
 * So every form is known here as soon as it can be parsed. Undefined where `before` cannot be read to its end.
 */
export function followers(
  before: readonly IToken[],
  reader: Reader,
  vocabulary: Vocabulary,
  offset: number,
): Followers | undefined {
  const key = `${JSON.stringify(reader)}${vocabulary}${before.map((t) => `${t.tokenTypeIdx}${t.image}`).join('\0')}`;
  const known = recent.get(key);
  if (known !== undefined) return known.found;
  const found = findFollowers(before, reader, vocabulary, offset);
  if (recent.size >= mostRecent) recent.delete(recent.keys().next().value!);
  recent.set(key, { found });
  return found;
}

/** While a word is being typed, what stands before it is the same. */
const recent = new Map<string, { readonly found: Followers | undefined }>();
const mostRecent = 16;

function findFollowers(
  before: readonly IToken[],
  reader: Reader,
  vocabulary: Vocabulary,
  offset: number,
): Followers | undefined {
  const read = (tokens: readonly IToken[]): Reading =>
    reader.kind === 'statement'
      ? theGrammar().readStatement(reader.rule, tokens, reader.fronted)
      : theGrammar().readEntry(reader.rule, tokens);
  const isOpen = opensParenthesis(before);
  const taken = (token: T.Token): readonly RuleName[] | undefined => {
    for (const tail of tailsOf(token, vocabulary, isOpen)) {
      if (tail[0] !== undefined && !mayFollow(wantedOf(token), typesOf(tail[0]))) continue;
      const reading = read([...before, token, ...tail]);
      if (reading.consumed <= before.length) continue;
      const path = pathTo(reading.root, token);
      // A likely name is a name there, unless what follows tells otherwise.
      if (path !== undefined && (token.tokenType === T.Name || path.at(-1) !== 'name')) return path;
    }
    return undefined;
  };
  const last = before.at(-1);
  const tried = (token: T.Token) =>
    last === undefined || mayFollow(typesOf(last), wantedOf(token)) ? taken(token) : undefined;
  const keywords = new Map<string, readonly RuleName[]>();
  const name = withoutTraces(() => {
    for (const phrase of candidates(vocabulary)) {
      const path = tried(tokenOf(phrase, offset));
      if (path !== undefined) keywords.set(phrase, path);
    }
    return tried(filler(T.Name, offset));
  });
  if (keywords.size === 0 && name === undefined && read(before).consumed < before.length) return undefined;
  return { keywords, name };
}

/** Whether a parenthesis is open at the end. */
function opensParenthesis(tokens: readonly IToken[]): boolean {
  const count = (type: TokenType) => tokens.filter(({ tokenType }) => tokenType === type).length;
  return count(T.LParen) > count(T.RParen);
}

/** The parser throws where it cannot go on, which is most of the time here; finding out from where takes half of it. */
function withoutTraces<V>(run: () => V): V {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

let sets: ReturnType<typeof followSets> | undefined;

/** Whether one token may come right after another anywhere in the grammar. Most words may not: they need not be tried. */
function mayFollow(last: readonly TokenType[], asked: readonly TokenType[]): boolean {
  sets ??= followSets(theGrammar().productions());
  return last.some((type) => {
    const after = sets!.get(type);
    return after !== undefined && asked.some((one) => after.has(one));
  });
}

/** A token as the grammar may ask for it. */
function typesOf({ tokenType }: IToken): readonly TokenType[] {
  return [tokenType, ...(tokenType.CATEGORIES ?? [])];
}

/** The same of a token that was put there: a keyword is tried as one, and is of no interest as a name. */
function wantedOf(token: T.Token): readonly TokenType[] {
  return token.tokenType === T.Name ? typesOf(token) : typesOf(token).filter((type) => type !== T.AnyName);
}

/** The rules around a token, outermost first. */
function pathTo(node: Concrete, token: IToken): readonly RuleName[] | undefined {
  for (let i = node.children.length - 1; i >= 0; i--) {
    const part = node.children[i]!;
    if (part === token) return [node.rule];
    const path = isConcrete(part) ? pathTo(part, token) : undefined;
    if (path !== undefined) return [node.rule, ...path];
  }
  return undefined;
}

const candidatesOf = new Map<Vocabulary, readonly string[]>();

/** The printed words of a vocabulary, once each; not the one that is only accepted to ask what it means. */
function candidates(vocabulary: Vocabulary): readonly string[] {
  const known = candidatesOf.get(vocabulary);
  if (known !== undefined) return known;
  const phrases = new Set<string>();
  for (const role of roles) {
    const phrase = printed(role, vocabulary);
    if (phrase !== undefined && /^\p{L}/u.test(phrase) && role !== 'yicixing') phrases.add(phrase);
  }
  const list = [...phrases];
  candidatesOf.set(vocabulary, list);
  return list;
}

// ------------------------------------------------------------------------------------------------- made-up tokens

function made(type: TokenType, image: string, offset: number): T.Token {
  return {
    image,
    text: image,
    startOffset: offset,
    endOffset: offset,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx!,
    number: undefined,
    iso: type === T.DateToken ? '2027-01-01' : undefined,
    indent: -1,
  };
}

function tokenOf(phrase: string, offset: number): T.Token {
  return made(T.typeOfPhrase.get(phrase) ?? T.Never, phrase, offset);
}

const filler = (type: TokenType, offset: number): T.Token => made(type, '某', offset);

/** What follows a word where the grammar looks further than one word before it takes it. */
const furtherTails: readonly {
  readonly after: readonly (Role | 'name')[];
  readonly tail: readonly (Role | Filler)[];
}[] = [
  { after: ['of'], tail: ['name'] },
  { after: ['perYear', 'inTotal'], tail: ['cap'] },
  { after: ['per', 'single'], tail: ['name', 'cap'] },
  { after: ['de'], tail: ['name', 'sumAfter'] },
  { after: ['afterClose'], tail: ['eachFull'] },
  { after: ['byYear', 'within', 'roughly'], tail: ['number'] },
  { after: ['forYears'], tail: ['number', 'running'] },
  { after: ['over'], tail: ['number'] },
  { after: ['sumOf'], tail: ['name', 'over', 'number'] },
  { after: ['name'], tail: ['over', 'number'] },
  { after: ['name'], tail: ['growthAfter'] },
  { after: ['name'], tail: ['numberAfter'] },
  { after: ['since'], tail: ['name', 'sinceClose', 'forYears', 'number'] },
  { after: ['name'], tail: ['sinceClose', 'forYears', 'number'] },
  { after: ['sinceClose'], tail: ['forYears', 'number'] },
  { after: ['sinceClose'], tail: ['number', 'withinToApply'] },
  { after: ['name'], tail: ['sinceClose', 'number', 'withinToApply'] },
];
const closings: readonly (readonly (Role | Filler)[])[] = [
  ['close', 'numberAfter'],
  ['name', 'close', 'numberAfter'],
];
const nameTails: readonly (readonly Filler[])[] = [['name'], ['text'], ['number'], ['colon'], ['braces'], ['equals']];

type Filler = keyof typeof fillers;
const fillers = {
  name: T.Name,
  number: T.NumberToken,
  text: T.TextToken,
  colon: T.Colon,
  braces: T.Braces,
  equals: T.Equals,
  close: T.RParen,
} as const;

/** Ways to go on after a word, the shortest first. */
function tailsOf(token: T.Token, vocabulary: Vocabulary, isOpen: boolean): readonly (readonly T.Token[])[] {
  const offset = token.startOffset;
  const spelt = (word: Role | Filler): T.Token[] => {
    if (word in fillers) return [filler(fillers[word as Filler], offset)];
    const phrase = printed(word as Role, vocabulary);
    return phrase === undefined ? [] : [tokenOf(phrase, offset)];
  };
  const isName = token.tokenType === T.Name;
  const further = furtherTails.filter(({ after }) =>
    after.some((word) => (word === 'name' ? isName : T.has(token, word))),
  );
  return [
    [],
    ...(T.canBeName(token) ? nameTails : []).map((tail) => tail.flatMap(spelt)),
    ...further.map(({ tail }) => tail.flatMap(spelt)),
    // 平台（获批 …）个数: what stands before the parenthesis is a list because of what follows it.
    ...(isOpen ? closings : []).map((tail) => tail.flatMap(spelt)),
  ];
}
