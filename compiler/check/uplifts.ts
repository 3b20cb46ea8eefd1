import { structure } from '../../language/diagnostics/catalogue/index.ts';
import type { Fix } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import { constantValue } from './constants.ts';
import { type Context, report } from './context.ts';
import { checkCondition } from './expressions.ts';
import { money, typeWord } from './types.ts';

/** What raises or replaces the figure of a benefit, under a condition of its own. */
export type Uplift = T.Plus | T.Times | T.Instead;

/**
 * The base that an amount is a rate of: of `4% of 设备费` 设备费, of bands that give rates what is banded. Undefined where
 * the amount is no one rate.
 */
export function ratedBase(amount: T.Expression): T.Expression | undefined {
  switch (amount.kind) {
    case 'Parenthesised':
      return ratedBase(amount.inner);
    case 'RateOf':
      return amount.base;
    case 'Bands':
      return amount.rows.some((row) => row.value.kind === 'NumberLiteral' && isRate(row.value))
        ? amount.subject
        : undefined;
    default:
      return undefined;
  }
}

function isRate({ unit }: T.NumberLiteral): boolean {
  return unit === 'percent' || unit === 'permille';
}

/** Checks what raises the amount of a benefit: points need a rate to add to, a factor and points are written figures. */
export function checkUplift(node: Uplift, amount: T.Expression, context: Context): void {
  if (node.condition === undefined) report(context, structure.upliftWithoutCondition, node.span, {});
  else checkCondition(node.condition, context);
  const rated = ratedBase(amount) !== undefined;
  switch (node.kind) {
    case 'Plus':
      checkPoints(node, rated, context);
      return;
    case 'Times': {
      const type = context.typeOf(node.factor, context, { in: 'value', decisions: false });
      const value = constantValue(node.factor);
      if (type.type === 'unknown') return;
      if (value === undefined || value.n < 0n || (type.type !== 'number' && type.type !== 'rate')) {
        report(context, structure.factorNotWritten, node.factor.span, {});
      }
      return;
    }
    case 'Instead': {
      const type = context.typeOf(node.amount, context, { in: 'amount', decisions: false }, money);
      if (type.type === 'rate' && !rated) report(context, structure.rateWithoutBase, node.amount.span, {});
      else if (!['rate', 'money', 'number', 'unknown'].includes(type.type)) {
        report(context, structure.insteadType, node.amount.span, { found: typeWord(type) });
      }
      return;
    }
    default:
      node satisfies never;
  }
}

function checkPoints(node: T.Plus, rated: boolean, context: Context): void {
  const type = context.typeOf(node.points, context, { in: 'value', decisions: false });
  if (type.type === 'unknown') return;
  const written = node.points.kind === 'NumberLiteral' ? node.points : undefined;
  if (!node.inPoints) {
    const fixes: Fix[] = [];
    if (written && isRate(written)) fixes.push(...eitherReading(node, written, context));
    report(context, structure.pointsOrFactor, node.span, {}, { fixes });
    return;
  }
  if (written === undefined || written.unit !== 'none')
    report(context, structure.pointsNotWritten, node.points.span, {});
  else if (!rated) report(context, structure.rateWithoutBase, node.span, {});
}

/** 提高4%: 提高 4 个百分点, or 上浮 4%. */
function eitherReading(node: T.Plus, written: T.NumberLiteral, context: Context): Fix[] {
  const text = context.binding.program.modules.get(context.file)?.parsed.text ?? '';
  const { condition } = node;
  const from = condition && condition.span.end <= written.span.start ? condition.span.end : node.span.start;
  const head = /提高|增加|plus/.exec(text.slice(from, written.span.start));
  if (head === null) return [];
  const span = { start: from + head.index, end: written.span.end };
  const figure = text.slice(written.span.start, written.span.end).replace(/\s*[%％‰]$/, '');
  const factor = Number(written.numerator + written.denominator) / Number(written.denominator);
  const isHan = head[0] !== 'plus';
  return [
    {
      title: { zh: `提高 ${figure} 个百分点`, en: `Add ${figure} points to the rate` },
      edits: [{ span, text: isHan ? `提高 ${figure} 个百分点` : `plus ${figure} points` }],
    },
    {
      title: { zh: `上浮 ${figure}%`, en: `Raise the amount by ${figure}%` },
      edits: [{ span, text: isHan ? `上浮 ${figure}%` : `times ${factor}` }],
    },
  ];
}
