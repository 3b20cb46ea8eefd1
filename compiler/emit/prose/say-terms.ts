import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';

/** Several things said of one: 甲，乙. */
export function sayAnd(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === 'zh' ? '、' : ', ');
}

/** A norm after its condition: 登记的，可获净收入的70%。 */
export function sayNormAs(sentences: readonly string[], when: string | undefined, lang: Lang): string {
  if (lang === 'zh') return `${when === undefined ? '' : `${when}，`}${sentences.join('；')}。`;
  return capital(`${sentences.join('; ')}${when === undefined ? '' : `, ${when}`}.`);
}

export function sayNormBy(by: readonly string[], lang: Lang): string {
  return lang === 'zh' ? `责任单位：${by.join('、')}。` : ` Responsible: ${by.join(', ')}.`;
}

/** What a name stands for, and how it is rounded. */
export function sayFormula(
  formula: string,
  label: string | undefined,
  rounding: T.Rounding | undefined,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const round = rounding && sayRounding(rounding, lang);
  const note = label === undefined ? '' : zh ? `（${label}）` : ` (${label})`;
  return `${zh ? '指' : ''}${formula}${round === undefined ? '' : `${zh ? '，' : ', '}${round}`}${note}`;
}

function sayRounding({ mode, step }: T.Rounding, lang: Lang): string {
  const zh = lang === 'zh';
  const to = step.kind === 'NumberLiteral' && (zh || step.written !== '分') ? step.written : zh ? '分' : '0.01 yuan';
  if (mode === 'half-up') return zh ? `四舍五入到${to}` : `rounded to ${to}, half up`;
  return zh ? `向下取整到${to}` : `rounded down to ${to}`;
}

/** A sentence of its own. */
export function sayWhole(text: string, lang: Lang): string {
  return lang === 'zh' ? `${text}。` : capital(`${text}.`);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
