import { brackets, latinName, quotedName, quotes } from './lexis.ts';

/** VS Code's language configuration, as far as it is used here. Patterns are JavaScript's, with the flags given. */
export interface LanguageConfiguration {
  readonly comments: { readonly lineComment: string; readonly blockComment: readonly [string, string] };
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly {
    readonly open: string;
    readonly close: string;
    readonly notIn: readonly string[];
  }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly autoCloseBefore: string;
  readonly wordPattern: Pattern;
  readonly indentationRules: { readonly increaseIndentPattern: Pattern; readonly decreaseIndentPattern: Pattern };
}

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

export function languageConfiguration(): LanguageConfiguration {
  const opening = brackets.map(([left]) => inClass(left)).join('');
  const closing = brackets.map(([, right]) => inClass(right)).join('');
  const pairs = [...brackets, ...quotes];
  return {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets,
    autoClosingPairs: [...pairs, ['`', '`'] as const].map(([left, right]) => ({
      open: left,
      close: right,
      notIn: ['string', 'comment'],
    })),
    surroundingPairs: [...pairs, ['`', '`']],
    autoCloseBefore: ` \t\n　,，、;；:：。.=＝${[...brackets, ...quotes].map(([, right]) => right).join('')}`,
    // A word is what a name can be, so that completion replaces all of it; figures and their units are words apart.
    wordPattern: {
      pattern: `${quotedName}|${latinName}|[\\p{L}\\p{M}_]+|[0-9０-９]+(?:[.．][0-9０-９]+)?`,
      flags: 'u',
    },
    indentationRules: {
      increaseIndentPattern: { pattern: `[${opening}]\\s*(?://.*)?$`, flags: 'u' },
      decreaseIndentPattern: { pattern: `^\\s*[${closing}]`, flags: 'u' },
    },
  };
}

/** A bracket within a class of characters; the `u` flag allows no other escapes. */
function inClass(mark: string): string {
  return mark === '[' || mark === ']' ? `\\${mark}` : mark;
}
