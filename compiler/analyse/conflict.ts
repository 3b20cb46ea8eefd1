import type { NormResult, Result } from '../../stdlib/runtime/types.ts';
import type { BenefitPlan, Expr, ExprOf, NormPlan, PolicyIr } from '../ir/ir.ts';
import { someNode } from '../ir/walk.ts';
import { fromCondition } from './conditions.ts';
import { type Domains, domainsOf } from './domains.ts';
import { and, type Formula, or } from './formula.ts';
import { noFigureKeeps, sameBearer, sameFigure, sameTerms } from './norm-figures.ts';
import type { Replay } from './overlap.ts';
import { ofParties, readingOf } from './payable.ts';
import { satisfy } from './satisfy.ts';
import { type Witness, witnessFrom } from './witness.ts';

/** A norm and the policy it stands in. */
export interface NormSide {
  readonly policy: PolicyIr;
  readonly norm: NormPlan;
}

/** What a benefit is denied for, or what a norm takes back or bars for. */
export type DenialSide =
  | { readonly policy: PolicyIr; readonly benefit: BenefitPlan; readonly veto: ExprOf<'step'> }
  | { readonly policy: PolicyIr; readonly punishing: NormPlan };

/** Two norms that cannot both be kept for the same applicant, or one that spares what a measure punishes. */
export type ConflictFinding =
  | {
      readonly kind: 'shares' | 'bodies';
      readonly sides: readonly [NormSide, NormSide];
      readonly witness: Witness;
    }
  | {
      readonly kind: 'denial';
      readonly norm: NormSide;
      readonly denial: DenialSide;
      readonly witness: Witness;
    };

/**
 * Norms that contradict each other at some applicant: at least 70% against at most 50% of the same thing, two bodies that
 * each alone recognise the same thing, and an exemption from what a measure denies its money for.
 */
export function findConflicts(policies: readonly PolicyIr[], replay: Replay): readonly ConflictFinding[] {
  const norms = policies.flatMap((policy) =>
    policy.plans.flatMap((plan) => (plan.k === 'norm' ? [{ policy, norm: plan }] : [])),
  );
  if (norms.length === 0) return [];
  const domains = domainsOf(policies);
  // Only norms about one thing can contradict each other.
  const alike = new Map<string, NormSide[]>();
  for (const side of norms) {
    const key = `${side.norm.modality}\n${side.norm.object}`;
    alike.set(key, [...(alike.get(key) ?? []), side]);
  }
  const between = [...alike.values()].flatMap((sides) =>
    sides.flatMap((a, i) =>
      sides.slice(i + 1).flatMap((b): ConflictFinding[] => {
        const kind = contradiction(a.norm, b.norm);
        if (kind === undefined || (kind === 'shares' && !sameBearer(a.norm, b.norm, domains))) return [];
        const witness = meeting(a, b, domains, replay);
        return witness === undefined ? [] : [{ kind, sides: [a, b], witness }];
      }),
    ),
  );
  const exempt = norms.filter(({ norm }) => norm.modality === 'exempt');
  const denials = exempt.length === 0 ? [] : denialsOf(policies);
  const punishing = norms.filter(({ norm }) => punishments.has(norm.modality));
  return [
    ...between,
    ...exempt.flatMap((norm) => [
      ...denials.flatMap((denial) => spared(norm, denial, domains, replay)),
      ...punishing.flatMap((other) => punished(norm, other, domains, replay)),
    ]),
  ];
}

const punishments: ReadonlySet<NormPlan['modality']> = new Set(['revoke', 'reclaim', 'bar']);

/** How two norms contradict each other, wherever they both apply; undefined where they do not. */
function contradiction(a: NormPlan, b: NormPlan): 'shares' | 'bodies' | undefined {
  if (a.modality !== b.modality || a.object !== b.object) return undefined;
  if (a.matter !== undefined && b.matter !== undefined && a.matter !== b.matter) return undefined;
  if (a.modality === 'entitle' || a.modality === 'hold' || a.modality === 'oblige') {
    return sameFigure(a, b) && sameTerms(a, b) && noFigureKeeps(a, b) ? 'shares' : undefined;
  }
  if (a.modality !== 'recognise' || a.as !== b.as) return undefined;
  const alone = a.by.length === 1 && b.by.length === 1;
  return alone && a.by[0] !== b.by[0] ? 'bodies' : undefined;
}

function meeting(a: NormSide, b: NormSide, domains: Domains, replay: Replay): Witness | undefined {
  const policies = a.policy === b.policy ? [a.policy] : [a.policy, b.policy];
  const answer = satisfy(and(applies(a, domains), applies(b, domains)), domains);
  if (answer.answer !== 'yes') return undefined;
  const witness = witnessFrom(answer.values, policies);
  if (!holds(a, witness, replay) || !holds(b, witness, replay)) {
    throw new Error(`the evaluator does not bear out the witness for ${a.norm.measure} / ${b.norm.measure}`);
  }
  return witness;
}

function holds({ policy, norm }: NormSide, witness: Witness, replay: Replay): boolean {
  const result: Result = replay(policy, witness, [norm.measure]);
  return result.norms.some((r: NormResult) => r.measure === norm.measure && r.holds === true);
}

function applies({ norm }: NormSide, domains: Domains): Formula {
  return and(ofParties(norm.parties), fromCondition(norm.when, true, { domains }));
}

