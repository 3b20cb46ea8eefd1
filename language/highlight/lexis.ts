/**
 * The shapes of words and marks as patterns for an editor, full-width forms included. They restate what the scanner
 * reads; a test holds them against it.
 */

/** A name in Latin letters: `jinan-2026`. */
export const latinName = '[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*';

/** Where a Latin keyword must end. */
export const latinEnd = '(?![A-Za-z0-9_]|-[A-Za-z0-9_])';

/** A name between back-quotes, on one line. */
export const quotedName = '`[^`\\n]*`';

/** Marks that open and close, in pairs; the closing one of a string ends it. */
export const brackets: readonly (readonly [string, string])[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['｛', '｝'],
  ['［', '］'],
  ['（', '）'],
];

export const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
  ['《', '》'],
];

const digit = '[0-9０-９]';

/** An unsigned number: `1.5`, `３`. */
export const number = `${digit}+(?:[.．]${digit}+)?`;

/** A whole day: `2026-02-09`, `2026年2月9日`. */
export const date = [
  `${digit}{4}-${digit}{1,2}-${digit}{1,2}(?!${digit})`,
  `${digit}{4}[ \\t]*年[ \\t]*${digit}{1,2}[ \\t]*月[ \\t]*${digit}{1,2}[ \\t]*[日号]`,
].join('|');

export const moneyUnits: readonly string[] = ['亿元', '万元', '元'];
/** Units only where no further Han character makes another word of them: 年度, 月份, 分钟. */
export const shortUnits: readonly string[] = ['个月', '分', '年', '月', '日', '天', '万', '亿'];
export const latinUnits: readonly string[] = ['years', 'year', 'months', 'month', 'days', 'day'];
