import { amountLines, conditionLines, decidedStep, sentenceOf } from './account.ts';
import { type Case, isParty, itemsOf, withItem } from './cases.ts';
import { type ListRef, openAmong } from './causes.ts';
import { awardKey, type DecisionInUse } from './decisions.ts';
import { compareExact, toRange } from './exact.ts';
import { isPoint } from './intervals.ts';
import { type AwardRequest, type Benefit, caseOf, isAny, type Judged, judge, judgeEligibility } from './judging.ts';
import { needsOf } from './needs.ts';
import { amountOverflow, type DecisionScope, decisionRejected } from './problems.ts';
import { openReading, readingSettled } from './readings.ts';
import {
  sayAmountZero,
  sayByAnalogy,
  sayDecisionIgnored,
  sayNotMet,
  sayNotParty,
  sayPaidAtOnce,
  sayReadingRuled,
  sayReadingTried,
  sayVetoed,
} from './sentences.ts';
import { splitAward } from './splits.ts';
import type { Award, Decisions, Need, Outcome, Problem, ReadingResult, Reason } from './types.ts';

/** The awards of one benefit before stacking, and what was wrong. */
export interface Awarded {
  readonly awards: readonly Award[];
  readonly problems: readonly Problem[];
}

/** Evaluates a benefit: one award, or one for each item. Empty where the applicant cannot be of its kinds. */
export function awardsOf(benefit: Benefit, applicant: Case, policy: string, decisions: Decisions): Awarded {
  if (!mayBeListed(benefit, applicant)) return { awards: [], problems: [] };
  const { over } = benefit;
  if (over === undefined) return awardOf({ benefit, policy, applicant, decisions });
  const items = itemsOf(applicant, over);
  if (items === undefined) return awardWithoutList({ benefit, policy, applicant, decisions }, over);
  const awards: Award[] = [];
  const problems: Problem[] = [];
  for (const [index, item] of items.entries()) {
    const inHand = withItem(applicant, over, item);
    const one = awardOf({ benefit, policy, applicant: inHand, decisions, item: index + 1 });
    awards.push(...one.awards);
    problems.push(...one.problems);
  }
  return { awards, problems };
}

function mayBeListed(benefit: Benefit, c: Case): boolean {
  return isAny(c, benefit.parties) !== false || benefit.analogies.some(({ parties }) => isAny(c, parties) !== false);
}

// --------------------------------------------------------------------------------------------------------- one award

function awardOf(request: AwardRequest): Awarded {
  const { benefit, item } = request;
  const key = awardKey(benefit.measure, benefit.label, item);
  const c = caseOf(request, []);
  const judged = judge(benefit, c);
  const range = toRange(judged.ends);
  const compared = judged.compared && toRange(judged.compared);
  if (range === undefined) return { awards: [], problems: [amountOverflow(key, c.lang)] };
  const { decision } = c;
  // Of a denied award nothing is decided, so nothing is wrong with a decision on it.
  const rejection = decision && judged.outcome !== 'denied' ? rejectionOf(benefit, decision) : undefined;
  const problems = rejection ? [decisionRejected(rejection.key, rejection.given, rejection.scope, c.lang)] : [];
  const ignored = rejection === undefined && decision !== undefined && isIgnored(decision, judged.outcome);
  const analogy = analogyOf(benefit, judged, c);
  const notes = [
    ...notesOn(benefit, analogy, judged.outcome, c),
    ...(ignored ? [sayDecisionIgnored(decision.key, judged.outcome === 'denied', c.lang)] : []),
  ];
  const award = awardHead(request, c);
  award.outcome = judged.outcome;
  award.min = range.min;
  award.max = range.max;
  if (compared !== undefined) award.compared = compared;
  const conditions = conditionLines(judged.inUse, judged.conditions);
  // Of an award that fails its conditions no amount was evaluated.
  award.steps = judged.eligible === false ? conditions : [...conditions, ...amountLines(c)];
  if (analogy !== undefined) award.analogy = analogy.party;
  detailOf(award, request, judged, c);
  if (notes.length > 0) award.notes = notes;
  if (benefit.deciders !== undefined) award.deciders = benefit.deciders;
  if (benefit.splits !== undefined && judged.outcome !== 'denied') {
    award.splits = splitAward(benefit.splits, judged.inUse, range.min === range.max ? range.min : undefined);
  }
  return { awards: [award], problems };
}

