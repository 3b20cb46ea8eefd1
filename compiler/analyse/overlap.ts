import type { Award, Facts, Range, Result } from '../../stdlib/runtime/types.ts';
import type { Expr, PolicyIr } from '../ir/ir.ts';
import { amountEnd } from './amount-ends.ts';
import { basesOf, mattersOf, type Settlement, type Side, sameMatter, settlementOf, sharedBase } from './compete.ts';
import { and, type Domains, domainsOf, type Formula, fromCondition, not } from './formula.ts';
import { identities, narrowest, payable } from './payable.ts';
import { type Answer, satisfy } from './satisfy.ts';
import { type Witness, witnessFrom } from './witness.ts';

/** Evaluates one policy for one applicant in the emitted evaluator: no witness is shown that it does not bear out. */
export type Replay = (policy: PolicyIr, facts: Facts, asOf: string) => Result;

/** Two benefits of different measures that the same applicant can be paid on the same matter. */
export interface Meeting {
  readonly sides: readonly [Side, Side];
  /** What each would pay the witness on its own. */
  readonly amounts: readonly [Range, Range];
  readonly witness: Witness;
}

export type OverlapKind = 'overlap' | 'stale' | 'shadowed' | 'duplicate' | 'double-base';

/** What a drafter is told of two measures and a matter: every meeting of their benefits, in one finding. */
export interface OverlapFinding {
  readonly kind: OverlapKind;
  /** The matter that both pay on; for `double-base` the fact that both take a share of. */
  readonly matter: string;
  /** For `shadowed` the one that never pays comes first; for `stale` the older one. */
  readonly measures: readonly [Side, Side];
  readonly settled: boolean;
  readonly settlement: Settlement | undefined;
  readonly meetings: readonly Meeting[];
}

/** Two benefits of which it could not be decided whether they meet. */
export interface UndecidedPair {
  readonly matter: string;
  readonly sides: readonly [Side, Side];
  readonly why: string;
}

export interface Overlaps {
  readonly findings: readonly OverlapFinding[];
  readonly undecided: readonly UndecidedPair[];
}

/**
 * Every pair of benefits that legally competes and can meet in one applicant, with that applicant; told where no rule
 * settles the pair, where a rule makes one side never pay, and where an older policy still pays beside a newer one of
 * its level. Pairs that a rule settles while both still pay are silent.
 */
export function findOverlaps(policies: readonly PolicyIr[], replay: Replay): Overlaps {
  const domains = domainsOf(policies);
  const search: Search = { policies, domains, replay, payable: new Map() };
  const findings = new Map<string, OverlapFinding>();
  const undecided: UndecidedPair[] = [];
  for (const [a, b] of candidatePairs(policies)) {
    if (isReplaced(a.policy, b.policy) || isReplaced(b.policy, a.policy)) continue;
    const shared = sameMatter(a, b);
    const base = shared.matters.length === 0 ? sharedBase(a, b) : undefined;
    const matter = shared.matters[0] ?? base;
    if (matter === undefined) continue;
    const outcome = base === undefined ? judge(a, b, shared.formula, search) : judgeBase(a, b, search);
    if (outcome === undefined) continue;
    if ('why' in outcome) {
      undecided.push({ matter, sides: [a, b], why: outcome.why });
      continue;
    }
    const { kind, sides, settlement, meeting } = outcome;
    const key = JSON.stringify([kind, ...sides.map((s) => [s.policy.name, s.benefit.measure])]);
    const known = findings.get(key);
    findings.set(key, {
      kind,
      matter: known?.matter ?? (base === undefined ? matterOf(meeting, shared.matters) : matter),
      measures: known?.measures ?? sides,
      settled: settlement !== undefined,
      settlement,
      meetings: [...(known?.meetings ?? []), meeting],
    });
  }
  return { findings: [...findings.values()], undecided };
}

/** A policy that another one replaces is no longer in force when that one begins: the two never meet. */
function isReplaced(older: PolicyIr, newer: PolicyIr): boolean {
  return newer.replaces.includes(older.name);
}

interface Search {
  readonly policies: readonly PolicyIr[];
  readonly domains: Domains;
  readonly replay: Replay;
  readonly payable: Map<Side['benefit'], Formula>;
}

