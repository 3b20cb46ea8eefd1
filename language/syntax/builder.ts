import type { IToken } from 'chevrotain';
import { type ArgumentsOf, diagnose, type Entry, type Extras } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { at, cover, type Span } from '../source/span.ts';
import { type Concrete, isConcrete, type RuleName } from './concrete.ts';
import * as T from './tokens.ts';
import type { Expression, Name, Text } from './tree.ts';
import type { Role } from './vocabulary.ts';

/** What the building of one file's tree shares. */
export interface Builder {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  /** Where tokens begin that the scanner has complained about: what follows from that is not told again. */
  readonly faulty: ReadonlySet<number>;
  /** Mistakes beyond those that anybody would read; counted, not described. */
  untold: number;
  /** Where whatever is missing in the statement at hand would have stood: after its last good token. */
  gap: number;
  /** Makes an expression of a rule of the expression grammar. Here, because entries hold expressions and these entries. */
  readonly expression: (node: Concrete | undefined) => Expression;
}

export function tell<E extends Entry<string>>(
  builder: Builder,
  entry: E,
  span: Span,
  args: ArgumentsOf<E>,
  extras: Extras = {},
): void {
  if (hasEnough(builder)) builder.untold += 1;
  else builder.diagnostics.push(diagnose(entry, builder.file, span, args, extras));
}

/** As many mistakes were told as anybody would read: what takes time to find out need not be found out. */
export function hasEnough(builder: Builder): boolean {
  return builder.diagnostics.length >= maxDiagnostics;
}

/** How many mistakes of one file are told one by one. */
export const maxDiagnostics = 500;

/** The child of a rule; undefined where the sentence has none, or broke off before it. */
export function child(node: Concrete, rule: RuleName): Concrete | undefined {
  return node.children.find((part): part is Concrete => isConcrete(part) && part.rule === rule);
}

export function childrenOf(node: Concrete, rule: RuleName): Concrete[] {
  return node.children.filter((part): part is Concrete => isConcrete(part) && part.rule === rule);
}

export function concretes(node: Concrete): Concrete[] {
  return node.children.filter(isConcrete);
}

export function tokensOf(node: Concrete): IToken[] {
  return node.children.filter((part): part is IToken => !isConcrete(part));
}

export function keyword(node: Concrete, ...names: readonly Role[]): IToken | undefined {
  return tokensOf(node).find((token) => T.rolesOf(token).some((name) => names.includes(name)));
}

export function tokenOfType(node: Concrete, ...types: readonly unknown[]): T.Token | undefined {
  return tokensOf(node).find((token) => types.includes(token.tokenType)) as T.Token | undefined;
}

export function firstToken(node: Concrete): IToken | undefined {
  for (const part of node.children) {
    const token = isConcrete(part) ? firstToken(part) : part;
    if (token !== undefined) return token;
  }
  return undefined;
}

export function lastToken(node: Concrete): IToken | undefined {
  for (let i = node.children.length - 1; i >= 0; i--) {
    const part = node.children[i]!;
    const token = isConcrete(part) ? lastToken(part) : part;
    if (token !== undefined) return token;
  }
  return undefined;
}

/** From the first to the last token of a rule; empty, at the gap, where it has none. */
export function spanOfNode(builder: Builder, node: Concrete): Span {
  const first = firstToken(node);
  const last = lastToken(node);
  if (first === undefined || last === undefined) return at(builder.gap);
  return { start: first.startOffset, end: last.endOffset! + 1 };
}

/** A span that also covers what is missing at the end. */
export function spanToGap(builder: Builder, node: Concrete, ...missing: readonly { readonly span: Span }[]): Span {
  const span = spanOfNode(builder, node);
  return missing.reduce((whole, part) => cover(whole, part.span), span);
}

export function name(builder: Builder, node: Concrete | undefined): Name {
  const token = node && (firstToken(node) as T.Token | undefined);
  if (token === undefined) return { kind: 'Name', span: at(builder.gap), text: '' };
  return { kind: 'Name', span: T.spanOf(token), text: token.text };
}

export function names(builder: Builder, list: Concrete | undefined): Name[] {
  const found = list === undefined ? [] : childrenOf(list, 'name').map((node) => name(builder, node));
  return found.length > 0 ? found : [name(builder, undefined)];
}

export function text(token: IToken): Text {
  return { kind: 'Text', span: T.spanOf(token), value: (token as T.Token).text };
}

export function textIn(builder: Builder, node: Concrete | undefined): Text {
  return optionalText(node) ?? { kind: 'Text', span: at(builder.gap), value: '' };
}

export function optionalText(node: Concrete | undefined): Text | undefined {
  const token = node && tokenOfType(node, T.TextToken);
  return token && text(token);
}

export function nameOrText(builder: Builder, node: Concrete | undefined): Name | Text {
  const token = node && tokenOfType(node, T.TextToken);
  return token ? text(token) : name(builder, node && child(node, 'name'));
}