/** An award in the making, field by field: every applicant has one for every benefit, and spreading is slow. */
type Making = { -readonly [K in keyof Award]: Award[K] };

/** What stands on every award, whatever its outcome; the rest is filled in by the caller, in the order of results. */
function awardHead({ benefit, policy, item }: Omit<AwardRequest, 'decisions' | 'applicant'>, c: Case): Making {
  const { measure, label, clause, kind, family, by } = benefit;
  const matter = benefit.matter?.(c);
  const head: Partial<Making> = { policy, measure, benefit: label };
  if (item !== undefined) head.item = item;
  if (clause !== undefined) head.clause = clause;
  head.kind = kind;
  head.family = family;
  if (matter !== undefined) head.matter = matter;
  head.by = by;
  return head as Making;
}

/** What an outcome brings with it: reasons, needs, who decides, what is open. */
function detailOf(award: Making, request: AwardRequest, judged: Judged, c: Case): void {
  if (judged.outcome === 'denied') {
    award.reasons = reasonsOf(request.benefit, judged, judged.inUse);
    return;
  }
  const open = openAmong(judged.causes);
  const readings = readingResults(request, judged);
  const deciders = [...(c.decision?.by ?? []), ...open.flatMap(({ by }) => by ?? [])];
  const words = open.flatMap(({ reason }) => reason ?? []);
  if (deciders.length > 0) award.decidedBy = [...new Set(deciders)];
  if (words.length > 0) award.open = [...new Set(words)];
  if (judged.outcome === 'needs') award.needs = needsOf(request, judged);
  if (readings.length > 0) award.readings = readings;
}

/** What the award would be in each way of reading what is open. */
function readingResults(request: AwardRequest, { causes }: Judged): ReadingResult[] {
  const { applicant, benefit } = request;
  return (benefit.readings ?? []).flatMap((name) => {
    const declared = applicant.declaredReadings.find((reading) => reading.name === name);
    if (declared === undefined || !causes.some(({ key }) => key === openReading(declared).key)) return [];
    const options = declared.options.flatMap((option) => {
      const readings = { ...applicant.readings, [name]: option };
      const { outcome, ends } = judge(benefit, caseOf({ ...request, applicant: { ...applicant, readings } }));
      const range = toRange(ends);
      return range === undefined ? [] : [{ option, outcome, ...range }];
    });
    return [{ reading: name, ...(declared.question !== undefined && { question: declared.question }), options }];
  });
}

/** A list that is not given: one award without an item, which waits for the list unless it fails already. */
function awardWithoutList(request: AwardRequest, over: ListRef): Awarded {
  const { benefit } = request;
  const c = caseOf(request);
  const judged = judgeEligibility(benefit, c);
  const denied = judged.eligible === false;
  const analogy = analogyOf(benefit, judged, c);
  const need: Need = { fact: over.name, kind: 'list', follows: [] };
  const outcome = denied ? 'denied' : 'needs';
  const notes = [
    ...notesOn(benefit, analogy, outcome, c),
    ...(denied && c.decision !== undefined && !c.decision.used
      ? [sayDecisionIgnored(c.decision.key, true, c.lang)]
      : []),
  ];
  const award: Award = {
    ...awardHead(request, c),
    outcome,
    min: 0,
    max: denied ? 0 : null,
    steps: conditionLines(judged.inUse, judged.conditions),
    ...(analogy !== undefined && { analogy: analogy.party }),
    ...(denied ? { reasons: reasonsOf(benefit, judged, judged.inUse) } : { needs: [need] }),
    ...(notes.length > 0 && { notes }),
    ...(benefit.deciders !== undefined && { deciders: benefit.deciders }),
    ...(benefit.splits !== undefined && !denied && { splits: splitAward(benefit.splits, judged.inUse, undefined) }),
  };
  return { awards: [award], problems: [] };
}

