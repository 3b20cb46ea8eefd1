import { formatMoney, formatMoneyRange } from './format.ts';
import { nearestNames } from './nearest-names.ts';
import type { Fen, Lang, Problem } from './types.ts';

/**
 * What can be wrong with a record, a decision or an amount. Each sentence is in the compiler's catalogue of diagnostics
 * as well, with a hint; a test keeps the two equal. `{found}` and `{expected}` are given in the language of the sentence.
 */
export const problemTexts = {
  CS6001: {
    zh: '“{field}”不是这里用到的数据，{expected}',
    en: '“{field}” is not a fact that is used here: {expected}',
  },
  CS6002: {
    zh: '“{field}”应填{expected}，实际是{found}',
    en: '“{field}” must be {expected}, not {found}',
  },
  CS6003: {
    zh: '“{field}”不能为负，应填{expected}，实际是{found}',
    en: '“{field}” cannot be negative: it must be {expected}, not {found}',
  },
  CS6004: {
    zh: '“{field}”的{found}超出能准确计算的范围，应在{expected}之内',
    en: '“{field}” is {found}, beyond what can be computed exactly: it must lie within {expected}',
  },
  CS6005: {
    zh: '“{field}”没有{found}这一类，应是{expected}',
    en: '“{field}” has no member {found}: it must be {expected}',
  },
  CS6006: {
    zh: '“{field}”的金额{found}，超出能准确计算的范围（{expected}），这一项未列入结果',
    en: 'the amount of “{field}” is {found}, beyond what can be computed exactly ({expected}), so it is left out',
  },
  CS6007: {
    zh: '认定结果“{field}”不能采用：应是{expected}，实际是{found}',
    en: 'the decision “{field}” cannot be used: it must be {expected}, not {found}',
  },
  CS6008: {
    zh: '认定结果“{field}”对不上任何一项，{expected}',
    en: 'the decision “{field}” names no benefit: {expected}',
  },
  CS6009: {
    zh: '“{field}”的{found}位数过细，无法准确计算，应填{expected}',
    en: '“{field}” is {found}, too fine to be computed exactly: it must be {expected}',
  },
  CS6010: {
    zh: '“{field}”应是{expected}，实际是{found}',
    en: '“{field}” must be {expected}, not {found}',
  },
  CS6011: {
    zh: '“{field}”填了两次，第二次写作“{found}”，应{expected}',
    en: '“{field}” is given twice, the second time as “{found}”: {expected}',
  },
  CS6012: {
    zh: '没有“{found}”这一类主体，{expected}',
    en: 'there is no kind of party “{found}”: {expected}',
  },
  CS6013: {
    zh: '一条数据应是{expected}，实际是{found}',
    en: 'a record must be {expected}, not {found}',
  },
  CS6014: {
    zh: '“{field}”是保留的名称，应填{expected}，实际是{found}',
    en: '“{field}” is a reserved name: it must be {expected}, not {found}',
  },
  CS6015: {
    zh: '已享受待遇的“{field}”应是{expected}，实际是{found}',
    en: '“{field}” of the past awards must be {expected}, not {found}',
  },
} as const;

export type ProblemCode = keyof typeof problemTexts;

/** Composes the sentence of a problem. */
export function makeProblem(code: ProblemCode, field: string, found: string, expected: string, lang: Lang): Problem {
  const parts = { field: printable(field), found: printable(found), expected: printable(expected) };
  const message = problemTexts[code][lang].replace(
    /\{(field|found|expected)\}/g,
    (_, name: keyof typeof parts) => parts[name],
  );
  return { code, ...parts, message };
}

/** Keys and values come from anywhere: nothing in them may steer a terminal or fill it. */
function printable(text: string): string {
  const plain = text.slice(0, 1000).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd');
  return text.length > 1000 ? `${plain}…` : plain;
}

/** CS6001: a name that is no fact, list or alias. `known` are those there are. */
export function unknownFact(field: string, key: string, known: readonly string[], lang: Lang): Problem {
  return makeProblem('CS6001', field, quoteName(key), suggestNames(key, known, lang), lang);
}

/** CS6005: a member that the enum does not have. */
export function unknownMember(field: string, found: string, members: readonly string[], lang: Lang): Problem {
  const near = members.length > 8 ? nearestNames(found, members) : [];
  const expected = near.length > 0 ? near : members;
  return makeProblem('CS6005', field, quoteFound(found, lang), listNames(expected, lang), lang);
}