/** Pairs of benefits with a matter or a base in common, each once. Nothing else can pay twice for one thing. */
function candidatePairs(policies: readonly PolicyIr[]): [Side, Side][] {
  const byMatter = new Map<string, { readonly side: Side; readonly index: number }[]>();
  let index = 0;
  for (const policy of policies) {
    for (const benefit of policy.plans) {
      if (benefit.k !== 'benefit') continue;
      const side = { policy, benefit };
      for (const key of [...mattersOf(side), ...basesOf(side).map((base) => `@base ${base}`)]) {
        byMatter.set(key, [...(byMatter.get(key) ?? []), { side, index }]);
      }
      index++;
    }
  }
  const pairs = new Map<string, [Side, Side]>();
  for (const sides of byMatter.values()) {
    for (const [i, a] of sides.entries()) {
      for (const b of sides.slice(i + 1)) pairs.set(`${a.index}-${b.index}`, [a.side, b.side]);
    }
  }
  return [...pairs.values()];
}

type Judgement =
  | {
      readonly kind: OverlapKind;
      readonly sides: readonly [Side, Side];
      readonly settlement: Settlement | undefined;
      readonly meeting: Meeting;
    }
  | { readonly why: string };

function judge(a: Side, b: Side, matter: Formula, search: Search): Judgement | undefined {
  const settlement = settlementOf(a, b);
  // Both are paid by intention, or one is named as giving way: nothing is left to say.
  if (settlement !== undefined && (settlement.by !== 'group' || settlement.group.rule === 'sum')) return undefined;
  const older = olderOf(a, b);
  const both = and(matter, payableAt(a, search), payableAt(b, search), identities(policiesOf(a, b)));
  const answer = plainest(both, [a, b], search);
  if (answer.answer === 'no') return undefined;
  if (answer.answer === 'undecided') return { why: answer.why };
  const meet = (sides: readonly [Side, Side]): Meeting | undefined => meeting(sides, answer, search);
  if (older !== undefined) {
    const sides: readonly [Side, Side] = older === a ? [a, b] : [b, a];
    const found = meet(sides);
    return found && { kind: 'stale', sides, settlement, meeting: found };
  }
  const twice = paysTheSame(a, b, matter, search);
  // Shares in companies have no agreed order of size: a rule that takes the higher one settles nothing there.
  if (twice || settlement === undefined || a.benefit.family === 'equity') {
    const found = meet([a, b]);
    return found && { kind: twice ? 'duplicate' : 'overlap', sides: [a, b], settlement, meeting: found };
  }
  for (const sides of [
    [a, b],
    [b, a],
  ] as const) {
    if (!neverPays(sides[0], sides[1], matter, search)) continue;
    const found = meet(sides);
    return found && { kind: 'shadowed', sides, settlement, meeting: found };
  }
  return undefined;
}

/** The answer, with an applicant whose kinds are as narrow as the two measures ask, where there is one. */
function plainest(formula: Formula, sides: readonly Side[], { domains }: Search): Answer {
  const policies = [...new Set(sides.map((side) => side.policy))];
  const mentioned = new Set(sides.flatMap((side) => side.benefit.parties));
  const narrow = satisfy(and(formula, narrowest(policies, mentioned)), domains);
  return narrow.answer === 'yes' ? narrow : satisfy(formula, domains);
}

/**
 * One expenditure paid twice: both take a share of the same sum of money, under different matters. Only what the two
 * say of each other settles that, whatever their family.
 */
function judgeBase(a: Side, b: Side, search: Search): Judgement | undefined {
  const settlement = settlementOf(a, b);
  const named = settlement?.by === 'group' && settlement.group.between !== undefined;
  if (settlement !== undefined && (settlement.by !== 'group' || named)) return undefined;
  const both = and(payableAt(a, search), payableAt(b, search), identities(policiesOf(a, b)));
  const answer = plainest(both, [a, b], search);
  if (answer.answer === 'no') return undefined;
  if (answer.answer === 'undecided') return { why: answer.why };
  const found = meeting([a, b], answer, search);
  return found && { kind: 'double-base', sides: [a, b], settlement: undefined, meeting: found };
}

function payableAt(side: Side, search: Search): Formula {
  const known = search.payable.get(side.benefit);
  if (known !== undefined) return known;
  const formula = payable(side.benefit, search.domains);
  search.payable.set(side.benefit, formula);
  return formula;
}

/**
 * Whether `loser` is beaten wherever it is payable: the other is payable there as well and strictly higher (one that is
 * selected counts as selected). Only where both questions are decided.
 */
