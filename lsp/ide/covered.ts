import type { CoveragePoint } from '../../compiler/run/uncovered.ts';
import type { Lang, Location } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { coveredWords as words } from './words-tests.ts';

/** A place of the source that examples can reach, and whether any does. */
export interface Covered {
  readonly place: Location;
  /** Of a benefit as a whole: what it goes by. */
  readonly benefit?: string;
  readonly reached: boolean;
  /** Ways it can go; none: it is reached or not. */
  readonly branches: readonly { readonly label: string; readonly reached: boolean }[];
}

/** The points of one place together: a condition with both of its answers, an amount with its branches. */
export function coveredIn(points: readonly CoveragePoint[], lang: Lang): readonly Covered[] {
  const groups = new Map<string, CoveragePoint[]>();
  for (const point of points) {
    const { file, span } = point.origin;
    const kind = point.what === 'norm-condition' ? 'condition' : point.what;
    const key = JSON.stringify([kind, file, span.start, span.end]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()].flatMap((group): Covered[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { what, origin, measure, benefit } = first;
    const branches = new Map<string, boolean>();
    for (const point of group) {
      const label = branchLabel(point, lang);
      // A condition in the head of a measure is one of each of its benefits.
      if (label !== undefined) branches.set(label, branches.get(label) === true || point.reached);
    }
    return [
      {
        place: origin,
        ...(what === 'benefit' && { benefit: benefit === null ? measure : `${measure}/${benefit}` }),
        reached: group.some(({ reached }) => reached),
        branches: [...branches].map(([label, reached]) => ({ label, reached })),
      },
    ];
  });
}

function branchLabel({ what, never, branch }: CoveragePoint, lang: Lang): string | undefined {
  switch (what) {
    case 'condition':
    case 'norm-condition':
      return (never === 'true' ? words.met : words.notMet)[lang];
    case 'veto':
      return (never === 'true' ? words.applies : words.doesNotApply)[lang];
    case 'branch':
      return fill(words.branch[lang], { number: branch?.number ?? 0, of: branch?.of ?? 0 }, lang);
    case 'benefit':
    case 'cap':
    case 'floor':
    case 'shared-cap':
    case 'group':
      return undefined;
    default:
      return what satisfies never;
  }
}
