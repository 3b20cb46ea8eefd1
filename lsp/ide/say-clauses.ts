import { type PartCoverage, percentOf, type Totals } from '../../compiler/source-text/coverage/coverage.ts';
import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import type { ClauseStatus } from './clause-status.ts';
import { listed } from './markdown.ts';

/** What is said of the clauses of an official text beside a policy. */
const words = {
  document: { zh: '条款 {covered}/{of} · 数字 {percent}%', en: 'clauses {covered}/{of} · figures {percent}%' },
  noText: { zh: '没有原文清单', en: 'no source manifest' },
  missing: { zh: '没有措施', en: 'no measure' },
  missingFigures: { zh: '没有措施 · 数字 {of}', en: 'no measure · figures {of}' },
  waived: { zh: '不必编码', en: 'waived' },
  figures: { zh: '数字 {found}/{of}', en: 'figures {found}/{of}' },
  conditions: { zh: '条件词 {found}/{of}', en: 'conditions {found}/{of}' },
  bodies: { zh: '单位 {found}/{of}', en: 'bodies {found}/{of}' },
  extra: { zh: '原文没有的 {count}', en: 'not in the text {count}' },
  encodedBy: { zh: '措施：{names}', en: 'measures: {names}' },
  figuresFound: { zh: '已写的数字：{list}', en: 'figures written: {list}' },
  figuresMissing: { zh: '还没写的数字：{list}', en: 'figures not written: {list}' },
  conditionsMissing: { zh: '还没写的条件词：{list}', en: 'condition words not written: {list}' },
  bodiesMissing: { zh: '还没写的单位：{list}', en: 'bodies not written: {list}' },
  bodiesOf: { zh: '单位：{list}', en: 'bodies: {list}' },
  waivedThere: { zh: '不必编码的：{list}', en: 'waived: {list}' },
  onlyInCode: { zh: '原文没有、代码里有：{list}', en: 'in the code and not in the text: {list}' },
} as const satisfies Record<string, Localised>;

type Arguments = Readonly<Record<string, string | number>>;

/** Beside a document: how much of it is written, or why it is not compared. */
export function documentDescription(
  found: Pick<Totals, 'clauses' | 'figures'> | string | undefined,
  lang: Lang,
): string {
  if (found === undefined) return words.noText[lang];
  if (typeof found === 'string') return found;
  const { clauses, figures } = found;
  // Never 100 where something is missing.
  const percent = Math.floor(percentOf(figures));
  return fill(words.document[lang], { covered: clauses.covered, of: clauses.of, percent }, lang);
}

/** Beside a clause, in a few words: what is complete says how much it is, what is not says what is there. */
export function clauseDescription(part: PartCoverage, status: ClauseStatus, lang: Lang): string {
  const say = (word: Localised, args: Arguments) => fill(word[lang], args, lang);
  const { figures, conditions, bodies, extra } = part;
  switch (status) {
    case 'missing':
      return figures.length > 0 ? say(words.missingFigures, { of: figures.length }) : words.missing[lang];
    case 'waived':
      return words.waived[lang];
    case 'heading':
      return '';
    case 'encoded':
      return figures.length > 0 ? say(words.figures, { found: figures.length, of: figures.length }) : '';
    case 'partly': {
      const share = (word: Localised, list: readonly { readonly status: string }[]) => {
        const found = list.filter((one) => one.status !== 'missing').length;
        return found === list.length ? [] : [say(word, { found, of: list.length })];
      };
      const count = extra.figures.length + extra.conditions.length + extra.bodies.length;
      return [
        ...share(words.figures, figures),
        ...share(words.conditions, conditions),
        ...share(words.bodies, bodies),
        ...(count > 0 ? [say(words.extra, { count })] : []),
      ].join(' · ');
    }
    default:
      return status satisfies never;
  }
}

/** All that is known of a clause. */
export function clauseDetails(part: PartCoverage, status: ClauseStatus, lang: Lang): readonly string[] {
  const line = (word: Localised, list: readonly string[]) =>
    list.length === 0 ? [] : [fill(word[lang], { list: listed([...new Set(list)], lang) }, lang)];
  const { figures, conditions, bodies, extra, measures } = part;
  const names = [...new Set(measures.map(({ name }) => name))];
  const isMissing = (one: { readonly status: string }) => one.status === 'missing';
  const isWaived = (one: { readonly status: string }) => one.status === 'waived';
  const waived = [
    ...figures.filter(isWaived).map(({ figure }) => figure.text),
    ...conditions.filter(isWaived).map(({ word }) => word),
    ...bodies.filter(isWaived).map(({ body }) => body.name),
  ];
  const onlyInCode = [
    ...extra.figures.map(({ written }) => written),
    ...extra.conditions.map(({ word }) => word),
    ...extra.bodies.map(({ name }) => name),
  ];
  return [
    ...(names.length > 0 ? [fill(words.encodedBy[lang], { names: listed(names, lang) }, lang)] : []),
    ...line(
      words.figuresFound,
      figures.filter((f) => !isMissing(f) && !isWaived(f)).map(({ figure }) => figure.text),
    ),
    ...line(
      words.figuresMissing,
      figures.filter(isMissing).map(({ figure }) => figure.text),
    ),
    ...line(
      words.conditionsMissing,
      conditions.filter(isMissing).map(({ word }) => word),
    ),
    ...line(
      status === 'missing' ? words.bodiesOf : words.bodiesMissing,
      bodies.filter(isMissing).map(({ body }) => body.name),
    ),
    ...(status === 'waived' ? [] : line(words.waivedThere, waived)),
    ...line(words.onlyInCode, onlyInCode),
  ];
}
