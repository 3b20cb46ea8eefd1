import pc from 'picocolors';
import { formatMoneyRange } from '../../stdlib/runtime/format.ts';
import { assumedMore, assumedNo, assumedYes, sayAward, sayOutcome, sayRole } from '../../stdlib/runtime/sentences.ts';
import type { Award, JointResult, Need, ReadingResult, Step } from '../../stdlib/runtime/types.ts';
import { isConsequence, paint, plainTable, trimLines } from './show-result.ts';
import type { Terminal } from './terminal.ts';
import { bracketed, joinNames, joinRemarks } from './text.ts';
import { words } from './words.ts';

/** One award from its conditions to its amount, and what stands in its way. */
export function showAccount(award: Award, result: JointResult, terminal: Terminal): string {
  const { say, lang } = terminal;
  const c = pc.createColors(terminal.colour);
  const title = [result.applicant ?? say(words.nameless), award.policy, award.clause, sayAward(award, false, lang)];
  const amount =
    award.outcome === 'denied' || award.outcome === 'suppressed' ? '' : formatMoneyRange(award.min, award.max, lang);
  const verdict = paint(
    award.outcome,
    terminal,
  )(say(words.outcomeAmount, { outcome: sayOutcome(award.outcome, lang), amount }).trimEnd());
  const lines = [
    c.bold(title.filter((part) => part !== undefined).join('  ')),
    `  ${joinRemarks([verdict, joinNames(award.by, terminal), say(words.yearOf, { asOf: result.asOf, year: result.year })], terminal)}`,
  ];
  if (award.steps.length > 0) lines.push(stepsTable(award.steps, terminal));
  for (const reason of award.reasons ?? []) lines.push(`  ${say(words.because, { say: reason.say })}`);
  lines.push(...openLines(award, result, terminal).map((line) => `  ${line}`));
  for (const reading of award.readings ?? []) lines.push(...readingLines(reading, terminal));
  for (const need of award.needs ?? []) lines.push(...needLines(need, terminal));
  for (const note of award.notes ?? []) lines.push(`  ${say(words.noteLine, { note })}`);
  lines.push(...afterwards(award, result, terminal).map((line) => `  ${line}`));
  return lines.join('\n');
}

function stepsTable(steps: readonly Step[], terminal: Terminal): string {
  const { say, lang } = terminal;
  const c = pc.createColors(terminal.colour);
  const table = plainTable([], ['left', 'left', 'right', 'left'], terminal);
  for (const step of steps) {
    const { min, max, cutMax } = step;
    const amount = typeof min === 'number' ? formatMoneyRange(min, max ?? null, lang) : '';
    const cut =
      cutMax === undefined || cutMax === 0
        ? ''
        : say(words.cutOf, { cut: formatMoneyRange(step.cutMin ?? 0, cutMax, lang) });
    table.push([c.dim(sayRole(step.role, lang)), step.say, amount === '' ? truthOf(step, terminal) : amount, cut]);
  }
  return trimLines(table.toString());
}

function truthOf({ role, holds }: Step, { say }: Terminal): string {
  if (holds === undefined) return '';
  if (holds === null) return say(words.holdsUnknown);
  if (role === 'veto') return say(holds ? words.vetoHolds : words.vetoHoldsNot);
  return say(holds ? words.holds : words.holdsNot);
}

/** Who decides, what is open, what is paid in its place. */
function openLines(award: Award, result: JointResult, terminal: Terminal): string[] {
  const { say, lang } = terminal;
  const lines: string[] = [];
  if (award.outcome === 'ceiling' || award.outcome === 'selective') {
    const by = joinNames(award.decidedBy ?? [], terminal);
    lines.push(by === '' ? say(words.noProcess) : say(words.decidedBy, { by }));
  }
  for (const open of award.open ?? []) lines.push(say(words.openPoint, { say: open }));
  if (award.suppressedBy !== undefined) {
    const winner = award.suppressedBy;
    const by = joinNames(
      [sayAward(winner, result.policies.length > 1, lang), ...(winner.clause ? [winner.clause] : [])],
      terminal,
    );
    lines.push(say(words.suppressedBy, { award: by, rule: winner.rule }));
  }
  if (award.forgone !== undefined) {
    lines.push(say(words.forgone, { amount: formatMoneyRange(award.forgone.min, award.forgone.max, lang) }));
  }
  return lines;
}

/** What is in doubt, and what the award would be either way. */
function readingLines({ reading, question, options }: ReadingResult, terminal: Terminal): string[] {
  const { say, lang } = terminal;
  const asked = question === undefined ? '' : bracketed(question, terminal);
  return [
    `  ${say(words.readingLine, { reading, question: asked })}`,
    ...options.map(({ option, outcome, min, max }) => {
      const amount = outcome === 'denied' ? '' : formatMoneyRange(min, max, lang);
      return `  ${say(words.readingOption, { option, outcome: sayOutcome(outcome, lang), amount }).trimEnd()}`;
    }),
  ];
}

/** What may befall the applicant afterwards, by the measure that pays, unless it surely does not. */
function afterwards(award: Award, result: JointResult, terminal: Terminal): string[] {
  if (award.outcome === 'denied') return [];
  const { say } = terminal;
  return result.norms
    .filter(({ policy, measure }) => policy === award.policy && measure === award.measure)
    .filter(({ modality, holds }) => isConsequence(modality) && holds !== false)
    .map(({ say: sentence, holds, needs = [] }) =>
      holds === true
        ? say(words.befalls, { say: sentence })
        : say(words.mayBefall, { say: sentence, facts: joinNames(needs, terminal) }),
    );
}

/** A missing fact, and what the award would be for values of it. */
function needLines(need: Need, terminal: Terminal): string[] {
  const { say, lang } = terminal;
  const name = need.value ?? need.fact;
  return [
    `  ${neededLine(need, name, terminal)}`,
    ...need.follows.map((follow) => {
      const outcome = sayOutcome(follow.outcome, lang);
      const amount = follow.outcome === 'denied' ? '' : formatMoneyRange(follow.min, follow.max, lang);
      const value = sayAssumed(follow.value, terminal);
      return `    ${say(words.ifGiven, { fact: name, value, outcome, amount }).trimEnd()}`;
    }),
  ];
}

function neededLine({ at, growthBase }: Need, fact: string, { say }: Terminal): string {
  if (at === undefined) return say(words.needed, { fact });
  if (growthBase) return say(words.neededBase, { fact, year: at });
  return at === 'earlier' ? say(words.neededEarlier, { fact }) : say(words.neededOfYear, { fact, year: at });
}

function sayAssumed(value: string, { say }: Terminal): string {
  if (value === assumedYes) return say(words.assumedYes);
  if (value === assumedNo) return say(words.assumedNo);
  return value === assumedMore ? say(words.assumedMore) : say(words.assumed, { value });
}
