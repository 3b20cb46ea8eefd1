import { structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Context, report } from './context.ts';
import type { CheckedPeriod } from './model.ts';
import { resolveFact } from './names.ts';
import { typeWord } from './types.ts';

/** Which events count, or until when an application does: both go by facts of type date. */
export function checkPeriod(node: T.Covers | T.Deadline, context: Context): CheckedPeriod {
  if (node.kind === 'Covers') {
    checkDate(node.date, context);
    if (node.from && node.to && node.to.iso < node.from.iso) {
      report(context, structure.windowBackwards, node.span, { from: node.from.iso, to: node.to.iso });
    }
  } else {
    checkDate(node.since, context);
    if (node.on) checkDate(node.on, context);
    if (lengthOf(node.length) === undefined && node.length.kind !== 'Missing')
      report(context, structure.deadlineLength, node.length.span, {});
  }
  return { node, file: context.file };
}

/** So many whole months or days; undefined of anything else. */
export function lengthOf(e: T.Expression): { readonly unit: 'months' | 'days'; readonly n: number } | undefined {
  if (e.kind !== 'NumberLiteral' || (e.unit !== 'months' && e.unit !== 'days') || e.denominator !== 1n)
    return undefined;
  const n = Number(e.numerator);
  return n >= 0 && n <= 12_000 ? { unit: e.unit, n } : undefined;
}

function checkDate(name: T.Name, context: Context): void {
  const fact = resolveFact(name, context);
  if (fact === undefined || fact.factType.type === 'date' || fact.factType.type === 'unknown') return;
  report(context, structure.notADate, name.span, { fact: fact.name, found: typeWord(fact.factType) });
}
