import type { AnySymbol, EnumSymbol, LetSymbol, MeasureSymbol, PolicySymbol } from '../../compiler/bind/symbols.ts';

/** What a name stands for. */
export type Meaning =
  | { readonly kind: 'symbol'; readonly symbol: AnySymbol }
  | { readonly kind: 'member'; readonly of: EnumSymbol; readonly member: string }
  | { readonly kind: 'benefit'; readonly measure: MeasureSymbol; readonly label: string }
  /** A row of a score. */
  | { readonly kind: 'row'; readonly of: LetSymbol; readonly name: string }
  /** A stage of payment: one name is one stage of its measure. */
  | { readonly kind: 'stage'; readonly measure: MeasureSymbol; readonly name: string }
  /** A place of a policy that can be read in two ways, wherever it stands. */
  | { readonly kind: 'reading'; readonly policy: PolicySymbol; readonly name: string }
  /** One of the ways. */
  | { readonly kind: 'option'; readonly policy: PolicySymbol; readonly reading: string; readonly name: string }
  | { readonly kind: 'module'; readonly name: string; readonly file: string | undefined }
  | { [K in Undeclared]: { readonly kind: K; readonly name: string } }[Undeclared];

/**
 * Names that need no declaration: one name is one thing, wherever it stands. Processes; what rights, duties and targets are
 * about; who is paid or pays a part; and rules of drafting, which are the compiler's own.
 */
export type Undeclared = 'process' | 'object' | 'holder' | 'rule';

/** What names are told apart by, before their own text: two meanings of different subjects are never one. */
export function subjectOf(meaning: Meaning): AnySymbol | string {
  switch (meaning.kind) {
    case 'symbol':
      return meaning.symbol;
    case 'member':
    case 'row':
      return meaning.of;
    case 'benefit':
    case 'stage':
      return meaning.measure;
    case 'reading':
    case 'option':
      return meaning.policy;
    case 'process':
    case 'object':
    case 'holder':
    case 'rule':
    case 'module':
      return meaning.name;
    default:
      return meaning satisfies never;
  }
}

/** Of two meanings about the same subject. */
export function isSame(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && within(a) === within(b);
}

/** What tells a meaning from others of its kind and subject. */
function within(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'symbol':
    case 'process':
    case 'object':
    case 'holder':
    case 'rule':
    case 'module':
      return '';
    case 'member':
      return meaning.member;
    case 'benefit':
      return meaning.label;
    case 'row':
    case 'stage':
    case 'reading':
      return meaning.name;
    case 'option':
      return `${meaning.reading}\n${meaning.name}`;
    default:
      return meaning satisfies never;
  }
}

/** Gives the same key for two meanings that are one. */
export function makeKeys(): (meaning: Meaning) => string {
  const numbers = new Map<AnySymbol | string, number>();
  return (meaning) => {
    const subject = subjectOf(meaning);
    const number = numbers.get(subject) ?? numbers.size;
    numbers.set(subject, number);
    return `${meaning.kind} ${number} ${within(meaning)}`;
  };
}
