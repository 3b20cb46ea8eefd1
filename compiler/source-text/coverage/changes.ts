import { coverage as findings } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { at } from '../../../language/source/span.ts';
import type { Figure, Manifest, Part } from '../manifest.ts';
import { clauseKey } from './collect.ts';
import type { Coverage } from './coverage.ts';
import { sayFigure } from './say-figures.ts';
import { changedFigures } from './say-problems.ts';
import type { Place } from './stated.ts';

/** What changed between the text that was encoded and the text as it is given now, clause by clause. Commentary is left out. */
export function changesOf({ manifest, policy, parts }: Coverage, current: Manifest): Diagnostic[] {
  const home: Place = { file: policy.symbol.file, span: policy.source?.span ?? at(0) };
  const placeOf = new Map(parts.map((p) => [clauseKey(p.part.clause), p.measures[0] ?? home]));
  const before = inCoverage(manifest);
  const after = inCoverage(current);
  const found: Diagnostic[] = [];
  for (const [key, old] of before) {
    const { file, span } = placeOf.get(key) ?? home;
    const now = after.get(key);
    if (now === undefined) found.push(diagnose(findings.clauseGone, file, span, { clause: old.clause }));
    else if (now.hash !== old.hash) {
      const changes = changedFigures(lost(old.figures, now.figures), lost(now.figures, old.figures));
      found.push(diagnose(findings.clauseChanged, file, span, { clause: old.clause, changes }));
    }
  }
  for (const [key, { clause }] of after) {
    if (!before.has(key)) found.push(diagnose(findings.clauseNew, home.file, home.span, { clause }));
  }
  return found;
}

function inCoverage({ parts }: Manifest): Map<string, Part> {
  return new Map(parts.filter(({ role }) => role !== 'commentary').map((part) => [clauseKey(part.clause), part]));
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