/** CS6006: a final amount beyond ±(2^53 − 1) fen. `award` is `measure/benefit` or `measure/benefit/item`. */
export function amountOverflow(award: string, lang: Lang): Problem {
  return makeProblem('CS6006', award, lang === 'zh' ? '过大' : 'too large', moneyLimits(lang), lang);
}

/** What a decision could have been. `ends`: one of the two. Where nothing of its kind is open, what is. */
export type DecisionScope =
  | { readonly kind: 'range' | 'ends'; readonly min: Fen | null; readonly max: Fen | null }
  | { readonly kind: 'amount' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'nothing' };

/** CS6007: a decision outside of its range, or of a kind that the benefit does not leave open. `given` in fen. */
export function decisionRejected(key: string, given: Fen | boolean, scope: DecisionScope, lang: Lang): Problem {
  const found = Number.isSafeInteger(given) ? formatMoney(Number(given), lang) : describeFound(given, lang);
  return makeProblem('CS6007', key, found, sayScope(scope, lang), lang);
}

function sayScope(scope: DecisionScope, lang: Lang): string {
  const zh = lang === 'zh';
  switch (scope.kind) {
    case 'range': {
      if (scope.min === null) return zh ? '一个金额' : 'an amount';
      return formatMoneyRange(scope.min, scope.max, lang);
    }
    case 'ends': {
      const [low, high] = [scope.min, scope.max].map((end) => (end === null ? '…' : formatMoney(end, lang)));
      return zh ? `${low}或${high}` : `${low} or ${high}`;
    }
    case 'amount':
      return zh ? '一个金额' : 'an amount';
    case 'yes-no':
      return zh ? '是（通过）或否（未通过）' : 'yes (passed) or no (not passed)';
    case 'nothing':
      return zh ? '空的，这一项没有要认定的' : 'absent, since nothing is left to decide';
    default:
      return scope satisfies never;
  }
}

/** CS6008: a decision for a benefit that there is not. `known` are the keys there are. */
export function unknownDecision(key: string, known: readonly string[], lang: Lang): Problem {
  return makeProblem('CS6008', key, quoteName(key), suggestNames(key, known, lang), lang);
}

/** CS6012: a kind of party that the policy does not know. */
export function unknownParty(found: string, known: readonly string[], lang: Lang): Problem {
  return makeProblem('CS6012', 'party', found, suggestNames(found, known, lang), lang);
}

/** The ends of the money that can be computed exactly. */
export function moneyLimits(lang: Lang): string {
  return `±${formatMoney(Number.MAX_SAFE_INTEGER, lang)}`;
}

/** What was found, short and without ever throwing: “abc”, 12, 是, a list of 3, an object. */
export function describeFound(value: unknown, lang: Lang): string {
  const zh = lang === 'zh';
  if (value === null || value === undefined) return zh ? '空' : 'nothing';
  if (typeof value === 'string') return quoteFound(value, lang);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return zh ? `${value.length} 项的名单` : `a list of ${value.length}`;
  if (typeof value === 'object') return zh ? '一组数据（对象）' : 'an object';
  return zh ? '不能识别的值' : 'something that is no value';
}

function suggestNames(name: string, known: readonly string[], lang: Lang): string {
  const near = nearestNames(name, known);
  if (near.length > 0) {
    const names = listNames(
      near.map((n) => `“${n}”`),
      lang,
    );
    return lang === 'zh' ? `是不是${names}？` : `did you mean ${names}?`;
  }
  if (known.length === 0) return lang === 'zh' ? '这里没有可填的' : 'there is none here';
  return lang === 'zh' ? `可用的有：${listNames(known, lang)}` : `there are ${listNames(known, lang)}`;
}

/** At most eight names, so that a sentence stays one. */
function listNames(names: readonly string[], lang: Lang): string {
  const shown = names.slice(0, 8);
  const rest = names.length - shown.length;
  if (lang === 'zh') return `${shown.join('、')}${rest > 0 ? `等 ${names.length} 个` : ''}`;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown[shown.length - 1]}`;
}

function quoteName(text: string): string {
  return [...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text;
}

function quoteFound(text: string, lang: Lang): string {
  if (text.trim() === '') return lang === 'zh' ? '空白' : 'blank';
  return `“${quoteName(text)}”`;
}
