import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { AnySymbol, Place } from './symbols.ts';
import { symbolWord } from './symbols.ts';

/** Two declarations of one name, both places linked. */
export function clash(symbol: AnySymbol, place: Place, holder: AnySymbol): Diagnostic {
  const first = holder.declarations[0];
  return diagnose(
    messages.duplicate,
    place.file,
    place.name.span,
    { kind: symbolWord[symbol.kind], name: place.name.text },
    {
      related: first
        ? [{ file: first.file, span: first.name.span, message: { zh: '先在这里声明', en: 'first declared here' } }]
        : [],
    },
  );
}
