import { sayOpenChoice } from '../../../stdlib/runtime/sentences.ts';
import type { Lang, OpenChoice } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir.ts';
import { type Candidate, excludes, ruleFor } from './pairs.ts';
import { highestEnd, lowerOf, nothing, plus, type Sum, sumOf, totalOf } from './sums.ts';
import { isTie } from './suppress.ts';

/** Awards that are left and of which it is open who is paid, or whether they add up; or one award by itself. */
export interface Component {
  readonly members: readonly Candidate[];
  /** What it adds to each total that its members count in. */
  readonly adds: ReadonlyMap<string, Sum>;
}

export interface Components {
  readonly components: readonly Component[];
  readonly open: readonly OpenChoice[];
  /** What an award comes to in a sum: its min is 0 while one that it excludes may be paid. */
  readonly countsAs: (candidate: Candidate) => Sum;
}

/** `left` are the awards neither denied nor suppressed, in stacking order. */
export function formComponents(left: readonly Candidate[], policies: readonly PolicyIr[], lang: Lang): Components {
  const isKind = (kind: 'bound' | 'unsettled') => (a: Candidate, b: Candidate) => ruleFor(a, b, policies).kind === kind;
  const isBound = isKind('bound');
  const isUnsettled = isKind('unsettled');
  const givesWayTo = (candidate: Candidate): readonly Candidate[] =>
    left.filter((other) => !isBound(candidate, other) && excludes(candidate, other));
  const countsAs = (candidate: Candidate): Sum => {
    const sum = sumOf(candidate.award);
    return givesWayTo(candidate).length > 0 ? { ...sum, lo: 0n } : sum;
  };

  const bound = connect(left, isBound);
  const joined = connect(bound, (a, b) => a.some((x) => b.some((y) => isUnsettled(x, y))));

  /** At most one of the members is paid, if every two are bound. */
  const ofBound = (members: readonly Candidate[]): Sum => {
    const sums = members.map(countsAs);
    const onlyOne = members.every((a, i) => members.slice(i + 1).every((b) => isBound(a, b)));
    return {
      lo: leastOf(members, sums),
      hi: onlyOne ? highestEnd(sums.map((s) => s.hi)) : sums.reduce(plus, nothing).hi,
    };
  };
  const ofJoined = (parts: readonly (readonly Candidate[])[]): Sum => {
    const sums = parts.map(ofBound);
    return { lo: leastOf(parts.flat(), sums), hi: sums.reduce(plus, nothing).hi };
  };
  const component = (parts: readonly (readonly Candidate[])[]): Component => {
    const members = parts.flat();
    const totals = [...new Set(members.map((m) => totalOf(m.award)))];
    const adds = totals.map((total): [string, Sum] => {
      const ofTotal = parts.map((part) => part.filter((m) => totalOf(m.award) === total)).filter((p) => p.length > 0);
      const sum = ofJoined(ofTotal);
      // Where only one of several totals may be paid into, each may get nothing.
      return [total, totals.length === 1 ? sum : { ...sum, lo: 0n }];
    });
    return { members, adds: new Map(adds) };
  };

  return {
    components: joined.map(component),
    open: [
      ...joined
        .flat()
        .filter(isSeveral)
        .map((members) => choice(isAllTied(members) ? 'tie' : 'depends', members, lang)),
      ...left
        .map((candidate) => [candidate, ...givesWayTo(candidate)])
        .filter(isSeveral)
        .map((members) => choice('excludes', members, lang)),
      ...joined.filter(isSeveral).map((parts) => choice('unsettled', parts.flat(), lang)),
    ],
    countsAs,
  };
}

/**
 * What is paid at least of several of which one is: the highest of their lower ends; where past awards are deducted from some,
 * the lowest, for the highest may be the one of which they leave least.
 */
function leastOf(members: readonly Candidate[], sums: readonly Sum[]): bigint {
  const ends = sums.map((sum) => sum.lo);
  const highest = highestEnd(ends) ?? 0n;
  if (members.every((m) => m.award.compared === undefined)) return highest;
  return ends.reduce((a, b) => lowerOf(a, b) ?? 0n, highest);
}

const isSeveral = (all: readonly unknown[]): boolean => all.length > 1;

function isAllTied(members: readonly Candidate[]): boolean {
  return members.every((m) => isTie(m.award, members[0]!.award));
}

function choice(why: OpenChoice['why'], members: readonly Candidate[], lang: Lang): OpenChoice {
  const matter = members.find((m) => m.award.matter !== undefined)?.award.matter ?? '';
  const awards = members.map(({ award: { policy, measure, benefit, item } }) => ({
    policy,
    measure,
    benefit,
    ...(item !== undefined && { item }),
  }));
  return { why, matter, awards, say: sayOpenChoice(why, awards, matter, lang) };
}

/** The connected components of a graph, each in the order of its nodes, and ordered by their first nodes. */
export function connect<T>(nodes: readonly T[], isEdge: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const components: T[][] = [];
  for (const node of nodes) {
    const touching = components.filter((component) => component.some((other) => isEdge(other, node)));
    const merged = [...touching.flat(), node].sort((a, b) => nodes.indexOf(a) - nodes.indexOf(b));
    const place = touching.length === 0 ? components.length : components.indexOf(touching[0]!);
    components.splice(place, touching.length === 0 ? 0 : 1, merged);
    for (const other of touching.slice(1)) components.splice(components.indexOf(other), 1);
  }
  return components;
}
