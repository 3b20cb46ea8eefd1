import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { formatMoneyRange, formatYesNo } from '../../stdlib/runtime/format.ts';
import { assumedNo, assumedYes, sayAward, sayOutcome, sayRole } from '../../stdlib/runtime/sentences.ts';
import type { Award, AwardId, Need, NormResult, Outcome, Range, Result, Step } from '../../stdlib/runtime/types.ts';
import { listed } from './markdown.ts';
import { resultWords } from './result-words.ts';

/** A result with everything said, for a page that only has to lay it out. */
export interface ResultView {
  readonly policy: string;
  /** ISO date. */
  readonly asOf: string;
  readonly year: number;
  /** Mistakes in the facts. Where there are any, the rest is empty: a record is evaluated whole or not at all. */
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly totals: readonly { readonly label: string; readonly amount: string }[];
  readonly awards: readonly AwardView[];
  readonly norms: readonly NormView[];
  /** What is open between awards, caps they share, and notes on the policy. */
  readonly remarks: readonly string[];
  /** Names of missing facts that matter. */
  readonly needs: readonly string[];
}

export interface AwardView {
  /** Of the policy. */
  readonly measure: string;
  /** As a decision names it: `measure/benefit/item`. */
  readonly key: string;
  readonly title: string;
  readonly clause?: string;
  readonly outcome: Outcome;
  readonly outcomeWord: string;
  /** '' where nothing is paid. */
  readonly amount: string;
  readonly steps: readonly StepView[];
  /** Who decides, why not, what is paid in its place; one sentence each. */
  readonly lines: readonly string[];
  readonly needs: readonly NeedView[];
  /** What someone still decides, or has decided, so that a page can ask for it; and by whom. */
  readonly decision?: { readonly kind: 'amount' | 'passed'; readonly by: string };
}

export interface StepView {
  readonly role: string;
  readonly say: string;
  /** The amount after the step, or whether the condition holds. */
  readonly amount: string;
  /** What a cap took. */
  readonly cut: string;
}

export interface NeedView {
  /** The fact, kind of party or procedure. */
  readonly name: string;
  readonly kind: Need['kind'];
  readonly follows: readonly string[];
}

export interface NormView {
  readonly measure: string;
  readonly clause?: string;
  readonly say: string;
  readonly holds: boolean | null;
  readonly needs: readonly string[];
}

export function viewResult(result: Result, lang: Lang): ResultView {
  return {
    policy: result.policy,
    asOf: result.asOf,
    year: result.year,
    problems: result.problems.map(({ field, message }) => ({ field, message })),
    totals: [
      ...totalLines(result.totals, resultWords.total, lang),
      ...totalLines(result.totalsByAnalogy, resultWords.totalByAnalogy, lang),
    ],
    awards: result.awards.map((award) => viewAward(award, lang)),
    norms: result.norms.map(viewNorm),
    remarks: [
      ...result.open.map((choice) => choice.say),
      ...result.sharedCaps
        .filter((cap) => cap.cutMax === null || cap.cutMax > 0)
        .map((cap) =>
          fill(
            resultWords.sharedCap[lang],
            {
              awards: listed(
                cap.awards.map((award) => sayAward(award, false, lang)),
                lang,
              ),
              say: cap.say,
              amount: money(cap, lang),
            },
            lang,
          ),
        ),
      ...result.notes,
    ],
    needs: result.needs,
  };
}

function totalLines(totals: Result['totals'], word: Localised, lang: Lang): ResultView['totals'] {
  return Object.entries(totals).map(([family, range]) => ({
    label:
      family === 'cash'
        ? word[lang]
        : fill(resultWords.ofFamily[lang], { total: word, family: familyWord(family) }, lang),
    amount: money(range, lang),
  }));
}

function familyWord(family: string): Localised | string {
  return family === 'equity' ? resultWords.equity : family === 'in-kind' ? resultWords.inKind : family;
}

