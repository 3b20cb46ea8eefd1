import { formatDate } from '../../stdlib/runtime/format.ts';
import type {
  FactSchema,
  ListSchema,
  Metadata,
  Schema,
  StackingGroup,
  StackingRules,
} from '../../stdlib/runtime/types.ts';
import type { FactDeclaration, GroupPlan, PolicyIr } from './ir.ts';

/** What a policy says of itself and of the facts it reads: of emitted modules and of the interpreter alike. */
export function metadataOf(policy: PolicyIr, compiler: string): Metadata {
  return {
    policy: policy.name,
    ...(policy.title !== undefined && { title: policy.title }),
    status: policy.status,
    ...(policy.level !== undefined && { level: policy.level }),
    edition: policy.edition,
    compiler,
    hash: policy.hash,
    ...(policy.asOf !== undefined && { asOf: formatDate(policy.asOf) }),
    schema: schemaOf(policy),
    stacking: stackingOf(policy),
    ...(policy.readings && { readings: policy.readings }),
  };
}

/** The facts that a record may hold, in the order of their declaration. */
export function schemaOf(policy: PolicyIr): Schema {
  return {
    parties: policy.parties.map(({ name, aliases, parents }) => ({ name, aliases, parents })),
    disjoint: policy.disjoint,
    facts: policy.facts.filter((fact) => fact.list === undefined).map((fact) => factSchemaOf(fact, policy)),
    lists: policy.lists.map(
      (list): ListSchema => ({
        name: list.name,
        aliases: list.aliases,
        parties: list.parties,
        fields: policy.facts.filter((fact) => fact.list === list.id).map((fact) => factSchemaOf(fact, policy)),
      }),
    ),
  };
}

export function factSchemaOf(fact: FactDeclaration, { enums }: Pick<PolicyIr, 'enums'>): FactSchema {
  const { name, aliases, valueType, signed, byYear, label, parties } = fact;
  const members = valueType.type === 'enum' ? enums.find((e) => e.name === valueType.name)?.members : undefined;
  return {
    name,
    aliases,
    type: valueType.type,
    ...(members !== undefined && { members }),
    ...(valueType.type === 'quantity' && { unit: valueType.unit }),
    signed,
    ...(byYear && { byYear }),
    ...(label !== undefined && { label }),
    parties,
  };
}

function stackingOf({ plans }: PolicyIr): StackingRules {
  return {
    groups: plans.filter((plan) => plan.k === 'group').map(groupOf),
    benefits: plans
      .filter((plan) => plan.k === 'benefit')
      .map(({ measure, label, clause, over, excludes, stacksWith }) => ({
        measure,
        benefit: label,
        ...(clause !== undefined && { clause }),
        ...(over !== undefined && { over }),
        excludes,
        stacksWith,
      })),
  };
}

function groupOf({ rule, reach, between, clause }: GroupPlan): StackingGroup {
  return {
    rule,
    reach: reach.reach,
    ...(reach.reach === 'level' && { level: reach.level }),
    ...((reach.reach === 'per' || reach.reach === 'across') && { key: reach.key }),
    ...(between !== undefined && { between }),
    ...(clause !== undefined && { clause }),
  };
}
