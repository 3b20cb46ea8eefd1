import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { FactSymbol } from '../bind/symbols.ts';
import { constantValue } from './constants.ts';
import { type Context, report } from './context.ts';
import { comparable, money, type Type, typeWord } from './types.ts';

/** The values of a parameter are written figures of its type, each from a later day on than the one before it. */
export function checkParameter({ factType }: FactSymbol, node: T.ParameterDeclaration, context: Context): void {
  if (node.values.length === 0 && node.type === undefined && node.name.text !== '') {
    report(context, structure.parameterEmpty, node.name.span, { name: node.name.text });
  }
  const wanted: Type = factType.type === 'money' ? money : factType;
  let before: string | undefined;
  node.values.forEach(({ value, from }, i) => {
    const type = context.typeOf(value, context, { in: 'value', decisions: false }, wanted);
    if (!comparable(wanted, type)) {
      report(context, messages.wrongType, value.span, { found: typeWord(type), expected: typeWord(wanted) });
    } else if (constantValue(value) === undefined && value.kind !== 'Missing') {
      report(context, structure.parameterNotWritten, value.span, {});
    }
    const day = from?.iso;
    if (i > 0 && (day === undefined || (before !== undefined && day <= before))) {
      report(context, structure.parameterDates, (from ?? value).span, { before: before ?? '—' });
    }
    before = day ?? before;
  });
}