/** How the readings that a benefit turns on were settled. */
function readingNotes({ readings = [] }: Benefit, c: Case): string[] {
  return readings.flatMap((name) => {
    const declared = c.declaredReadings.find((reading) => reading.name === name);
    const settled = declared && readingSettled(declared, c);
    if (settled === undefined) return [];
    if (settled.tried) return [sayReadingTried(name, settled.option, c.lang)];
    return declared?.ruling ? [sayReadingRuled({ ...declared.ruling, reading: name }, c.lang)] : [];
  });
}

function notesOn(benefit: Benefit, analogy: UsedAnalogy | undefined, outcome: Outcome, c: Case): string[] {
  const { paidAtOnce } = benefit;
  const { lang } = c;
  return [
    ...readingNotes(benefit, c),
    ...(analogy === undefined ? [] : [sayByAnalogy(analogy.party, analogy.note, lang)]),
    ...(paidAtOnce && outcome !== 'denied' ? [sayPaidAtOnce(lang)] : []),
  ];
}

interface UsedAnalogy {
  readonly party: string;
  readonly note: string | undefined;
}

/** By analogy: where only an analogy admits the applicant, or where nothing else can. */
function analogyOf(
  benefit: Benefit,
  { party, analogies }: Pick<Judged, 'party' | 'analogies'>,
  c: Case,
): UsedAnalogy | undefined {
  const admits = (index: number) => analogies[index] === true && party !== true;
  const mayAdmit = (index: number) => party === false && typeof analogies[index] !== 'boolean';
  const used = benefit.analogies.find((_, i) => admits(i)) ?? benefit.analogies.find((_, i) => mayAdmit(i));
  if (used === undefined) return undefined;
  const certain = used.parties.find((kind) => isParty(c, kind) === true);
  const possible = used.parties.find((kind) => isParty(c, kind) !== false);
  const kind = certain ?? possible;
  return kind === undefined ? undefined : { party: kind, note: used.note };
}

function reasonsOf(
  benefit: Benefit,
  { admitted, conditions }: Pick<Judged, 'admitted' | 'conditions'>,
  c: Case,
): readonly Reason[] {
  const { lang } = c;
  if (admitted === false) {
    const analogous = benefit.analogies.some(({ parties }) => isAny(c, parties) !== false);
    return [{ role: 'party', say: sayNotParty(benefit.parties, analogous, lang) }];
  }
  const failed = conditions.filter(({ role, holds }) => holds === (role === 'veto'));
  if (failed.length > 0) {
    return failed.map(({ role, say, because }) => ({
      role,
      say: role === 'veto' ? sayVetoed(sentenceOf(c, say), because, lang) : sayNotMet(sentenceOf(c, say), lang),
    }));
  }
  const { trace = [] } = c;
  const [first] = [...decidedStep(c), ...trace].filter(
    ({ x }) => x !== undefined && isPoint(x) && compareExact(x.lo, 0) === 0,
  );
  return [{ role: 'amount', say: sayAmountZero(first?.say ?? '', lang) }];
}

// -------------------------------------------------------------------------------------------------------- decisions

/** Why a decision cannot be used: nothing of its kind is open, or it fits nothing that was met. */
function rejectionOf(
  { decides }: Benefit,
  { key, given, met, rejected, scope }: DecisionInUse,
): { readonly key: string; readonly given: number | boolean; readonly scope: DecisionScope } | undefined {
  const answersIt = typeof given === 'number' ? ['amount', 'ends'] : ['ends', 'procedure'];
  if (!decides.some((kind) => answersIt.includes(kind))) {
    const kind = decides.length === 0 ? 'nothing' : typeof given === 'number' ? 'yes-no' : 'amount';
    return { key, given, scope: { kind } };
  }
  return met > 0 && rejected === met && scope !== undefined ? { key, given, scope } : undefined;
}

/** Not used, for an award that is denied, or because evaluation met nothing to decide. */
function isIgnored({ used, met }: DecisionInUse, outcome: Outcome): boolean {
  return !used && (outcome === 'denied' || met === 0);
}
