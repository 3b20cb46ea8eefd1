import { type Case, itemsOf, readFactValue, withItem } from './cases.ts';
import type { FactRef, ListRef } from './causes.ts';
import { type Entry, relationOf } from './pairs.ts';
import { sayItemQuotaFull, sayItemQuotaOpen } from './sentences.ts';
import type { Award, FactValue, Lang, LostAward, Need, Outcome } from './types.ts';

/** At most so many items of one applicant, as generated code names them. */
export interface ItemQuota {
  readonly measure: string;
  /** Of one benefit; absent: of all benefits of the measure together. */
  readonly benefit?: string;
  readonly over: ListRef;
  readonly n: number;
  /** The field whose values are counted apart. */
  readonly same?: FactRef;
  readonly ranks: readonly { readonly fact: FactRef; readonly highestFirst: boolean }[];
  /** Of equal items the one given first. */
  readonly asGiven: boolean;
  readonly say: { readonly zh: string; readonly en: string };
}

/** A quota with what is known of the items of one applicant. */
export interface ItemQuotaToGive extends ItemQuota {
  readonly policy: string;
  /** In the order of the list. */
  readonly items: readonly {
    readonly same: FactValue | undefined;
    readonly ranks: readonly (number | undefined)[];
  }[];
}

/** The quota for one applicant; none where the list is missing. */
export function itemQuotaFor(quota: ItemQuota, c: Case): ItemQuotaToGive[] {
  const { over, same, ranks } = quota;
  const items = itemsOf(c, over)?.map((item) => {
    const there = withItem(c, over, item);
    return {
      same: same && readFactValue(there, same, 'now'),
      ranks: ranks.map(({ fact, highestFirst }) => {
        const value = readFactValue(there, fact, 'now');
        return typeof value !== 'number' ? undefined : highestFirst ? -value : value;
      }),
    };
  });
  return items === undefined ? [] : [{ ...quota, policy: c.policy, items }];
}

export interface ItemQuotasGiven {
  readonly lost: ReadonlyMap<Entry, LostAward>;
  /** What may get no place: from nothing. */
  readonly opened: ReadonlyMap<Entry, Entry>;
}

/** Gives the places of all quotas, one after another, among the awards that won. */
export function giveItemQuotas(
  quotas: readonly ItemQuotaToGive[],
  winners: readonly Entry[],
  lang: Lang,
): ItemQuotasGiven {
  const lost = new Map<Entry, LostAward>();
  const opened = new Map<Entry, Entry>();
  if (quotas.length === 0) return { lost, opened };
  const unsure = contestedAmong(winners);
  for (const quota of quotas) {
    const claims = claimsOn(
      quota,
      winners.filter((entry) => !lost.has(entry)),
      opened,
      unsure,
    );
    for (const claim of claims) {
      const ahead = claims.flatMap((other) => (other === claim ? [] : whetherAhead(quota, other, claim)));
      const before = ahead.filter(({ sure }) => sure).length;
      if (ahead.length < quota.n) continue;
      for (const entry of claim.entries) {
        const { policy, measure, benefit, item } = entry.award;
        const id = { policy, measure, benefit, ...(item !== undefined && { item }) };
        if (before >= quota.n) lost.set(entry, { ...id, say: sayItemQuotaFull(quota.say[lang], quota.n, lang) });
        else
          opened.set(entry, { ...entry, award: openedAward((opened.get(entry) ?? entry).award, ahead, quota, lang) });
      }
    }
  }
  return { lost, opened };
}

/** An item with awards that are left. */
interface ItemClaim {
  readonly item: number;
  readonly entries: readonly Entry[];
  readonly awards: readonly Award[];
  readonly sure: boolean;
}

/** Of one claim, that it comes before another: surely, or else why it may. */
interface AheadOf {
  readonly sure: boolean;
  readonly claim: ItemClaim;
  readonly missing?: string;
  readonly equal: boolean;
}

