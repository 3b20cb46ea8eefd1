/**
 * The legend of semantic tokens: what the server may say a word is, in the order its numbers go by. Only names that the
 * protocol itself defines, so that every editor and every theme has colours for them.
 */
export const tokenTypes = [
  'namespace',
  'class',
  'struct',
  'enum',
  'enumMember',
  'type',
  'property',
  'variable',
  'function',
  'method',
  'interface',
  'event',
  'keyword',
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** `declaration`: the name is declared here; `defaultLibrary`: by the standard library; `readonly`: a formula, not given. */
export const tokenModifiers = ['declaration', 'defaultLibrary', 'readonly'] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/**
 * What a name may stand for. `keyword` is for words that the TextMate grammar cannot tell from names, because their
 * place decides (项目, 状态, level): the server says so where they are keywords.
 */
export type Named =
  | 'module'
  | 'policy'
  | 'party'
  | 'record'
  | 'enum'
  | 'member'
  | 'unit'
  | 'fact'
  | 'let'
  | 'measure'
  | 'benefit'
  | 'agency'
  | 'matter'
  | 'budget'
  | 'process'
  | 'row'
  | 'stage'
  | 'reading'
  | 'option'
  | 'object'
  | 'holder'
  | 'rule'
  | 'keyword';

export const tokenTypeOf: Readonly<Record<Named, TokenType>> = {
  module: 'namespace',
  policy: 'namespace',
  party: 'class',
  record: 'struct',
  enum: 'enum',
  member: 'enumMember',
  unit: 'type',
  fact: 'property',
  let: 'variable',
  measure: 'function',
  benefit: 'method',
  agency: 'interface',
  matter: 'type',
  budget: 'variable',
  process: 'event',
  row: 'property',
  stage: 'event',
  reading: 'variable',
  option: 'enumMember',
  object: 'type',
  holder: 'interface',
  rule: 'namespace',
  keyword: 'keyword',
};

/** The number of a type in the legend. */
export function typeIndex(named: Named): number {
  return tokenTypes.indexOf(tokenTypeOf[named]);
}

/** The bits of a set of modifiers. */
export function modifierBits(modifiers: readonly TokenModifier[]): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
