import { common } from './dimension.ts';
import {
  type BenefitPlan,
  type ItemQuotaPlan,
  type LimitPlan,
  type NormPlan,
  type Plan,
  type PolicyIr,
  readingFact,
} from './ir.ts';
import { decisionFaults, decisionsOnAPath, isNeverNegative, signedAmong } from './monotone.ts';
import { add, compare, one, zero } from './rational.ts';
import {
  type Place,
  type Report,
  type Scope,
  verifyChain,
  verifyLess,
  verifyNumber,
  verifySay,
  verifyTruth,
  verifyWhen,
} from './verify-expression.ts';
import { someNode } from './walk.ts';

/**
 * Proves the invariants of the IR (README.md). Gives one sentence for each that is broken, with the plan it was found in;
 * none where the IR is well-formed. Everything after the lowering relies on them.
 */
export function verify(policy: PolicyIr): string[] {
  const faults: string[] = [];
  const scope = scopeOf(policy);
  verifyDeclarations(policy, scope, (fault) => faults.push(`${policy.name}: ${fault}`));
  for (const plan of policy.plans) verifyPlan(plan, scope, (fault) => faults.push(`${nameOf(plan)}: ${fault}`));
  return [...new Set(faults)];
}

function scopeOf(policy: PolicyIr): Scope {
  const benefits = policy.plans.filter((plan) => plan.k === 'benefit');
  return {
    policy,
    facts: new Map(policy.facts.map((fact) => [fact.id, fact])),
    lists: new Set(policy.lists.map((list) => list.id)),
    parties: new Set(policy.parties.map((party) => party.name)),
    readings: new Set(
      (policy.readings ?? []).flatMap(({ name, options }) => options.map((option) => readingFact(name, option))),
    ),
    ledgerKeys: new Set(benefits.flatMap((b) => [b.measure, keyOf(b)])),
  };
}

function keyOf({ measure, label }: BenefitPlan): string {
  return label === null ? measure : `${measure}/${label}`;
}

function nameOf(plan: Plan): string {
  switch (plan.k) {
    case 'benefit':
      return keyOf(plan);
    case 'limit':
    case 'quota':
    case 'item-quota':
    case 'norm':
      return `${plan.k} of ${plan.measure}`;
    case 'group':
      return `stacking ${plan.rule}`;
    case 'pool':
      return `pool ${plan.name}`;
    default:
      return plan satisfies never;
  }
}

// ------------------------------------------------------------------------------------------------------- declarations

const reservedNames = ['applicant', 'party', 'asOf', 'decisions', 'ledger'];

function verifyDeclarations(policy: PolicyIr, scope: Scope, report: Report): void {
  const { facts, lists, parties, disjoint, enums, plans } = policy;
  unique(
    [...facts, ...lists].map((d) => d.id),
    'fact or list',
    report,
  );
  const ownNames = [...facts.filter((f) => f.list === undefined), ...lists].map((d) => d.name);
  unique(ownNames, 'fact or list by the name', report);
  unique(
    parties.map((p) => p.name),
    'party',
    report,
  );
  unique(
    enums.map((e) => e.name),
    'enum',
    report,
  );
  unique(
    plans.flatMap((p) => (p.k === 'benefit' ? [keyOf(p)] : [])),
    'benefit',
    report,
  );
  for (const name of ownNames) if (reservedNames.includes(name)) report(`a fact is called ${name}, which is reserved`);
  for (const fact of facts) {
    if (fact.id.startsWith('@')) report(`a declared fact is called ${fact.id}`);
    if (fact.list !== undefined && !scope.lists.has(fact.list)) report(`${fact.id} is of no declared list`);
    const { valueType } = fact;
    if (valueType.type === 'enum' && !enums.some((e) => e.name === valueType.name)) report(`no enum ${valueType.name}`);
  }
  const named = [
    ...facts.flatMap((f) => f.parties),
    ...lists.flatMap((l) => l.parties),
    ...parties.flatMap((p) => p.parents),
    ...disjoint.flat(),
  ];
  verifyParties(named, scope, report);
}

function unique(names: readonly string[], what: string, report: Report): void {
  for (const name of new Set(names.filter((n, i) => names.indexOf(n) !== i)))
    report(`there are two of the ${what} ${name}`);
}

function verifyParties(names: readonly string[], { parties }: Scope, report: Report): void {
  for (const name of new Set(names)) if (!parties.has(name)) report(`no party ${name} is declared`);
}

// --------------------------------------------------------------------------------------------------------------- plans

function verifyPlan(plan: Plan, scope: Scope, report: Report): void {
  switch (plan.k) {
    case 'benefit':
      verifyBenefit(plan, scope, report);
      break;
    case 'limit':
      verifyLimit(plan, scope, report);
      break;
    case 'norm':
      verifyNorm(plan, scope, report);
      break;
    case 'group': {
      const { reach } = plan;
      const hasKey = reach.reach === 'per' || reach.reach === 'across';
      if (hasKey && !scope.lists.has(reach.key)) report(`no list ${reach.key} is declared`);
      break;
    }
    case 'item-quota':
      verifyItemQuota(plan, scope, report);
      break;
    case 'quota':
      if (!Number.isSafeInteger(plan.n) || plan.n < 0) report(`a quota of ${plan.n}`);
      for (const { fact } of plan.rank) verifyRank(fact, scope, report);
      if (!scope.policy.plans.some((p) => p.k === 'benefit' && p.measure === plan.measure && fits(plan.label, p)))
        report('it limits no benefit');
      break;
    case 'pool':
      if (plan.amount.n < 0n) report('a pool of less than nothing');
      if (typeof plan.share === 'object') verifyRank(plan.share.fact, scope, report);
      break;
    default:
      plan satisfies never;
  }
}

