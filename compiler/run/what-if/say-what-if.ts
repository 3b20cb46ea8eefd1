import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import { fill } from '../../../language/diagnostics/render.ts';
import { formatFact, formatMoney, formatMoneyRange } from '../../../stdlib/runtime/format.ts';
import { sayAward, sayOutcome } from '../../../stdlib/runtime/sentences.ts';
import type { AwardId, FactValue } from '../../../stdlib/runtime/types.ts';
import type { AwardChange, Effect, FactChange, WhatIf } from './what-if.ts';
import { formatted } from './what-if-json.ts';
import { whatIfWords } from './words-what-if.ts';

/** What would change a result, in words. */
export interface WhatIfSection {
  readonly kind: 'raises' | 'lowers' | 'capped' | 'suppressed' | 'worthAsking';
  readonly title: string;
  readonly entries: readonly WhatIfEntry[];
}

export interface WhatIfEntry {
  readonly text: string;
  /** What follows, one sentence each. */
  readonly lines: readonly string[];
  /** Facts to change, with values as a record gives them. */
  readonly changes: readonly ChangedFact[];
}

export interface ChangedFact {
  readonly fact: string;
  /** Of an item's fact: its list, and the item from 1. */
  readonly list?: string;
  readonly item?: number;
  readonly to: string | boolean;
}

interface Words {
  readonly lang: Lang;
  /** Awards are named with their policy. */
  readonly several: boolean;
  /** What a family of awards is called. */
  readonly familyName: (family: string) => string;
}

/** The sections that have entries, in the order in which a reader wants them. */
export function sayWhatIf(whatIf: WhatIf, lang: Lang, familyName: Words['familyName']): readonly WhatIfSection[] {
  const words: Words = { lang, several: whatIf.result.policies.length > 1, familyName };
  const named = (award: AwardId & { readonly item?: number }) => sayAward(award, words.several, lang);
  const awardsNamed = (awards: readonly (AwardId & { readonly item?: number })[]) =>
    awards.map(named).join(lang === 'zh' ? '、' : ', ');
  const sections: readonly (readonly [WhatIfSection['kind'], readonly WhatIfEntry[]])[] = [
    ['raises', whatIf.raises.map((effect) => effectEntry(effect, words))],
    ['lowers', whatIf.lowers.map((effect) => effectEntry(effect, words))],
    [
      'capped',
      whatIf.capped.flatMap((award) =>
        award.steps.flatMap(({ role, say: text, cutMin, cutMax }) => {
          if (role !== 'cap' || (cutMin ?? 0) <= 0) return [];
          const cut = formatMoneyRange(cutMin ?? 0, cutMax ?? null, lang);
          return plain(fill(whatIfWords.cut[lang], { award: named(award), say: text, cut }, lang));
        }),
      ),
    ],
    [
      'suppressed',
      whatIf.suppressed.flatMap((award) => {
        if (!award.forgone || !award.suppressedBy) return [];
        const amount = formatMoneyRange(award.forgone.min, award.forgone.max, lang);
        const args = { award: named(award), amount, winner: named(award.suppressedBy) };
        return plain(fill(whatIfWords.instead[lang], args, lang));
      }),
    ],
    [
      'worthAsking',
      whatIf.worthAsking.flatMap(({ fact, awards, spread }) => {
        const args = { fact, awards: awardsNamed(awards) };
        return plain(
          spread === null
            ? fill(whatIfWords.askOpen[lang], args, lang)
            : fill(whatIfWords.ask[lang], { ...args, spread: formatMoney(spread, lang) }, lang),
        );
      }),
    ],
  ];
  return sections.flatMap(([kind, entries]) =>
    entries.length === 0 ? [] : [{ kind, title: whatIfWords[kind][lang], entries }],
  );
}

function plain(text: string): WhatIfEntry[] {
  return [{ text, lines: [], changes: [] }];
}

/** The change first, what follows below it. */
function effectEntry({ changes, awards, totals, justMissed }: Effect, words: Words): WhatIfEntry {
  const { lang } = words;
  const text = changes.map((change) => sayChange(change, lang)).join(whatIfWords.and[lang]);
  return {
    text: justMissed ? text + whatIfWords.justMissed[lang] : text,
    lines: [
      ...awards.map((award) => sayAwardChange(award, words)),
      // The total says more than the award where others move with it.
      ...(awards.length > 1
        ? Object.entries(totals).map(([family, { before, after }]) =>
            fill(
              whatIfWords.total[lang],
              {
                family: words.familyName(family),
                before: formatMoneyRange(before.min, before.max, lang),
                after: formatMoneyRange(after.min, after.max, lang),
              },
              lang,
            ),
          )
        : []),
    ],
    changes: changes.map(({ variable: { fact, list, item }, to }) => ({
      fact: fact.name,
      ...(list !== undefined && item !== undefined && { list, item }),
      to: typeof to === 'number' ? formatFact(to, formatted(fact), 'zh') : to,
    })),
  };
}

function sayChange({ variable: { fact, list, item, now }, to }: FactChange, lang: Lang): string {
  const name =
    list === undefined ? fact.name : fill(whatIfWords.ofItem[lang], { list, item: item ?? 0, fact: fact.name }, lang);
  const value = (of: FactValue) => formatFact(of, formatted(fact), lang);
  return fill(whatIfWords.change[lang], { fact: name, from: value(now), to: value(to) }, lang);
}

function sayAwardChange({ before, after, ...award }: AwardChange, { lang, several }: Words): string {
  const figure = ({ outcome, min, max }: AwardChange['before']) =>
    outcome === 'denied' || outcome === 'suppressed'
      ? sayOutcome(outcome, lang)
      : outcome === 'ceiling' && min === 0 && max !== null
        ? fill(whatIfWords.upTo[lang], { amount: formatMoney(max, lang) }, lang)
        : formatMoneyRange(min, max, lang);
  const args = { award: sayAward(award, several, lang), before: figure(before), after: figure(after) };
  return fill(whatIfWords.award[lang], args, lang);
}
