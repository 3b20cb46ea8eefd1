import type { IToken, TokenType } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { type ArgumentsOf, diagnose, type Entry, type Extras } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBothKeywords } from '../diagnostics/keywords.ts';
import type { Span } from '../source/span.ts';
import { fold } from './fold.ts';
import { bothWords, keywordsOfRun } from './keywords.ts';
import { type LiteralFault, scanNumber } from './scan-number.ts';
import { closingMark, markFinder, scanText, unescapeText } from './scan-text.ts';
import * as T from './tokens.ts';
import { type Role, rolesOfPhrase } from './vocabulary.ts';

/** The text as tokens and what lies between them. Put together in order of their spans, they are the text again. */
export interface Scan {
  readonly tokens: readonly T.Token[];
  readonly trivia: readonly T.Trivia[];
  readonly diagnostics: readonly Diagnostic[];
}

const space = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/y;
const lineComment = /\/\/[^\n\r]*/y;
const restOfLine = /[^\n\r]*/y;
// Repetitions are bounded: the engine takes stack for each, and no word is longer.
const han = /\p{Script=Han}{1,4000}/uy;
const latin = /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+){0,400}/y;
/** Everything that a reader would take for one word. */
const word = /[\p{L}\p{M}\p{N}_]{1,4000}(?:-[A-Za-z0-9_]+){0,400}/uy;
/** Characters that show nothing, or that turn the direction of the text around them. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\u00ad]+/y;
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const quotedName = /`([^`\n\r]*)`/y;
const openQuotedName = /`[^`\s,:;{}()[\]]*/y;
const strange =
  /[^\s\w\p{L}\p{N}`"“”「《,:;.(){}[\]+\-*/=<>~%‰、。·×÷≤≥≠—–\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]{1,4000}/uy;

/** Signs, longest first. */
const marks: readonly (readonly [string, TokenType])[] = [
  ['>..=', T.Dots],
  ['>..', T.Dots],
  ['..=', T.Dots],
  ['..', T.Dots],
  ['>=', T.GreaterEqual],
  ['<=', T.LessEqual],
  ['≥', T.GreaterEqual],
  ['≤', T.LessEqual],
  ['>', T.Greater],
  ['<', T.Less],
  ['=', T.Equals],
  [',', T.Comma],
  ['、', T.ListComma],
  [':', T.Colon],
  [';', T.Stop],
  ['。', T.Stop],
  ['.', T.Dot],
  ['(', T.LParen],
  [')', T.RParen],
  ['{', T.LBrace],
  ['}', T.RBrace],
  ['[', T.LBracket],
  [']', T.RBracket],
  ['+', T.Plus],
  ['-', T.Minus],
  ['*', T.Times],
  ['×', T.Times],
  ['÷', T.Divide],
  ['/', T.Divide],
];

/** Signs of other languages, with the word that is meant. */
const foreign: readonly (readonly [string, Role])[] = [
  ['&&', 'and'],
  ['||', 'or'],
  ['!=', 'isNot'],
  ['<>', 'isNot'],
  ['≠', 'isNot'],
  ['==', 'is'],
  ['!', 'not'],
];
const foreignStart = new Set(foreign.map(([sign]) => sign[0]!));
const marksByStart = new Map<string, (readonly [string, TokenType])[]>();
for (const entry of marks) {
  const list = marksByStart.get(entry[0][0]!);
  if (list) list.push(entry);
  else marksByStart.set(entry[0][0]!, [entry]);
}

/** English phrases by their first word, with the words after it, longest first. */
const latinPhrases = new Map<string, { readonly phrase: string; readonly rest: readonly string[] }[]>();
for (const phrase of [...rolesOfPhrase.keys()].filter((p) => /^[a-z]/.test(p)).sort((a, b) => b.length - a.length)) {
  const [first, ...rest] = phrase.split(' ');
  const list = latinPhrases.get(first!);
  if (list) list.push({ phrase, rest });
  else latinPhrases.set(first!, [{ phrase, rest }]);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Cuts a text into tokens and trivia, or only its beginning where there are too many. Linear; never fails. */
export function scan(text: string, file: string, maxTokens = Number.POSITIVE_INFINITY): Scan {
  const shadow = fold(text);
  const tokens: T.Token[] = [];
  const trivia: T.Trivia[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  /** Where a name ended that holds what no name may. */
  let mixedEnd = -1;
  let indent = 0;
  let atLineStart = true;
  /** The end of the line at hand, and whether comments can still close: what was looked up is not looked up again. */
  let lineEnd = -1;
  let closable = true;
  const find = markFinder(shadow);

  const report = <E extends Entry<string>>(entry: E, span: Span, args: ArgumentsOf<E>, extras: Extras = {}) =>
    diagnostics.push(diagnose(entry, file, span, args, extras));

  const push = (type: TokenType, end: number, content = '', more: Partial<Pick<T.Token, 'number' | 'iso'>> = {}) => {
    tokens.push({
      image: text.slice(at, end),
      startOffset: at,
      endOffset: end - 1,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx!,
      text: content,
      number: more.number,
      iso: more.iso,
      indent: atLineStart ? indent : -1,
    });
    atLineStart = false;
    at = end;
  };
  const pass = (kind: T.Trivia['kind'], end: number) => {
    trivia.push({ kind, span: { start: at, end } });
    at = end;
  };

  while (at < text.length && tokens.length <= maxTokens) {
    const c = shadow[at]!;
    if (c === ' ' || c === '\n' || c === '\t' || c === '\r' || match(space, shadow, at) !== undefined) readSpace();
    else if (c === '/' && shadow[at + 1] === '/') {
      const comment = match(lineComment, shadow, at)!;
      checkTurning(comment);
      pass('line-comment', at + comment.length);
    } else if (c === '/' && shadow[at + 1] === '*') readBlockComment();
    else if (c >= '0' && c <= '9') readNumber();
    else if (closingMark(c) !== undefined) readText();
    else if (c === '`') readQuotedName();
    else if (!readFixed(c) && !readWord()) readStrange();
  }
  return { tokens, trivia, diagnostics };

  function readSpace() {
    const blank = match(space, shadow, at)!;
    const line = Math.max(blank.lastIndexOf('\n'), blank.lastIndexOf('\r'));
    if (line >= 0) {
      atLineStart = true;
      indent = 0;
    }
    for (let i = line + 1; i < blank.length; i++) {
      if (text[at + i] === '\t') indent += 4 - (indent % 4);
      else indent += text[at + i] === '\u3000' ? 2 : 1;
    }
    pass('space', at + blank.length);
  }

  function readBlockComment() {
    const close = closable ? text.indexOf('*/', at + 2) : -1;
    if (close >= 0) {
      checkTurning(text.slice(at, close));
      // What stands after a comment on its last line stands after something: its indentation counts for nothing.
      pass('block-comment', close + 2);
      return;
    }
    closable = false;
    const line = match(restOfLine, shadow, at)!;
    report(messages.openComment, { start: at, end: at + 2 }, {});
    pass('block-comment', at + line.length);
  }

  function checkTurning(part: string) {
    for (const found of part.matchAll(turning)) {
      const start = at + found.index;
      reportInvisible(start, start + 1);
    }
  }

  function reportInvisible(start: number, end: number) {
    const code = `U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')}`;
    const fix = { title: { zh: '删去', en: 'Delete it' }, edits: [{ span: { start, end }, text: '' }] };
    report(messages.invisibleCharacter, { start, end }, { code }, { fixes: [fix] });
  }

  function readNumber() {
    const literal = scanNumber(shadow, text, at);
    for (const fault of literal.faults) reportFault(fault);
    if (literal.kind === 'date') push(T.DateToken, literal.end, '', { iso: literal.iso });
    else push(T.NumberToken, literal.end, '', { number: literal.value });
  }

  function reportFault(fault: LiteralFault) {
    const found = text.slice(fault.span.start, fault.span.end);
    switch (fault.fault) {
      case 'grouped': {
        const fix = replacement(fault.span, fault.plain);
        return report(messages.groupedDigits, fault.span, { found, plain: fault.plain }, { fixes: [fix] });
      }
      case 'too-long':
        return report(messages.longNumber, fault.span, { digits: fault.digits });
      case 'no-such-date': {
        const why =
          fault.last === 0
            ? { zh: `一年没有${fault.month}月`, en: `a year has no month ${fault.month}` }
            : {
                zh: `${fault.year}年${fault.month}月只有${fault.last}天`,
                en: `${fault.year}-${String(fault.month).padStart(2, '0')} has ${fault.last} days`,
              };
        return report(messages.noSuchDate, fault.span, { found, why });
      }
      case 'date-written': {
        const fix = replacement(fault.span, fault.iso);
        return report(messages.dateWritten, fault.span, { found, iso: fault.iso }, { fixes: [fix] });
      }
      case 'date-incomplete':
        return report(
          messages.dateIncomplete,
          fault.span,
          { found },
          { fixes: (fault.edges ?? []).map((day) => replacement(fault.span, day)) },
        );
      default:
        return fault satisfies never;
    }
  }

  function readText() {
    if (lineEnd < at) lineEnd = at + match(restOfLine, text, at)!.length;
    const read = scanText(shadow, at, lineEnd, find);
    const span = { start: at, end: read.end };
    const content = text.slice(read.content.start, read.content.end);
    for (const found of content.matchAll(turning)) {
      reportInvisible(read.content.start + found.index, read.content.start + found.index + 1);
    }
    const args = { open: read.open, close: read.close };
    if (read.fault === 'open') {
      const fix = insertion(read.end, read.close);
      report(messages.openText, span, args, { fixes: [fix] });
    } else if (read.fault === 'mixed') {
      const edits = [
        { span: { start: at, end: at + 1 }, text: read.open },
        { span: { start: read.end - 1, end: read.end }, text: read.close },
      ];
      const title = { zh: `改用 ${read.open}${read.close}`, en: `Use ${read.open}${read.close}` };
      report(messages.mixedQuotes, span, args, { fixes: [{ title, edits }] });
    }
    push(T.TextToken, read.end, unescapeText(content));
  }

  function readQuotedName() {
    const closed = match(quotedName, shadow, at);
    if (closed !== undefined) {
      const end = at + closed.length;
      const content = text.slice(at + 1, end - 1).normalize('NFC');
      if (content.trim() === '') report(messages.emptyName, { start: at, end }, {});
      for (const found of content.matchAll(turning)) reportInvisible(at + 1 + found.index, at + 2 + found.index);
      push(T.Name, end, content);
      return;
    }
    const open = match(openQuotedName, shadow, at)!;
    const end = at + open.length;
    report(messages.openName, { start: at, end }, {}, { fixes: [insertion(end, '`')] });
    push(T.Name, end, text.slice(at + 1, end).normalize('NFC'));
  }

  /** Signs, and the keywords that begin with one: （含）, ／年, ～. */
  function readFixed(c: string): boolean {
    if (foreignStart.has(c)) {
      const sign = foreign.find(([s]) => shadow.startsWith(s, at));
      if (sign !== undefined) {
        const span = { start: at, end: at + sign[0].length };
        const found = text.slice(span.start, span.end);
        const meant = bothWords(sign[1]);
        const fixes = [replacement(span, ` ${meant.en} `)];
        report(messages.foreignSign, span, { found, meant: inBothKeywords(meant) }, { fixes });
        push(T.typeOfPhrase.get(meant.en)!, span.end, meant.en);
        return true;
      }
    }
    for (const phrase of signPhrases) {
      if (!shadow.startsWith(phrase, at)) continue;
      if (phrase === '/年' && match(han, shadow, at + 1) !== '年') continue;
      push(T.typeOfPhrase.get(phrase)!, at + phrase.length, phrase);
      return true;
    }
    const mark = marksByStart.get(c)?.find(([sign]) => shadow.startsWith(sign, at));
    if (mark === undefined) return false;
    const [sign, type] = mark;
    // After a literal amount and before a name, a slash is `per`; else it divides.
    const per = sign === '/' && tokens.at(-1)?.tokenType === T.NumberToken && nameFollows(at + 1);
    push(per ? T.typeOfPhrase.get('per')! : type, at + sign.length, per ? 'per' : sign);
    return true;
  }

  function nameFollows(from: number): boolean {
    let next = from;
    while (shadow[next] === ' ' || shadow[next] === '\t') next += 1;
    return shadow[next] === '`' || match(han, shadow, next) !== undefined || match(latin, shadow, next) !== undefined;
  }

  function readWord(): boolean {
    const whole = match(word, shadow, at);
    if (whole === undefined) return false;
    const run = match(han, shadow, at);
    const name = run === undefined ? match(latin, shadow, at) : undefined;
    if (run !== undefined && readHan(run, run.length === whole.length)) return true;
    if (name !== undefined && readLatin(name, name.length === whole.length)) return true;
    // 项目2, AI项目, é: one word to the reader, no name to the language.
    const end = at + whole.length;
    const found = text.slice(at, end);
    const quoted = `\`${found}\``;
    report(messages.mixedName, { start: at, end }, { found }, { fixes: [replacement({ start: at, end }, quoted)] });
    mixedEnd = end;
    push(T.Name, end, shadow.slice(at, end).normalize('NFC'));
    return true;
  }

  function readHan(run: string, whole: boolean): boolean {
    const normal = run.normalize('NFC');
    const isLabel = whole && shadow.charCodeAt(at + run.length) === 58;
    const keywords = keywordsOfRun(normal);
    if (keywords !== undefined && (keywords.length === 1 || !isLabel)) {
      for (const keyword of keywords) push(T.typeOfPhrase.get(keyword)!, at + keyword.length, keyword);
      return true;
    }
    const latinNext = whole ? undefined : match(latin, shadow, at + run.length);
    if (!whole && (latinNext === undefined || phraseAt(at + run.length, latinNext) === undefined)) return false;
    push(T.Name, at + run.length, normal);
    return true;
  }

  function readLatin(name: string, whole: boolean): boolean {
    const phrase = phraseAt(at, name);
    if (phrase !== undefined) {
      push(T.typeOfPhrase.get(phrase.phrase)!, phrase.end, phrase.phrase);
      return true;
    }
    const run = whole ? undefined : match(han, shadow, at + name.length);
    if (!whole && (run === undefined || keywordsOfRun(run.normalize('NFC')) === undefined)) return false;
    push(T.Name, at + name.length, name);
    return true;
  }

  /** The longest English keyword that begins with a word; its words may stand any number of blanks apart, on one line. */
  function phraseAt(start: number, first: string): { phrase: string; end: number } | undefined {
    for (const { phrase, rest } of latinPhrases.get(first) ?? []) {
      let end = start + first.length;
      const fits = rest.every((part) => {
        const before = end;
        while (shadow[end] === ' ' || shadow[end] === '\t') end += 1;
        // In `last year's` the apostrophe is part of the word, however the keyboard writes it.
        const found = /^[A-Za-z]+['’]s(?![A-Za-z0-9_])/.exec(shadow.slice(end, end + part.length + 1))?.[0];
        if (end === before || (found?.replace('’', "'") ?? match(latin, shadow, end)) !== part) return false;
        end += part.length;
        return true;
      });
      if (fits) return { phrase, end };
    }
    return undefined;
  }

  function readStrange() {
    const hidden = match(invisible, shadow, at);
    if (hidden !== undefined) {
      const end = at + hidden.length;
      // A byte order mark at the very start is how some editors save.
      if (at === 0 && hidden === '\ufeff') return pass('space', end);
      reportInvisible(at, end);
      return pass('dropped', end);
    }
    const end =
      at + Math.max(match(strange, shadow, at)?.length ?? 0, String.fromCodePoint(text.codePointAt(at)!).length);
    const span = { start: at, end };
    const found = text.slice(at, Math.min(end, at + 12));
    // 竣工80%: of one mistake.
    if (at === mixedEnd) return pass('dropped', end);
    report(messages.strangeCharacter, span, { found: loneSurrogate.test(found) ? 'U+D800…U+DFFF' : found });
    return pass('dropped', end);
  }
}

const signPhrases = [...rolesOfPhrase.keys()]
  .filter((phrase) => !/^[\p{L}]/u.test(phrase))
  .sort((a, b) => b.length - a.length);

function replacement(span: Span, text: string) {
  return { title: { zh: `改为 ${text.trim()}`, en: `Write ${text.trim()}` }, edits: [{ span, text }] };
}

function insertion(at: number, text: string) {
  return { title: { zh: `补上 ${text}`, en: `Add ${text}` }, edits: [{ span: { start: at, end: at }, text }] };
}

/** A token that stands for the end of the input, where messages need one. */
export function isEnd(token: IToken): boolean {
  return Number.isNaN(token.startOffset);
}
