import { tokensOf } from './builder.ts';
import type { Concrete } from './concrete.ts';
import { type Group, isGroup } from './outline-lists.ts';
import * as T from './tokens.ts';
import type { NumberLiteral } from './tree.ts';

/** A number as it was scanned. */
export function number(token: T.Token): NumberLiteral {
  const { unit, named, numerator, denominator, written } = token.number!;
  return {
    kind: 'NumberLiteral',
    span: T.spanOf(token),
    unit,
    named: named && { kind: 'Name', span: named.span, text: named.text },
    numerator,
    denominator,
    written,
  };
}

/** The braces or brackets among the parts of a rule. */
export function group(node: Concrete): Group | undefined {
  return tokensOf(node).find(isGroup);
}
