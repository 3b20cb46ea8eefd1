import { describe, expect, it } from 'vitest';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { membershipOf } from '../../compiler/ir/interpret/membership.ts';
import type { Award, Facts } from '../../stdlib/runtime/types.ts';
import * as b from '../harness/ir-builders.ts';

// 单位 ← 高校 ← 本科高校; 单位 ← 企业 ← {中小企业, 高企}; 高校 and 企业 exclude each other.
const vocabulary: b.PolicyOptions = {
  parties: [
    b.declareParty('单位'),
    b.declareParty('高校', ['单位'], ['大学']),
    b.declareParty('本科高校', ['高校']),
    b.declareParty('企业', ['单位']),
    b.declareParty('中小企业', ['企业']),
    b.declareParty('高企', ['企业']),
    b.declareParty('园区'),
  ],
  disjoint: [['高校', '企业']],
  lists: [b.declareList('平台', ['高校'])],
  facts: [
    b.declareFact('硕士', 'count', { parties: ['高校'] }),
    b.declareFact('营业收入', 'money', { parties: ['企业'] }),
    b.declareFact('研发投入', 'money', { parties: ['高企'] }),
    b.declareFact('面积', 'count', { parties: ['园区', '企业'] }),
    b.declareFact('金额', 'money', { list: '平台' }),
    b.declareFact('名称', 'key'),
  ],
};

const names = ['单位', '高校', '本科高校', '企业', '中小企业', '高企', '园区'];

/** `T`, `F` or `U` for each of the parties. */
function memberships(facts: Facts): string {
  const membership = membershipOf(b.policy([], vocabulary), facts);
  return names.map((name) => ({ true: 'T', false: 'F', null: 'U' })[`${membership.of(name).holds}`]).join('');
}

describe('stated membership', () => {
  it('holds for the parties named and all they descend from', () => {
    expect(memberships({ party: ['本科高校'] })).toBe('TTTFFFF');
  });

  it('is unknown for narrower kinds, false for disjoint and for all others', () => {
    expect(memberships({ party: ['企业'] })).toBe('TFFTUUF');
    expect(memberships({ party: ['单位'] })).toBe('TUUUUUF');
  });

  it('is false for narrower kinds that another named party excludes', () => {
    expect(memberships({ party: ['单位', '高校'] })).toBe('TTUFFFF');
  });

  it('knows aliases', () => {
    expect(memberships({ party: ['大学'] })).toBe(memberships({ party: ['高校'] }));
  });

  it('of nothing is nothing, and says that it inferred nothing', () => {
    expect(memberships({ party: [] })).toBe('FFFFFFF');
    expect(membershipOf(b.policy([], vocabulary), { party: [] }).inferred).toBeUndefined();
  });

  it('takes no notice of facts', () => {
    expect(memberships({ party: ['园区'], 硕士: 3 })).toBe('FFFFFFT');
  });
});

describe('inferred membership', () => {
  it('follows from a fact or list that is given, even an empty one', () => {
    expect(memberships({ 硕士: 0 })).toBe('TTUFFFU');
    expect(memberships({ 平台: [] })).toBe('TTUFFFU');
    expect(memberships({ 研发投入: 5 })).toBe('TFFTUTU');
  });

  it('is unknown without one', () => {
    expect(memberships({})).toBe('UUUUUUU');
    expect(memberships({ 名称: 'A' })).toBe('UUUUUUU');
  });

  it('takes every party that declares the fact', () => {
    expect(memberships({ 面积: 5 })).toBe('TFFTUUT');
  });

  it('leaves parties that exclude each other unknown, with their descendants', () => {
    expect(memberships({ 硕士: 1, 营业收入: 1 })).toBe('UUUUUUU');
    expect(memberships({ 硕士: 1, 研发投入: 1 })).toBe('UUUUUUU');
    expect(memberships({ 硕士: 1, 面积: 1 })).toBe('UUUUUUT');
  });

  it('is told in the result, with what contradicts itself', () => {
    const result = (facts: Facts) => interpret(b.policy([], vocabulary), facts, { asOf: '2026-06-30', lang: 'en' });
    expect(result({ 硕士: 1 }).inferred).toEqual(['高校']);
    expect(result({ 硕士: 1 }).notes).toEqual(['taken to be 高校, from the facts given']);
    expect(result({ 硕士: 1, 面积: 1 }).inferred).toEqual(['园区']);
    expect(result({ 硕士: 1, 面积: 1 }).notes[1]).toContain('高校 and 企业');
    expect(result({ party: ['高校'], 硕士: 1 }).inferred).toBeUndefined();
  });
});

