import type { Expr, FactTime } from '../ir/ir.ts';
import { variableOf } from './domains.ts';
import type { LinearForm } from './formula.ts';

/** The same text for expressions that mean the same: without places and sentences, with facts as they are read. */
export function keyOf(
  e: Expr,
  { rename }: { readonly rename?: (ref: string, at: FactTime) => string } = {},
  prior?: LinearForm,
): string {
  const of = (x: Expr): string => keyOf(x, rename === undefined ? {} : { rename }, prior);
  switch (e.k) {
    case 'const':
      return typeof e.value === 'boolean' ? `${e.value}` : `${e.value.n}/${e.value.d}`;
    case 'fact': {
      return variableOf(rename === undefined ? e.ref : rename(e.ref, e.at), e.at);
    }
    case 'add':
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return `${e.k}(${e.args.map(of).join(',')})`;
    case 'mul':
      return `mul(${of(e.a)},${of(e.b)})`;
    case 'cmp':
      return `(${of(e.a)}${e.op}${of(e.b)})`;
    case 'if':
      return `if(${of(e.c)},${of(e.t)},${of(e.e)})`;
    case 'round':
      return `round(${of(e.x)},${e.step.n}/${e.step.d},${e.mode})`;
    case 'months':
      return `months(${of(e.x)},${e.n})`;
    case 'fold':
      return `${e.op} ${e.list}(${of(e.where)},${of(e.body)})`;
    case 'nth':
      return `nth ${e.list}(${e.same ?? ''},${of(e.where)})`;
    case 'member':
      return `in(${of(e.x)},{${[...e.set].sort().join(',')}})`;
    case 'not':
      return `not(${of(e.x)})`;
    case 'step':
      return e.of === undefined ? of(e.x) : `step(${of(e.of)},${of(e.x)})`;
    case 'decide':
      return `decide(${of(e.lo)},${e.hi === null ? '' : of(e.hi)},${e.ends},${e.why},${e.by ?? ''})`;
    case 'prior':
      return prior === undefined ? 'prior' : [...prior.terms].map(([v, c]) => `${c.n}/${c.d}·${v}`).join('+');
    default:
      return e satisfies never;
  }
}
