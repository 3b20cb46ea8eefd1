import type { Outline } from './split.ts';

/** What is odd in the numbers of a text: often a misprint, sometimes a clause that was not recognised. */
export type NumberingFault =
  | { readonly kind: 'repeated'; readonly clause: string; readonly number: string }
  | { readonly kind: 'skipped'; readonly clause: string; readonly before: string };

export function numberingFaults({ parts }: Outline): NumberingFault[] {
  const last = new Map<string, { readonly clause: string; readonly number: number }>();
  return parts.flatMap((part): NumberingFault[] => {
    const { marker, clause, repeated } = part;
    if (marker === undefined) return [];
    const before = last.get(marker.style);
    last.set(marker.style, { clause, number: marker.number });
    if (repeated) return [{ kind: 'repeated', clause, number: clause.replace(/·\d+$/, '') }];
    if (before === undefined || marker.number <= before.number + 1) return [];
    return [{ kind: 'skipped', clause, before: before.clause }];
  });
}
