import type * as T from '../../language/syntax/tree.ts';
import { children } from '../../language/syntax/walk.ts';
import type { FactSymbol } from '../bind/symbols.ts';
import type { Checked } from './model.ts';

/**
 * The facts that an expression names, each once, in the order of the source. Enum members are no facts. Lists, and what is computed of their items, are left
 * out where only those of the applicant, or of the item at hand, are asked for.
 */
export function factsIn(
  expression: T.Expression,
  references: Checked['references'],
  ofApplicant = false,
): FactSymbol[] {
  const found = new Set<FactSymbol>();
  const visit = (node: T.Node): void => {
    if (ofApplicant && node.kind === 'Aggregate') return;
    if (node.kind === 'Name') {
      const reference = references.get(node);
      if (reference?.kind === 'fact') found.add(reference.fact);
    }
    for (const child of children(node)) visit(child);
  };
  visit(expression);
  return [...found];
}
