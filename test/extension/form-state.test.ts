import { describe, expect, it } from 'vitest';
import type { TrialSchema } from '../../vscode-extension/src/protocol.ts';
import { asked, emptyState, recordOf, type State } from '../../vscode-extension/webview/state.ts';

const schema: TrialSchema = {
  kind: 'schema',
  policy: 'p',
  schema: {
    parties: [{ name: '高校' }, { name: '企业' }, { name: '科研院所' }],
    facts: [
      { name: '硕士', type: 'count' },
      { name: '订单式培养', type: 'bool' },
      { name: '产值', type: 'money' },
    ],
    lists: [
      {
        name: '平台',
        fields: [
          { name: '获批', type: 'bool' },
          { name: '角色', type: 'enum', members: ['牵头'] },
        ],
      },
    ],
  },
  measures: [
    { name: '联合培养', parties: ['高校'], reads: ['硕士', '订单式培养'] },
    { name: '创新平台', parties: ['高校', '企业'], reads: ['平台'] },
  ],
};

const filled = (state: Partial<State>) => {
  const whole = { ...emptyState(), ...state };
  return recordOf(whole, asked(schema, whole));
};

describe('the form of a trial', () => {
  it('asks for what the measure reads, or for everything', () => {
    const names = (measure: string) => {
      const { parties, facts, lists } = asked(schema, { ...emptyState(), measure });
      return [parties, facts.map(({ name }) => name), lists.map(({ name }) => name)];
    };
    expect(names('联合培养')).toEqual([['高校'], ['硕士', '订单式培养'], []]);
    expect(names('创新平台')).toEqual([['高校', '企业'], [], ['平台']]);
    expect(names('')).toEqual([['高校', '企业'], ['硕士', '订单式培养', '产值'], ['平台']]);
  });

  it('leaves out what is empty: it is unknown', () => {
    expect(filled({ values: { 硕士: ' ', 订单式培养: '', 产值: '50万元' } })).toEqual({ 产值: '50万元' });
    expect(filled({ lists: { 平台: [] } })).toEqual({});
  });

  it('says no where no was chosen, and none where there is none', () => {
    expect(filled({ values: { 订单式培养: 'no' }, lists: { 平台: 'none' } })).toEqual({ 订单式培养: false, 平台: [] });
  });

  it('gives items with what is known of each', () => {
    expect(filled({ lists: { 平台: [{ 获批: 'yes', 角色: '' }, {}] } })).toEqual({ 平台: [{ 获批: true }, {}] });
  });

  it('leaves out what was filled in for another measure', () => {
    const state = {
      measure: '联合培养',
      parties: ['高校', '企业'],
      values: { 硕士: '3', 产值: '1' },
      lists: { 平台: 'none' as const },
    };
    expect(filled(state)).toEqual({ party: ['高校'], 硕士: '3' });
  });

  it('supposes what was decided', () => {
    const decisions = {
      a: { kind: 'amount', by: '', value: '3万元' },
      b: { kind: 'passed', by: '', value: '' },
    } as const;
    expect(filled({ decisions })).toEqual({ decisions: { a: '3万元' } });
  });
});
