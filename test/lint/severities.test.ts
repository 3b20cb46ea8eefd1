import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { checkNames, keyOf, type Levels } from '../../compiler/lint/severities.ts';
import { memoryHost } from '../harness/memory-host.ts';

const policy = `policy 甲政策 {
  level city
}
party 企业 { 投入: money, 相关资质: bool }
measure 甲 {
  for 企业
  about 设备
  grant up to 50万元 when 相关资质
}
`;

/** `CODE severity` of what is found, and `CODE text` of what is wrong with the settings. */
function found(files: Readonly<Record<string, string>>, levels?: Levels): string[] {
  const paths = Object.keys(files).filter((file) => file.endsWith('.cuoshi'));
  const { diagnostics, textOf } = compile(paths, memoryHost(files), levels && { levels });
  return diagnostics.map(({ code, severity, file, span }) =>
    file.endsWith('.json') ? `${code} ${textOf(file)?.slice(span.start, span.end)}` : `${code} ${severity}`,
  );
}
const withSettings = (settings: string) => found({ 'a.cuoshi': policy, 'cuoshi.json': settings });
const lint = (members: Readonly<Record<string, unknown>>) => withSettings(JSON.stringify({ lint: members }));

const asDeclared = ['CS3020 warning', 'CS3090 warning'];

describe('severities that are set', () => {
  it.each([
    ['nothing', {}, asDeclared],
    ['a rule by its name', { 'vague-words': 'error' }, ['CS3020 warning', 'CS3090 error']],
    ['a rule by its Chinese name', { 用语含糊: 'hint' }, ['CS3020 warning', 'CS3090 hint']],
    ['a code', { CS3090: 'info' }, ['CS3020 warning', 'CS3090 info']],
    ['a code before the name', { CS3090: 'off', 'vague-words': 'error' }, ['CS3020 warning']],
    ['several', { 'vague-words': 'off', 'ceiling-without-process': 'off' }, []],
  ])('%s', (_, members, expected) => {
    expect(lint(members)).toEqual(expected);
  });

  it('are those of the nearest file above, and of no other', () => {
    const files = {
      'cuoshi.json': '{ "lint": { "vague-words": "off" } }',
      'city/cuoshi.json': '{ "lint": { "CS3020": "error" } }',
      'city/new/a.cuoshi': policy,
    };
    expect(found(files)).toEqual(['CS3020 error', 'CS3090 warning']);
    const { 'city/cuoshi.json': _, ...others } = files;
    expect(found(others)).toEqual(['CS3020 warning']);
  });

  it('give way to those of the command line', () => {
    const files = { 'a.cuoshi': policy, 'cuoshi.json': '{ "lint": { "vague-words": "off" } }' };
    expect(found(files, new Map([['vague-words', 'error']]))).toEqual(['CS3020 warning', 'CS3090 error']);
  });

  it('take findings between measures by their kind', () => {
    const twice = policy.replace('50万元 when 相关资质', '50万元 after 评审 when 投入 < 0元');
    const names = { 'a.cuoshi': twice };
    const { diagnostics } = compile(['a.cuoshi'], memoryHost(names), {
      replay: () => {
        throw new Error('nothing competes here');
      },
      levels: new Map([['vacuous', 'error']]),
    });
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['CS4005 error']);
  });

  it('leave the policy to be computed: what is set to an error stops commands, not the analysis', () => {
    const host = memoryHost({ 'a.cuoshi': policy });
    expect(compile(['a.cuoshi'], host, { levels: new Map([['CS3020', 'error']]) }).policies).toHaveLength(1);
  });

  it('do not make an acceptance superfluous', () => {
    const accepted = policy.replace('about 设备', 'about 设备\n  allow vague-words because "原文如此"');
    expect(found({ 'a.cuoshi': accepted, 'cuoshi.json': '{ "lint": { "CS3090": "off" } }' })).toEqual([
      'CS3020 warning',
    ]);
  });
});

describe('mistakes in the settings', () => {
  it.each([
    ['a name that there is not', { 'vague-word': 'off' }, 'CS3103 "vague-word"'],
    ['a level that there is not', { 'vague-words': 'eror' }, 'CS3104 "eror"'],
    ['no text', { 'vague-words': 3 }, 'CS3101 3'],
    ['a rule under both its names', { 'vague-words': 'off', 用语含糊: 'error' }, 'CS3106 "用语含糊"'],
    ['what is always an error', { CS2001: 'off' }, 'CS3105 "CS2001"'],
    ['what can be read in two ways', { 'touching-ends': 'warning' }, 'CS3105 "touching-ends"'],
    ['its code', { CS3043: 'off' }, 'CS3105 "CS3043"'],
    ['a code of facts', { CS6034: 'off' }, 'CS3103 "CS6034"'],
  ])('%s', (_, members, expected) => {
    expect(lint(members).filter((line) => /^CS310/.test(line))).toEqual([expected]);
  });

  it.each([
    ['{ "lint": { "CS3090": "off", } }', 'CS3100 }'],
    ['{ "lint": {} // so\n}', 'CS3100 // so'],
    ['', 'CS3100 '],
    ['[]', 'CS3101 []'],
    ['{ "lint": [] }', 'CS3101 []'],
    ['{ "lints": { "CS3090": "off" } }', 'CS3102 "lints"'],
  ])('%s', (settings, expected) => {
    expect(withSettings(settings)).toEqual([expected, ...asDeclared]);
  });

  it('leave what is right in force', () => {
    expect(lint({ 'vague-word': 'off', CS3020: 'off' })).toEqual(['CS3103 "vague-word"', 'CS3090 warning']);
  });
});

it('names each check once', () => {
  expect(new Set(checkNames).size).toBe(checkNames.length);
  expect(new Set(checkNames.map(keyOf)).size).toBeLessThan(checkNames.length);
});
