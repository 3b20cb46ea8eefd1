import type { FactDeclaration, ListDeclaration, PolicyIr } from '../ir/ir.ts';

/** The facts and lists of a policy by id and by name, read once for each policy. */
interface Declared {
  readonly byId: ReadonlyMap<string, { readonly fact: FactDeclaration; readonly place: number }>;
  readonly byName: ReadonlyMap<string, FactDeclaration>;
}

const known = new WeakMap<PolicyIr['facts'], Declared>();

function declaredIn({ facts }: PolicyIr): Declared {
  let declared = known.get(facts);
  if (declared === undefined) {
    const byId = new Map<string, { readonly fact: FactDeclaration; readonly place: number }>();
    const byName = new Map<string, FactDeclaration>();
    for (const [place, fact] of facts.entries()) {
      byId.set(fact.id, { fact, place });
      byName.set(nameKey(fact.name, fact.list), fact);
    }
    declared = { byId, byName };
    known.set(facts, declared);
  }
  return declared;
}

function nameKey(name: string, list: string | undefined): string {
  return list === undefined ? name : `${list}\n${name}`;
}

/** More facts than a policy declares. */
const mostFacts = 1_000_000;

/** The fact that several policies know by this id, and its place among all they declare. */
export function factById(
  id: string,
  policies: readonly PolicyIr[],
): { readonly fact: FactDeclaration; readonly place: number } | undefined {
  for (const [i, policy] of policies.entries()) {
    const found = declaredIn(policy).byId.get(id);
    if (found !== undefined) return { fact: found.fact, place: i * mostFacts + found.place };
  }
  return undefined;
}

/** The fact of this name; of an item, with the id of its list. */
export function factByName(
  name: string,
  list: string | undefined,
  policies: readonly PolicyIr[],
): FactDeclaration | undefined {
  const key = nameKey(name, list);
  for (const policy of policies) {
    const found = declaredIn(policy).byName.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function listBy(
  isSuch: (list: ListDeclaration) => boolean,
  policies: readonly PolicyIr[],
): ListDeclaration | undefined {
  for (const { lists } of policies) {
    const found = lists.find(isSuch);
    if (found !== undefined) return found;
  }
  return undefined;
}
