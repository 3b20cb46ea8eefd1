import {
  type Aspect,
  isEmpty,
  type MatterComparison,
  type PolicyDiff,
  type Verdict,
} from '../../analyse/diff/model.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import type { Population } from '../../run/population.ts';

/** What `cuoshi diff` tells, in whatever form. */
export interface Report {
  /** Policies that both sides have, the changed ones first. */
  readonly diffs: readonly PolicyDiff[];
  /** Policies that only one side has. */
  readonly added: readonly PolicyIr[];
  readonly removed: readonly PolicyIr[];
  /** The revisions compared; absent where two paths were given. `until` undefined: the working tree. */
  readonly revisions?: { readonly since: string; readonly until: string | undefined };
  readonly population?: Population;
}

/** Policies by name; one that was renamed, by the file it stands in. */
export function matched(
  older: readonly PolicyIr[],
  newer: readonly PolicyIr[],
): {
  readonly pairs: readonly (readonly [PolicyIr, PolicyIr])[];
  readonly added: readonly PolicyIr[];
  readonly removed: readonly PolicyIr[];
} {
  const left = [...older];
  const pairs: (readonly [PolicyIr, PolicyIr])[] = [];
  let rest = newer;
  const fits: readonly ((a: PolicyIr, b: PolicyIr) => boolean)[] = [
    (a, b) => a.name === b.name,
    (a, b) => fileOf(a) !== undefined && fileOf(a) === fileOf(b),
  ];
  for (const belongs of fits) {
    rest = rest.filter((policy) => {
      const at = left.findIndex((other) => belongs(other, policy));
      const [old] = at < 0 ? [] : left.splice(at, 1);
      if (old !== undefined) pairs.push([old, policy]);
      return old === undefined;
    });
  }
  return { pairs, added: rest, removed: left };
}

function fileOf({ plans }: PolicyIr): string | undefined {
  return plans[0]?.origin.file;
}

/** What makes a comparison fail (`--fail-on`). */
export type FailOn = 'less-generous' | 'more-generous' | 'any';

const counting: Readonly<Record<Exclude<FailOn, 'any'>, readonly Verdict[]>> = {
  // What is less for some, or may be, counts whatever it is for others.
  'less-generous': ['less-generous', 'incomparable', 'undecided'],
  'more-generous': ['more-generous', 'incomparable', 'undecided'],
};

/** What is compared as it is written: whether it gives more or less depends on all who apply. */
const unweighed: readonly Aspect[] = ['quota', 'pool', 'excludes', 'stacks-with'];

function mayMove({ details }: MatterComparison): boolean {
  return details.some(({ aspect }) => unweighed.includes(aspect));
}

/** Names of all that fails: matters, measures that came or went, policies. */
export function failing({ diffs, added, removed }: Report, on: FailOn): readonly string[] {
  if (on === 'any') {
    return [
      ...diffs.filter((diff) => !isEmpty(diff)).map((d) => d.new.name),
      ...[...added, ...removed].map((p) => p.name),
    ];
  }
  const lone = on === 'less-generous' ? 'dropped' : 'added';
  return [
    ...diffs.flatMap((diff) => [
      ...diff.compared.filter((m) => counting[on].includes(m.verdict) || mayMove(m)).map((m) => m.matter),
      ...diff[lone].map(({ benefit: b }) => (b.label === null ? b.measure : `${b.measure}/${b.label}`)),
      ...diff.items.filter(({ what }) => what !== 'setting').map(({ name }) => name.zh),
    ]),
    ...(on === 'less-generous' ? removed : added).map((policy) => policy.name),
  ];
}
