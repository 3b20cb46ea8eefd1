import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Context, type Place, report } from './context.ts';
import { equalTypes, isNumeric, type Type, typeWord } from './types.ts';

export function reportDecision(e: T.Expression, context: Context, place: Place): void {
  const where = place.fold
    ? { zh: '逐项汇总的算式里', en: 'in what is computed of every item of a list' }
    : place.in === 'condition'
      ? { zh: '条件里', en: 'in a condition' }
      : place.in === 'amount'
        ? { zh: '金额随之减少的位置', en: 'where the amount does not grow with it' }
        : { zh: '限额、基数或约定值里', en: 'in a limit, a base or a named value' };
  report(context, messages.decisionMisplaced, e.span, { where });
}

export function requireType(expression: T.Expression, type: Type, expected: Type, context: Context): void {
  if (type.type === 'unknown' || expected.type === 'unknown' || equalTypes(type, expected)) return;
  if (type.type === 'number' && isNumeric(expected)) return;
  report(context, messages.wrongType, expression.span, { found: typeWord(type), expected: typeWord(expected) });
}
