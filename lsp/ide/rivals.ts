import { mattersOf, type Side, sameMatter } from '../../compiler/analyse/compete.ts';
import { once } from './memoise.ts';
import type { Snapshot } from './snapshot.ts';

interface Sides {
  readonly byMeasure: ReadonlyMap<string, readonly Side[]>;
  readonly byMatter: ReadonlyMap<string, readonly Side[]>;
}

const known = new WeakMap<Snapshot, () => Sides>();

/** The benefits of a measure, so far as its policy is free of errors. */
export function sidesOf(snapshot: Snapshot, measure: string): readonly Side[] {
  return indexOf(snapshot).byMeasure.get(measure) ?? [];
}

/** More than this nobody reads in an editor; `cuoshi check` tells of all. */
const mostRivals = 50;

/** Benefits of other measures on a matter of this one, in the same family: an applicant of both gets what a rule says. */
export function rivalsOf(snapshot: Snapshot, side: Side): readonly Side[] {
  const { byMatter } = indexOf(snapshot);
  const found = new Set<Side>();
  for (const matter of mattersOf(side)) {
    for (const other of byMatter.get(`${side.benefit.family} ${matter}`) ?? []) {
      if (found.size >= mostRivals) return [...found];
      if (other.benefit.measure !== side.benefit.measure && sameMatter(side, other).matters.length > 0)
        found.add(other);
    }
  }
  return [...found];
}

function indexOf(snapshot: Snapshot): Sides {
  const index = known.get(snapshot) ?? once(() => build(snapshot));
  known.set(snapshot, index);
  return index();
}

function build({ policies }: Snapshot): Sides {
  const byMeasure = new Map<string, Side[]>();
  const byMatter = new Map<string, Side[]>();
  const put = (into: Map<string, Side[]>, key: string, side: Side) => {
    const before = into.get(key);
    if (before === undefined) into.set(key, [side]);
    else before.push(side);
  };
  for (const policy of policies) {
    for (const plan of policy.plans) {
      if (plan.k !== 'benefit') continue;
      const side: Side = { policy, benefit: plan };
      put(byMeasure, plan.measure, side);
      for (const matter of mattersOf(side)) put(byMatter, `${plan.family} ${matter}`, side);
    }
  }
  return { byMeasure, byMatter };
}
