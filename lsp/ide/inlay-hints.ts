import { type Side, settlementOf } from '../../compiler/analyse/compete.ts';
import type { CheckedBenefit, CheckedCap, CheckedMeasure } from '../../compiler/check/model.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import type { Span } from '../../language/source/span.ts';
import { walk } from '../../language/syntax/walk.ts';
import { policyOf } from './clauses.ts';
import { fenOf, tenThousands } from './money-places.ts';
import { rivalsOf, sidesOf } from './rivals.ts';
import type { Snapshot } from './snapshot.ts';
import { hintWords } from './words-views.ts';

/** A few words shown within a line that are not part of it. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  /** More of it, shown when pointed at. */
  readonly help?: string;
}

/** What the lines of a span leave unsaid: the unit of a bare sum, whom and what time a cap holds for, which of two measures wins. */
export function inlayHints(snapshot: Snapshot, file: string, span: Span, lang: Lang): readonly InlayHint[] {
  const source = snapshot.source(file);
  if (source === undefined || source.standard) return [];
  const within = (at: Span) => at.start <= span.end && span.start <= at.end;
  const hints: InlayHint[] = [];
  for (const item of source.tree.items) {
    if (!within(item.span)) continue;
    walk(item, (node, parents) => {
      if (!within(node.span)) return false;
      if (node.kind === 'NumberLiteral' && node.unit === 'none') {
        const fen = fenOf(node, [...parents, node]);
        if (fen !== undefined) hints.push({ offset: node.span.end, text: sumWords(fen) });
      }
      return true;
    });
  }
  const policy = policyOf(snapshot, file);
  for (const measure of policy?.measures ?? []) {
    if (measure.file !== file || !within(measure.symbol.node.span)) continue;
    const caps = [
      ...measure.caps.map((cap) => ({ cap, of: undefined })),
      ...measure.benefits.flatMap((of) => of.caps.map((cap) => ({ cap, of }))),
    ];
    for (const { cap, of } of caps) {
      const text = capWords(cap, of, measure, lang);
      if (text !== '') hints.push({ offset: cap.node.span.end, text });
    }
    hints.push(...settledHints(measure, snapshot, lang));
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

/** A bare number is yuan: 500000 is followed by 元（50万元）, 600 by 元. */
function sumWords(fen: number): string {
  return fen >= 1_000_000 ? `元（${tenThousands(fen)}）` : '元';
}

/** What a cap does not say itself: per whom, and over what time. */
function capWords(
  { node, subject }: CheckedCap,
  of: CheckedBenefit | undefined,
  measure: CheckedMeasure,
  lang: Lang,
): string {
  const words: string[] = [];
  if (node.subject === undefined) {
    const whom =
      typeof subject === 'object'
        ? subject.key.name
        : subject === 'item'
          ? (measure.each?.name ?? '')
          : hintWords.applicant[lang];
    if (whom !== '') words.push(fill(hintWords.per[lang], { whom }, lang));
  }
  if (node.period === undefined && of?.perYear !== true) words.push(hintWords.thisYear[lang]);
  return words.join(lang === 'zh' ? '、' : ' ');
}

/** Behind the name of a measure: which rule settles it with the measures that compete with it. */
function settledHints(measure: CheckedMeasure, snapshot: Snapshot, lang: Lang): InlayHint[] {
  const said = new Map<string, Set<string>>();
  for (const side of sidesOf(snapshot, measure.symbol.name)) {
    for (const rival of rivalsOf(snapshot, side)) {
      const word = settledWord(side, rival, lang);
      if (word === undefined) continue;
      const others = said.get(word) ?? new Set<string>();
      others.add(rival.benefit.measure);
      said.set(word, others);
    }
  }
  return [...said].map(([word, others]) => ({
    offset: measure.symbol.node.name.span.end,
    text: fill(word, { other: [...others].slice(0, 2).join('、') + (others.size > 2 ? '…' : '') }, lang),
    help: [...others].join('、'),
  }));
}

function settledWord(side: Side, rival: Side, lang: Lang): string | undefined {
  const settlement = settlementOf(side, rival);
  if (settlement === undefined) return undefined;
  switch (settlement.by) {
    case 'excludes':
      return (side.benefit.excludes.includes(rival.benefit.measure) ? hintWords.givesWay : hintWords.goesFirst)[lang];
    case 'stacks':
      return hintWords.stacks[lang];
    case 'group':
      return hintWords[settlement.group.rule][lang];
    default:
      return settlement satisfies never;
  }
}
