import { amountOverflow } from '../../../stdlib/runtime/problems.ts';
import { nameInYear } from '../../../stdlib/runtime/sentences.ts';
import type { Award, Lang, LostAward, OpenChoice, Problem, Range, SharedCap } from '../../../stdlib/runtime/types.ts';
import { formComponents } from './components.ts';
import type { Applicant } from './environment.ts';
import { placeItems } from './item-quotas.ts';
import type { Candidate } from './pairs.ts';
import { takeSharedCaps } from './shared-caps.ts';
import { exactRange, type Sum } from './sums.ts';
import { inStackingOrder, suppress, suppressed } from './suppress.ts';

/** What becomes of all awards of one applicant together. */
export interface Stacked {
  /** In the order of the source. */
  readonly awards: readonly Award[];
  readonly sharedCaps: readonly SharedCap[];
  readonly open: readonly OpenChoice[];
  readonly totals: { readonly [family: string]: Range };
  readonly totalsByAnalogy: { readonly [family: string]: Range };
  readonly needs: readonly string[];
  readonly problems: readonly Problem[];
}

/** Stacks the awards of one applicant under one or several policies. `candidates` are in the order of the source. */
export function stack(
  candidates: readonly Candidate[],
  applicants: readonly Applicant[],
  lost: readonly LostAward[],
  lang: Lang,
): Stacked {
  const policies = applicants.map((applicant) => applicant.policy);
  const ordered = inStackingOrder(candidates);
  const suppressions = suppress(candidates, ordered, policies);
  // Who lost to others was paid before the others came, as far as its own document is concerned: nobody is revived.
  const lossOf = (candidate: Candidate): LostAward | undefined =>
    suppressions.has(candidate) || candidate.award.outcome === 'denied'
      ? undefined
      : lost.find((loss) => isAward(loss, candidate.award));
  const winners = ordered.filter((candidate) => !suppressions.has(candidate) && lossOf(candidate) === undefined);
  const placed = placeItems(winners, applicants, policies, lang);
  const lossNow = (candidate: Candidate): LostAward | undefined => placed.lost.get(candidate) ?? lossOf(candidate);
  const asPlaced = (candidate: Candidate): Candidate => placed.open.get(candidate) ?? candidate;
  const components = formComponents(winners.filter((c) => !placed.lost.has(c)).map(asPlaced), policies, lang);
  const notDenied = candidates.filter((c) => c.award.outcome !== 'denied' && lossNow(c) === undefined).map(asPlaced);
  const capped = takeSharedCaps(notDenied, components, applicants, lang);

  const awards = candidates.map((candidate) => {
    const suppression = suppressions.get(candidate);
    if (suppression !== undefined) return suppressed(candidate.award, suppression, lang);
    const loss = lossNow(candidate);
    return loss === undefined ? asPlaced(candidate).award : lostTo(loss, candidate.award);
  });
  const own = showTotals(capped.totals, '', lang);
  const byAnalogy = showTotals(capped.totals, ' by analogy', lang);
  const capNeeds = capped.sharedCaps.flatMap(({ needs = [], min, max }) => (min === max ? [] : needs));
  return {
    awards,
    sharedCaps: capped.sharedCaps,
    open: components.open,
    totals: own.totals,
    totalsByAnalogy: byAnalogy.totals,
    needs: [...new Set([...awards.flatMap(neededNames), ...capNeeds])],
    problems: [...capped.problems, ...own.problems, ...byAnalogy.problems],
  };
}

function isAward(a: LostAward, b: Award): boolean {
  return a.policy === b.policy && a.measure === b.measure && a.benefit === b.benefit && a.item === b.item;
}

/** The award as a result shows it once others came before. */
function lostTo({ say }: LostAward, award: Award): Award {
  const { outcome, min, max, needs, decidedBy: _, open: __, splits: ___, ...rest } = award;
  const forgone = { outcome, min, max, ...(needs && { needs }) };
  return { ...rest, outcome: 'denied', min: 0, max: 0, forgone, reasons: [{ role: 'quota', say }] };
}

function neededNames({ needs = [] }: Award): readonly string[] {
  return needs.map((need) => need.value ?? nameInYear(need.fact, need.at));
}

const families = ['cash', 'equity', 'in-kind'] as const;

function showTotals(
  totals: ReadonlyMap<string, Sum>,
  suffix: string,
  lang: Lang,
): { readonly totals: { readonly [family: string]: Range }; readonly problems: readonly Problem[] } {
  const shown: { [family: string]: Range } = {};
  const problems: Problem[] = [];
  for (const family of families) {
    const sum = totals.get(`${family}${suffix}`);
    if (sum === undefined) continue;
    const range = exactRange(sum);
    if (range === undefined) problems.push(amountOverflow(family, lang));
    else shown[family] = range;
  }
  return { totals: shown, problems };
}
