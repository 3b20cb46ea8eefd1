import { exact } from './exact.ts';
import { numeralAt } from './numerals.ts';

/** The ways headings are numbered, in no order: a document decides which stands above which by using it first. */
export type MarkerStyle =
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han-parentheses'
  | 'digit'
  | 'digit-parentheses'
  | 'circled';

/** The number of a heading. */
export interface Marker {
  readonly style: MarkerStyle;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** As clause names write it: 一, （一）, 21, 第三条. */
  readonly label: string;
}

const small = '[一二三四五六七八九十]{1,4}';
const any = '[一二三四五六七八九十百零〇\\d]{1,6}';
const styles: readonly (readonly [MarkerStyle, RegExp, (number: string) => string])[] = [
  ['chapter', new RegExp(`第(${any})章`, 'y'), (n) => `第${n}章`],
  ['section', new RegExp(`第(${any})节`, 'y'), (n) => `第${n}节`],
  ['article', new RegExp(`第(${any})条(?![第款项、之和至的规])[:、.]?`, 'y'), (n) => `第${n}条`],
  ['han', new RegExp(`(${small})[、.](?![、.])`, 'y'), (n) => n],
  ['han-parentheses', new RegExp(`\\((${small})\\)[、.]?`, 'y'), (n) => `（${n}）`],
  // 1. and 1、, but neither 1.5亿元 nor 1、2、3; 1.2023年 is the number 1.
  ['digit', /(\d{1,3})(?:\.(?!\d)|\.(?=\d{4}年)|、(?!\d))/y, (n) => n],
  ['digit-parentheses', /\((\d{1,2})\)[、.]?/y, (n) => `（${n}）`],
  ['circled', /([①-⑳])/y, (n) => n],
];

/** The marker that begins at an offset of a normalised text. */
export function markerAt(text: string, start: number): Marker | undefined {
  for (const [style, pattern, label] of styles) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const written = match[1]!;
    const numeral = style === 'circled' ? undefined : numeralAt(written, 0);
    const value = style === 'circled' ? exact(written.charCodeAt(0) - 0x245f) : numeral?.value;
    if (value === undefined || (numeral !== undefined && numeral.end !== written.length)) continue;
    return { style, number: Number(value.n), start, end: start + match[0].length, label: label(written) };
  }
  return undefined;
}
