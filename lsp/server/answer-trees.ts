import type { CancellationToken, Location } from 'vscode-languageserver/node';
import { clauseSkeleton } from '../ide/clause-skeleton.ts';
import { type ClauseNode, type ClausePlace, clauseTree } from '../ide/clause-tree.ts';
import { overlapTree } from '../ide/overlap-tree.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';
import {
  type ClauseItem,
  type ClausesAnswer,
  clausesRequest,
  type OverlapsAnswer,
  overlapsRequest,
  type SkeletonAnswer,
  type SkeletonParams,
  skeletonRequest,
} from './tree-requests.ts';

/** Answers what trees beside the editor show: the clauses of official texts, and what is found between measures. */
export function answerTrees({ connection, answer, programs, uriOf, lang }: Context): void {
  const clauses = answer((): ClausesAnswer => {
    const documents = programs.snapshots().flatMap((snapshot) =>
      clauseTree(snapshot, lang()).map(({ policy, title, place, description, clauses: nodes }) => ({
        policy,
        ...(title !== undefined && { title }),
        place: convert.toLocation(place, snapshot, uriOf),
        description,
        ...(nodes !== undefined && { clauses: nodes.map((node) => itemOf(node, snapshot)) }),
      })),
    );
    return { documents };
  });
  const itemOf = ({ place, children, ...node }: ClauseNode, snapshot: Snapshot): ClauseItem => ({
    ...node,
    ...(place !== undefined && { place: placeOf(place, snapshot) }),
    children: children.map((child) => itemOf(child, snapshot)),
  });
  const placeOf = (place: ClausePlace, snapshot: Snapshot): Location => {
    if ('span' in place) return convert.toLocation(place, snapshot, uriOf);
    const at = { line: place.line, character: 0 };
    return { uri: uriOf(place.file), range: { start: at, end: at } };
  };
  const overlaps = answer((): OverlapsAnswer => {
    const matters = programs.snapshots().flatMap((snapshot) =>
      overlapTree(snapshot, lang()).map(({ matter, findings }) => ({
        matter,
        findings: findings.map((finding) => ({
          ...finding,
          place: convert.toLocation(finding.place, snapshot, uriOf),
          sides: finding.sides.map(({ place, ...side }) => ({
            ...side,
            ...(place !== undefined && { place: convert.toLocation(place, snapshot, uriOf) }),
          })),
        })),
      })),
    );
    return { matters };
  });
  // A request without parameters hands over the token alone.
  connection.onRequest<ClausesAnswer, void>(clausesRequest, (...given: unknown[]) =>
    clauses(undefined, given.at(-1) as CancellationToken),
  );
  connection.onRequest<OverlapsAnswer, void>(overlapsRequest, (...given: unknown[]) =>
    overlaps(undefined, given.at(-1) as CancellationToken),
  );
  connection.onRequest<SkeletonAnswer, void>(
    skeletonRequest,
    answer(({ policy: name, clause }: SkeletonParams): SkeletonAnswer => {
      for (const snapshot of programs.snapshots()) {
        const policy = snapshot.checked.policies.find(({ symbol }) => symbol.name === name);
        const found = policy && clauseSkeleton(snapshot, policy, clause);
        if (found === undefined) continue;
        const { file, offset, snippet } = found;
        const { range } = convert.toLocation({ file, span: { start: offset, end: offset } }, snapshot, uriOf);
        return { uri: uriOf(file), position: range.start, snippet };
      }
      return null;
    }),
  );
}
