import type { Manifest, Part } from './manifest.ts';

/** What became of the clauses of a text between two manifests of it. */
export interface Changes {
  readonly added: readonly Part[];
  readonly removed: readonly Part[];
  /** Same number, other text. */
  readonly changed: readonly { readonly before: Part; readonly after: Part }[];
  /** Same text, other number. */
  readonly moved: readonly { readonly before: Part; readonly after: Part }[];
}

/** Compares two manifests by the numbers of the clauses and the hashes of their texts. */
export function compareManifests(before: Manifest, after: Manifest): Changes {
  const [old, now] = [byClause(before), byClause(after)];
  const gone = before.parts.filter(({ clause, hash }) => now.get(clause)?.hash !== hash);
  const come = after.parts.filter(({ clause, hash }) => old.get(clause)?.hash !== hash);
  const moved = gone.flatMap((part) => {
    const to = come.find(({ hash }) => hash === part.hash);
    return to === undefined || part.length === 0 ? [] : [{ before: part, after: to }];
  });
  const rest = (parts: readonly Part[], side: 'before' | 'after') =>
    parts.filter((part) => !moved.some((pair) => pair[side] === part));
  const [left, right] = [rest(gone, 'before'), rest(come, 'after')];
  return {
    moved,
    changed: left.flatMap((part) => {
      const match = right.find(({ clause }) => clause === part.clause);
      return match === undefined ? [] : [{ before: part, after: match }];
    }),
    removed: left.filter(({ clause }) => !right.some((part) => part.clause === clause)),
    added: right.filter(({ clause }) => !left.some((part) => part.clause === clause)),
  };
}

const byClause = ({ parts }: Manifest): Map<string, Part> => new Map(parts.map((part) => [part.clause, part]));