function neverPays(loser: Side, winner: Side, matter: Formula, search: Search): boolean {
  const own = and(payableAt(loser, search), identities(policiesOf(loser, winner)));
  const elsewhere = satisfy(and(own, not(and(matter, payableAt(winner, search)))), search.domains);
  if (elsewhere.answer !== 'no') return false;
  const high = amountEnd(loser.benefit, 'high');
  const low = amountEnd(winner.benefit, isSelected(winner.benefit.amount) ? 'high' : 'low');
  if (high === null || low === null) return false;
  const reaches = fromCondition({ k: 'cmp', op: '<=', a: low, b: high }, true, search.domains);
  return satisfy(and(own, payableAt(winner, search), reaches), search.domains).answer === 'no';
}

/** Whether two benefits pay the same sum, decided in the same way, to the same applicants: one of them is superfluous. */
function paysTheSame(a: Side, b: Side, matter: Formula, search: Search): boolean {
  const [x, y] = [and(payableAt(a, search), matter), and(payableAt(b, search), matter)];
  const everyone = identities(policiesOf(a, b));
  const never = (formula: Formula) => satisfy(and(everyone, formula), search.domains).answer === 'no';
  if (!never(and(x, not(y))) || !never(and(y, not(x)))) return false;
  return (['low', 'high'] as const).every((end) => {
    const [p, q] = [amountEnd(a.benefit, end), amountEnd(b.benefit, end)];
    if (p === null || q === null) return p === q;
    return never(and(x, fromCondition({ k: 'cmp', op: '=', a: p, b: q }, false, search.domains)));
  });
}

function isSelected(e: Expr): boolean {
  if (e.k === 'step') return isSelected(e.of ?? e.x);
  return e.k === 'decide' && e.why === 'selection';
}

/**
 * The side of the older policy, when both are of one level and the older stays in force after the newer begins. A policy
 * without dates is always in force and never old; one that takes effect on publication begins after all that have begun.
 */
function olderOf(a: Side, b: Side): Side | undefined {
  if (a.policy === b.policy || a.policy.level === undefined || a.policy.level !== b.policy.level) return undefined;
  const begins = (p: PolicyIr) =>
    p.effective.from ?? (p.effective.onPublication ? Number.POSITIVE_INFINITY : undefined);
  const [x, y] = [begins(a.policy), begins(b.policy)];
  if (x === undefined || y === undefined || x === y) return undefined;
  const [old, start] = x < y ? [a, y] : [b, x];
  if (old.policy.status === 'repealed') return undefined;
  const { to } = old.policy.effective;
  return to === undefined || to > start ? old : undefined;
}

function policiesOf(a: Side, b: Side): readonly PolicyIr[] {
  return a.policy === b.policy ? [a.policy] : [a.policy, b.policy];
}

/** The applicant, replayed: both benefits must come out above nothing, or nothing is claimed of them. */
function meeting(
  sides: readonly [Side, Side],
  answer: Extract<Answer, { answer: 'yes' }>,
  search: Search,
): Meeting | undefined {
  const witness = witnessFrom(answer.values, policiesOf(...sides));
  const amounts = sides.map((side) => {
    const result = search.replay(side.policy, witness.facts, witness.asOf);
    const award = result.awards.find((w) => w.measure === side.benefit.measure && w.benefit === side.benefit.label);
    return award && paid(award);
  });
  const [first, second] = amounts;
  if (first === undefined || second === undefined) {
    const names = sides.map((s) => `${s.policy.name} ${s.benefit.measure}`).join(' / ');
    throw new Error(`the evaluator does not bear out the witness for ${names}: ${JSON.stringify(witness)}`);
  }
  return { sides, amounts: [first, second], witness };
}

function paid(award: Award): Range | undefined {
  const { min, max } = award.outcome === 'suppressed' && award.forgone ? award.forgone : award;
  if (award.outcome === 'denied' || max === 0) return undefined;
  return { min, max };
}

/** The matter the witness is on, where the two could meet on several. */
function matterOf({ sides, witness }: Meeting, matters: readonly string[]): string {
  for (const { benefit } of sides) {
    const { matter } = benefit;
    if (matter === undefined || 'name' in matter) continue;
    for (const value of Object.values(witness.facts)) {
      if (!Array.isArray(value)) continue;
      const item: unknown = value[0];
      if (typeof item !== 'object' || item === null) continue;
      const named = Object.values(item).find((v) => typeof v === 'string' && matters.includes(v));
      if (typeof named === 'string') return named;
    }
    const own = Object.values(witness.facts).find((v) => typeof v === 'string' && matters.includes(v));
    if (typeof own === 'string') return own;
  }
  return matters[0] ?? '';
}
