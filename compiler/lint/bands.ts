import type * as T from '../../language/syntax/tree.ts';
import { nodesOf } from '../../language/syntax/walk.ts';
import { type Neighbours, neighboursIn } from '../check/bands.ts';
import { boundsReading } from '../check/bounds.ts';
import type { Type } from '../check/types.ts';
import type { Rational } from '../ir/rational.ts';
import type { LintInput } from './rule.ts';

/** Two neighbouring bands of a policy. */
export interface BandPair {
  readonly file: string;
  readonly bands: T.Bands;
  readonly subject: Type;
  readonly lower: T.BandRow;
  readonly upper: T.BandRow;
  readonly stand: Neighbours;
  /** Where the upper one begins, in the base of the subject's type. */
  readonly at: Rational | undefined;
  /** As it is written. */
  readonly textOf: (node: T.Node) => string;
}

/** All neighbouring bands in the sources of a policy whose ends are written. */
export function bandPairs({ policy, checked }: LintInput): readonly BandPair[] {
  const { binding } = checked;
  return policy.symbol.files.flatMap((file) => {
    const parsed = binding.program.modules.get(file)?.parsed;
    if (parsed === undefined) return [];
    const textOf = ({ span }: T.Node) => parsed.text.slice(span.start, span.end);
    const bounds = boundsReading(binding, file);
    return parsed.tree.items
      .flatMap((item) => nodesOf(item, 'Bands'))
      .flatMap((bands) => {
        const subject = checked.types.get(bands.subject);
        if (subject === undefined || subject.type === 'unknown') return [];
        return neighboursIn(bands, subject, bounds).map((pair) => ({ ...pair, file, bands, subject, textOf }));
      });
  });
}
