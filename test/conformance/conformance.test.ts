import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edition } from '../../compiler/ir/lower/lower.ts';
import { problemsOf } from '../harness/problems.ts';
import {
  type Answer,
  answers,
  type Claim,
  claimsOf,
  clauses,
  compiled,
  type Expected,
  interpreterOf,
  moduleOf,
} from './suite.ts';

it('belongs to the edition of the language that the compiler speaks', () => {
  const told = JSON.parse(readFileSync(new URL('edition.json', import.meta.url), 'utf8')) as { edition: string };
  expect(told.edition).toBe(edition);
});

describe.each(clauses)('$name', (clause) => {
  const compilation = compiled(clause.source);

  it('says its clause, and is told what is told here', () => {
    expect(clause.source.startsWith('//')).toBe(true);
    expect(clause.clause).not.toBe('');
    expect(problemsOf(compilation, ['error', 'warning', 'hint'])).toEqual(clause.diagnostics);
    const isRefused = compilation.diagnostics.some(({ severity }) => severity === 'error');
    expect(clause.cases.length > 0).toBe(!isRefused);
  });

  const [policy] = compilation.policies;
  if (policy === undefined || clause.cases.length === 0) return;
  const [interpreter, module] = [interpreterOf(policy), moduleOf(policy)];
  it.each(clause.cases.map((one) => ({ why: one.why, one })))('$why', async ({ one }) => {
    const claims = claimsOf(one);
    const records = claims.map(({ facts }) => facts);
    const [specified, emitted] = [
      await answers(policy, interpreter, records, one.readings),
      await answers(policy, module, records, one.readings),
    ];
    expect(emitted).toEqual(specified);
    for (const [i, claim] of claims.entries()) expectClaim(claim, specified[i]!);
  });
});

function expectClaim(claim: Claim, { result, problems }: Answer): void {
  if (claim.problem !== undefined) {
    expect(problems).toContain(claim.problem);
    return;
  }
  expect(problems).toEqual([]);
  if (result === undefined) throw new Error('a record without problems has a result');
  const found = new Map(result.awards.map((award) => [keyOf(award as AwardKey), award]));
  for (const [key, expected] of Object.entries(claim.expect ?? {})) {
    expect([...found.keys()], 'the awards listed').toContain(key);
    expect(found.get(key), key).toMatchObject(awardOf(expected));
    found.delete(key);
  }
  for (const [key, award] of found) expect(award, `${key}, which is not named,`).toMatchObject({ outcome: 'denied' });
  for (const [family, total] of Object.entries(claim.totals ?? {})) {
    expect(result.totals[family]).toEqual(typeof total === 'string' ? { min: total, max: total } : total);
  }
  if (claim.open !== undefined) {
    expect(((result.open ?? []) as readonly { readonly why: string }[]).map(({ why }) => why)).toEqual(claim.open);
  }
  if (claim.needs !== undefined) expect(result.needs).toEqual(claim.needs);
  for (const [modality, holds] of Object.entries(claim.norms ?? {})) {
    const [, word, at] = modality.match(/^(.*?)(?:\[(\d+)\])?$/) ?? [];
    const norms = (result.norms ?? []) as readonly { readonly modality: string; readonly holds: boolean | null }[];
    expect(norms.filter((norm) => norm.modality === word)[Number(at ?? 1) - 1]?.holds, modality).toBe(holds);
  }
}

interface AwardKey {
  readonly measure: string;
  readonly benefit: string | null;
  readonly item?: number;
}

function keyOf({ measure, benefit, item }: AwardKey): string {
  return [measure, benefit, item].filter((part) => part !== null && part !== undefined).join('/');
}

const isMoney = (text: string): boolean => /^\d+\.\d\d$/.test(text);

function awardOf(expected: Expected): Readonly<Record<string, unknown>> {
  if (typeof expected !== 'string') return expected;
  return isMoney(expected) ? { outcome: 'granted', min: expected, max: expected } : { outcome: expected };
}
