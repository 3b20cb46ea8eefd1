import { structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { BudgetSymbol, FactSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import type { CheckedMeasure, CheckedQuota, CheckedSharing } from './model.ts';
import { resolveFact } from './names.ts';
import { isNumeric, typeWord } from './types.ts';

/** What a policy says of many applicants together: numbers of awards, and pools that do not suffice. */

export function checkQuota(node: T.Quota | undefined, context: Context): CheckedQuota | undefined {
  if (node === undefined) return undefined;
  const ranks = node.ranks.flatMap(({ fact, order }) => {
    const symbol = rankFact(fact, context);
    return symbol === undefined ? [] : [{ fact: symbol, order }];
  });
  const { n } = node;
  if (n.kind === 'Missing') return undefined;
  const isCount = n.kind === 'NumberLiteral' && n.unit === 'none' && n.denominator === 1n && n.numerator > 0n;
  if (!isCount) {
    report(context, structure.quotaCount, n.span, {});
    return undefined;
  }
  return { node, n: Number(n.numerator), ranks };
}

/** `hasPool`: whether it is known which pool is meant. */
export function checkSharing(
  node: T.Sharing | undefined,
  hasPool: boolean,
  each: FactSymbol | undefined,
  context: Context,
): CheckedSharing | undefined {
  if (node === undefined) return undefined;
  if (!hasPool) {
    report(context, structure.sharingWithoutPool, node.span, {});
    return undefined;
  }
  const order = node.fact && rankFact(node.fact, context);
  if (node.fact !== undefined && order === undefined) return undefined;
  return { node, file: context.file, order, each };
}

/** A fact that orders applicants: given, not derived, and a number or a date. */
function rankFact(name: T.Name, context: Context): FactSymbol | undefined {
  const fact = resolveFact(name, context);
  if (fact === undefined || fact.factType.type === 'unknown') return undefined;
  const type = fact.factType;
  if (fact.derived === undefined && (isNumeric(type) || type.type === 'date')) return fact;
  const derived = { zh: '推算出来的数', en: 'derived figure' };
  report(context, structure.rankFact, name.span, {
    name: name.text,
    type: fact.derived === undefined ? typeWord(type) : derived,
  });
  return undefined;
}

/** The rule of a pool: its own, else that of the measures it pays. They may not differ. */
export function sharingOf(
  symbol: BudgetSymbol,
  own: CheckedSharing | undefined,
  measures: readonly CheckedMeasure[],
  context: Context,
): CheckedSharing | undefined {
  const said = measures.flatMap((measure) =>
    [measure, ...measure.benefits].flatMap(({ from, sharing }) => {
      const pool = from ?? measure.from;
      return pool === symbol && sharing !== undefined ? [sharing] : [];
    }),
  );
  const [first, ...others] = own === undefined ? said : [own, ...said];
  for (const other of others) {
    if (first === undefined || (other.node.rule === first.node.rule && other.order === first.order)) continue;
    const related = { file: first.file, span: first.node.span, message: { zh: '另一种在这里', en: 'the other one' } };
    report(
      { ...context, file: other.file },
      structure.twoSharings,
      other.node.span,
      { budget: symbol.name },
      {
        related: [related],
      },
    );
    break;
  }
  return first;
}
