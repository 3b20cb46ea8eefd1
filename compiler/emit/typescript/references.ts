import { type FactDeclaration, type ListDeclaration, type PolicyIr, readingFact } from '../../ir/ir.ts';
import { factSchemaOf } from '../../ir/metadata.ts';
import { type Code, object } from './layout.ts';
import { identifiers, stringList, stringLiteral } from './literals.ts';

/** The constants of a module that stand for facts and lists; only those that were asked for are declared. */
export interface References {
  readonly policy: PolicyIr;
  /** The identifier of a fact, by its id. */
  readonly fact: (id: string) => string;
  /** The identifier of a list, by its id. */
  readonly list: (id: string) => string;
  /** The reading and the option that a pseudo-fact stands for; undefined for all other facts. */
  readonly reading: (ref: string) => { readonly name: string; readonly option: string } | undefined;
  /** The readings of the policy, in the order of the source. */
  readonly readingNames: readonly string[];
  /** What was asked for, as the name, type and value of constants. */
  readonly declared: () => readonly Declared[];
}

export interface Declared {
  readonly name: string;
  readonly type: 'FactRef' | 'ListRef';
  readonly value: Code;
}

export function makeReferences(policy: PolicyIr): References {
  const facts = new Map(policy.facts.map((fact) => [fact.id, fact]));
  const lists = new Map(policy.lists.map((list) => [list.id, list]));
  const readings = policy.readings ?? [];
  const ways = new Map(
    readings.flatMap(({ name, options }) =>
      options.map((option) => [readingFact(name, option), { name, option }] as const),
    ),
  );
  const factName = identifiers('fact');
  const listName = identifiers('list');
  const used = new Map<string, Declared>();
  const declare = (declared: Declared): string => {
    used.set(declared.name, declared);
    return declared.name;
  };
  return {
    policy,
    fact: (id) => {
      const fact = facts.get(id);
      if (fact === undefined) throw new Error(`no fact ${id} is declared`);
      return declare({ name: factName(id), type: 'FactRef', value: factValue(fact, policy) });
    },
    list: (id) => {
      const list = lists.get(id);
      if (list === undefined) throw new Error(`no list ${id} is declared`);
      return declare({ name: listName(id), type: 'ListRef', value: listValue(list) });
    },
    reading: (ref) => ways.get(ref),
    readingNames: readings.map(({ name }) => name),
    declared: () => [...used.values()],
  };
}

function factValue(fact: FactDeclaration, policy: PolicyIr): Code {
  const { name, type, signed, unit, members } = factSchemaOf(fact, policy);
  return object({
    id: stringLiteral(fact.id),
    name: stringLiteral(name),
    list: fact.list === undefined ? undefined : stringLiteral(fact.list),
    type: stringLiteral(type),
    signed: String(signed),
    unit: unit === undefined ? undefined : stringLiteral(unit),
    members: members === undefined ? undefined : stringList(members),
  });
}

function listValue({ id, name }: ListDeclaration): Code {
  return object({ id: stringLiteral(id), name: stringLiteral(name) });
}
