import { type Expr, factId, type PolicyIr } from '../../compiler/ir/ir.ts';
import { childrenOf } from '../../compiler/ir/walk.ts';

/** What a form needs to know of a measure. */
export interface TrialMeasure {
  readonly name: string;
  readonly title?: string;
  readonly clause?: string;
  /** Kinds of party it is for; any one of them. */
  readonly parties: readonly string[];
  /** The facts and lists that its benefits, caps and norms read, by declared name, in the order of their declaration. */
  readonly reads: readonly string[];
}

/** The measures of a policy with what each of them reads, in the order of the source. */
export function trialMeasures(policy: PolicyIr): TrialMeasure[] {
  const measures = new Map<string, { title?: string; clause?: string; parties: Set<string>; ids: Set<string> }>();
  for (const plan of policy.plans) {
    if (!('measure' in plan)) continue;
    const found = measures.get(plan.measure) ?? { parties: new Set(), ids: new Set() };
    measures.set(plan.measure, found);
    switch (plan.k) {
      case 'benefit':
        if (plan.title !== undefined) found.title ??= plan.title;
        if (plan.clause !== undefined) found.clause ??= plan.clause;
        for (const party of plan.parties) found.parties.add(party);
        if (plan.over !== undefined) found.ids.add(plan.over);
        if (plan.matter !== undefined && 'fact' in plan.matter) found.ids.add(plan.matter.fact);
        collect(plan.when, found.ids);
        collect(plan.amount, found.ids);
        for (const analogy of plan.analogies) collect(analogy.when, found.ids);
        break;
      case 'limit':
        collect(plan.amount, found.ids);
        break;
      case 'norm':
        if (plan.clause !== undefined) found.clause ??= plan.clause;
        for (const party of plan.parties) found.parties.add(party);
        collect(plan.when, found.ids);
        break;
      case 'item-quota':
        if (plan.same !== undefined) found.ids.add(plan.same);
        for (const { fact } of plan.rank) found.ids.add(fact);
        break;
      case 'quota':
        for (const { fact } of plan.rank) found.ids.add(fact);
        break;
      default:
        plan satisfies never;
    }
  }
  return [...measures].map(([name, { title, clause, parties, ids }]) => ({
    name,
    ...(title !== undefined && { title }),
    ...(clause !== undefined && { clause }),
    parties: [...parties],
    reads: namesOf(ids, policy),
  }));
}

function collect(e: Expr, into: Set<string>): void {
  if (e.k === 'fact') into.add(e.ref);
  if (e.k === 'fold') into.add(e.list);
  for (const child of childrenOf(e)) collect(child, into);
}

/** Names of facts and lists for ids of them: a field of a record counts for its list. */
function namesOf(ids: ReadonlySet<string>, policy: PolicyIr): string[] {
  const lists = policy.lists.filter(
    (list) => ids.has(list.id) || policy.facts.some((fact) => fact.list === list.id && ids.has(fact.id)),
  );
  const facts = policy.facts.filter((fact) => fact.list === undefined && ids.has(factId(fact.name)));
  return [...facts, ...lists].map(({ name }) => name);
}
