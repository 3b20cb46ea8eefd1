import type * as T from '../../../language/syntax/tree.ts';
import type { FactSymbol } from '../../bind/symbols.ts';
import type { Checked, Reference } from '../../check/model.ts';
import type { Type } from '../../check/types.ts';
import { unknown } from '../../check/types.ts';
import { type Expr, factId, type ValueType } from '../ir.ts';
import { type Rational, rational, zero } from '../rational.ts';

/** What lowering one piece of source needs to know. */
export interface LowerContext {
  readonly checked: Checked;
  readonly file: string;
  /** The list whose item fields of a record are taken from. */
  readonly list: FactSymbol | undefined;
  /** Within a figure of a list: facts of its items have no one value to show. */
  readonly fold?: { readonly home: FactSymbol | undefined };
  /** Who decides the figure that is left open in the amount at hand. */
  readonly decider: string | undefined;
  /** Ids of the facts that may be negative. */
  readonly signed: ReadonlySet<string>;
  /** Which items are counted: those that qualify for the benefit at hand. */
  readonly counted?: Expr;
  /** The name of the policy. */
  readonly policy: string;
  /** In which year facts are read: so many years before, or any year before; absent: this year. */
  readonly when?: number | 'earlier';
}

/** Ids of all facts, and of all fields under every list that holds them, that may be negative. */
export function signedFacts(checked: Checked): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const fact of checked.binding.scope.tables.facts.values()) {
    if (fact.signed) ids.add(factId(fact.name));
    if (fact.factType.type !== 'list') continue;
    for (const field of fact.factType.record.fields) if (field.signed) ids.add(factId(field.name, fact.name));
  }
  return ids;
}

export function typeOf(e: T.Expression, context: LowerContext): Type {
  return context.checked.types.get(e) ?? unknown;
}

export function referenceOf(name: T.Name, context: LowerContext): Reference | undefined {
  return context.checked.references.get(name);
}

/** The id under which the evaluators know a fact: a field is that of the item at hand. */
export function idOf(fact: FactSymbol, context: LowerContext): string {
  return fact.record === undefined ? factId(fact.name) : factId(fact.name, context.list?.name ?? fact.record.name);
}

export function valueTypeOf(type: Type): ValueType {
  switch (type.type) {
    case 'money':
    case 'rate':
    case 'count':
    case 'date':
    case 'duration':
    case 'bool':
    case 'key':
      return { type: type.type };
    case 'quantity':
      return { type: 'quantity', unit: type.unit.name };
    case 'enum':
      return { type: 'enum', name: type.enum.name };
    case 'number':
    case 'days':
      return { type: 'count' };
    case 'text':
      return { type: 'key' };
    case 'list':
    case 'unknown':
      throw new Error(`no value has the type ${type.type}: lowering was asked for a program with errors`);
    default:
      return type satisfies never;
  }
}

export function constant(value: Rational, type: ValueType['type'] & ('money' | 'rate' | 'count')): Expr {
  return { k: 'const', value, valueType: { type } };
}

export const zeroMoney: Expr = constant(zero, 'money');
export const minusOne: Expr = constant(rational(-1), 'count');
