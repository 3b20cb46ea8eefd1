import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Context, type Place, report } from './context.ts';
import { resolveFact } from './names.ts';
import { resolveList } from './resolve.ts';
import { sumType, type Type, typeWord, unknown } from './types.ts';

/** The list that the measure goes through, and a field by which its items are told apart. */
function checkCounted(list: T.Name, per: T.Name | undefined, context: Context): boolean {
  const counted = list.text === '' ? undefined : resolveList(list, context.parties, context);
  if (counted === undefined) return false;
  const target = context.measure?.node.body.find((line) => line.kind === 'For');
  const own = target?.each && context.output.references.get(target.each);
  if (own?.kind !== 'fact' || own.fact !== counted) {
    report(context, structure.countedOutside, list.span, { list: list.text });
    return false;
  }
  if (per === undefined) return true;
  const field = resolveFact(per, context);
  if (field === undefined || field.factType.type === 'unknown') return false;
  if (field.record === context.item && (field.factType.type === 'key' || field.factType.type === 'enum')) return true;
  report(context, structure.countedPer, per.span, { field: per.text, found: typeWord(field.factType) });
  return false;
}

/** What an item gets by which one of its kind it is: rows from 1 up that do not meet. */
export function nthType(e: T.Nth, context: Context, place: Place, expected: Type | undefined): Type {
  if (place.fold || place.in !== 'amount') report(context, structure.nthPlace, e.span, { list: e.list.text });
  else checkCounted(e.list, e.per, context);
  let last = 0;
  for (const row of e.rows) {
    if (row.from <= last || row.to < row.from) report(context, structure.ordinalsUnordered, row.span, {});
    last = Math.max(last, row.to);
  }
  let joined: Type | undefined;
  for (const value of [...e.rows.map((row) => row.value), ...(e.otherwise ? [e.otherwise] : [])]) {
    const found = context.typeOf(value, context, place, expected);
    if (value.kind === 'None' || found.type === 'unknown') continue;
    const sum = joined === undefined ? found : sumType(joined, found);
    if (sum !== undefined) joined = sum;
    else
      report(context, messages.wrongType, value.span, { found: typeWord(found), expected: typeWord(joined ?? found) });
  }
  return joined ?? expected ?? unknown;
}
