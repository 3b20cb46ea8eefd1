import { drafting, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { add, compare, one, type Rational, rational, show, zero } from '../ir/rational.ts';
import { constantValue } from './constants.ts';
import { type Context, report } from './context.ts';
import type { CheckedShare } from './model.ts';

/** Checks the parts of a sum: written rates that make up the whole, or leave room for those that nobody has decided. */
export function checkShares(node: T.Stages | T.PaidTo | T.BorneBy, context: Context): readonly CheckedShare[] {
  const parts =
    node.kind === 'Stages'
      ? node.rows.map((row) => ({ name: row.members[0], share: row.value, span: row.span }))
      : node.shares.map(({ name, share, span }) => ({ name, share, span }));
  const shares: CheckedShare[] = [];
  let sum: Rational = zero;
  let isKnown = true;
  for (const { name, share, span } of parts) {
    const called = name?.text ?? '';
    if (share === undefined && parts.length === 1) {
      shares.push({ name: called, share: one });
      sum = one;
    } else if (share?.kind === 'Undecided') {
      shares.push({ name: called, ...(share.reason && { reason: share.reason.value }) });
    } else {
      const rate = share && rateOf(share, context);
      if (rate === undefined) {
        isKnown = false;
        if (share?.kind !== 'Missing') report(context, structure.shareNotWritten, (share ?? { span }).span, {});
        continue;
      }
      shares.push({ name: called, share: rate });
      sum = add(sum, rate);
    }
  }
  const isOpen = shares.some(({ share }) => share === undefined);
  const order = compare(sum, one);
  if (isKnown && parts.length > 0 && (isOpen ? order >= 0 : order !== 0)) {
    report(context, drafting.sharesNotWhole, node.span, { sum: `${show(rational(sum.n * 100n, sum.d))}%` });
  }
  return shares;
}

function rateOf(e: T.Expression, context: Context): Rational | undefined {
  const type = context.typeOf(e, context, { in: 'value', decisions: false }, { type: 'rate' });
  const value = constantValue(e);
  return type.type === 'rate' && value !== undefined && value.n >= 0n ? rational(value.n, value.d) : undefined;
}
