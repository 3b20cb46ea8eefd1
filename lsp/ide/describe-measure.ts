import type { MeasureSymbol } from '../../compiler/bind/symbols.ts';
import { symbolWord } from '../../compiler/bind/symbols.ts';
import type { CheckedBenefit, CheckedMatter, CheckedMeasure, CheckedPolicy } from '../../compiler/check/model.ts';
import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import type { Span } from '../../language/source/span.ts';
import { bothWords } from '../../language/syntax/keywords.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';
import { type Card, listed } from './markdown.ts';
import { type Pays, whatPays } from './pays.ts';
import type { Snapshot } from './snapshot.ts';
import { paysPhrases, words } from './words.ts';

type Line = readonly [Localised, string];

export function measureCard(symbol: MeasureSymbol, snapshot: Snapshot, lang: Lang): Card {
  const found = snapshot.measureAt(symbol.node);
  const kind = symbolWord.measure[lang];
  if (found === undefined) return { name: symbol.name, kind, text: symbol.node.title?.value, lines: [] };
  const { policy, measure } = found;
  const pays = whatPays(snapshot, policy, measure);
  return {
    name: symbol.name,
    kind,
    text: measure.title,
    lines: [...headLines(measure, policy, snapshot, lang)],
    list: measure.benefits.map((benefit) => {
      const name = benefit.label ?? bothWords(benefit.node.benefitKind)[lang];
      const sum = paysOf(benefit, pays);
      return sum === undefined ? name : `${name}${lang === 'zh' ? '：' : ': '}${sayPays(sum, lang)}`;
    }),
  };
}

export function benefitCard(symbol: MeasureSymbol, label: string, snapshot: Snapshot, lang: Lang): Card {
  const kind = `${symbol.name} · ${words.benefit[lang]}`;
  const found = snapshot.measureAt(symbol.node);
  const benefit = found?.measure.benefits.find((b) => b.label === label);
  if (found === undefined || benefit === undefined) return { name: label, kind, lines: [] };
  const sum = paysOf(benefit, whatPays(snapshot, found.policy, found.measure));
  const text = (span: Span) => written(snapshot, found.measure.file, span);
  const by = benefit.by.length > 0 ? benefit.by : found.measure.by;
  return {
    name: label,
    kind,
    lines: [
      [words.pays, sum === undefined ? '' : sayPays(sum, lang)],
      [words.amount, text(benefit.node.amount.span)],
      [words.condition, benefit.when === undefined ? '' : text(benefit.when.span)],
      [
        words.process,
        listed(
          [
            ...benefit.after.map((a) => a.process.text),
            ...(benefit.selectedBy ? [benefit.selectedBy.process.text] : []),
          ],
          lang,
        ),
      ],
      [words.matter, matterName(benefit.matter ?? found.measure.matter, lang)],
      [
        words.by,
        listed(
          by.map((agency) => agency.name),
          lang,
        ),
      ],
      [words.clause, (benefit.clause ?? found.measure.clause)?.label.value ?? ''],
    ],
  };
}

function headLines(measure: CheckedMeasure, policy: CheckedPolicy, snapshot: Snapshot, lang: Lang): Line[] {
  return [
    [words.clause, measure.clause?.label.value ?? ''],
    [words.for, measure.for === undefined ? '' : written(snapshot, measure.file, spanAfterHead(measure, snapshot))],
    [words.matter, matterName(measure.matter, lang)],
    [
      words.by,
      listed(
        measure.by.map((agency) => agency.name),
        lang,
      ),
    ],
    [words.from, measure.from?.name ?? ''],
    [words.policy, [policy.symbol.name, policy.title].filter((part) => part !== undefined).join(' ')],
  ];
}

/** What stands after the word `for`: the source says best whether it is for each item, and which. */
function spanAfterHead(measure: CheckedMeasure, snapshot: Snapshot): Span {
  const { span } = measure.for!;
  const head = snapshot.source(measure.file)?.tokens.find((token) => token.startOffset === span.start);
  return { start: head === undefined ? span.start : head.endOffset + 1, end: span.end };
}

function written(snapshot: Snapshot, file: string, span: Span): string {
  return (snapshot.source(file)?.text.slice(span.start, span.end) ?? '').replace(/\s+/g, ' ').trim();
}

function matterName(matter: CheckedMatter | undefined, lang: Lang): string {
  if (matter === undefined) return '';
  return matter.kind === 'matter'
    ? matter.name
    : `${matter.fact.name}${lang === 'zh' ? '（逐项）' : ' (of each item)'}`;
}

function paysOf(benefit: CheckedBenefit, pays: readonly Pays[]): Pays | undefined {
  return pays.find((p) => p.plan.label === (benefit.label ?? null));
}

/** 最多 50万元; per item: 每项 最多 100万元. */
export function sayPays({ min, max, plan }: Pays, lang: Lang): string {
  const ends = { min: formatMoney(min, lang), max: max === null ? '' : formatMoney(max, lang) };
  const phrase =
    max === null
      ? min === 0
        ? paysPhrases.open
        : paysPhrases.openFrom
      : min === max
        ? paysPhrases.exactly
        : min === 0
          ? paysPhrases.atMost
          : paysPhrases.between;
  const sum = fill(phrase[lang], ends, lang);
  return plan.over === undefined ? sum : `${words.perItem[lang]} ${sum}`;
}