export function viewAward(award: Award, lang: Lang): AwardView {
  const decision = decisionOf(award, lang);
  const pays = award.outcome !== 'denied' && award.outcome !== 'suppressed';
  return {
    measure: award.measure,
    key: keyOf(award),
    title: sayAward(award, false, lang),
    ...(award.clause !== undefined && { clause: award.clause }),
    outcome: award.outcome,
    outcomeWord: sayOutcome(award.outcome, lang),
    amount: pays ? money(award, lang) : '',
    steps: award.steps.map((step) => viewStep(step, lang)),
    lines: linesOf(award, lang),
    needs: (award.needs ?? []).map((need) => viewNeed(need, lang)),
    ...(decision !== undefined && { decision }),
  };
}

function keyOf({ measure, benefit, item }: AwardId & { readonly item?: number }): string {
  return [measure, ...(benefit === null ? [] : [benefit]), ...(item === undefined ? [] : [item])].join('/');
}

function decisionOf(award: Award, lang: Lang): AwardView['decision'] {
  const by = listed(award.decidedBy ?? [], lang);
  const procedure = award.needs?.find((need) => need.kind === 'procedure');
  if (procedure !== undefined) return { kind: 'passed', by: procedure.fact };
  if (award.outcome === 'selective') return { kind: 'passed', by };
  if (award.outcome === 'ceiling') return { kind: 'amount', by };
  return undefined;
}

function viewStep(step: Step, lang: Lang): StepView {
  const { role, say, min, max, cutMin, cutMax } = step;
  return {
    role: sayRole(role, lang),
    say,
    amount: typeof min === 'number' ? money({ min, max: max ?? null }, lang) : truthOf(step, lang),
    cut: typeof cutMax === 'number' && cutMax > 0 ? money({ min: cutMin ?? 0, max: cutMax }, lang) : '',
  };
}

function truthOf({ role, holds }: Step, lang: Lang): string {
  if (holds === undefined) return '';
  if (holds === null) return resultWords.unknown[lang];
  if (role === 'veto') return resultWords[holds ? 'vetoed' : 'notVetoed'][lang];
  return resultWords[holds ? 'met' : 'notMet'][lang];
}

function linesOf(award: Award, lang: Lang): string[] {
  const say = (word: Localised, args: Record<string, string> = {}) => fill(word[lang], args, lang);
  const lines = (award.reasons ?? []).map((reason) => reason.say);
  if (award.outcome === 'ceiling' || award.outcome === 'selective') {
    const by = listed(award.decidedBy ?? [], lang);
    lines.push(by === '' ? say(resultWords.noProcess) : say(resultWords.decidedBy, { by }));
  }
  for (const open of award.open ?? []) lines.push(say(resultWords.open, { say: open }));
  if (award.suppressedBy !== undefined) {
    const { rule, clause } = award.suppressedBy;
    const by = listed([sayAward(award.suppressedBy, false, lang), ...(clause === undefined ? [] : [clause])], lang);
    lines.push(say(resultWords.suppressedBy, { award: by, rule }));
  }
  if (award.forgone !== undefined) lines.push(say(resultWords.forgone, { amount: money(award.forgone, lang) }));
  return [...lines, ...(award.notes ?? [])];
}

function viewNeed({ fact, kind, value, follows }: Need, lang: Lang): NeedView {
  return {
    name: value ?? fact,
    kind,
    follows: follows.map((follow) => {
      const amount = follow.outcome === 'denied' ? '' : money(follow, lang);
      const args = { value: assumed(follow.value, lang), outcome: sayOutcome(follow.outcome, lang), amount };
      return fill(resultWords.follows[lang], args, lang).trim();
    }),
  };
}

/** What a fact is taken to be: results give it as facts are written, a page says it in its language. */
function assumed(value: string, lang: Lang): string {
  return value === assumedYes || value === assumedNo ? formatYesNo(value === assumedYes, lang) : value;
}

export function viewNorm({ measure, clause, say, holds, needs = [] }: NormResult): NormView {
  return { measure, ...(clause !== undefined && { clause }), say, holds, needs };
}

function money({ min, max }: Range, lang: Lang): string {
  return formatMoneyRange(min, max, lang);
}
