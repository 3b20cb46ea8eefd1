import type * as T from '../../../language/syntax/tree.ts';
import type { Bound } from './stated.ts';

const bounds = (...list: readonly Bound[]): ReadonlySet<Bound> => new Set(list);

/** 左右 may be left out where no word for it can be written: the figure itself is. */
const exactly = bounds('exact', 'about');
const ceiling = bounds('highest', 'at-most');
/** 以下 includes its end by the Civil Code (1259), but documents that say otherwise exist. */
const atMost = bounds('at-most', 'highest', 'below');
const below = bounds('below');
/** 达到100万元 has no word that bounds. */
const atLeast = bounds('at-least', 'exact');
/** The ends of a range are mostly said without a word: 1-2家. */
const upperEnd = bounds('at-most', 'highest', 'below', 'exact');
const openUpperEnd = bounds('below', 'exact');
const over = bounds('over');
/** 5年内 and 5年 bound a period alike. */
const within = bounds('exact', 'at-most', 'below');

/** 每年7家, 每年不超过7家. */
const places = bounds('exact', 'at-most', 'highest');

/** 至多9月, 最长9个月, 9个月内. */
const quantity = bounds('exact', 'at-most', 'highest', 'below');

/** 超过2亿元的部分, 2亿元以上部分: the part above, whatever the word. */
const beyond = bounds('over', 'at-least', 'exact');

const ofShare: Readonly<Record<T.Bound, ReadonlySet<Bound>>> = {
  'at-least': bounds('at-least'),
  'at-most': bounds('at-most', 'highest', 'below'),
  exactly: bounds('exact'),
  over,
  about: bounds('about'),
};

const comparisons: Readonly<
  Record<T.ComparisonOperator, readonly [left: ReadonlySet<Bound>, right: ReadonlySet<Bound>]>
> = {
  // Where the figure stands on the left: `100 <= 人数` is at least 100.
  '<': [over, below],
  '<=': [atLeast, atMost],
  '>': [below, over],
  '>=': [atMost, atLeast],
};

/** The other side of each: what is not below 200 is at least 200. */
const opposite = new Map<ReadonlySet<Bound>, ReadonlySet<Bound>>([
  [below, bounds('at-least', 'below')],
  [atMost, bounds('over', 'at-most', 'highest', 'below')],
  [over, bounds('at-most', 'over')],
  [atLeast, bounds('below', 'at-least')],
]);

/**
 * How the text may bound a literal, from what the literal stands in: the ceiling of `up to` and a `cap` are 最高, 不超过; `>=`
 * is 以上, 不低于; an amount by itself is exact. In what denies, a bound may be said from either side.
 *
 * @param parents from the statement down to the literal's own parent.
 */
export function boundsOf(literal: T.Node, parents: readonly T.Node[]): ReadonlySet<Bound> {
  let child: T.Node = literal;
  for (let i = parents.length - 1; i >= 0; i--) {
    const parent = parents[i]!;
    const own = boundsWithin(parent, child);
    if (own !== undefined) return isDenied(parents.slice(0, i)) ? (opposite.get(own) ?? own) : own;
    child = parent;
  }
  return exactly;
}

/** What a node says of the bounds of a figure in one of its parts; undefined where it leaves them to what it stands in. */
function boundsWithin(parent: T.Node, child: T.Node): ReadonlySet<Bound> | undefined {
  switch (parent.kind) {
    case 'UpTo':
    case 'Cap':
      return ceiling;
    case 'AtLeast':
    case 'Floor':
      return bounds('at-least');
    case 'Binary': {
      const { operator } = parent;
      if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=') return undefined;
      return comparisons[operator][parent.left === child ? 0 : 1];
    }
    case 'Range':
      if (parent.from === child) return parent.includesFrom ? atLeast : over;
      return parent.includesTo ? upperEnd : openUpperEnd;
    case 'BandRow':
      // What a rung asks to be reached: 首次达到2亿元, 2亿元以上.
      return parent.band === child ? atLeast : undefined;
    case 'Entitle':
      return ofShare[parent.bound];
    case 'Hold':
      return ofShare[parent.bound];
    case 'TargetEntry':
    case 'Duty':
      return parent.upTo === child ? upperEnd : ofShare[parent.bound];
    case 'Score':
      return parent.atLeast === child ? atLeast : undefined;
    case 'Term':
    case 'Deadline':
    case 'Reclaim':
    case 'Bar':
      return within;
    case 'Schedule':
      return parent.years === child ? within : undefined;
    case 'Per':
      return parent.atMost === child ? quantity : undefined;
    case 'PerFull':
      return parent.over === child ? beyond : parent.step === child ? atLeast : undefined;
    case 'Growth':
      return beyond;
    case 'Quota':
      return places;
    case 'Budget':
      return parent.years === child ? within : exactly;
    default:
      return undefined;
  }
}

function isDenied(parents: readonly T.Node[]): boolean {
  return parents.some((node) => node.kind === 'Deny' || (node.kind === 'Unary' && node.operator === 'not'));
}
