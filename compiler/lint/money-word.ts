import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';
import type { Rational } from '../ir/rational.ts';

/** A sum of money for messages; fractions of a fen are cut off. */
export function moneyWord(fen: Rational): Localised {
  const whole = Number(fen.n / fen.d);
  return { zh: formatMoney(whole, 'zh'), en: formatMoney(whole, 'en') };
}
