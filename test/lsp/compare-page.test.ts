import { describe, expect, it } from 'vitest';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import { policySection } from '../../compiler/compare/policy-section.ts';
import { comparePage } from '../../lsp/ide/compare-page.ts';
import { interpreted } from '../../lsp/ide/snapshot.ts';
import { compileTexts } from '../harness/problems.ts';

/** The page of a comparison in an editor: that of the command line, with places to go to. */

const declarations = 'agency 市教育局\nparty 高校 { 硕士: count, 评优: bool }\n';
const perHead = (rate: string) => `measure 培养 { for 高校 about 人才 grant ${rate} per 硕士 cap 30万元 }\n`;
const prize = 'measure 评优奖 { for 高校 about 评优 grant 3万元 when 评优 }\n';
const norm = 'measure 注 { for 高校 encourage 高校 to "<img src=x>" }\n';

function policy(text: string) {
  const { policies, diagnostics } = compileTexts({
    'p.cuoshi': `policy 文件 "文件" { level city }\n${declarations}${text}`,
  });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return policies[0]!;
}

const page = (older: string, newer: string, lang: 'zh' | 'en' = 'zh') =>
  comparePage(diffPolicies(policy(older), policy(newer), interpreted), lang, interpreted, (origin, version) => ({
    uri: `file:///${version}"/${origin.file}`,
    line: origin.span.start,
  })).body;

describe('the page of a comparison', () => {
  const body = page(perHead('5000元'), perHead('6000元') + prize + norm);

  it('has the summary, the chart, what was added and the norms, each by its verdict', () => {
    expect(body).toMatch(/<section class="summary">.*<tr data-verdict="more-generous"><th scope="row">人才/s);
    expect(body).toMatch(/<article data-verdict="more-generous">.*<svg class="chart"[^>]*aria-label="按硕士/s);
    expect(body).toMatch(/<path class="old" d="M[\d.,ML]+"\/><path class="new" d="M[\d.,ML]+"\/>/);
    expect(body).toMatch(/<section data-verdict="added"><h3>＋ 新增<\/h3>.*评优奖/s);
    expect(body).toContain('目标、权利和义务：新增 1');
    expect(body).toContain('参考解释器');
    const back = page(perHead('6000元') + prize, perHead('5000元'), 'en');
    expect(back).toMatch(/<article data-verdict="less-generous">/);
    expect(back).toMatch(/<section data-verdict="dropped"><h3>－ Dropped<\/h3>/);
    expect(back).toContain('reference interpreter');
  });

  it('leads to both versions', () => {
    expect(body).toMatch(/<b data-uri="file:\/\/\/old&quot;\/p\.cuoshi" data-line="\d+" data-version="old">培养</);
    expect(body).toMatch(/<b data-uri="file:\/\/\/new&quot;\/p\.cuoshi" data-line="\d+" data-version="new">培养</);
    expect(body).toMatch(/<td><span data-uri="[^"]+" data-line="\d+" data-version="new">评优奖</);
  });

  it('needs nothing that a strict content security policy refuses, and no text of a policy is markup', () => {
    expect(body).not.toMatch(/<script|<style|<img|\sstyle=|\son\w+=|https?:|url\(/);
    expect(body).toContain('&lt;img src=x&gt;');
  });

  it('says that nothing changed', () => {
    expect(page(prize, prize)).toContain('没有变化');
  });

  it('is the same without places but for them: what the command line writes', () => {
    const diff = diffPolicies(policy(perHead('5000元')), policy(perHead('6000元') + prize), interpreted);
    const at = () => ({ uri: 'u', line: 0 });
    const plain = policySection(diff, { lang: 'zh', replay: interpreted });
    const leading = policySection(diff, { lang: 'zh', replay: interpreted, placeOf: at });
    expect(plain).not.toContain('data-uri');
    expect(leading.replace(/<span data-uri[^>]*>(.*?)<\/span>/g, '$1').replace(/ data-uri="u"[^>]*/g, '')).toBe(plain);
  });
});
