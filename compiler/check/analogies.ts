import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { factTypeWord } from '../bind/declare-facts.ts';
import type { FactSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import { checkCondition } from './expressions.ts';
import type { CheckedApplication } from './model.ts';
import { resolveFact } from './names.ts';
import { resolveMeasures, resolveParties } from './resolve.ts';
import { equalTypes } from './types.ts';

/** `apply M to P reading F as G`: F is a fact of P, G one that M names, and both are of one type. */
export function checkApplication(node: T.Apply, base: Context): readonly CheckedApplication[] {
  const [measure] = resolveMeasures([node.measure], base);
  const parties = resolveParties(node.parties, base);
  const context: Context = { ...base, parties };
  if (node.condition) checkCondition(node.condition, context);
  const reads = node.reads.flatMap((read) => {
    const fact = resolveFact(read.fact, context);
    const as = resolveFact(read.as, base);
    return fact && as && fits(read, fact, as, context) ? [{ fact, as }] : [];
  });
  const twice = node.reads.find((read, i) => node.reads.findIndex((other) => other.as.text === read.as.text) < i);
  if (twice) {
    const kind = { zh: '以此计的事实', en: 'fact that is read' };
    report(context, messages.duplicate, twice.as.span, { kind, name: twice.as.text });
  }
  return measure === undefined ? [] : [{ node, file: base.file, measure, parties, reads }];
}

function fits(read: T.FactReading, fact: FactSymbol, as: FactSymbol, context: Context): boolean {
  for (const [one, name] of [
    [fact, read.fact],
    [as, read.as],
  ] as const) {
    if (one.factType.type === 'unknown') return false;
    if (one.factType.type === 'list' || one.record !== undefined || one.derived !== undefined) {
      report(context, structure.readsNoFact, name.span, { name: name.text });
      return false;
    }
  }
  const { factType } = fact;
  if (factType.type === 'list' || as.factType.type === 'list') return false;
  if (factType.type === 'unknown' || as.factType.type === 'unknown') return false;
  if (fact.signed && !as.signed) {
    report(context, structure.readsSigned, read.fact.span, { fact: fact.name, as: as.name });
    return false;
  }
  if (equalTypes(factType, as.factType)) return true;
  report(context, messages.wrongType, read.fact.span, {
    found: factTypeWord(factType),
    expected: factTypeWord(as.factType),
  });
  return false;
}
