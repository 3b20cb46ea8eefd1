import { describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import type { Facts, Range, Result } from '../../stdlib/runtime/types.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';
import { furtherTwins } from './further-pairs.ts';
import { historyApplicants, historyDeclarations, historyTwins } from './history-pairs.ts';
import { declarations, type Twin, twins } from './pairs.ts';

/** Applicants at and around every limit of the twins, with facts left out here and there. */
const applicants: readonly Facts[] = [
  { party: ['高校'] },
  ...[0, 2, 3, 4, 5, 6, 83, 84, 200].map(
    (硕士): Facts => ({ party: ['高校'], 硕士, 公办: 硕士 % 2 === 0, 评级: '优秀' }),
  ),
  ...[0, 333, 2_999_999, 3_000_000, 4_999_999, 5_000_000, 400_000_001].map(
    (经费): Facts => ({
      party: ['高校'],
      硕士: 3,
      经费,
      盈余: 经费 % 3 === 0 ? -7_000_000 : 1,
      公办: true,
      评级: '良好',
    }),
  ),
  { party: ['高校'], 评级: '合格', 公办: false, 硕士: 7, 成立: 18_261 },
  { party: ['高校'], 评级: '合格', 公办: true, 硕士: 7, 成立: 18_262 },
  { party: ['企业'], 硕士: 10, 公办: true, 评级: '优秀', 经费: 1_000_000, 盈余: 0 },
  { party: ['院所'], 硕士: 10, 事业单位: true, 公办: false, 经费: 1_000_000, 盈余: 0 },
  { party: ['院所'], 硕士: 10, 事业单位: false },
  { party: ['院所'], 硕士: 10 },
  {
    party: ['高校'],
    硕士: 4,
    公办: true,
    平台: [{ 级别: '优秀', 获批: true, 投入: 12_345 }, { 级别: '良好', 获批: false, 投入: 1 }, { 获批: true }],
  },
  {
    party: ['高校'],
    平台: [
      { 级别: '优秀', 获批: false, 投入: 9_000 },
      { 级别: '优秀', 获批: true, 投入: 10_000 },
      { 级别: '良好', 获批: true, 投入: 50_000 },
      { 级别: '优秀', 获批: true, 投入: 20_000 },
    ],
  },
  { party: ['高校'], 平台: [] },
  { 硕士: 20, 博士: 1 },
];

function policyOf(body: string, declarations: string): PolicyIr {
  const text = body.includes('policy ') ? declarations.replace(/^policy .*$/m, '') + body : declarations + body;
  const compilation = compileTexts({ 'a.cuoshi': text });
  expect(compilation.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const [policy] = compilation.policies;
  if (policy === undefined) throw new Error('there is a policy');
  return policy;
}

/** Cash and equity, by analogy or not: what is paid, whoever it is called by. */
function totals(result: Result): Readonly<Record<string, Range>> {
  const sum = new Map<string, Range>();
  for (const [family, range] of [...Object.entries(result.totals), ...Object.entries(result.totalsByAnalogy)]) {
    const known = sum.get(family) ?? { min: 0, max: 0 };
    const max = known.max === null || range.max === null ? null : known.max + range.max;
    if (max !== 0) sum.set(family, { min: known.min + range.min, max });
  }
  return Object.fromEntries(sum);
}

function awards(result: Result): unknown {
  return result.awards.map(({ benefit, item, outcome, min, max, by, matter, family }) => ({
    benefit,
    item,
    outcome,
    min,
    max,
    by,
    matter,
    family,
  }));
}

/** Every norm that touches the applicant, and whether it holds. */
function norms(result: Result): unknown {
  return result.norms.map(({ modality, say, holds }) => ({ modality, say, holds }));
}

/** Without undefined fields and prototypes, which are no part of a result. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Fails where the form, its emitted module and its twin do not agree for every applicant, or pay none of them. */
function compareTwins({ surface, twin, compare }: Twin, declared: string, records: readonly Facts[]): void {
  const [a, b] = [policyOf(surface, declared), policyOf(twin, declared)];
  const emitted = loadModule(emitTypeScript(a, runtimeSource(), 'test').javascript);
  let paid = 0;
  for (const facts of records) {
    const [x, y] = [interpret(a, facts, { asOf: '2026-06-30' }), interpret(b, facts, { asOf: '2026-06-30' })];
    // Two benefits that exclude each other are known to do so only once the fact that parts them is given.
    const open = x.needs.length > 0;
    expect(plain(emitted.evaluate(facts, { asOf: '2026-06-30' })), JSON.stringify(facts)).toEqual(plain(x));
    if (compare === 'awards') expect(awards(x), JSON.stringify(facts)).toEqual(awards(y));
    if (compare === 'awards' || !open) expect(totals(x), JSON.stringify(facts)).toEqual(totals(y));
    expect(norms(x), JSON.stringify(facts)).toEqual(norms(y));
    if (compare === 'norms' ? x.norms.some((n) => n.holds) : Object.keys(totals(x)).length > 0) paid++;
  }
  expect(paid).toBeGreaterThan(0);
}

describe('a surface form, its emitted module and its twin in plainer forms', () => {
  it.each([...twins, ...furtherTwins].map((twin) => [twin.form, twin] as const))('%s', (_, twin) => {
    compareTwins(twin, declarations, applicants);
  });
});

describe('a form of history, its emitted module and its twin without history', () => {
  it.each(historyTwins.map((twin) => [twin.form, twin] as const))('%s', (_, twin) => {
    compareTwins(twin, historyDeclarations, historyApplicants);
  });
});
