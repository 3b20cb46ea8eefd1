import { sayAll, sayAssumed, sayAward, sayOutcome, sayRange, sayRole, saySplit } from './sentences.ts';
import type { Award, Fen, Lang, Need, Step } from './types.ts';

/**
 * One award, line by line: what it comes to, how it was reached, why not more, what would change it. The sentences within are in
 * the language of the evaluation, those around them in `lang`.
 */
export function explainAward(award: Award, lang: Lang): string[] {
  const colon = lang === 'zh' ? '：' : ': ';
  const clause = award.clause === undefined ? '' : lang === 'zh' ? `（${award.clause}）` : ` (${award.clause})`;
  const shown = award.outcome === 'denied' ? '' : ` ${sayRange(award.min, award.max, lang)}`;
  const titled = (zh: string, en: string, texts: readonly string[] = []) =>
    texts.map((text) => `  ${lang === 'zh' ? zh : en}${colon}${text}`);
  return [
    `${sayAward(award, false, lang)}${clause}${colon}${sayOutcome(award.outcome, lang)}${shown}`,
    ...award.steps.map((step) => `  ${explainStep(step, lang)}`),
    ...titled(
      '原因',
      'reason',
      award.reasons?.map(({ say }) => say),
    ),
    ...titled('让位于', 'gives way to', explainSuppression(award, lang)),
    ...titled(
      '缺',
      'missing',
      award.needs?.map((need) => explainNeed(need, lang)),
    ),
    ...titled('待定', 'open', award.open),
    ...titled('由谁认定', 'decided by', [...(award.decidedBy ?? []), ...(award.deciders ?? [])]),
    ...(award.splits ?? []).map((split) => `  ${saySplit(split, lang)}`),
    ...titled('责任单位', 'by', award.by.length > 0 ? [sayAll(award.by, lang)] : []),
    ...titled('备注', 'note', award.notes),
  ];
}

function explainStep(step: Step, lang: Lang): string {
  const role = sayRole(step.role, lang);
  if (step.holds !== undefined) {
    const mark = step.holds === null ? '?' : step.holds === (step.role === 'condition') ? '✓' : '✗';
    return `${mark} ${role} ${step.say}`;
  }
  const amount = explainFigure(step.min, step.max, lang);
  const cut = step.cutMax === 0 && step.cutMin === 0 ? '' : explainFigure(step.cutMin, step.cutMax, lang);
  const taken = cut === '' ? '' : lang === 'zh' ? `，减 ${cut}` : `, cutting ${cut}`;
  return `${role} ${step.say}${amount === '' ? '' : ` = ${amount}`}${taken}`;
}

function explainFigure(min: Fen | null | undefined, max: Fen | null | undefined, lang: Lang): string {
  return typeof min === 'number' && max !== undefined ? sayRange(min, max, lang) : '';
}

function explainSuppression({ suppressedBy, forgone }: Award, lang: Lang): string[] {
  if (suppressedBy === undefined) return [];
  const clause = suppressedBy.clause === undefined ? '' : ` ${suppressedBy.clause}`;
  const rule = lang === 'zh' ? `（${suppressedBy.rule}${clause}）` : ` (${suppressedBy.rule}${clause})`;
  const range = forgone === undefined ? '' : sayRange(forgone.min, forgone.max, lang);
  const lost = range === '' ? '' : lang === 'zh' ? `，本项原为 ${range}` : `, instead of ${range}`;
  return [`${sayAward(suppressedBy, true, lang)}${rule}${lost}`];
}

function explainNeed({ fact, value, follows }: Need, lang: Lang): string {
  const name = value === undefined ? fact : `${fact} ${value}`;
  const each = follows.map(
    (follow) =>
      `${sayAssumed(follow.value, lang)} → ${sayOutcome(follow.outcome, lang)}${
        follow.outcome === 'denied' ? '' : ` ${sayRange(follow.min, follow.max, lang)}`
      }`,
  );
  if (each.length === 0) return name;
  return lang === 'zh' ? `${name}（${each.join('；')}）` : `${name} (${each.join('; ')})`;
}
