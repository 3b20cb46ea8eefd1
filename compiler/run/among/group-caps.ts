import type { Family, Range, SharedCap } from '../../../stdlib/runtime/types.ts';
import type { LimitPlan, PolicyIr } from '../../ir/ir.ts';
import { type EvaluatedRow, type FactReader, factReader, plus, type Row, type Sum, smaller, sumOf } from './rows.ts';

/** A cap over several applicants, and what it takes of them together. */
export interface GroupCap {
  readonly policy: string;
  readonly plan: LimitPlan;
  /** The fact that names the group, and the group; null: rows that do not say whose they are. */
  readonly key: string;
  readonly group: string | null;
  /** Undefined: over all years of the run. */
  readonly year?: number;
  readonly family: Family;
  readonly byAnalogy: boolean;
  readonly say: string;
  readonly limit: Sum;
  readonly rows: readonly Row[];
  /** Rows that may belong to it, since they do not say. */
  readonly unknown: number;
  /** What the rows came to before the cap took anything, and after it took its part of each by itself. */
  readonly before: Sum;
  readonly rowsAfter: Sum;
  /** What it leaves of them together. */
  readonly after: Sum;
  /** What it takes of them, undistributed: `before` less `after`, at both ends. */
  readonly cut: Sum;
}

interface Group {
  readonly cap: SharedCap;
  readonly group: string | null;
  readonly year: number | undefined;
  limit: Sum;
  before: Sum;
  rowsAfter: Sum;
  rows: Row[];
}

interface Counted {
  readonly policy: string;
  readonly plan: LimitPlan;
  /** Of several caps per one key in one measure: which. */
  readonly place: number;
  readonly name: string;
  readonly read: FactReader;
  readonly groups: Map<string, Group>;
}

export interface GroupCapCounter {
  add(one: EvaluatedRow): void;
  /** Groups of which something is, or may be, taken beyond what each applicant's own cap takes. */
  settle(): readonly GroupCap[];
}

/** Adds up, row by row, what caps per key are about, after stacking and the caps before them. */
export function countGroupCaps(policies: readonly PolicyIr[]): GroupCapCounter {
  const all = policies.flatMap((policy) => keyCapsOf(policy));
  return {
    add({ row, facts, result }) {
      for (const { policy, plan, place, name, read, groups } of all) {
        const value = read(facts, undefined, result.year);
        const group = typeof value === 'string' ? value : null;
        const year = plan.period === 'year' ? result.year : undefined;
        const own = result.sharedCaps.filter(
          (c) => c.policy === policy && c.measure === plan.measure && c.key === name,
        );
        for (const cap of nthOfEachTotal(own, place)) {
          const id = JSON.stringify([group, year, cap.family, cap.byAnalogy]);
          // What the cap found, before it took its own part of this applicant.
          const found: Sum = {
            lo: BigInt(cap.min) + BigInt(cap.cutMin),
            hi: cap.max === null || cap.cutMax === null ? null : BigInt(cap.max) + BigInt(cap.cutMax),
          };
          const before = groups.get(id);
          if (before === undefined) {
            groups.set(id, {
              cap,
              group,
              year,
              limit: limitOf(cap.limit),
              before: found,
              rowsAfter: sumOf(cap),
              rows: [row],
            });
            continue;
          }
          before.limit = hull(before.limit, limitOf(cap.limit));
          before.before = plus(before.before, found);
          before.rowsAfter = plus(before.rowsAfter, sumOf(cap));
          before.rows.push(row);
        }
      }
    },
    settle: () => all.flatMap(settleGroups),
  };
}

function keyCapsOf(policy: PolicyIr): Counted[] {
  const places = new Map<string, number>();
  return policy.plans.flatMap((plan) => {
    if (plan.k !== 'limit' || typeof plan.subject === 'string') return [];
    const { key } = plan.subject;
    const name = policy.facts.find(({ id }) => id === key)?.name ?? key;
    const before = places.get(JSON.stringify([plan.measure, key])) ?? 0;
    places.set(JSON.stringify([plan.measure, key]), before + 1);
    return [{ policy: policy.name, plan, place: before, name, read: factReader(policy, key), groups: new Map() }];
  });
}

/** Caps of one measure and key are told in the order of the source, once for each total. */
function nthOfEachTotal(caps: readonly SharedCap[], place: number): SharedCap[] {
  const totals = new Set(caps.map(({ family, byAnalogy }) => `${family} ${byAnalogy}`));
  return [...totals].flatMap(
    (total) => caps.filter(({ family, byAnalogy }) => `${family} ${byAnalogy}` === total)[place] ?? [],
  );
}

const limitOf = (limit: Range): Sum => sumOf(limit);

function hull(a: Sum, b: Sum): Sum {
  const [lowest, highest] = [
    smaller(a.lo, b.lo),
    a.hi === null || b.hi === null ? null : a.hi + b.hi - smaller(a.hi, b.hi),
  ];
  return { lo: lowest, hi: highest };
}

function settleGroups({ policy, plan, name, groups }: Counted): GroupCap[] {
  const nameless = [...groups.values()].filter(({ group }) => group === null);
  return [...groups.values()].flatMap((one): GroupCap[] => {
    // Whoever does not say whose they are may be of this group as well.
    const others = nameless.filter(
      (other) =>
        one.group !== null &&
        other.year === one.year &&
        other.cap.family === one.cap.family &&
        other.cap.byAnalogy === one.cap.byAnalogy,
    );
    const most = others.reduce((sum, other) => plus(sum, other.before), one.before);
    const before: Sum = { lo: one.before.lo, hi: most.hi };
    // Rows that do not say may each be a group of their own: together nothing surely binds them.
    const limit: Sum =
      one.group === null ? { lo: one.limit.lo, hi: one.rows.length > 1 ? null : one.limit.hi } : one.limit;
    const after: Sum = { lo: least(before.lo, limit.lo) ?? 0n, hi: least(before.hi, limit.hi) };
    const cut: Sum = {
      lo: before.lo - (least(before.lo, limit.hi) ?? 0n),
      hi: before.hi === null ? null : before.hi - (least(before.hi, limit.lo) ?? 0n),
    };
    if (cut.hi === 0n) return [];
    return [
      {
        policy,
        plan,
        key: name,
        group: one.group,
        ...(one.year !== undefined && { year: one.year }),
        family: one.cap.family,
        byAnalogy: one.cap.byAnalogy,
        say: one.cap.say,
        limit,
        rows: one.rows,
        unknown: others.reduce((n, other) => n + other.rows.length, 0),
        before,
        rowsAfter: one.rowsAfter,
        after,
        cut,
      },
    ];
  });
}

function least(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
