import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { sayWhatIf, type WhatIfSection } from '../../compiler/run/what-if/say-what-if.ts';
import { whatIf } from '../../compiler/run/what-if/what-if.ts';
import { whatIfWords } from '../../compiler/run/what-if/words-what-if.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { resultWords } from './result-words.ts';
import type { TrialRecord } from './trial-record.ts';

export interface WhatIfView {
  readonly sections: readonly WhatIfSection[];
  /** That nothing would change it, or that not everything was tried. */
  readonly remarks: readonly string[];
}

/** Somebody waits: what is not found among so many pairs of changes is left, and told. */
const maximumPairs = 300;

/** What would change the result; of one measure where one is named. Undefined where the facts have problems. */
export function trialWhatIf(
  policy: PolicyIr,
  { facts, asOf }: TrialRecord,
  measure: string | undefined,
  lang: Lang,
): WhatIfView | undefined {
  if (facts === null) return undefined;
  const found = whatIf([policy], facts, (changed) => interpretTogether([policy], changed, { asOf, lang }), {
    maximumPairs,
    ...(measure !== undefined && { about: (award) => award.measure === measure }),
  });
  const sections = sayWhatIf(found, lang, (family) => familyName(family, lang));
  return {
    sections,
    remarks: [
      ...(sections.length === 0 ? [whatIfWords.nothing[lang]] : []),
      ...(found.truncated ? [whatIfWords.truncated[lang]] : []),
    ],
  };
}

function familyName(family: string, lang: Lang): string {
  if (family === 'cash') return resultWords.cash[lang];
  if (family === 'equity') return resultWords.equity[lang];
  return family === 'in-kind' ? resultWords.inKind[lang] : family;
}
