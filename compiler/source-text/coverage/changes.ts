import { coverage as findings } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { at } from '../../../language/source/span.ts';
import { compareManifests } from '../compare.ts';
import type { Figure, Manifest, Part } from '../manifest.ts';
import type { Coverage } from './coverage.ts';
import { sayFigure } from './say-figures.ts';
import { changedFigures } from './say-problems.ts';
import type { Place } from './stated.ts';

/** What changed between the text that was encoded and the text as it is given now, clause by clause. Commentary is left out. */
export function changesOf({ manifest, policy, parts }: Coverage, current: Manifest): Diagnostic[] {
  const home: Place = { file: policy.symbol.file, span: policy.source?.span ?? at(0) };
  const placeOf = ({ clause }: Part): Place => {
    const own = parts.find((p) => p.part.clause === clause);
    return own?.measures[0] ?? home;
  };
  const { added, removed, changed, moved } = compareManifests(inCoverage(manifest), inCoverage(current));
  return [
    ...changed.map(({ before, after }) => {
      const { file, span } = placeOf(before);
      const changes = changedFigures(lost(before.figures, after.figures), lost(after.figures, before.figures));
      return diagnose(findings.clauseChanged, file, span, { clause: before.clause, changes });
    }),
    ...moved.map(({ before, after }) => {
      const { file, span } = placeOf(before);
      return diagnose(findings.clauseMoved, file, span, { clause: before.clause, now: after.clause });
    }),
    ...removed.map((part) => {
      const { file, span } = placeOf(part);
      return diagnose(findings.clauseGone, file, span, { clause: part.clause });
    }),
    ...added.map(({ clause }) => diagnose(findings.clauseNew, home.file, home.span, { clause })),
  ];
}

function inCoverage(manifest: Manifest): Manifest {
  return { ...manifest, parts: manifest.parts.filter(({ role }) => role !== 'commentary') };
}

/** Figures of one list that the other does not have, each as often as it is lacking. */
function lost(figures: readonly Figure[], others: readonly Figure[]): string[] {
  const left = others.map(sayFigure);
  return figures.map(sayFigure).filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
