import { sayItemQuotaFull, sayItemQuotaOpen } from '../../../stdlib/runtime/sentences.ts';
import type { Award, Lang, LostAward, Need, Outcome } from '../../../stdlib/runtime/types.ts';
import type { ItemQuotaPlan, PolicyIr } from '../ir.ts';
import { type Applicant, bindItem, type Environment, givenValue, itemsOf } from './environment.ts';
import { type Candidate, ruleFor } from './pairs.ts';

/** What quotas of items make of awards that are left. */
export interface Placed {
  readonly lost: ReadonlyMap<Candidate, LostAward>;
  /** Those of which it is open whether they get a place, as they are then. */
  readonly open: ReadonlyMap<Candidate, Candidate>;
}

/** An item that wants a place. */
interface Claimant {
  readonly item: number;
  readonly awards: readonly Candidate[];
  readonly sure: boolean;
  readonly env: Environment;
}

/** Whether one comes before another: `missing` names the fact without which nobody can say. */
type Before = { readonly is: 'sure' | 'equal' | 'never' } | { readonly is: 'unknown'; readonly missing: string };

/** The quotas of items, in the order of the source, each on what the ones before it left. `left`: neither denied for others nor suppressed. */
export function placeItems(
  left: readonly Candidate[],
  applicants: readonly Applicant[],
  policies: readonly PolicyIr[],
  lang: Lang,
): Placed {
  const lost = new Map<Candidate, LostAward>();
  const open = new Map<Candidate, Candidate>();
  const contested = (c: Candidate): boolean =>
    left.some((other) => other !== c && !['none', 'sum'].includes(ruleFor(c, other, policies).kind));
  for (const applicant of applicants) {
    for (const plan of applicant.policy.plans) {
      if (plan.k !== 'item-quota') continue;
      const standing = left.filter((c) => !lost.has(c) && isUnder(c, plan, applicant.policy));
      // As the quotas before left them: what this one makes of one item says nothing of the next.
      const before = new Map(open);
      const asLeft = (c: Candidate): Candidate => before.get(c) ?? c;
      const claimants = claimantsOf(plan, standing, applicant, (c) => asLeft(c).award.min > 0 && !contested(c));
      for (const claimant of claimants) {
        const ahead = claimants
          .filter((other) => other !== claimant)
          .map((other) => ({ other, before: comesBefore(other, claimant, plan) }))
          .filter(({ before }) => before.is !== 'never');
        if (ahead.length < plan.n) continue;
        const surely = ahead.filter(({ other, before }) => other.sure && before.is === 'sure');
        for (const candidate of claimant.awards) {
          if (surely.length >= plan.n) {
            const { policy, measure, benefit, item } = candidate.award;
            const say = sayItemQuotaFull(plan.say[lang], plan.n, lang);
            lost.set(candidate, { policy, measure, benefit, ...(item !== undefined && { item }), say });
            continue;
          }
          const now = asLeft(candidate);
          const rivals = ahead.map(({ other, before }) => ({
            before,
            // Whoever surely takes a place leaves nothing open.
            awards: other.sure ? [] : other.awards.map((c) => asLeft(c).award),
          }));
          open.set(candidate, { ...now, award: opened(now.award, rivals, sayItemQuotaOpen(plan.say[lang], lang)) });
        }
      }
    }
  }
  return { lost, open };
}

function isUnder({ policy, award }: Candidate, plan: ItemQuotaPlan, own: PolicyIr): boolean {
  return (
    policy === own &&
    award.measure === plan.measure &&
    award.item !== undefined &&
    award.outcome !== 'denied' &&
    (plan.label === undefined || award.benefit === plan.label)
  );
}

/** In the order of the list; the awards of each in the order of the source. */
function claimantsOf(
  plan: ItemQuotaPlan,
  standing: readonly Candidate[],
  applicant: Applicant,
  isSure: (c: Candidate) => boolean,
): readonly Claimant[] {
  const source = applicant.policy.plans;
  return (itemsOf(applicant, plan.list) ?? []).flatMap((item, i) => {
    const awards = standing
      .filter((c) => c.award.item === i + 1)
      .sort((a, b) => source.indexOf(a.plan) - source.indexOf(b.plan));
    const env = bindItem({ applicant, items: new Map() }, plan.list, item);
    return awards.length === 0 ? [] : [{ item: i + 1, awards, sure: awards.some(isSure), env }];
  });
}

function comesBefore(a: Claimant, b: Claimant, { same, rank, asGiven }: ItemQuotaPlan): Before {
  const both = (id: string) => [a, b].map(({ env }) => givenValue(env, id, 'now'));
  const unknown = (id: string): Before => ({ is: 'unknown', missing: a.env.applicant.declarations.get(id)!.name });
  if (same !== undefined) {
    const [x, y] = both(same);
    if (x === undefined || y === undefined) return unknown(same);
    if (x !== y) return { is: 'never' };
  }
  for (const { fact, order } of rank) {
    const [x, y] = both(fact);
    if (typeof x !== 'number' || typeof y !== 'number') return unknown(fact);
    if (x !== y) return { is: (order === 'highest-first') === x > y ? 'sure' : 'never' };
  }
  if (!asGiven) return { is: 'equal' };
  return { is: a.item < b.item ? 'sure' : 'never' };
}

interface Rival {
  readonly before: Before;
  /** Of one that may take no place. */
  readonly awards: readonly Award[];
}

const outcomes: readonly Outcome[] = ['needs', 'undecided', 'case-by-case', 'selective', 'ceiling'];

/** An award that may get no place: from nothing; one that was sure of itself is called by what leaves it open. */
function opened(award: Award, rivals: readonly Rival[], say: string): Award {
  const { splits, ...rest } = award;
  const reasons = award.open ?? [];
  const from: Award = {
    ...rest,
    min: 0,
    open: reasons.includes(say) ? reasons : [...reasons, say],
    ...(splits && { splits: splits.map((split) => ({ ...split, parts: split.parts.map(withoutAmount) })) }),
  };
  if (award.outcome !== 'granted') return from;
  const missing = rivals.flatMap(({ before }) => (before.is === 'unknown' ? [before.missing] : []));
  const open = rivals.flatMap(({ awards }) => awards);
  const causes: readonly Outcome[] = [
    ...missing.map((): Outcome => 'needs'),
    ...rivals.flatMap(({ before }): Outcome[] => (before.is === 'equal' ? ['undecided'] : [])),
    // Granted, but perhaps suppressed.
    ...open.map(({ outcome }): Outcome => (outcome === 'granted' ? 'undecided' : outcome)),
  ];
  const outcome = outcomes.find((one) => causes.includes(one)) ?? 'undecided';
  const decidedBy = [...new Set([award, ...open].flatMap((one) => one.decidedBy ?? []))];
  const needs = [
    ...[...new Set(missing)].map((fact): Need => ({ fact, kind: 'fact', follows: [] })),
    ...open.flatMap((one) => (one.needs ?? []).map((need): Need => ({ ...need, follows: [] }))),
  ];
  return {
    ...from,
    outcome,
    ...(decidedBy.length > 0 && { decidedBy }),
    ...(outcome === 'needs' && { needs: needs.filter((need, i) => needs.findIndex((n) => isSameNeed(n, need)) === i) }),
  };
}

function withoutAmount({ amount: _, ...part }: NonNullable<Award['splits']>[number]['parts'][number]) {
  return part;
}

function isSameNeed(a: Need, b: Need): boolean {
  return a.fact === b.fact && a.kind === b.kind && a.at === b.at && a.value === b.value;
}
