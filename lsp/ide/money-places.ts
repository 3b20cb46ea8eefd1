import type * as T from '../../language/syntax/tree.ts';

/** Whole fen. A bare number where money is expected is yuan. */
export function fenOf(node: T.NumberLiteral, path: readonly T.Node[]): number | undefined {
  const scale = node.unit === 'money' ? 1n : node.unit === 'none' && isMoneyPlace(path, node) ? 100n : undefined;
  if (scale === undefined || (node.numerator * scale) % node.denominator !== 0n) return undefined;
  const fen = Number((node.numerator * scale) / node.denominator);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** Places that hold money and nothing else: the whole amount, the price in front of `per`, a limit. */
function isMoneyPlace(path: readonly T.Node[], node: T.NumberLiteral): boolean {
  let at: T.Node = node;
  for (const parent of path.slice(0, path.indexOf(node)).toReversed()) {
    switch (parent.kind) {
      case 'Benefit':
      case 'Cap':
      case 'Floor':
      case 'Budget':
        return parent.amount === at;
      case 'Expect':
        return parent.amount === at;
      case 'UpTo':
      case 'AtLeast':
      case 'Parenthesised':
        break;
      case 'Per':
        if (parent.amount !== at) return false;
        break;
      case 'Binary':
        if (parent.operator !== '+' && parent.operator !== '-') return false;
        break;
      default:
        return false;
    }
    at = parent;
  }
  return false;
}

/** Fen in 万元, whatever the size: 0.6万元, 50万元, 20000万元. Exact. */
export function tenThousands(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  const whole = digits.slice(0, -6).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}万元`;
}