function fits(label: string | undefined, benefit: BenefitPlan): boolean {
  return label === undefined || label === benefit.label;
}

/** What puts applicants into an order: a number or a date. */
function verifyItemQuota({ measure, label, list, n, same, rank }: ItemQuotaPlan, scope: Scope, report: Report): void {
  if (!Number.isSafeInteger(n) || n < 0) report(`a quota of ${n}`);
  if (!scope.lists.has(list)) report(`no list ${list} is declared`);
  for (const { fact } of rank) verifyRank(fact, scope, report);
  const ofItems = [...(same === undefined ? [] : [same]), ...rank.map(({ fact }) => fact)];
  for (const id of ofItems) if (scope.facts.get(id)?.list !== list) report(`${id} is no field of ${list}`);
  const type = same === undefined ? 'key' : scope.facts.get(same)?.valueType.type;
  if (type !== 'key' && type !== 'enum') report(`${same} is a ${type}, by which no items are told apart`);
  const limited = scope.policy.plans.some(
    (p) => p.k === 'benefit' && p.measure === measure && p.over === list && fits(label, p),
  );
  if (!limited) report('it limits no benefit');
}

function verifyRank(id: string, { facts }: Scope, report: Report): void {
  const type = facts.get(id)?.valueType.type;
  if (type === undefined) report(`no fact ${id} is declared`);
  else if (type === 'bool' || type === 'key' || type === 'enum') report(`${id} is a ${type}, which ranks nobody`);
}

function verifyBenefit(plan: BenefitPlan, scope: Scope, report: Report): void {
  const { over, matter } = plan;
  if (over !== undefined && !scope.lists.has(over)) report(`no list ${over} is declared`);
  verifyParties([...plan.parties, ...plan.analogies.flatMap((a) => a.parties)], scope, report);
  if (plan.excludes.includes(plan.measure)) report('it excludes its own measure');

  const place: Place = { scope, items: new Set(over === undefined ? [] : [over]) };
  for (const when of [plan.when, ...plan.analogies.map((a) => a.when)]) verifyWhen(when, place, report);
  for (const { fact, as } of plan.analogies.flatMap((a) => a.reads ?? [])) {
    const [own, named] = [scope.facts.get(fact), scope.facts.get(as)];
    if (own === undefined || named === undefined) report(`no fact ${own ? as : fact} is declared`);
    else if (own.list !== undefined || named.list !== undefined) report(`${fact} is read as ${as}, of an item`);
    else if (JSON.stringify(own.valueType) !== JSON.stringify(named.valueType))
      report(`${fact} is read as ${as}, of another type`);
  }
  verifyChain(plan.amount, place, report);
  verifyLess(plan.less ?? [], place, report);
  if ((plan.less ?? []).some((step) => someNode(step.x, (e) => e.k === 'decide'))) report('past awards are decided');
  for (const fault of decisionFaults(plan.amount, signedAmong(scope.facts))) report(fault);
  if (decisionsOnAPath(plan.amount) > 1) report('two decisions stand on one path');

  for (const { of, parts, atOnce } of plan.splits ?? []) {
    const shares = parts.flatMap(({ share }) => share ?? []);
    const order = compare(
      shares.reduce((sum, share) => add(sum, share), zero),
      one,
    );
    const isOpen = shares.length < parts.length;
    if (parts.length === 0 || (isOpen ? order >= 0 : order !== 0)) report(`its ${of} are not the whole`);
    if (shares.some((share) => share.n < 0n)) report(`one of its ${of} is negative`);
    if (atOnce !== undefined) verifyTruth(atOnce, { ...place, inCondition: true }, report);
  }

  if (matter === undefined || 'name' in matter) return;
  const fact = scope.facts.get(matter.fact);
  if (fact?.valueType.type !== 'enum') report(`its matter ${matter.fact} is no enum fact`);
  else if (fact.list !== undefined && fact.list !== over) report(`its matter ${matter.fact} is of another list`);
}

function verifyLimit(plan: LimitPlan, scope: Scope, report: Report): void {
  const capped = scope.policy.plans.filter((p) => p.k === 'benefit').filter((p) => p.measure === plan.measure);
  if (capped.length === 0) report('it caps a measure without benefits');
  if (typeof plan.subject === 'object' && scope.facts.get(plan.subject.key)?.valueType.type !== 'key')
    report(`${plan.subject.key} is no key`);
  const lists = capped.map((p) => p.over);
  const shared = lists.every((list) => list === lists[0]) ? lists[0] : undefined;
  const items = new Set(plan.subject === 'item' && shared !== undefined ? [shared] : []);
  const place: Place = { scope, items };
  verifySay(plan.say, place, report);
  const dimension = verifyNumber(plan.amount, place, report);
  if (common([dimension, 'money']) === null) report(`a cap is no money but ${dimension}`);
  if (someNode(plan.amount, (e) => e.k === 'decide')) report('a shared cap is decided by nobody');
  if (!isNeverNegative(plan.amount, signedAmong(scope.facts))) report('a cap may be negative');
}

function verifyNorm(plan: NormPlan, scope: Scope, report: Report): void {
  verifyParties(plan.parties, scope, report);
  // A norm is about no item in particular: facts of items are unknown in it.
  verifyWhen(plan.when, { scope, items: 'any' }, report);
}
