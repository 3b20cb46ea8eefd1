import type { IToken } from 'chevrotain';

/**
 * What the grammar recognised: its rules and the tokens they consumed, in source order. After a mistake it holds
 * everything that was recognised before it.
 */
export interface Concrete {
  readonly rule: RuleName;
  readonly children: (Concrete | IToken)[];
}

export function isConcrete(child: Concrete | IToken): child is Concrete {
  return 'rule' in child;
}

/** The rules of the grammar, and at the same time the contexts that messages speak of. */
export type RuleName =
  | StatementRule
  | EntryRule
  | ModifierRule
  | ExpressionRule
  | 'name'
  | 'nameList'
  | 'nameOrText'
  | 'path'
  | 'aliases'
  | 'formerly'
  | 'parents'
  | 'subjects'
  | 'label'
  | 'items'
  | 'part'
  | 'capScope'
  | 'rank'
  | 'reach'
  | 'typeReference'
  | 'rounding'
  | 'because'
  | 'years'
  | 'total'
  | 'bound'
  | 'share'
  | 'figure'
  | 'duty'
  | 'term'
  | 'except'
  | 'normItems'
  | 'act'
  | 'reference'
  | 'awardReference'
  | 'normReference'
  | 'outcome'
  | 'otherwise'
  | 'factReading'
  | 'factReadings'
  | 'boundMeaning'
  | 'datedValue';

export type StatementRule =
  | 'use'
  | 'policy'
  | 'named'
  | 'unit'
  | 'party'
  | 'disjoint'
  | 'agency'
  | 'matter'
  | 'measure'
  | 'budget'
  | 'example'
  | 'let'
  | 'parameter'
  | 'score'
  | 'ledBy'
  | 'issuedBy'
  | 'level'
  | 'status'
  | 'effective'
  | 'replaces'
  | 'source'
  | 'asOf'
  | 'stacking'
  | 'waive'
  | 'extend'
  | 'apply'
  | 'ruling'
  | 'bounds'
  | 'for'
  | 'benefit'
  | 'recognise'
  | 'exempt'
  | 'entitle'
  | 'reckon'
  | 'oblige'
  | 'encourage'
  | 'target'
  | 'hold'
  | 'revoke'
  | 'reclaim'
  | 'bar'
  | 'excludes'
  | 'stacksWith'
  | 'allow'
  | 'deny'
  | 'expect'
  | 'decide'
  | 'had'
  | 'tryReading'
  | 'given'
  | 'front'
  | 'modifiers';

/** One entry of a list. */
export type EntryRule = 'member' | 'field' | 'row' | 'band' | 'fact' | 'item' | 'targetEntry' | 'yearRow';

export type ModifierRule =
  | 'clause'
  | 'note'
  | 'about'
  | 'by'
  | 'when'
  | 'cap'
  | 'floor'
  | 'plus'
  | 'times'
  | 'instead'
  | 'after'
  | 'selectedBy'
  | 'from'
  | 'quota'
  | 'sharing'
  | 'onceEver'
  | 'paidAtOnce'
  | 'perYear'
  | 'eachYearFor'
  | 'covers'
  | 'deadline'
  | 'less'
  | 'stray';

export type ExpressionRule =
  | 'expression'
  | 'conjunction'
  | 'negation'
  | 'comparison'
  | 'range'
  | 'bounded'
  | 'sum'
  | 'product'
  | 'factor'
  | 'operand'
  | 'atom'
  | 'table'
  | 'perEach'
  | 'accordingTo'
  | 'history'
  | 'hadAward'
  | 'schedule'
  | 'undecided'
  | 'reading'
  | 'aggregate'
  | 'fullSteps'
  | 'eachFull'
  | 'counted'
  | 'aggregateAfter'
  | 'itemCondition'
  | 'ofWhich'
  | 'best'
  | 'bands'
  | 'bandList'
  | 'ladder'
  | 'ladderList';
