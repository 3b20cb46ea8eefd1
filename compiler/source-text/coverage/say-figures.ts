import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import type { Figure } from '../manifest.ts';
import type { Bound, StatedFigure } from './stated.ts';

/** A figure as the text says it, with its limit: 最高50万元, 100万元以上. */
export function sayFigure({ text, limitWord }: Figure): string {
  if (limitWord === undefined) return text;
  return /^(以上|以下|以内|之内|内|左右|上下|及以上|及以下)$/.test(limitWord) ? text + limitWord : limitWord + text;
}

/** How a literal is bounded, in the words of the code. */
export function sayBounds({ bounds, written }: StatedFigure): Localised {
  const { zh, en } = wordsOfBound[kindOf(bounds)];
  return { zh: zh.replace('#', written), en: en.replace('#', written) };
}

/** What to write so that a literal is bounded as the text bounds it. */
export function adviceOn({ limit, text }: Figure): Localised {
  const { zh, en } = advice[limit ?? 'exact'];
  return { zh: zh.replace('#', text), en: en.replace('#', text) };
}

/** One of the bounds tells the set: each form of the language has its own. */
function kindOf(bounds: ReadonlySet<Bound>): Bound {
  if (bounds.has('exact')) return 'exact';
  for (const bound of ['highest', 'at-most', 'at-least', 'over', 'below'] as const) if (bounds.has(bound)) return bound;
  return 'exact';
}

const wordsOfBound: Readonly<Record<Bound, Localised>> = {
  exact: { zh: '固定的 #', en: 'exactly #' },
  highest: { zh: '上限 #', en: 'at most #' },
  'at-most': { zh: '上限 #', en: 'at most #' },
  below: { zh: '低于 #（不含）', en: 'below #' },
  'at-least': { zh: '下限 #', en: 'at least #' },
  over: { zh: '超过 #（不含）', en: 'over #' },
  about: { zh: '# 左右', en: 'about #' },
};

const advice: Readonly<Record<Bound, Localised>> = {
  exact: { zh: '原文没有“最高”“不超过”，写 #', en: 'the text sets no limit: write #' },
  highest: {
    zh: '算式之后写 cap #（最高不超过），其余写 up to #（最高）',
    en: 'write cap # after a formula, up to # otherwise',
  },
  'at-most': {
    zh: '条件里写 <= #，数额写 up to #，算式之后写 cap #',
    en: 'write <= # in a condition, up to # for an amount, cap # after a formula',
  },
  below: { zh: '写 < #；含本数的写 <= #', en: 'write < #, or <= # where the end is included' },
  'at-least': { zh: '条件里写 >= #，数额写 at least #', en: 'write >= # in a condition, at least # for an amount' },
  over: { zh: '写 > #；指标写 over #', en: 'write > #, and over # for a target' },
  about: { zh: '写 #', en: 'write #' },
};