// ------------------------------------------------------------------------------------------------- exemption and denial

type Denial = Extract<DenialSide, { readonly veto: unknown }>;

/** Every veto, once for each measure that it denies. */
function denialsOf(policies: readonly PolicyIr[]): readonly Denial[] {
  const found = new Map<string, Denial>();
  for (const policy of policies) {
    for (const benefit of policy.plans) {
      if (benefit.k !== 'benefit') continue;
      for (const veto of vetoesIn(benefit.when)) {
        const key = `${policy.name}\n${benefit.measure}\n${veto.file}\n${veto.span.start}`;
        if (!found.has(key)) found.set(key, { policy, benefit, veto });
      }
    }
  }
  return [...found.values()];
}

function vetoesIn(when: Expr): ExprOf<'step'>[] {
  if (when.k === 'and') return when.args.flatMap(vetoesIn);
  return when.k === 'not' && when.x.k === 'step' && when.x.role === 'veto' ? [when.x] : [];
}

/**
 * An exemption from X, and a denial for X: somebody is denied just because of X, while the exemption holds. X is a fact of
 * yes or no; where the exemption is from something that is none, the denial has to give it as its reason.
 */
function spared(norm: NormSide, denial: Denial, domains: Domains, replay: Replay): ConflictFinding[] {
  const { object } = norm.norm;
  const { policy, benefit, veto } = denial;
  const isFact = domains.get(object)?.type === 'bool';
  if (!isFact && veto.because !== object) return [];
  if (isFact && !someNode(veto.x, (e) => e.k === 'fact' && e.ref === object)) return [];
  const reading = readingOf(benefit, domains);
  const denied = isFact
    ? and(
        { f: 'is', variable: object, value: true },
        fromCondition(setTo(veto.x, object, true), true, reading),
        fromCondition(setTo(veto.x, object, false), false, reading),
      )
    : fromCondition(veto.x, true, reading);
  const applicant = or(...benefit.parties.map((p): Formula => ({ f: 'is', variable: `@party:${p}`, value: true })));
  const answer = satisfy(and(applies(norm, domains), applicant, denied, dated(benefit, reading)), domains);
  if (answer.answer !== 'yes') return [];
  const policies = norm.policy === policy ? [policy] : [norm.policy, policy];
  const witness = witnessFrom(answer.values, policies);
  const award = replay(policy, witness, [benefit.measure]).awards.find(
    (a) => a.measure === benefit.measure && a.benefit === benefit.label,
  );
  if (!holds(norm, witness, replay) || award?.outcome !== 'denied') {
    throw new Error(`the evaluator does not bear out the witness for ${norm.norm.measure} / ${benefit.measure}`);
  }
  return [{ kind: 'denial', norm, denial, witness }];
}

/** An exemption from X, and money taken back, a recognition revoked or applications barred for X. */
function punished(norm: NormSide, other: NormSide, domains: Domains, replay: Replay): ConflictFinding[] {
  const { object } = norm.norm;
  const { when, parties } = other.norm;
  if (domains.get(object)?.type !== 'bool') return [];
  if (!someNode(when, (e) => e.k === 'fact' && e.ref === object)) return [];
  const answer = satisfy(
    and(
      applies(norm, domains),
      ofParties(parties),
      { f: 'is', variable: object, value: true },
      fromCondition(setTo(when, object, true), true, { domains }),
      fromCondition(setTo(when, object, false), false, { domains }),
    ),
    domains,
  );
  if (answer.answer !== 'yes') return [];
  const policies = norm.policy === other.policy ? [norm.policy] : [norm.policy, other.policy];
  const witness = witnessFrom(answer.values, policies);
  if (!holds(norm, witness, replay) || !holds(other, witness, replay)) {
    throw new Error(`the evaluator does not bear out the witness for ${norm.norm.measure} / ${other.norm.measure}`);
  }
  return [{ kind: 'denial', norm, denial: { policy: other.policy, punishing: other.norm }, witness }];
}

/** While the policy of the benefit is in force: its other conditions do not matter to whether it is denied for this. */
function dated(benefit: BenefitPlan, reading: ReturnType<typeof readingOf>): Formula {
  const conjuncts = benefit.when.k === 'and' ? benefit.when.args : [benefit.when];
  const onDay = conjuncts.filter((c) => c.k === 'step' && someNode(c, (e) => e.k === 'fact' && e.ref === '@as-of'));
  return and(...onDay.map((c) => fromCondition(c, true, reading)));
}

/** A condition with a fact of yes or no decided. */
function setTo(e: Expr, ref: string, value: boolean): Expr {
  switch (e.k) {
    case 'fact':
      return e.ref === ref && e.at === 'now' ? { k: 'const', value, valueType: { type: 'bool' } } : e;
    case 'and':
    case 'or':
      return { k: e.k, args: e.args.map((x) => setTo(x, ref, value)) };
    case 'not':
      return { k: 'not', x: setTo(e.x, ref, value) };
    case 'if':
      return { k: 'if', c: setTo(e.c, ref, value), t: setTo(e.t, ref, value), e: setTo(e.e, ref, value) };
    case 'step':
      return { ...e, x: setTo(e.x, ref, value) };
    default:
      return e;
  }
}
