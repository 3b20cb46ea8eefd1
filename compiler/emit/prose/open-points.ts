import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type { Expr, ExprOf, Plan, PolicyIr } from '../../ir/ir.ts';
import { childrenOf } from '../../ir/walk.ts';
import type { OpenPoint, ProseClause } from './document.ts';
import { sayOpenAmount, sayOpenBase, sayOpenPool, sayOpenReading, sayOpenShare } from './say-open.ts';

/**
 * What the code leaves open: amounts that are undecided, decided case by case or by nobody in particular, undecided
 * shares, shares of an undecided base, readings of the text, pools without a rule for when they do not suffice.
 */
export function openPoints(
  ir: PolicyIr,
  clauseOf: ReadonlyMap<string, Pick<ProseClause, 'id' | 'heading'>>,
  lang: Lang,
): OpenPoint[] {
  const points = ir.plans.flatMap((plan): OpenPoint[] => {
    const of = 'measure' in plan ? clauseOf.get(plan.measure) : undefined;
    return textsOf(plan, lang).map((text) => ({ of, text }));
  });
  const readings = (ir.readings ?? []).map(
    (reading): OpenPoint => ({ of: undefined, text: sayOpenReading(reading, lang) }),
  );
  return [...points, ...readings];
}

function textsOf(plan: Plan, lang: Lang): string[] {
  switch (plan.k) {
    case 'benefit': {
      // One amount may leave the same thing open in several of its branches.
      const texts = decidesIn(plan.amount).flatMap((decide) => sayOpenAmount(decide, plan.label, lang) ?? []);
      const shares = (plan.splits ?? []).flatMap(({ parts }) =>
        parts.flatMap((part) =>
          part.share === undefined && parts.length > 1 ? [sayOpenShare(part, plan.label, lang)] : [],
        ),
      );
      return [...new Set([...texts, ...shares])];
    }
    case 'norm':
      return plan.undecided === undefined ? [] : [sayOpenBase(plan.say[lang], lang)];
    case 'pool':
      return plan.share === 'none' ? [sayOpenPool(plan.name, lang)] : [];
    // Rules between awards leave no figure open.
    default:
      return [];
  }
}

function decidesIn(e: Expr): ExprOf<'decide'>[] {
  const within = childrenOf(e).flatMap(decidesIn);
  return e.k === 'decide' ? [e, ...within] : within;
}
