import type * as T from '../../../language/syntax/tree.ts';
import type { Reading } from './stated.ts';

/** Condition words of official texts that the language says by a form of its own instead of by a name. */
export function wordsOfOperator(node: T.Node): readonly string[] {
  switch (node.kind) {
    case 'SelectedBy':
      return ['择优', '遴选', '评选'];
    case 'OnceEver':
    case 'PaidAtOnce':
      return ['一次性'];
    case 'CaseByCase':
      return ['一事一议'];
    case 'FirstTime':
    case 'Ladder':
      return ['首次'];
    case 'Growth':
    case 'GrowthRate':
      return ['增长'];
    case 'Running':
      return ['连续'];
    case 'Replaces':
      return ['废止'];
    case 'Budget':
      return node.years === undefined ? [] : ['连续'];
    default:
      return [];
  }
}

/** Figures that the language says by a form of its own: `best of` is 任选一笔. */
export function figuresOfOperator(node: T.Node): readonly Reading[] {
  return node.kind === 'Aggregate' && node.fold === 'best' ? [{ type: 'count', value: '1' }] : [];
}
