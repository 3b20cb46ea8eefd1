import { describe, expect, it } from 'vitest';
import type { Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { rational } from '../../compiler/ir/rational.ts';
import type { ResultJson } from '../../compiler/run/result-json.ts';
import { formatSource } from '../../language/formatter/format.ts';
import { parse } from '../../language/syntax/parse.ts';
import { answers, type Case, type Clause, claimsOf, clauses, compiled, interpreterOf } from './suite.ts';

/** Laws that derive from each case others whose results follow from it. The interpreter answers: it is the specification. */
const answered = clauses.filter(({ cases }) => cases.length > 0);

describe.each(answered)('$name', (clause) => {
  it('says the same in either vocabulary', async () => {
    for (const keywords of ['zh', 'en'] as const) {
      const { text, diagnostics } = await formatSource(clause.source, { keywords });
      expect(diagnostics).toEqual([]);
      await expectSame(clause, text, (result) => withoutEnvelope(result));
    }
  });

  it('says the same whatever the order of its measures, but for who pays of equals', async () => {
    const turned = measuresReversed(clause.source);
    if (turned === undefined) return;
    await expectSame(clause, turned, (result) => ({ totals: result.totals, needs: [...result.needs].sort() }));
  });

  it('reads a fact by its alias as by its name', async () => {
    const policy = policyOf(clause.source);
    const names = new Map<string, string>();
    for (const { name, aliases } of metadataOf(policy, 'test').schema.facts)
      if (aliases[0]) names.set(name, aliases[0]);
    const renamed = (facts: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.entries(facts).map(([name, value]) => [names.get(name) ?? name, value]));
    for (const one of clause.cases) {
      if (claimsOf(one).some(({ problem }) => problem !== undefined)) continue;
      const [before, after] = [await results(policy, one), await results(policy, one, renamed)];
      expect(after.map(withoutEnvelope)).toEqual(before.map(withoutEnvelope));
    }
  });

  // An award in an open choice is shown as it would be paid; that it may be paid nothing is said there.
  it('narrows every award by every fact that is given, and never moves it elsewhere', async () => {
    const policy = policyOf(clause.source);
    for (const one of clause.cases) {
      if (!('facts' in one) || one.facts.party === undefined || one.problem !== undefined) continue;
      const [known] = await results(policy, one);
      for (const [name, value] of Object.entries(one.facts)) {
        if (reserved.has(name) || Array.isArray(value)) continue;
        const [wider] = await results(policy, one, ({ [name]: _, ...rest }) => rest);
        for (const award of awardsOf(known)) {
          const widerOne = awardsOf(wider).find((other) => keyOf(other) === keyOf(award));
          // An award that may go to another list of items has no counterpart.
          if (widerOne === undefined) continue;
          const isOpen = ((wider?.open ?? []) as readonly OpenJson[]).some(({ awards }) =>
            awards.some((other) => keyOf(other) === keyOf(award)),
          );
          const told = `${one.why}: ${keyOf(award)} without ${name}`;
          expect(isOpen ? 0 : Number(widerOne.min), told).toBeLessThanOrEqual(Number(award.min));
          expect(widerOne.max === null ? Infinity : Number(widerOne.max), told).toBeGreaterThanOrEqual(
            award.max === null ? Infinity : Number(award.max),
          );
        }
      }
    }
  });

  it('never lowers an award by raising its cap', async () => {
    const policy = policyOf(clause.source);
    for (const raised of capsRaised(policy)) {
      for (const one of clause.cases) {
        const [before, after] = [await results(policy, one), await results(raised.policy, one)];
        for (const [i, result] of before.entries()) {
          for (const award of awardsOf(result)) {
            if (award.measure !== raised.measure || award.benefit !== raised.label) continue;
            const other = awardsOf(after[i]).find((a) => keyOf(a) === keyOf(award));
            if (other === undefined) continue;
            expect(Number(other.min), one.why).toBeGreaterThanOrEqual(Number(award.min));
            if (other.max !== null) expect(Number(other.max), one.why).toBeGreaterThanOrEqual(Number(award.max));
          }
        }
      }
    }
  });
});

const reserved = new Set(['party', 'asOf', 'applicant', 'decisions', 'ledger']);

interface OpenJson {
  readonly awards: readonly Omit<AwardJson, 'min' | 'max'>[];
}

interface AwardJson {
  readonly measure: string;
  readonly benefit: string | null;
  readonly item?: number;
  readonly min: string;
  readonly max: string | null;
}

const awardsOf = (result: ResultJson | undefined) => (result?.awards ?? []) as readonly AwardJson[];

const keyOf = ({ measure, benefit, item }: Omit<AwardJson, 'min' | 'max'>): string => `${measure}/${benefit}/${item}`;

function policyOf(source: string): PolicyIr {
  const [policy] = compiled(source).policies;
  if (policy === undefined) throw new Error('a clause with cases compiles');
  return policy;
}

async function results(
  policy: PolicyIr,
  one: Case,
  change: (facts: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> = (facts) => facts,
): Promise<readonly (ResultJson | undefined)[]> {
  const records = claimsOf(one).map(({ facts }) => change(facts));
  const given = await answers(policy, interpreterOf(policy), records, one.readings);
  return given.map(({ result }) => result);
}

function withoutEnvelope(result: ResultJson | undefined): unknown {
  if (result === undefined) return undefined;
  const { envelope: _, ...rest } = result;
  return rest;
}

async function expectSame({ source, cases }: Clause, other: string, shown: (result: ResultJson) => unknown) {
  const [before, after] = [policyOf(source), policyOf(other)];
  for (const one of cases) {
    const show = (given: readonly (ResultJson | undefined)[]) => given.map((result) => result && shown(result));
    expect(show(await results(after, one)), one.why).toEqual(show(await results(before, one)));
  }
}

/** The source with its measures in the opposite order; undefined where there is but one. */
function measuresReversed(source: string): string | undefined {
  const measures = parse(source, '').tree.items.filter((item) => item.kind === 'Measure');
  if (measures.length < 2) return undefined;
  let text = '';
  let from = 0;
  for (const [i, { span }] of measures.entries()) {
    const other = measures[measures.length - 1 - i]!.span;
    text += source.slice(from, span.start) + source.slice(other.start, other.end);
    from = span.end;
  }
  return text + source.slice(from);
}

/** The policy with each benefit's caps doubled, one benefit at a time. */
function* capsRaised(policy: PolicyIr): Generator<{ policy: PolicyIr; measure: string; label: string | null }> {
  for (const [i, benefit] of policy.plans.entries()) {
    if (benefit.k !== 'benefit') continue;
    const amount = doubled(benefit.amount);
    if (amount === benefit.amount) continue;
    const plans = policy.plans.with(i, { ...benefit, amount });
    yield { policy: { ...policy, plans }, measure: benefit.measure, label: benefit.label };
  }
}

/** Twice the limit of every cap on the way down from the rounding to the base. */
function doubled(e: Expr): Expr {
  if (e.k === 'round') {
    const x = doubled(e.x);
    return x === e.x ? e : { ...e, x };
  }
  if (e.k !== 'step' || e.of === undefined) return e;
  const of = doubled(e.of);
  if (e.role !== 'cap' || e.x.k !== 'min') return of === e.of ? e : { ...e, of };
  const two: Expr = { k: 'const', value: rational(2), valueType: { type: 'count' } };
  const args = e.x.args.map((arg): Expr => (arg.k === 'prior' ? arg : { k: 'mul', a: two, b: arg }));
  return { ...e, of, x: { ...e.x, args } };
}
