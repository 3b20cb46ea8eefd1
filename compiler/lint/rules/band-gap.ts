import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { bandPairs } from '../bands.ts';
import type { Rule } from '../rule.ts';

/** Figures between two bands are in none, and nothing says that they are meant to get nothing. */
export const bandGap: Rule = {
  name: 'band-gap',
  zh: '分档有空档',
  entries: [drafting.bandsGap],
  check: (input) =>
    bandPairs(input).flatMap(({ file, bands, lower, upper, stand, textOf }) => {
      if (stand !== 'gap' || bands.otherwise !== undefined) return [];
      const message = { zh: '前一档在这里', en: 'the band below is here' };
      const related = [{ file, span: lower.band.span, message }];
      const args = { first: textOf(lower.band), second: textOf(upper.band) };
      return [diagnose(drafting.bandsGap, file, upper.band.span, args, { related })];
    }),
};
