import type * as T from '../../../language/syntax/tree.ts';
import { daysOf } from '../../check/examples.ts';
import type { CheckedPeriod } from '../../check/model.ts';
import { lengthOf } from '../../check/periods.ts';
import { asOfFact, type Expr, type Say, type SayPart } from '../ir.ts';
import { rational } from '../rational.ts';
import { constant, idOf, type LowerContext, referenceOf } from './context.ts';

/** A period as a condition: what happened within it, or what was applied for in time. */
export function lowerPeriod({ node, file }: CheckedPeriod, base: LowerContext): Expr {
  const context: LowerContext = { ...base, file };
  const [x, say] = node.kind === 'Covers' ? lowerCovers(node, context) : lowerDeadline(node, context);
  return { k: 'step', role: 'condition', x, say, span: node.span, file };
}

function lowerCovers({ date, from, to }: T.Covers, context: LowerContext): readonly [Expr, Say] {
  const day = factOf(date, context);
  const ends = [from, to].map(
    (end): Expr | undefined => end && { k: 'const', value: rational(daysOf(end.iso)), valueType: { type: 'date' } },
  );
  const [first, last] = ends;
  const args: Expr[] = [
    ...(first ? [{ k: 'cmp', op: '<=', a: first, b: day } as const] : []),
    ...(last ? [{ k: 'cmp', op: '<=', a: day, b: last } as const] : []),
  ];
  const shown = shownOf(date, context);
  const [a, b] = [from?.iso ?? '', to?.iso ?? ''];
  return [
    { k: 'and', args },
    { zh: [`${date.text}（`, shown, `）在 ${a} 至 ${b} 之内`], en: [`${date.text} (`, shown, `) from ${a} to ${b}`] },
  ];
}

/** From the day on, and no later than so long after it. */
function lowerDeadline({ length, since, on }: T.Deadline, context: LowerContext): readonly [Expr, Say] {
  const start = factOf(since, context);
  const applied: Expr = on ? factOf(on, context) : { k: 'fact', ref: asOfFact, at: 'now' };
  const { unit, n } = lengthOf(length) ?? { unit: 'months', n: 0 };
  const last: Expr =
    unit === 'months' ? { k: 'months', x: start, n } : { k: 'add', args: [start, constant(rational(n), 'count')] };
  const [day, from] = [on ? shownOf(on, context) : { fact: asOfFact }, shownOf(since, context)];
  const many = n === 1 ? '' : 's';
  return [
    {
      k: 'and',
      args: [
        { k: 'cmp', op: '<=', a: start, b: applied },
        { k: 'cmp', op: '<=', a: applied, b: last },
      ],
    },
    {
      zh: [`自${since.text}（`, from, `）起 ${n}${unit === 'months' ? '个月' : '日'}内申报（`, day, '）'],
      en: [
        'applied (',
        day,
        `) within ${n} ${unit === 'months' ? 'month' : 'day'}${many} of ${since.text} (`,
        from,
        ')',
      ],
    },
  ];
}

function factOf(name: T.Name, context: LowerContext): Expr {
  const reference = referenceOf(name, context);
  if (reference?.kind !== 'fact') throw new Error(`${name.text} was not resolved`);
  return { k: 'fact', ref: idOf(reference.fact, context), at: 'now' };
}

function shownOf(name: T.Name, context: LowerContext): SayPart {
  const reference = referenceOf(name, context);
  return reference?.kind === 'fact' ? { fact: idOf(reference.fact, context), at: 'now' } : '';
}