describe('an award', () => {
  const run = (plan: Parameters<typeof b.benefit>[0], facts: Facts): readonly Award[] =>
    interpret(b.policy([b.benefit(plan)], vocabulary), facts, { asOf: '2026-06-30', lang: 'en' }).awards;

  it('is not listed for a party that cannot fit', () => {
    expect(run({ parties: ['高校'] }, { party: ['企业'] })).toEqual([]);
    expect(run({ parties: ['高校', '企业'] }, { party: ['企业'] })).toHaveLength(1);
    expect(run({ parties: [] }, { party: ['企业'] })).toEqual([]);
  });

  it('needs the party while it may fit', () => {
    const [award] = run({ parties: ['中小企业', '高企'] }, { party: ['企业'] });
    expect(award!.outcome).toBe('needs');
    expect(award!.needs!.map((n) => n.value)).toEqual(['中小企业', '高企']);
    expect(award!.needs![0]!.follows).toEqual([
      { value: 'yes', outcome: 'granted', min: 10_000, max: 10_000 },
      { value: 'no', outcome: 'needs', min: 0, max: 10_000 },
    ]);
  });

  it('may ask for the party in a condition', () => {
    const when = b.condition(b.isParty('高企'), 'high-tech');
    expect(run({ parties: ['企业'], when }, { party: ['高企'] })[0]!.outcome).toBe('granted');
    expect(run({ parties: ['企业'], when }, { party: ['企业'] })[0]!.outcome).toBe('needs');
    expect(run({ parties: ['单位'], when }, { party: ['高校'] })[0]!.outcome).toBe('denied');
  });
});

describe('an award by analogy', () => {
  const run = (facts: Facts, when = b.isParty('中小企业')) => {
    const plan = b.benefit({
      parties: ['高校'],
      analogies: [b.analogy(['高企', '企业'], b.condition(when), '可参照执行'), b.analogy(['园区'])],
    });
    return interpret(b.policy([plan], vocabulary), facts, { asOf: '2026-06-30', lang: 'en' });
  };

  it('is marked, and totalled apart', () => {
    const result = run({ party: ['中小企业'] });
    expect(result.awards[0]).toMatchObject({ outcome: 'granted', analogy: '企业', max: 10_000 });
    expect(result.awards[0]!.notes).toEqual(['企业: by analogy (可参照执行)']);
    expect([result.totals, result.totalsByAnalogy]).toEqual([{}, { cash: { min: 10_000, max: 10_000 } }]);
  });

  it('is none for those the benefit is for', () => {
    const result = run({ party: ['高校', '园区'] });
    expect(result.awards[0]).not.toHaveProperty('analogy');
    expect(result.totals).toEqual({ cash: { min: 10_000, max: 10_000 } });
  });

  it('asks for its own condition', () => {
    const [award] = run({ party: ['企业'] }).awards;
    expect(award).toMatchObject({ outcome: 'needs', analogy: '企业' });
    expect(award!.needs!.map((n) => n.value)).toEqual(['中小企业']);
  });

  it('is denied where its condition fails', () => {
    const denied = run({ party: ['企业', '高企'] }, b.not(b.isParty('高企'))).awards[0]!;
    expect(denied).toMatchObject({ outcome: 'denied', max: 0 });
    expect(denied.reasons![0]!.role).toBe('party');
    expect(denied).not.toHaveProperty('analogy');
  });

  it('goes before the unknown: where somebody may be of the kind itself, a sure analogy counts', () => {
    expect(run({ 名称: 'A', 面积: 3 }).awards[0]).toMatchObject({ outcome: 'granted', analogy: '园区' });
  });

  it('is left open where neither is known', () => {
    const { awards } = run({ 名称: 'A' });
    expect(awards[0]!.outcome).toBe('needs');
    expect(awards[0]).not.toHaveProperty('analogy');
    expect(awards[0]!.needs!.map((n) => n.value)).toEqual(['高校', '高企', '企业', '中小企业', '园区']);
  });

  it('is not listed where no party may fit', () => {
    const vocabularyOfOne = b.policy([b.benefit({ parties: ['高校'], analogies: [b.analogy(['企业'])] })], {
      parties: [b.declareParty('高校'), b.declareParty('企业'), b.declareParty('园区')],
    });
    expect(interpret(vocabularyOfOne, { party: ['园区'] }, { asOf: '2026-06-30' }).awards).toEqual([]);
  });
});
