import { EOF, type IToken, type TokenType } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import type { Localised } from '../diagnostics/diagnostic.ts';
import { at } from '../source/span.ts';
import { type Builder, tell } from './builder.ts';
import type { RuleName } from './concrete.ts';
import { expectedWords, placeOf, sampleOf } from './explain-words.ts';
import type { Failure } from './grammar-base.ts';
import { keywordPrefixes, keywordSuffixes } from './keywords.ts';
import * as T from './tokens.ts';

/** Tells why a statement could not be read to its end: what was expected after its last good token. */
export function explainFailure(
  builder: Builder,
  failure: Failure,
  tokens: readonly IToken[],
  consumed: number,
  rule: RuleName,
): void {
  const before = tokens[consumed - 1];
  const found = failure.found;
  const within = [rule, ...failure.within];
  const place = placeOf(before && show(before));
  const expected = expectedWords(failure.expected, within);
  const sample = sampleOf(within);
  if (isFollowOn(builder, before, found)) return;
  const next = found !== undefined && before !== undefined && !isOnNextLine(builder, before, found) ? found : undefined;
  if (next === undefined && before !== undefined) {
    tell(builder, messages.expectedAtEnd, at(before.endOffset! + 1), { place, expected, sample });
    return;
  }
  const token = next ?? found ?? tokens[0]!;
  if (isReserved(token) && wantsName(failure.expected)) {
    const fix = {
      title: { zh: `改为 \`${token.image}\``, en: `Write \`${token.image}\`` },
      edits: [{ span: T.spanOf(token), text: `\`${token.image}\`` }],
    };
    if (couldBeName(tokens, consumed)) {
      tell(builder, messages.leftOverKeyword, T.spanOf(token), { found: token.image }, { fixes: [fix] });
      return;
    }
  }
  tell(builder, messages.expected, T.spanOf(token), { place, expected, found: show(token), sample });
}

/** Tells that the tokens from `consumed` on do not belong to the statement before them. */
export function explainLeftOver(builder: Builder, tokens: readonly IToken[], consumed: number, rule: RuleName): void {
  const token = tokens[consumed]! as T.Token;
  const before = tokens[consumed - 1];
  if (isFollowOn(builder, before, token)) return;
  const args = { found: show(token), before: before ? plain(before) : '', sample: sampleOf([rule]) };
  const split = token.tokenType === T.Name ? unglued(token.text) : undefined;
  if (split !== undefined) {
    const fix = {
      title: { zh: `拆成“${split}”`, en: `Split into "${split}"` },
      edits: [{ span: T.spanOf(token), text: split }],
    };
    tell(
      builder,
      messages.glued,
      T.spanOf(token),
      { found: token.image, before: args.before, split },
      { fixes: [fix] },
    );
    return;
  }
  tell(builder, messages.leftOver, T.spanOf(token), args);
}

/** Tells that nothing stands before a comma. */
export function explainEmptyEntry(builder: Builder, end: number, rule: RuleName): void {
  const place = { zh: '逗号前面', en: 'before the comma' };
  const expected = expectedWords(T.AnyName, [rule]);
  tell(builder, messages.expectedAtEnd, at(end), { place, expected, sample: sampleOf([rule]) });
}

/** Tells that the name of a benefit is not parted from its amount. */
export function explainMissingColon(builder: Builder, label: IToken): void {
  const end = label.endOffset! + 1;
  const fix = { title: { zh: '补上冒号', en: 'Add a colon' }, edits: [{ span: at(end), text: ':' }] };
  const place = placeOf(show(label));
  const expected = expectedWords(T.Colon, []);
  tell(builder, messages.expectedAtEnd, at(end), { place, expected, sample: sampleOf(['benefit']) }, { fixes: [fix] });
}

/** 每硕士 as 每 硕士: a keyword that stands at an end of the name. */
function unglued(text: string): string | undefined {
  const prefix = keywordPrefixes(text)[0];
  if (prefix !== undefined) return `${prefix} ${text.slice(prefix.length)}`;
  const suffix = keywordSuffixes(text)[0];
  return suffix === undefined ? undefined : `${text.slice(0, -suffix.length)} ${suffix}`;
}

function isReserved(token: IToken): boolean {
  return T.rolesOf(token).length > 0 && !T.canBeName(token);
}

function wantsName(expected: TokenType | string): boolean {
  return expected === T.AnyName || expected === 'operand' || expected === 'text-or-name' || expected === 'type';
}

/** A reserved word in the place of a name: nothing after it could be its own object. */
function couldBeName(tokens: readonly IToken[], index: number): boolean {
  const next = tokens[index + 1];
  return next === undefined || T.rolesOf(next).length > 0 || next.tokenType === T.Comma || next.tokenType === T.Colon;
}

function isOnNextLine(builder: Builder, before: IToken, found: IToken): boolean {
  return /[\n\r]/.test(builder.text.slice(before.endOffset! + 1, found.startOffset));
}

/** Whether the scanner complained about a token at this place, or about what it dropped between the two. */
function isFollowOn(builder: Builder, before: IToken | undefined, found: IToken | undefined): boolean {
  const { text, faulty } = builder;
  if (before !== undefined && faulty.has(before.startOffset)) return true;
  if (found !== undefined && faulty.has(found.startOffset)) return true;
  if (before === undefined) return false;
  let next = before.endOffset! + 1;
  while (next < text.length && /\s/.test(text[next]!)) next += 1;
  return faulty.has(next);
}

/** A token as messages call it. */
export function show(token: IToken): Localised {
  const quoted = `“${clip(token.image)}”`;
  const english = `"${clip(token.image)}"`;
  const type = token.tokenType;
  if (type === EOF) return { zh: '文件末尾', en: 'the end' };
  if (type === T.TextToken) {
    const content = clip((token as T.Token).text);
    return { zh: `引号中的“${content}”`, en: `the text "${content}"` };
  }
  if (type === T.Braces) return { zh: '{ … }', en: '{ … }' };
  if (type === T.Brackets) return { zh: '[ … ]', en: '[ … ]' };
  if (type === T.Name) return { zh: `名称${quoted}`, en: `the name ${english}` };
  if (T.rolesOf(token).length > 0) return { zh: `关键词${quoted}`, en: `the keyword ${english}` };
  return { zh: quoted, en: english };
}

function plain(token: IToken): string {
  return token.tokenType === T.Braces ? '}' : token.tokenType === T.Brackets ? ']' : clip(token.image);
}

function clip(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
