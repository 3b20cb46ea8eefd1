import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { modalityWords } from '../../language/syntax/keywords.ts';
import { formatMoneyRange } from '../../stdlib/runtime/format.ts';
import { sayAward, sayOutcome } from '../../stdlib/runtime/sentences.ts';
import type { Award } from '../../stdlib/runtime/types.ts';
import type { ExpectFailure } from './run-examples.ts';
import type { Uncovered } from './uncovered.ts';
import { exampleWords as words } from './words-examples.ts';

/** Expected and found, as one sentence. */
export function sayExpectedFound(failure: ExpectFailure, lang: Lang): string {
  return say(words.expectedFound, lang, { expected: sayExpected(failure, lang), found: sayFound(failure, lang) });
}

/** What an expectation that was not met asks for. */
export function sayExpected({ expect, why }: ExpectFailure, lang: Lang): string {
  if (expect.norm !== undefined) return sayHolds(expect.norm.holds, expect.needs, lang);
  if (why === 'process') return say(words.decidedByProcess, lang, { process: expect.process ?? '' });
  if (why === 'needs') return say(words.needsFacts, lang, { facts: joinNames(expect.needs, lang) });
  const outcome = expect.outcome === undefined ? '' : sayOutcome(expect.outcome, lang);
  const { min, max } = expect;
  const amount = max === undefined ? '' : formatMoneyRange(min ?? 0, max, lang);
  return [outcome, amount].filter((part) => part !== '').join(' ');
}

/** What there is in its place. */
export function sayFound({ expect, awards, norms }: ExpectFailure, lang: Lang): string {
  if (expect.norm !== undefined) {
    const said = norms.map((norm) => {
      const state = sayHolds(norm.holds, norm.needs ?? [], lang);
      return say(words.normFound, lang, { state, norm: norm.say });
    });
    return said.length === 0 ? say(words.nothing, lang) : joinNames(said, lang);
  }
  if (awards.length === 0) return say(words.nothing, lang);
  return joinNames(
    awards.map((award) => shown(award, awards.length > 1, expect.process !== undefined, lang)),
    lang,
  );
}

function sayHolds(holds: boolean | null, facts: readonly string[], lang: Lang): string {
  if (holds !== null) return say(holds ? words.normHolds : words.normDoesNotHold, lang);
  return say(words.needsFacts, lang, { facts: joinNames(facts, lang) });
}

function shown(award: Award, named: boolean, asksWho: boolean, lang: Lang): string {
  const name = named ? `${sayAward(award, false, lang)} ` : '';
  const missing = award.needs?.map((need) => need.value ?? need.fact) ?? [];
  const needs = missing.length === 0 ? '' : ` ${say(words.needsFacts, lang, { facts: joinNames(missing, lang) })}`;
  const { decidedBy = [] } = award;
  const process =
    !asksWho || decidedBy.length === 0
      ? ''
      : ` (${say(words.decidedByProcess, lang, { process: joinNames(decidedBy, lang) })})`;
  return `${name}${sayOutcome(award.outcome, lang)} ${formatMoneyRange(award.min, award.max, lang)}${needs}${process}`;
}

/** What no example reaches. */
export function sayGap({ what, measure, benefit, other, modality, never, branch }: Uncovered, lang: Lang): string {
  const award = benefit === null ? measure : `${measure}/${benefit}`;
  switch (what) {
    case 'benefit':
      return say(words.gapBenefit, lang, { award });
    case 'condition':
      return say(never === 'true' ? words.gapTrue : words.gapFalse, lang, { award });
    case 'veto':
      return say(never === 'true' ? words.gapVetoTrue : words.gapVetoFalse, lang, { award });
    case 'cap':
      return say(words.gapCap, lang, { award });
    case 'floor':
      return say(words.gapFloor, lang, { award });
    case 'branch':
      return say(words.gapBranch, lang, { award, number: branch?.number ?? 0, of: branch?.of ?? 0 });
    case 'norm-condition':
      return say(never === 'true' ? words.gapNormTrue : words.gapNormFalse, lang, {
        measure,
        word: say(modalityWords(modality ?? 'hold'), lang),
      });
    case 'shared-cap':
      return say(words.gapSharedCap, lang, { measure });
    case 'group':
      return say(words.gapGroup, lang, { measure, other: other ?? '' });
    default:
      return what satisfies never;
  }
}

function joinNames(names: readonly string[], lang: Lang): string {
  return names.join(lang === 'zh' ? '、' : ', ');
}

function say(text: Localised, lang: Lang, args: Parameters<typeof fill>[1] = {}): string {
  return fill(text[lang], args, lang);
}
