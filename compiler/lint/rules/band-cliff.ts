import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { compare, multiply, type Rational, rational } from '../../ir/rational.ts';
import { bandPairs } from '../bands.ts';
import type { Rule } from '../rule.ts';

/** The whole amount falls where the subject passes from one band to the next. */
export const bandCliff: Rule = {
  name: 'band-cliff',
  zh: '分档倒挂',
  entries: [drafting.bandCliff],
  check: (input) =>
    bandPairs(input).flatMap(({ file, bands, lower, upper, stand, at, textOf }) => {
      if (stand !== 'meet' || bands.mode !== 'whole' || at === undefined) return [];
      const [before, after] = [paidAt(lower.value, at), paidAt(upper.value, at)];
      if (before === undefined || after === undefined || compare(after, before) >= 0) return [];
      const { band } = upper;
      return [
        diagnose(drafting.bandCliff, file, upper.span, {
          point: textOf(band.kind === 'Range' && band.from ? band.from : band),
          before: textOf(lower.value),
          after: textOf(upper.value),
          subject: textOf(bands.subject),
        }),
      ];
    }),
};

/** What a written figure comes to at a point; a rate is a share of it. */
function paidAt(value: T.Expression, at: Rational): Rational | undefined {
  if (value.kind !== 'NumberLiteral') return undefined;
  const own = rational(value.numerator, value.denominator);
  return value.unit === 'percent' || value.unit === 'permille' ? multiply(own, at) : own;
}
