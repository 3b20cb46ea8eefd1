import { asOfFact, type Expr, type FactDeclaration, yearEndFact } from './ir.ts';
import { childrenOf, someNode } from './walk.ts';

/** Whether a fact may be negative. */
export type IsSigned = (ref: string) => boolean;

/** By the declarations: facts declared signed, and dates. */
export function signedAmong(facts: ReadonlyMap<string, FactDeclaration>): IsSigned {
  return (ref) => {
    const fact = facts.get(ref);
    return fact === undefined ? ref === asOfFact || ref === yearEndFact : fact.signed || fact.valueType.type === 'date';
  };
}

/** Whether a number can be shown never to be negative, given that of `prior`. */
export function isNeverNegative(e: Expr, isSigned: IsSigned, prior = false): boolean {
  const ofPart = (x: Expr) => isNeverNegative(x, isSigned, prior);
  switch (e.k) {
    case 'const':
      return typeof e.value !== 'boolean' && e.value.n >= 0n;
    case 'fact':
      return e.at === 'awarded' || (typeof e.at === 'object' && 'base' in e.at) || !isSigned(e.ref);
    case 'add':
    case 'min':
      return e.args.every(ofPart);
    case 'max':
      return e.args.some(ofPart);
    case 'mul':
      return ofPart(e.a) && ofPart(e.b);
    case 'if':
      return ofPart(e.t) && ofPart(e.e);
    case 'round':
      return ofPart(e.x);
    case 'nth':
      return true;
    case 'fold':
      return e.op === 'max' || ofPart(e.body);
    case 'decide':
      return ofPart(e.lo) && (e.hi === null || ofPart(e.hi));
    case 'step':
      return isNeverNegative(e.x, isSigned, e.of !== undefined && ofPart(e.of));
    case 'prior':
      return prior;
    case 'months':
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      return false;
    default:
      return e satisfies never;
  }
}

/**
 * What keeps an amount from being monotone in what is decided, so that its two ends would not bound it exactly: an empty list
 * where nothing does. `prior` says whether `prior` holds a decision, and whether it is never negative.
 */
export function decisionFaults(
  e: Expr,
  isSigned: IsSigned,
  prior: { readonly open: boolean; readonly neverNegative: boolean } = { open: false, neverNegative: false },
): readonly string[] {
  const isOpen = (x: Expr): boolean => someNode(x, (n) => n.k === 'decide' || (n.k === 'prior' && prior.open));
  if (!isOpen(e)) return [];
  const ofParts = (parts: readonly Expr[]) => parts.flatMap((x) => decisionFaults(x, isSigned, prior));
  const closed = (parts: readonly Expr[], place: string) => (parts.some(isOpen) ? [`a decision stands ${place}`] : []);
  switch (e.k) {
    case 'add':
    case 'min':
    case 'max':
    case 'round':
      return ofParts(childrenOf(e));
    case 'mul': {
      const mayTurn = [
        [e.a, e.b],
        [e.b, e.a],
      ].some(([open, other]) => isOpen(open!) && !isNeverNegative(other!, isSigned, prior.neverNegative));
      return [...(mayTurn ? ['a decision is multiplied by what may be negative'] : []), ...ofParts([e.a, e.b])];
    }
    case 'if':
      return [...closed([e.c], 'in the condition of an if'), ...ofParts([e.t, e.e])];
    case 'step': {
      const { of } = e;
      if (of === undefined) return ofParts([e.x]);
      const inner = { open: isOpen(of), neverNegative: isNeverNegative(of, isSigned, prior.neverNegative) };
      return [...ofParts([of]), ...decisionFaults(e.x, isSigned, inner)];
    }
    case 'decide':
      return closed(childrenOf(e), 'in the range of a decision');
    case 'fold':
      return closed(childrenOf(e), 'in a fold');
    case 'nth':
    case 'months':
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      return closed(childrenOf(e), 'in a condition');
    case 'const':
    case 'fact':
    case 'prior':
      return [];
    default:
      return e satisfies never;
  }
}

/** How many decisions may stand on one path through an expression: of the branches of an if, the one with most. */
export function decisionsOnAPath(e: Expr): number {
  if (e.k === 'decide') return 1;
  const counts = childrenOf(e).map(decisionsOnAPath);
  return e.k === 'if' ? Math.max(...counts) : counts.reduce((a, b) => a + b, 0);
}
