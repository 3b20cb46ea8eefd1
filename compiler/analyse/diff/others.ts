import type { GroupPlan, NormPlan, Plan, PolicyIr, PoolPlan } from '../../ir/ir.ts';
import { keyOf } from '../expression-key.ts';
import { meansTheSame } from '../same-meaning.ts';
import { asNamed, type Names } from './amounts.ts';
import type { ItemChange, PolicyDiff } from './model.ts';
import { poolWords, ruleWords, settingsOf } from './words.ts';

/** Rights, duties and targets: the same, said otherwise, or only in one version. Which measure they stand in is no matter. */
export function normsOf(older: PolicyIr, newer: PolicyIr): PolicyDiff['norms'] {
  const before = plansOf(older, 'norm');
  let after = plansOf(newer, 'norm');
  const changed: { old: NormPlan; new: NormPlan }[] = [];
  let left: readonly NormPlan[] = before;
  // What is the same goes first, so that nothing else is taken for changed.
  for (const key of [wholeKey, subjectKey]) {
    const rest: NormPlan[] = [];
    const byKey = new Map<string, NormPlan[]>();
    for (const norm of after) byKey.set(key(norm), [...(byKey.get(key(norm)) ?? []), norm]);
    for (const norm of left) {
      const found = byKey.get(key(norm))?.shift();
      if (found === undefined) rest.push(norm);
      else {
        after = after.filter((other) => other !== found);
        if (key !== wholeKey) changed.push({ old: norm, new: found });
      }
    }
    left = rest;
  }
  return { changed, added: after, dropped: left };
}

/** All that a norm says. */
function wholeKey(norm: NormPlan): string {
  const { share, valueType, undecided, eachYear, until, months, parties, when, by } = norm;
  const figure =
    share &&
    `${share.bound}${share.value.n}/${share.value.d}${share.upper ? `${share.upper.n}/${share.upper.d}` : ''}${share.base ?? ''}`;
  const parts = [figure, valueType?.type, undecided, eachYear, until, months && `${months.n}/${months.d}`];
  const lists = [parties, by].map((list) => [...list].sort().join(','));
  return [subjectKey(norm), ...parts.map((p) => `${p ?? ''}`), ...lists, keyOf(when)].join('\u0001');
}

/** Who is to do what, or what is set for which year. */
function subjectKey({ modality, bearers, object, as, year }: NormPlan): string {
  const who = modality === 'target' ? '' : [...bearers].sort().join(',');
  return [modality, who, object, as ?? '', year ?? ''].join('\u0001');
}

type PlanOf<K extends Plan['k']> = Extract<Plan, { readonly k: K }>;

function plansOf<K extends Plan['k']>(policy: PolicyIr, kind: K): readonly PlanOf<K>[] {
  return policy.plans.filter((plan): plan is PlanOf<K> => plan.k === kind);
}

/**
 * Pools by name, rules of stacking by what they reach, and what the heads say. `names`: what the measures of the older
 * version are called in the newer one.
 */
export function itemsOf(older: PolicyIr, newer: PolicyIr, names: Names): readonly ItemChange[] {
  return [...poolChanges(older, newer), ...ruleChanges(older, newer, names), ...settingChanges(older, newer)];
}

function poolChanges(older: PolicyIr, newer: PolicyIr): readonly ItemChange[] {
  const [before, after] = [plansOf(older, 'pool'), plansOf(newer, 'pool')];
  const partner = (pool: PoolPlan, among: readonly PoolPlan[]) =>
    among.find((other) => other.name === pool.name) ??
    among.find((other) => meansTheSame({ ...other, name: '' }, { ...pool, name: '' }));
  const what = 'pool' as const;
  const name = (pool: PoolPlan) => ({ zh: pool.name, en: pool.name });
  return [
    ...before.flatMap((pool): ItemChange[] => {
      const other = partner(pool, after);
      const old = poolWords(pool);
      if (other === undefined) return [{ what, name: name(pool), old }];
      const now = poolWords(other);
      return now.zh === old.zh ? [] : [{ what, name: name(other), old, new: now }];
    }),
    ...after.flatMap((pool): ItemChange[] =>
      partner(pool, before) === undefined ? [{ what, name: name(pool), new: poolWords(pool) }] : [],
    ),
  ];
}

function ruleChanges(older: PolicyIr, newer: PolicyIr, names: Names): readonly ItemChange[] {
  const key = ({ rule, reach, between }: GroupPlan, by: Names) =>
    JSON.stringify([rule, reach, between ? between.map(by).sort() : null]);
  const [before, after] = [plansOf(older, 'group'), plansOf(newer, 'group')];
  const lone = (rules: readonly GroupPlan[], others: readonly GroupPlan[], by: Names, theirs: Names) => {
    const known = new Set(others.map((rule) => key(rule, theirs)));
    return rules.filter((rule) => !known.has(key(rule, by)));
  };
  const name = { zh: '叠加规则', en: 'stacking' };
  return [
    ...lone(before, after, names, asNamed).map((rule): ItemChange => ({ what: 'rule', name, old: ruleWords(rule) })),
    ...lone(after, before, asNamed, names).map((rule): ItemChange => ({ what: 'rule', name, new: ruleWords(rule) })),
  ];
}

function settingChanges(older: PolicyIr, newer: PolicyIr): readonly ItemChange[] {
  const before = settingsOf(older);
  return settingsOf(newer).flatMap(({ name, value }, i): ItemChange[] => {
    const old = before[i]?.value;
    if (old === undefined || old.en === value.en) return [];
    return [{ what: 'setting', name, ...(old.en !== '' && { old }), ...(value.en !== '' && { new: value }) }];
  });
}
