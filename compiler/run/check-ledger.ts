import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import type { Facts, PastAward } from '../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir/ir.ts';
import { someNode } from '../ir/walk.ts';
import { suggest } from './attach-lists.ts';
import { type FactRecord, type FileProblem, fileProblem } from './record.ts';

/** What the policies of a run call their awards. */
interface Known {
  /** The benefits of each measure, by policy and measure. */
  readonly policies: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  readonly measures: readonly string[];
  /** Measures of other documents that these policies look back at. */
  readonly lookedAt: ReadonlySet<string>;
}

/**
 * Tells of past awards that look like ones of these policies under a wrong name: they would count for nothing without a word. Each
 * name is told once in a run. An award of another document, or under a name that is like none here, is nobody's mistake.
 */
export function ledgerChecker(policies: readonly PolicyIr[]): (record: FactRecord, facts: Facts) => FileProblem[] {
  const known = knownOf(policies);
  const told = new Set<string>();
  return ({ place }, { ledger }) =>
    (ledger ?? []).flatMap((award) => {
      const wrong = misnamed(award, known);
      if (wrong === undefined || told.has(wrong.name)) return [];
      told.add(wrong.name);
      return [fileProblem(runs.ledgerName, place, { name: wrong.name, suggestion: suggest(wrong.meant) })];
    });
}

/** The name that is wrong in an entry, and what it was probably meant to be. */
function misnamed({ policy, measure, benefit }: PastAward, known: Known) {
  const own = policy === undefined ? undefined : known.policies.get(policy);
  if (policy !== undefined && own === undefined) {
    const meant = didYouMean(policy, known.policies.keys()).filter((name) => !isOtherIssue(name, policy));
    return meant.length > 0 ? { name: policy, meant } : undefined;
  }
  const measures = own ? [...own.keys()] : known.measures;
  if (!measures.includes(measure)) {
    if (own === undefined && known.lookedAt.has(measure)) return undefined;
    const meant = didYouMean(measure, own ? measures : [...measures, ...known.lookedAt]);
    return own !== undefined || meant.length > 0 ? { name: measure, meant } : undefined;
  }
  if (benefit === undefined) return undefined;
  const holders = own ? [own] : [...known.policies.values()];
  const benefits = new Set(holders.flatMap((holder) => [...(holder.get(measure) ?? [])]));
  return benefits.has(benefit) ? undefined : { name: `${measure}/${benefit}`, meant: didYouMean(benefit, benefits) };
}

/** jinan-2025 and jinan-2026 are two documents, not one that is misspelt. */
function isOtherIssue(a: string, b: string): boolean {
  const bare = (name: string) => name.replaceAll(/\d+/g, '#');
  return a !== b && bare(a) === bare(b);
}

function knownOf(policies: readonly PolicyIr[]): Known {
  const byPolicy = new Map<string, Map<string, Set<string>>>();
  const lookedAt = new Set<string>();
  for (const { name, plans } of policies) {
    const measures = byPolicy.get(name) ?? new Map<string, Set<string>>();
    byPolicy.set(name, measures);
    for (const plan of plans) {
      if (plan.k !== 'benefit') continue;
      const labels = measures.get(plan.measure) ?? new Set<string>();
      measures.set(plan.measure, plan.label === null ? labels : labels.add(plan.label));
      for (const e of [plan.when, plan.amount, ...(plan.less ?? [])]) {
        someNode(e, (node) => {
          if (node.k === 'fact' && node.at === 'awarded') {
            const measure = /^@past:[^/]*\/([^/]+)/.exec(node.ref)?.[1];
            if (measure !== undefined) lookedAt.add(measure);
          }
          return false;
        });
      }
    }
  }
  return { policies: byPolicy, measures: [...byPolicy.values()].flatMap((held) => [...held.keys()]), lookedAt };
}
