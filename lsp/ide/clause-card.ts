import { amountBounds, type Bound } from '../../compiler/analyse/bounds.ts';
import { clauseKey } from '../../compiler/source-text/coverage/collect.ts';
import { figuresToEncode } from '../../compiler/source-text/coverage/coverage.ts';
import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { bothWords } from '../../language/syntax/keywords.ts';
import type * as T from '../../language/syntax/tree.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';
import { policyOf } from './clauses.ts';
import { type Card, listed } from './markdown.ts';
import type { Meaning } from './meaning.ts';
import { memoise } from './memoise.ts';
import { sidesOf } from './rivals.ts';
import type { Snapshot } from './snapshot.ts';
import { cardWords } from './words-views.ts';

/** The words of a clause of a policy's official text, where the reader has that text on this machine. */
export type OfficialWords = (policy: string, clause: string) => string | undefined;

type Line = readonly [Localised, string];

/** A clause as it is named in the source: what is still to be written of it, and its own words where they are at hand. */
export function clauseCard(
  path: readonly T.Node[],
  snapshot: Snapshot,
  file: string,
  lang: Lang,
  official: OfficialWords,
): Card | undefined {
  const node = path.findLast((n) => n.kind === 'Clause');
  const policy = policyOf(snapshot, file);
  if (node?.kind !== 'Clause' || path.at(-1)?.kind !== 'Text' || policy === undefined) return undefined;
  const clause = node.label.value;
  const parts = snapshot.document(policy)?.coverage?.parts ?? [];
  const part = parts.find((p) => clauseKey(p.part.clause) === clauseKey(clause));
  const missing = part === undefined ? [] : figuresToEncode(part).map(({ figure }) => figure.text);
  return {
    name: clause,
    kind: bothWords('clause')[lang],
    lines: [
      [cardWords.missingFigures, listed([...new Set(missing)], lang)],
      [cardWords.original, official(policy.symbol.name, clause) ?? ''],
    ],
  };
}

/** The card of a measure or benefit with what it can pay those who meet its conditions, what it overlaps with, and its clause's own words. */
export function withAnalysis(
  card: Card,
  meaning: Meaning,
  snapshot: Snapshot,
  lang: Lang,
  official: OfficialWords,
): Card {
  const measure =
    meaning.kind === 'benefit'
      ? meaning.measure
      : meaning.kind === 'symbol' && meaning.symbol.kind === 'measure'
        ? meaning.symbol
        : undefined;
  if (measure === undefined) return card;
  const label = meaning.kind === 'benefit' ? meaning.label : undefined;
  const found = snapshot.measureAt(measure.node);
  const clause = found?.measure.clause?.label.value;
  const lines: Line[] = [
    ...rangeLines(measure.name, label, snapshot, lang),
    [cardWords.overlaps, listed(overlapping(snapshot, measure.name), lang)],
    [cardWords.original, clause === undefined ? '' : (official(found!.policy.symbol.name, clause) ?? '')],
  ];
  return { ...card, lines: [...card.lines, ...lines] };
}

function rangeLines(measure: string, label: string | undefined, snapshot: Snapshot, lang: Lang): Line[] {
  return sidesOf(snapshot, measure).flatMap(({ benefit }): Line[] => {
    if (label !== undefined && benefit.label !== label) return [];
    const { least, greatest } = boundsIn(snapshot)(benefit);
    const range = sayRange(least, greatest, lang);
    const which = label === undefined && benefit.label !== null ? `${benefit.label} ` : '';
    return range === undefined ? [] : [[cardWords.range, `${which}${range}`]];
  });
}

/** Bounds are exact and take a search each: once for each benefit of a snapshot. */
const known = new WeakMap<Snapshot, (benefit: Parameters<typeof amountBounds>[0]) => ReturnType<typeof amountBounds>>();

function boundsIn(snapshot: Snapshot) {
  const bounds = known.get(snapshot) ?? memoise((benefit) => amountBounds(benefit, snapshot.domains));
  known.set(snapshot, bounds);
  return bounds;
}

/** Undefined where an end was not decided, or nobody is paid. */
function sayRange(least: Bound, greatest: Bound, lang: Lang): string | undefined {
  const min = sumOf(least, lang);
  if (min === undefined) return undefined;
  if (greatest.bound === 'endless') {
    const nothing = least.bound === 'exact' && least.value.n === 0n;
    return fill((nothing ? cardWords.noLimit : cardWords.fromNoLimit)[lang], { min }, lang);
  }
  const max = sumOf(greatest, lang);
  if (max === undefined) return undefined;
  return min === max ? min : fill(cardWords.fromTo[lang], { min, max }, lang);
}

function sumOf(bound: Bound, lang: Lang): string | undefined {
  if (bound.bound !== 'exact') return undefined;
  const { n, d } = bound.value;
  return n % d === 0n ? formatMoney(Number(n / d), lang) : undefined;
}

function overlapping({ findings }: Snapshot, measure: string): readonly string[] {
  const others = findings.flatMap(({ finding, measures = [] }) =>
    finding !== undefined && measures.includes(measure) ? measures.filter((name) => name !== measure) : [],
  );
  return [...new Set(others)].slice(0, 8);
}
