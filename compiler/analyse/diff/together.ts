import type { BenefitPlan, Family, PolicyIr } from '../../ir/ir.ts';
import { type Settlement, type Side, settlementOf } from '../compete.ts';
import { findingsOf } from '../overlap.ts';
import { makeOverlapIndex } from '../overlap-index.ts';
import type { Together } from './model.ts';

/**
 * What becomes of measures of the two versions that pay one applicant on one matter. Of what changed each meeting is looked
 * for; what both versions have alike meets itself wherever it pays. Two drafts of one policy are never in force together; two
 * policies are, unless the new one replaces the old one.
 */
export function inForceTogether(older: PolicyIr, newer: PolicyIr, changed: ReadonlySet<BenefitPlan>): Together {
  if (older.name === newer.name || newer.replaces.includes(older.name)) return { findings: [], unchanged: [] };
  const alike = new Map<
    string,
    { readonly settlement: Settlement | undefined; readonly family: Family; readonly matters: Set<string> }
  >();
  const note = (a: Side, b: Side, matters: readonly string[]): void => {
    const settlement = settlementOf(a, b);
    // Both are paid by intention, or one is named as giving way.
    if (settlement !== undefined && (settlement.by !== 'group' || settlement.group.rule === 'sum')) return;
    const { family } = a.benefit;
    const key = `${settlement?.policy.name ?? ''} ${family}`;
    const known = alike.get(key) ?? { settlement, family, matters: new Set() };
    alike.set(key, known);
    for (const matter of matters) known.matters.add(matter);
  };
  const index = makeOverlapIndex({
    asks: (a, b, matters, isBase) => {
      if (a.policy === b.policy) return false;
      if (changed.has(a.benefit) || changed.has(b.benefit)) return true;
      if (!isBase) note(a, b, matters);
      return false;
    },
  });
  const { findings } = findingsOf(index.update([older, newer]));
  const unchanged = [...alike.values()].map((one) => ({ ...one, matters: [...one.matters] }));
  return { findings, unchanged };
}
