import pc from 'picocolors';
import { formatFact, formatMoney, formatMoneyRange } from '../../stdlib/runtime/format.ts';
import { sayAward, sayOutcome } from '../../stdlib/runtime/sentences.ts';
import type { AwardId, FactValue } from '../../stdlib/runtime/types.ts';
import type { AwardChange, Effect, FactChange, WhatIf } from '../run/what-if/what-if.ts';
import { formatted } from '../run/what-if/what-if-json.ts';
import { familyName } from './show-result.ts';
import type { Terminal } from './terminal.ts';
import { joinNames } from './text.ts';
import { words } from './words.ts';
import { whatIfWords } from './words-what-if.ts';

/** What would change the result of one applicant, as people read it. */
export function showWhatIf(whatIf: WhatIf, terminal: Terminal): string {
  const { say, lang } = terminal;
  const { result } = whatIf;
  const c = pc.createColors(terminal.colour);
  const basis = joinNames([...result.policies, say(words.yearOf, { asOf: result.asOf, year: result.year })], terminal);
  const several = result.policies.length > 1;
  const named = (award: AwardId & { readonly item?: number }) => sayAward(award, several, lang);
  const sections: [keyof typeof whatIfWords, readonly string[]][] = [
    ['raises', whatIf.raises.flatMap((effect) => effectLines(effect, several, terminal))],
    ['lowers', whatIf.lowers.flatMap((effect) => effectLines(effect, several, terminal))],
    [
      'capped',
      whatIf.capped.flatMap((award) =>
        award.steps.flatMap(({ role, say: text, cutMin, cutMax }) =>
          role === 'cap' && (cutMin ?? 0) > 0
            ? [
                say(whatIfWords.cut, {
                  award: named(award),
                  say: text,
                  cut: range(cutMin ?? 0, cutMax ?? null, terminal),
                }),
              ]
            : [],
        ),
      ),
    ],
    [
      'suppressed',
      whatIf.suppressed.flatMap((award) =>
        award.forgone && award.suppressedBy
          ? [
              say(whatIfWords.instead, {
                award: named(award),
                amount: range(award.forgone.min, award.forgone.max, terminal),
                winner: named(award.suppressedBy),
              }),
            ]
          : [],
      ),
    ],
    [
      'worthAsking',
      whatIf.worthAsking.map(({ fact, awards, spread }) =>
        spread === null
          ? say(whatIfWords.askOpen, { fact, awards: joinNames(awards.map(named), terminal) })
          : say(whatIfWords.ask, {
              fact,
              awards: joinNames(awards.map(named), terminal),
              spread: formatMoney(spread, lang),
            }),
      ),
    ],
  ];
  const lines = sections.flatMap(([title, texts]) =>
    texts.length === 0 ? [] : [`  ${c.bold(say(whatIfWords[title]))}`, ...texts.map((text) => `    ${text}`)],
  );
  return [
    `${c.bold(result.applicant ?? say(words.nameless))}  ${c.dim(basis)}`,
    ...(lines.length === 0 ? [`  ${say(whatIfWords.nothing)}`] : lines),
    ...(whatIf.truncated ? [`  ${say(whatIfWords.truncated)}`] : []),
  ].join('\n');
}

/** The change on one line, what follows below it. */
function effectLines({ changes, awards, totals, justMissed }: Effect, several: boolean, terminal: Terminal): string[] {
  const { say } = terminal;
  const title = changes.map((change) => sayChange(change, terminal)).join(say(whatIfWords.and));
  return [
    justMissed ? title + say(whatIfWords.justMissed) : title,
    ...awards.map((award) => `  ${sayAwardChange(award, several, terminal)}`),
    // The total says more than the award where others move with it.
    ...(awards.length > 1
      ? Object.entries(totals).map(
          ([family, { before, after }]) =>
            `  ${say(whatIfWords.total, {
              family: familyName(family, terminal),
              before: range(before.min, before.max, terminal),
              after: range(after.min, after.max, terminal),
            })}`,
        )
      : []),
  ];
}

function sayChange({ variable: { fact, list, item, now }, to }: FactChange, terminal: Terminal): string {
  const { say, lang } = terminal;
  const name = list === undefined ? fact.name : say(whatIfWords.ofItem, { list, item: item ?? 0, fact: fact.name });
  const value = (of: FactValue) => formatFact(of, formatted(fact), lang);
  return say(whatIfWords.change, { fact: name, from: value(now), to: value(to) });
}

function sayAwardChange({ before, after, ...award }: AwardChange, several: boolean, terminal: Terminal): string {
  const figure = ({ outcome, min, max }: AwardChange['before']) =>
    outcome === 'denied' || outcome === 'suppressed'
      ? sayOutcome(outcome, terminal.lang)
      : outcome === 'ceiling' && min === 0 && max !== null
        ? terminal.say(whatIfWords.upTo, { amount: formatMoney(max, terminal.lang) })
        : range(min, max, terminal);
  return terminal.say(whatIfWords.award, {
    award: sayAward(award, several, terminal.lang),
    before: figure(before),
    after: figure(after),
  });
}

function range(min: number, max: number | null, terminal: Terminal): string {
  return formatMoneyRange(min, max, terminal.lang);
}
