import type { Item, PastAward } from '../../../stdlib/runtime/types.ts';
import type { Plan } from '../ir.ts';
import { type Applicant, type Environment, itemsOf } from './environment.ts';

/** Whose past awards a key of the IR means. */
interface Wanted {
  /** Undefined: of any policy. */
  readonly policy: string | undefined;
  readonly measure: string;
  readonly benefit: string | undefined;
  /** Of a benefit of this policy per item: its list. */
  readonly list: string | undefined;
}

/**
 * The sum of the past awards that a key means, in fen; undefined where there is no ledger. Where the key is of benefits per
 * item and one of their items is at hand, of that item alone.
 */
export function pastAwardsOf(key: string, env: Environment): bigint | undefined {
  const { applicant } = env;
  if (applicant.ledger === undefined) return undefined;
  const wanted = wantedBy(key, applicant);
  const item = wanted.list === undefined ? undefined : env.items.get(wanted.list);
  return applicant.ledger
    .filter((award) => isMeant(award, wanted) && isPast(award, applicant))
    .filter((award) => item === undefined || isOf(award, item, wanted.list!, applicant))
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

function wantedBy(key: string, { policy }: Applicant): Wanted {
  if (key.startsWith('@past:')) {
    const [from = '', measure = '', benefit] = key.slice('@past:'.length).split('/');
    return { policy: from === '' ? undefined : from, measure, benefit, list: undefined };
  }
  const [measure = '', benefit] = key.split('/');
  const plan = policy.plans.find((p) => isOwn(p, measure, benefit));
  return { policy: policy.name, measure, benefit, list: plan?.k === 'benefit' ? plan.over : undefined };
}

function isOwn(plan: Plan, measure: string, benefit: string | undefined): boolean {
  return plan.k === 'benefit' && plan.measure === measure && (benefit === undefined || plan.label === benefit);
}

function isMeant(award: PastAward, wanted: Wanted): boolean {
  const { policy, benefit } = award;
  if (award.measure !== wanted.measure) return false;
  if (policy !== undefined && wanted.policy !== undefined && policy !== wanted.policy) return false;
  return benefit === undefined || wanted.benefit === undefined || benefit === wanted.benefit;
}

function isPast({ date, year }: PastAward, applicant: Applicant): boolean {
  if (date !== undefined) return date < applicant.asOf;
  return year === undefined || year < applicant.year;
}

/** By a key of the item, or by its number where its record has no key. */
function isOf({ item: named }: PastAward, item: Item, list: string, applicant: Applicant): boolean {
  if (named === undefined) return true;
  const keys = [...applicant.declarations.values()].filter((f) => f.list === list && f.valueType.type === 'key');
  if (keys.length > 0) return keys.some(({ name }) => Object.hasOwn(item, name) && item[name] === named);
  return named === String((itemsOf(applicant, list) ?? []).indexOf(item) + 1);
}
