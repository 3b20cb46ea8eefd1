import { describe, expect, it } from 'vitest';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { Facts } from '../../stdlib/runtime/types.ts';
import * as b from '../harness/ir-builders.ts';

const vocabulary: b.PolicyOptions = { facts: [b.declareFact('获批', 'bool')] };
const options = { asOf: '2026-06-30', lang: 'en' } as const;

describe('norms', () => {
  const university = { party: ['高校'] };
  const norms = (facts: Facts, plan: Parameters<typeof b.norm>[0]) =>
    interpret(b.policy([b.norm(plan)], vocabulary), facts, options);

  it('hold, do not, or need facts, which the result does not ask for', () => {
    const plan = { parties: ['高校'], when: b.condition(b.fact('获批')), clause: '十四' };
    expect(norms({ ...university, 获批: true }, plan).norms).toEqual([
      { policy: '政策', measure: '规范', clause: '十四', modality: 'encourage', say: 'a sentence', holds: true },
    ]);
    expect(norms({ ...university, 获批: false }, plan).norms[0]!.holds).toBe(false);
    const unknown = norms(university, plan);
    expect(unknown.norms[0]).toMatchObject({ holds: null, needs: ['获批'] });
    expect(unknown.needs).toEqual([]);
  });

  it('are listed for those they may touch', () => {
    expect(norms(university, { parties: ['企业'] }).norms).toEqual([]);
    expect(norms(university, { parties: [] }).norms[0]!.holds).toBe(true);
    expect(norms({}, { parties: ['企业', '高校'] }).norms[0]).toMatchObject({
      holds: null,
      needs: ['企业', '高校'],
    });
  });
});
