import type * as T from '../../../language/syntax/tree.ts';
import type { FactSymbol, LetSymbol } from '../../bind/symbols.ts';
import { isNumeric, type Type } from '../../check/types.ts';
import { type Expr, readingFact } from '../ir.ts';
import { zero } from '../rational.ts';
import { type LowerContext, valueTypeOf, zeroMoney } from './context.ts';

/** Lowers what stands within: given to what lowers one kind of expression, so that no module needs the one that needs it. */
export interface Lowering {
  readonly number: (e: T.Expression, wanted: Type, context: LowerContext) => Expr;
  readonly condition: (e: T.Expression, context: LowerContext) => Expr;
  readonly fact: (fact: FactSymbol, context: LowerContext) => Expr;
  readonly named: (symbol: LetSymbol, context: LowerContext) => Expr;
}

export function decide(lo: Expr, hi: Expr | null, context: LowerContext): Extract<Expr, { k: 'decide' }> {
  const by = context.decider;
  return { k: 'decide', lo, hi, ends: false, why: 'process', ...(by !== undefined && { by }) };
}

export function flatAdd(a: Expr, b: Expr): Expr {
  return { k: 'add', args: [...(a.k === 'add' ? a.args : [a]), b] };
}

export function strip(e: T.Expression): T.Expression {
  return e.kind === 'Parenthesised' ? strip(e.inner) : e;
}

export function zeroOf(type: Type): Expr {
  return type.type === 'money' || !isNumeric(type)
    ? zeroMoney
    : { k: 'const', value: zero, valueType: valueTypeOf(type) };
}

export function unresolved(name: T.Name): Error {
  return new Error(`${name.text} was not resolved: lowering was asked for a program with errors`);
}

/** One of the readings holds; the last one where none of the others does. */
export function lowerReading({ name, options }: T.Reading, lower: (value: T.Expression) => Expr): Expr {
  const rows = options.map((row) => ({ option: row.members[0]?.text ?? '', value: lower(row.value) }));
  const last = rows.pop();
  if (last === undefined) throw new Error('a reading has options');
  return rows.reduceRight<Expr>(
    (rest, { option, value }) => ({
      k: 'if',
      c: { k: 'fact', ref: readingFact(name.text, option), at: 'now' },
      t: value,
      e: rest,
    }),
    last.value,
  );
}
