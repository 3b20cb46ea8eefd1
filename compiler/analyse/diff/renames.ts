import type { PolicyIr } from '../../ir/ir.ts';
import type { Side } from '../compete.ts';
import type { Alignment } from './align.ts';
import { asNamed, type Names, sideKey } from './amounts.ts';

/**
 * What the measures of the older version are called in the newer one. A measure goes by another name where a benefit of it
 * is compared with one that means the same, or where it is the only one without its like in a comparison.
 */
export function renamesOf(older: PolicyIr, newer: PolicyIr, { topics }: Alignment): Names {
  const [before, after] = [measuresOf(older), measuresOf(newer)];
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const gone = (sides: readonly Side[]) =>
    sides.filter(({ benefit: { measure } }) => !after.has(measure) && !found.has(measure));
  const came = (sides: readonly Side[]) =>
    sides.filter(({ benefit: { measure } }) => !before.has(measure) && !taken.has(measure));
  const pair = (old: string, now: string): void => {
    found.set(old, now);
    taken.add(now);
  };
  for (const topic of topics) {
    for (const side of gone(topic.old)) {
      const now = came(topic.new).find((other) => sideKey(other) === sideKey(side));
      if (now !== undefined && !found.has(side.benefit.measure)) pair(side.benefit.measure, now.benefit.measure);
    }
  }
  for (const topic of topics) {
    const [old, now] = [gone(topic.old), came(topic.new)].map((s) => new Set(s.map(({ benefit }) => benefit.measure)));
    const [[a], [b]] = [[...(old ?? [])], [...(now ?? [])]];
    if (old?.size === 1 && now?.size === 1 && a !== undefined && b !== undefined) pair(a, b);
  }
  return found.size === 0 ? asNamed : (measure) => found.get(measure) ?? measure;
}

function measuresOf({ plans }: PolicyIr): ReadonlySet<string> {
  return new Set(plans.flatMap((plan) => (plan.k === 'benefit' ? [plan.measure] : [])));
}
