import { isEmpty, type PolicyDiff } from '../../compiler/analyse/diff/model.ts';
import type { Replay } from '../../compiler/analyse/overlap.ts';
import { escaped } from '../../compiler/compare/chart.ts';
import { type Page, policySection } from '../../compiler/compare/policy-section.ts';
import { comparisonWords } from '../../compiler/compare/words.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';

/**
 * The comparison of two versions as the body of a page: that of `cuoshi diff`, with places to go to. `replay` interprets:
 * nothing that is made from a workspace is executed here.
 */
export function comparePage(
  diff: PolicyDiff,
  lang: Lang,
  replay: Replay,
  placeOf: NonNullable<Page['placeOf']>,
): { readonly title: string; readonly body: string } {
  const { title, nothingChanged, methodInterpreted, method } = comparisonWords;
  const body = [
    `<h1>${escaped(title[lang])}</h1>`,
    ...(isEmpty(diff) ? [`<p>${escaped(nothingChanged[lang])}</p>`] : []),
    policySection(diff, { lang, replay, placeOf }),
    `<footer><p>${escaped(methodInterpreted[lang] + method[lang])}</p></footer>`,
  ];
  return { title: `${diff.old.name} → ${diff.new.name}`, body: body.join('\n') };
}