function claimsOn(
  { policy, measure, benefit }: ItemQuotaToGive,
  left: readonly Entry[],
  opened: ReadonlyMap<Entry, Entry>,
  unsure: ReadonlySet<Entry>,
): ItemClaim[] {
  const byItem = new Map<number, Entry[]>();
  for (const entry of left) {
    const { award } = entry;
    if (award.policy !== policy || award.measure !== measure || award.item === undefined) continue;
    if (award.outcome === 'denied' || (benefit !== undefined && award.benefit !== benefit)) continue;
    byItem.set(
      award.item,
      [...(byItem.get(award.item) ?? []), entry].sort((a, b) => a.place - b.place),
    );
  }
  return [...byItem]
    .sort(([a], [b]) => a - b)
    .map(([item, entries]) => {
      const now = entries.map((entry) => opened.get(entry) ?? entry);
      const sure = now.some(({ award }, i) => award.min > 0 && !unsure.has(entries[i] as Entry));
      return { item, entries, awards: now.map(({ award }) => award), sure };
    });
}

/** Nothing where `a` does not come before `b`. */
function whetherAhead(quota: ItemQuotaToGive, a: ItemClaim, b: ItemClaim): AheadOf[] {
  const [first, second] = [quota.items[a.item - 1], quota.items[b.item - 1]];
  if (first === undefined || second === undefined) return [];
  if (quota.same !== undefined) {
    if (first.same === undefined || second.same === undefined)
      return [{ sure: false, claim: a, missing: quota.same.name, equal: false }];
    if (first.same !== second.same) return [];
  }
  for (const [i, { fact }] of quota.ranks.entries()) {
    const [x, y] = [first.ranks[i], second.ranks[i]];
    if (x === undefined || y === undefined) return [{ sure: false, claim: a, missing: fact.name, equal: false }];
    if (x !== y) return x < y ? [{ sure: a.sure, claim: a, equal: false }] : [];
  }
  if (!quota.asGiven) return [{ sure: false, claim: a, equal: true }];
  return a.item < b.item ? [{ sure: a.sure, claim: a, equal: false }] : [];
}

/** Awards of which it is open whether they are paid beside others. */
function contestedAmong(winners: readonly Entry[]): ReadonlySet<Entry> {
  return new Set(winners.filter((a) => winners.some((b) => a !== b && isContested(a, b))));
}

function isContested(a: Entry, b: Entry): boolean {
  return relationOf(a, b).kind !== 'none';
}

const byUrgency = ['needs', 'undecided', 'case-by-case', 'selective', 'ceiling'] as const;

function openedAward(award: Award, ahead: readonly AheadOf[], { say }: ItemQuotaToGive, lang: Lang): Award {
  const { splits, open = [], ...rest } = award;
  const told = sayItemQuotaOpen(say[lang], lang);
  const from = {
    ...rest,
    min: 0,
    open: open.includes(told) ? open : [...open, told],
    ...(splits && {
      splits: splits.map((split) => ({ ...split, parts: split.parts.map(({ amount: _, ...p }) => p) })),
    }),
  };
  if (award.outcome !== 'granted') return from;
  const missing = [...new Set(ahead.flatMap((one) => one.missing ?? []))];
  const others = ahead.filter(({ sure, claim }) => !sure && !claim.sure).flatMap(({ claim }) => claim.awards);
  const needs = [
    ...missing.map((fact): Need => ({ fact, kind: 'fact', follows: [] })),
    ...others.flatMap(({ needs: theirs = [] }) => theirs.map((need): Need => ({ ...need, follows: [] }))),
  ];
  const outcomes = new Set<Outcome>(others.map(({ outcome }) => (outcome === 'granted' ? 'undecided' : outcome)));
  if (missing.length > 0) outcomes.add('needs');
  if (ahead.some(({ equal }) => equal)) outcomes.add('undecided');
  const outcome = byUrgency.find((one) => outcomes.has(one)) ?? 'undecided';
  const by = [...new Set([...(award.decidedBy ?? []), ...others.flatMap(({ decidedBy = [] }) => decidedBy)])];
  return {
    ...from,
    outcome,
    ...(by.length > 0 && { decidedBy: by }),
    ...(outcome === 'needs' && { needs: onceEach(needs) }),
  };
}

function onceEach(needs: readonly Need[]): Need[] {
  const keyOf = ({ fact, kind, at, value }: Need) => JSON.stringify([fact, kind, at, value]);
  const seen = new Map<string, Need>();
  for (const need of needs) if (!seen.has(keyOf(need))) seen.set(keyOf(need), need);
  return [...seen.values()];
}
