import { describe, expect, it } from 'vitest';
import type { ProseDocument } from '../../compiler/emit/prose/document.ts';
import { proseHtml } from '../../compiler/emit/prose/html.ts';
import { proseMarkdown } from '../../compiler/emit/prose/markdown.ts';
import { prosePolicy } from '../../compiler/emit/prose/prose.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { compileFolder, compileSources, problemsOf } from '../policies/harness.ts';
import { everyFigure } from './prose-fixture.ts';

function proseOf(compilation: ReturnType<typeof compileSources>, lang: Lang): ProseDocument {
  const { policies, checked } = compilation;
  const [ir] = policies;
  if (ir === undefined) throw new Error(problemsOf(compilation).join('\n'));
  return prosePolicy(checked.policies.find(({ symbol }) => symbol.name === ir.name)!, ir, checked, lang);
}

const of = (source: string, lang: Lang = 'zh') => proseOf(compileSources({ 'a.cuoshi': source }), lang);

describe('a policy as prose', () => {
  const jinan = compileFolder('policies/jinan-2026');
  const figures = compileSources({ 'a.cuoshi': everyFigure });

  it.each(['zh', 'en'] as const)('is the golden page of jinan-2026: %s', async (lang) => {
    await expect(proseMarkdown(proseOf(jinan, lang))).toMatchFileSnapshot(`prose/jinan-2026.${lang}.md`);
  });

  it.each(['zh', 'en'] as const)('is the golden page of every form: %s', async (lang) => {
    await expect(proseMarkdown(proseOf(figures, lang))).toMatchFileSnapshot(`prose/figures.${lang}.md`);
  });

  it('says from which day on a parameter has which value', () => {
    const source = `
parameter 最低工资 = 2190元 from 2030-10-01, 2310元 from 2032-01-01 "月最低工资"
party 甲
measure 丙 {
  for 甲
  grant 12 * 最低工资
}
`;
    expect(of(source).clauses[0]?.terms).toEqual([
      { term: '最低工资', text: '月最低工资：自2030年10月1日起2190元，自2032年1月1日起2310元' },
    ]);
    expect(of(source, 'en').clauses[0]?.terms[0]?.text).toBe(
      '月最低工资: 2,190 yuan from 2030-10-01, 2,310 yuan from 2032-01-01',
    );
  });

  it('lists no waiver and no example', () => {
    const page = proseMarkdown(proseOf(jinan, 'zh'));
    expect(page).not.toContain('13+34');
    expect(page).not.toContain('硕博合计超过封顶');
  });

  it('says in HTML what it says in Markdown, loads nothing, and links only to what is there', () => {
    const document = proseOf(jinan, 'zh');
    const html = proseHtml(document);
    for (const { heading, items } of document.clauses) {
      expect(html).toContain(`<h3>${heading}</h3>`);
      for (const { text } of items) expect(html).toContain(text);
    }
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|https?:/);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it('keeps what the source quotes from becoming markup', () => {
    const document = of(`
party 甲
measure 丙 "<b>标题</b> | *星*" {
  for 甲
  grant 1万元
    note "<script>alert(1)</script>"
}
`);
    expect(proseHtml(document)).not.toMatch(/<script|<b>标题/);
    expect(proseMarkdown(document)).toContain('### \\<b\\>标题\\</b\\> \\| \\*星\\*');
  });
});

describe('open points', () => {
  const source = `
party 甲 {
  合格: bool
  得分: count
}
agency 市科技局
measure 丙 {
  clause "三"
  for 甲
  grant 定: undecided "标准另行制定"
  grant 议: case by case
  grant 限: up to 30万元
  grant 评: up to 40万元 after 评审
  grant 选: 5万元 selected by 评审
  grant 足: 6万元
  entitle 甲 to at least 70% of undecided "基数未写明"
}
budget 资金 2亿元 by 市科技局
budget 足资金 1亿元 by 市科技局 pro rata
`;

  it('are what is undecided, case by case, limited by nobody, a share of nothing said, a pool without a rule', () => {
    expect(of(source).open.map(({ of: clause, text }) => `${clause?.heading ?? ''} ${text}`)).toEqual([
      '三 丙 定：数额待明确（标准另行制定）。',
      '三 丙 议：数额一事一议。',
      '三 丙 限：在限额之内给多少，没有写明由哪个程序确定。',
      '三 丙 甲可获不低于70%（基数待明确：基数未写明）。',
      ' 资金池“资金”不够时怎样分配，没有写明。',
    ]);
  });

  it('are readings, and what was ruled on them', () => {
    const read = (ruling: string) =>
      of(`
policy a-2031 "样例" {
  ${ruling}
}
agency 市财政局
party 甲 {
  设备费: money
}
measure 丙 {
  for 甲
  grant (reading 边界 "两档都含" { 低: 3%, 高: 4% }) of 设备费
}
`);
    expect(read('').open.map(({ text }) => text)).toEqual(['边界（两档都含）：可理解为低、高，尚无裁定。']);
    expect(read('ruling 边界 低 by 市财政局 on 2031-03-01 "函"').open.map(({ text }) => text)).toEqual([
      '边界（两档都含）：可理解为低、高，市财政局已裁定为低。',
    ]);
    expect(read('').clauses[0]?.items[0]?.tables[0]?.rows).toEqual([
      ['低', '3%'],
      ['高', '4%'],
    ]);
  });
});
