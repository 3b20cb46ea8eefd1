import { structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { isA } from '../bind/hierarchy.ts';
import type { BudgetSymbol, FactSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import type { CheckedItemQuota, CheckedMeasure, CheckedQuota, CheckedSharing } from './model.ts';
import { resolveFact } from './names.ts';
import { resolveList } from './resolve.ts';
import { isNumeric, typeWord } from './types.ts';

/** What a policy says of many applicants together: numbers of awards, and pools that do not suffice. */

export function checkQuota(node: T.Quota | undefined, context: Context): CheckedQuota | undefined {
  if (node === undefined) return undefined;
  const ranks = node.ranks.flatMap(({ fact, order }) => {
    const symbol = rankFact(fact, context);
    return symbol === undefined ? [] : [{ fact: symbol, order }];
  });
  const n = placesOf(node.n, context);
  return n === undefined ? undefined : { node, n, ranks };
}

function placesOf(n: T.Expression, context: Context): number | undefined {
  if (n.kind === 'Missing') return undefined;
  const isCount = n.kind === 'NumberLiteral' && n.unit === 'none' && n.denominator === 1n && n.numerator > 0n;
  if (isCount) return Number(n.numerator);
  report(context, structure.quotaCount, n.span, {});
  return undefined;
}

/** `each`: the list that the measure goes through. */
export function checkItemQuota(
  node: T.ItemQuota | undefined,
  each: FactSymbol | undefined,
  context: Context,
): CheckedItemQuota | undefined {
  if (node === undefined) return undefined;
  if (node.n.kind === 'NumberLiteral' && node.n.unit === 'money') {
    report(context, structure.itemQuotaOfMoney, node.span, { amount: node.n.written });
    return undefined;
  }
  const n = placesOf(node.n, context);
  const list = resolveList(node.list, context.parties, context);
  if (list === undefined) return undefined;
  if (list !== each) {
    report(context, structure.itemQuotaOutside, node.list.span, { list: node.list.text });
    return undefined;
  }
  const isOwnOrder = (rank: T.Rank) =>
    rank.order === 'lowest-first' && context.binding.scope.find('fact', rank.fact.text, context.file) === list;
  const asGiven = node.ranks.find(isOwnOrder);
  if (asGiven !== undefined) resolveList(asGiven.fact, context.parties, context);
  const after = asGiven && node.ranks.slice(node.ranks.indexOf(asGiven) + 1);
  for (const rank of after ?? []) report(context, structure.rankAfterOrder, rank.span, { list: node.list.text });
  const ranks = node.ranks.flatMap((rank) => {
    const symbol = rank === asGiven ? undefined : rankFact(rank.fact, context);
    if (symbol === undefined) return [];
    if (symbol.record !== undefined) return [{ fact: symbol, order: rank.order }];
    report(context, structure.rankNotOfItems, rank.fact.span, { name: rank.fact.text, list: node.list.text });
    return [];
  });
  const same = node.per && sameOf(node.per, node.list, context);
  if (n === undefined || same === 'wrong') return undefined;
  return { node, n, list, same, ranks, asGiven: asGiven !== undefined };
}

/** A field of the items; undefined where the applicant is meant. */
function sameOf(per: T.Name, list: T.Name, context: Context): FactSymbol | undefined | 'wrong' {
  const { binding, file, item, parties } = context;
  if (per.text === '') return 'wrong';
  const party = binding.scope.find('party', per.text, file);
  const isField = item?.fields.some((f) => f.name === per.text || f.aliases.includes(per.text));
  if (!isField && party !== undefined) {
    binding.scope.note(per, file, party);
    if (parties.some((own) => isA(own, party))) return undefined;
    report(context, structure.itemQuotaPer, per.span, { name: per.text, list: list.text });
    return 'wrong';
  }
  const field = resolveFact(per, context);
  if (field === undefined || field.factType.type === 'unknown') return 'wrong';
  if (isField && (field.factType.type === 'key' || field.factType.type === 'enum')) return field;
  report(context, structure.itemQuotaPer, per.span, { name: per.text, list: list.text });
  return 'wrong';
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
