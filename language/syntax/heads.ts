import { type Role, vocabulary } from './vocabulary.ts';

/** What surrounds a statement. `unknown`: a block whose own head could not be read; everything may stand there. */
export type Context = 'file' | 'policy' | 'measure' | 'budget' | 'example' | 'unknown';

/** What the braces after a head hold: statements, or entries apart by commas and new lines. */
export type BlockKind = Exclude<Context, 'file'> | 'entries';

const blocks: Partial<Record<Role, BlockKind>> = {
  policy: 'policy',
  measure: 'measure',
  budget: 'budget',
  example: 'example',
  enum: 'entries',
  record: 'entries',
  party: 'entries',
  target: 'entries',
};

export function blockOf(head: Role | undefined): BlockKind | undefined {
  return head === undefined ? undefined : blocks[head];
}

/** Heads whose block may be left out. */
export const blockIsOptional: ReadonlySet<Role> = new Set<Role>(['budget', 'party', 'policy']);

export const benefitHeads = ['support', 'grant', 'reward', 'allowance', 'subsidize', 'match', 'invest'] as const;
export const normHeads = [
  ...(['recognise', 'exempt', 'entitle', 'reckon', 'hold', 'oblige', 'may', 'encourage', 'target'] as const),
  ...(['revoke', 'reclaim', 'bar'] as const),
] as const;

/** What may modify a benefit or a norm and so continues it on the next line. */
export const modifierHeads: ReadonlySet<Role> = new Set<Role>([
  'clause',
  'note',
  'about',
  'by',
  'byOpen',
  'when',
  'meetsOpen',
  'cap',
  'floor',
  'plusPoints',
  'times',
  'raisedBy',
  'instead',
  'after',
  'selectedBy',
  'from',
  'quota',
  'atMost',
  'samePer',
  'inOrderOf',
  'proRata',
  'onceEver',
  'paidAtOnce',
  'paidIn',
  'atOnce',
  'payTo',
  'borneBy',
  'decidedBy',
  'perYear',
  'eachYearFor',
  'since',
  'covers',
  'applyWithin',
  'lessAwarded',
  'yicixing',
]);

/** Statements that modifiers on the following lines belong to. */
export const takesModifiers: ReadonlySet<Role> = new Set<Role>([
  ...benefitHeads,
  ...normHeads,
  'budget',
  'deny',
  'extendTo',
  'applyTo',
]);

/** Statements that may begin with a fronted condition: 失信 的，不予支持. */
export const takesFronted: ReadonlySet<Role> = new Set<Role>([
  ...benefitHeads,
  ...normHeads,
  ...(['deny', 'extendTo'] as const),
]);

/** Norms whose bearer or subject may stand before the head, as in a Chinese sentence: 市科技局 应当 “…”. */
export const takesSubject: ReadonlySet<Role> = new Set<Role>(['entitle', 'reckon', 'hold', 'oblige', 'may', 'applyTo']);

/** Which role of a phrase heads a statement, by what surrounds it: 事项 declares a matter, or says what a measure is about. */
export function headRole(roles: readonly Role[], context: Context): Role | undefined {
  let found: Role | undefined;
  for (const role of roles) {
    if (vocabulary[role].head === undefined) continue;
    if (role === 'matter' && roles.includes('about') && context !== 'file') continue;
    if (role === 'about' && roles.includes('matter') && context === 'file') continue;
    // Elsewhere a condition: `and had 建设奖` on a line of its own.
    if (role === 'had' && context !== 'example') continue;
    // Elsewhere an amount or a condition that is read in two ways, or a fact read for another.
    if (role === 'tryReading' && context !== 'example') continue;
    found ??= role;
  }
  return found;
}

/** Words by which an expectation says which norms of a measure are meant. */
export const normWords = [
  'recognise',
  'exempt',
  'entitle',
  'reckon',
  'hold',
  'limitNorm',
  'oblige',
  'encourage',
  'may',
  'target',
  'revoke',
  'reclaim',
  'bar',
] as const;
