import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Checked } from '../check/model.ts';
import type { BenefitPlan, PolicyIr } from '../ir/ir.ts';
import { mattersOf } from './compete.ts';

/** How many matters are proposed for one benefit. */
const mostProposals = 3;

/**
 * A benefit without a matter competes with nothing, and what it repeats would never be found: tells each, and proposes
 * the matters in use or in the taxonomy whose names are nearest to what the benefit is called.
 */
export function proposeMatters(policies: readonly PolicyIr[], checked: Checked): readonly Diagnostic[] {
  const known = new Set([
    ...checked.binding.scope.tables.matters.keys(),
    ...policies.flatMap((policy) =>
      policy.plans.flatMap((plan) => (plan.k === 'benefit' ? mattersOf({ policy, benefit: plan }) : [])),
    ),
  ]);
  const told = new Set<string>();
  return policies.flatMap((policy) =>
    policy.plans.flatMap((plan): Diagnostic[] => {
      if (plan.k !== 'benefit' || plan.matter !== undefined) return [];
      // One line about the measure settles all its benefits.
      const key = `${policy.name}/${plan.measure}`;
      if (told.has(key)) return [];
      told.add(key);
      const nearest = nearestTo(plan, known);
      const proposal = {
        zh: nearest.length > 0 ? `，如：${nearest.join('、')}` : '',
        en: nearest.length > 0 ? `, for example ${nearest.join(', ')}` : '',
      };
      return [diagnose(between.matterMissing, plan.origin.file, plan.origin.span, { benefit: plan.measure, proposal })];
    }),
  );
}

function nearestTo(plan: BenefitPlan, matters: ReadonlySet<string>): readonly string[] {
  const own = pairsOf([plan.measure, plan.title ?? '', plan.label ?? ''].join(' '));
  // At least half of a matter's name: 中心 alone makes 国家技术创新中心 no proposal for 概念验证中心.
  return [...matters]
    .map((matter) => {
      const pairs = [...pairsOf(matter)];
      return { matter, shared: pairs.filter((pair) => own.has(pair)).length / pairs.length };
    })
    .filter(({ shared }) => shared >= 0.5)
    .sort((a, b) => b.shared - a.shared || (a.matter < b.matter ? -1 : 1))
    .slice(0, mostProposals)
    .map(({ matter }) => matter);
}

/** Every two neighbouring characters: what Han names that mean alike have in common. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(
    characters
      .slice(1)
      .map((c, i) => `${characters[i]}${c}`)
      .filter((pair) => !/\s/.test(pair)),
  );
}
