import type { Award, StackingBenefit, StackingGroup, StackingRules } from './types.ts';

/** A policy among those whose awards are stacked together. */
export interface StackedPolicy {
  readonly name: string;
  readonly level?: string;
  readonly rules: StackingRules;
}

/** An award with what its policy says of it. */
export interface Entry {
  readonly award: Award;
  readonly policy: StackedPolicy;
  readonly benefit: StackingBenefit;
  /** Its place in the order of the sources. */
  readonly place: number;
}

/** What holds between two awards. `none`: they have nothing to do with each other, or add up. */
export type Relation =
  | { readonly kind: 'none' }
  | { readonly kind: 'unsettled' }
  /** One of the two is paid: by `highest`, `choose-one`, or because each excludes the other. */
  | { readonly kind: 'bound'; readonly rule: BindingRule; readonly clause: string | undefined }
  /** The one that excludes is not paid where the other one is. */
  | { readonly kind: 'excludes'; readonly aExcludes: boolean };

export type BindingRule = 'highest' | 'choose-one' | 'excludes';

/** The first rule that reaches a pair: exclusion, adding up, a group that names both measures, a group that reaches them. */
export function relationOf(a: Entry, b: Entry): Relation {
  // What past awards use up is denied only after it was settled which award is paid.
  const isOut = ({ award }: Entry) => award.outcome === 'denied' && award.compared === undefined;
  if (isOut(a) || isOut(b) || isOneMeasure(a, b)) return { kind: 'none' };
  const aExcludes = a.benefit.excludes.includes(b.award.measure);
  const bExcludes = b.benefit.excludes.includes(a.award.measure);
  if (aExcludes && bExcludes) return { kind: 'bound', rule: 'excludes', clause: undefined };
  if (aExcludes || bExcludes) return { kind: 'excludes', aExcludes };
  const addsUp = a.benefit.stacksWith.includes(b.award.measure) || b.benefit.stacksWith.includes(a.award.measure);
  if (addsUp) return { kind: 'none' };
  const named = firstGroup(a, b, ({ between }) => {
    return between?.includes(a.award.measure) && between.includes(b.award.measure);
  });
  if (named !== undefined) return settledBy(named, a, b);
  if (!sharesMatter(a, b)) return { kind: 'none' };
  const competes = isOneItem(a, b);
  const reaching = firstGroup(a, b, (group, of) => {
    return group.between === undefined && (competes || group.reach === 'across') && reaches(group, of, a, b);
  });
  if (reaching !== undefined) return settledBy(reaching, a, b);
  return competes ? { kind: 'unsettled' } : { kind: 'none' };
}

/** The first rule of either document that is such, in the order of the sources. */
function firstGroup(
  a: Entry,
  b: Entry,
  isSuch: (group: StackingGroup, of: StackedPolicy) => boolean | undefined,
): StackingGroup | undefined {
  const [first, second] = a.place < b.place ? [a.policy, b.policy] : [b.policy, a.policy];
  const own = first.rules.groups.find((group) => isSuch(group, first));
  return own ?? (first === second ? undefined : second.rules.groups.find((group) => isSuch(group, second)));
}

function settledBy(group: StackingGroup, a: Entry, b: Entry): Relation {
  if (group.rule === 'sum') return { kind: 'none' };
  // What a share in a company is worth cannot be ranked against a sum of money, or another share.
  if (a.award.family === 'equity' || b.award.family === 'equity') return { kind: 'unsettled' };
  return { kind: 'bound', rule: group.rule, clause: group.clause };
}

/** How far a group of policy `of` reaches; that the two compete is asked elsewhere. */
function reaches(group: StackingGroup, of: StackedPolicy, a: Entry, b: Entry): boolean {
  const within = a.policy === b.policy;
  const other = a.policy === of ? b.policy : a.policy;
  switch (group.reach) {
    case 'all':
      return true;
    case 'within':
      return within;
    case 'other':
      return !within;
    case 'level':
      return !within && other.level === group.level;
    case 'per':
    case 'across':
      return a.benefit.over === group.key && b.benefit.over === group.key;
    default:
      return group.reach satisfies never;
  }
}

export function isOneMeasure(a: Entry, b: Entry): boolean {
  return a.policy === b.policy && a.award.measure === b.award.measure;
}

function sharesMatter({ award: a }: Entry, { award: b }: Entry): boolean {
  return a.matter !== undefined && a.matter === b.matter && a.family === b.family;
}

/** Where both are per item: of one item of one list. */
function isOneItem(a: Entry, b: Entry): boolean {
  if (a.benefit.over === undefined || b.benefit.over === undefined) return true;
  return a.benefit.over === b.benefit.over && a.award.item === b.award.item;
}
