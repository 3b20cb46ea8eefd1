import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { compileFolder, compileSources, inRepository, problemsOf, textOf } from './harness.ts';

const inFolder = (folder: string) =>
  readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cuoshi'))
    .sort()
    .map((file) => `${folder}/${file}`);
const library = inFolder('stdlib');
const sources = [...library, ...inFolder('policies')];

describe('the sources of the standard library and the policies', () => {
  it('are found at all', () => {
    expect(library.length).toBeGreaterThan(4);
    expect(sources.length).toBeGreaterThan(library.length + 1);
  });

  it.each(sources)('%s is formatted, and comes back from Chinese keywords as it was', async (path) => {
    const text = textOf(path);
    expect((await formatSource(text, { keywords: 'keep' })).text).toBe(text);
    const chinese = await formatSource(text, { keywords: 'zh' });
    expect(chinese.diagnostics).toEqual([]);
    expect(chinese.text).not.toMatch(/^(measure|party|agency|matter|unit) /m);
    expect((await formatSource(chinese.text, { keywords: 'en' })).text).toBe(text);
  });
});

describe('the standard library', () => {
  const modules = library.map((path) => path.replace(/^stdlib\/(.*)\.cuoshi$/, '$1').replaceAll('/', '.'));
  const all = modules.map((module) => `use std.${module}\n`).join('');

  it.each(library)('%s checks by itself without a word', (path) => {
    expect(problemsOf(compileFolder(path))).toEqual([]);
  });

  it('can be used whole: no two modules claim one name', () => {
    expect(problemsOf(compileSources({ 'a.cuoshi': all }))).toEqual([]);
  });

  it('knows the bodies by their other names, and says what a former one is called now', () => {
    const measure = (by: string) => `${all}measure 甲 {\n  for 高校\n  by ${by}\n  grant 1万元\n}\n`;
    expect(problemsOf(compileSources({ 'a.cuoshi': measure('市发展和改革委员会, 山东省科学技术厅') }))).toEqual([]);
    const former = problemsOf(compileSources({ 'a.cuoshi': measure('市地方金融监管局') }));
    expect(former.map((problem) => problem.split(' ')[0])).toEqual(['CS2017']);
  });

  it('rules out identities that nobody combines', () => {
    const { policies } = compileSources({
      'a.cuoshi': `${all}measure 甲 {\n  for 高校, 企业, 区县, 科研人员\n  grant 1万元\n}\n`,
    });
    const disjoint = policies[0]?.disjoint.map((set) => set.join('、')) ?? [];
    expect(disjoint).toEqual(expect.arrayContaining(['单位、个人', '高校、企业', '高校院所、地方', '企业、地方']));
  });
});
