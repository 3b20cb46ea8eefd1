import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Context, type Place, report } from './context.ts';
import { resolveList } from './resolve.ts';
import { bool, isNumeric, money, type Type, typeWord, unknown } from './types.ts';

/** A figure of the items of a list. Within it the fields of an item are names; no decision, and no other list. */
export function aggregateType(e: T.Aggregate, context: Context, place: Place, expected: Type | undefined): Type {
  if (place.fold) {
    report(context, messages.listWithinList, e.span, { list: e.list.text });
    return unknown;
  }
  const list = resolveList(e.list, context.parties, context);
  const item = list?.factType.type === 'list' ? list.factType.record : undefined;
  const inner: Context = { ...context, item: item ?? context.item };
  const isKnown = item !== undefined;
  if (e.where && isKnown) {
    const type = inner.typeOf(e.where, inner, { in: 'condition', decisions: false, fold: true });
    if (type.type === 'unknown') return unknown;
    if (type.type !== 'bool') {
      report(context, messages.itemConditionNotBool, e.where.span, { found: typeWord(type), list: e.list.text });
      return unknown;
    }
    context.output.types.set(e.where, bool);
  }
  if (!isKnown) return unknown;
  if (e.value === undefined) return { type: 'count' };
  const found = inner.typeOf(e.value, inner, { ...place, decisions: false, fold: true }, expected);
  if (found.type === 'unknown') return unknown;
  const type = found.type === 'number' && expected?.type === 'money' ? money : found;
  if (isNumeric(type)) return type;
  report(context, messages.wrongType, e.value.span, { found: typeWord(type), expected: { zh: '数', en: 'a number' } });
  return unknown;
}
