import { describe, expect, it } from 'vitest';
import type { TrialSchema } from '../../vscode-extension/src/protocol.ts';
import { applyChanges, stateOf } from '../../vscode-extension/webview/fill.ts';
import { sumOf, sumText } from '../../vscode-extension/webview/money.ts';
import { asked, emptyState, recordOf, type State } from '../../vscode-extension/webview/state.ts';

const schema: TrialSchema = {
  kind: 'schema',
  policy: 'p',
  schema: {
    parties: [
      { name: '高校', aliases: [], parents: [] },
      { name: '本科高校', aliases: [], parents: ['高校'] },
      { name: '企业', aliases: ['company'], parents: [] },
      { name: '科研院所', aliases: [], parents: [] },
    ],
    facts: [
      { name: '硕士', aliases: ['master'], type: 'count' },
      { name: '订单式培养', aliases: [], type: 'bool' },
      { name: '产值', aliases: [], type: 'money' },
    ],
    lists: [
      {
        name: '平台',
        aliases: ['platforms'],
        fields: [
          { name: '获批', aliases: [], type: 'bool' },
          { name: '角色', aliases: [], type: 'enum', members: ['牵头'] },
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

describe('an applicant from a file', () => {
  const { state, unknown } = stateOf(
    {
      applicant: '甲',
      party: ['高校'],
      master: 60,
      订单式培养: '否',
      产值: { 2025: '80万元' },
      platforms: [{ 获批: true, 角色: '牵头' }, {}],
      decisions: { '联合培养/订单': '120万元', '联合培养/评审': true },
      别的政策的事实: 1,
    },
    schema,
    '联合培养',
  );

  it('is filled in by names and aliases, and what a field cannot hold is kept as it came', () => {
    expect(state).toMatchObject({
      measure: '联合培养',
      parties: ['高校'],
      values: { 硕士: '60', 订单式培养: 'no' },
      lists: { 平台: [{ 获批: 'yes', 角色: '牵头' }, {}] },
      extra: { 产值: { 2025: '80万元' } },
    });
    expect(unknown).toEqual(['别的政策的事实']);
  });

  it('gives the record back', () => {
    expect(filled({ ...state, measure: '' })).toEqual({
      party: ['高校'],
      硕士: '60',
      订单式培养: false,
      产值: { 2025: '80万元' },
      平台: [{ 获批: true, 角色: '牵头' }, {}],
      decisions: { '联合培养/订单': '120万元', '联合培养/评审': 'yes' },
    });
  });

  it('counts no longer where something else was typed since', () => {
    expect(filled({ ...state, measure: '', values: { 产值: '90万元' } }).产值).toBe('90万元');
  });

  it('takes changes, of items as well', () => {
    const changed = structuredClone(state);
    applyChanges(changed, [
      { fact: '硕士', to: '67' },
      { fact: '获批', list: '平台', item: 2, to: false },
      { fact: '获批', list: '平台', item: 9, to: false },
    ]);
    expect(changed.values.硕士).toBe('67');
    expect(changed.lists.平台).toEqual([{ 获批: 'yes', 角色: '牵头' }, { 获批: 'no' }]);
  });
});

describe('a narrower kind of party', () => {
  it('is asked for where a file gave it, and the measure is for a wider one', () => {
    expect(filled({ measure: '联合培养', parties: ['本科高校'] })).toEqual({ party: ['本科高校'] });
    expect(filled({ measure: '联合培养', parties: ['企业'] })).toEqual({});
  });
});

describe('a sum of money', () => {
  it('is a figure and a unit, typed together or apart', () => {
    expect(sumOf('50万元')).toEqual({ figure: '50', unit: '万元' });
    expect(sumOf('1.5亿')).toEqual({ figure: '1.5', unit: '亿元' });
    expect(sumOf('6000', '万元')).toEqual({ figure: '6000', unit: '万元' });
    expect(sumOf('6000元', '万元')).toEqual({ figure: '6000', unit: '元' });
    for (const text of ['50万元', '6000元', '']) expect(sumText(sumOf(text))).toBe(text);
  });

  it('keeps what it cannot read, so that the mistake is told', () => {
    expect(sumText(sumOf('三十个', '万元'))).toBe('三十个');
  });
});
