import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { coveragePage } from '../../compiler/source-text/coverage/html.ts';
import { coverageSchema } from '../../compiler/source-text/coverage/json-schema.ts';
import { coverageJson } from '../../compiler/source-text/coverage/report-json.ts';
import { sarifLog } from '../../compiler/source-text/coverage/sarif.ts';
import type { Part } from '../../compiler/source-text/manifest.ts';
import { inRepository } from '../policies/harness.ts';
import { documentsOf, head, highest, money, part, responsible } from './coverage-fixture.ts';

const half = money('50万元', 50_000_000, highest);
const parts: Part[] = [
  part('文头', { role: 'front', figures: [{ type: 'year', text: '2026年', value: '2026' }] }),
  part('一', { role: 'heading' }),
  part('一（一）', {
    figures: [half, money('2万元', 2_000_000), { type: 'name', text: '3+4', value: '3+4' }, money('7万元', 7_000_000)],
    conditions: ['获批', '新认定'],
    bodies: responsible('市教育局'),
  }),
  part('一（二）', { figures: [half] }),
  part('结尾', { role: 'closing', bodies: [{ name: '市科技局', role: 'issuer' }] }),
  part('解读', { role: 'commentary', figures: [half] }),
];
const measure = `
measure 联合培养 "<b>“培养”</b>" {
  clause "一（一）"
  for 高校
  by 市科技局
  grant a: up to 5万元 when 获批
  grant b: up to 2万元
  grant c: 9% of 检测费
  waive "3+4" because "学制 <i>"
}
measure 无条款 {
  for 高校
  grant up to 1万元
}
`;
const all = documentsOf(measure, parts);
const bare = documentsOf(measure, parts, head.replace('  source "demo.source.json"\n', ''));
const whole = documentsOf('\nmeasure 联合培养 {\n  clause "一"\n  for 高校\n  grant up to 50万元\n}\n', [
  part('一', { figures: [half] }),
]);

describe('JSON', () => {
  const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(coverageSchema);

  it.each([
    ['what differs in every way', all],
    ['a policy without a manifest', bare],
    ['what agrees', whole],
  ])('of %s fits the published schema, in both languages', (_, documents) => {
    for (const lang of ['zh', 'en'] as const) {
      const report = JSON.parse(JSON.stringify(coverageJson(documents, lang)));
      expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
      expect(report.complete).toBe(documents === whole);
    }
  });

  it('tells the status of every figure and where the code states it', () => {
    const report = coverageJson(all, 'zh') as {
      documents: {
        parts: { figures: { text: string; status: string; stated: { line: number }[]; instead?: object }[] }[];
      }[];
    };
    const [one, two, three, four] = report.documents[0]!.parts[2]!.figures;
    expect(one).toMatchObject({
      text: '50万元',
      status: 'missing',
      stated: [],
      instead: { written: '5万元', differs: 'value' },
    });
    expect(two).toMatchObject({ text: '2万元', status: 'missing', instead: { differs: 'bound' } });
    expect([three?.status, four?.status]).toEqual(['waived', 'missing']);
  });

  it('is published as it is', () => {
    const path = inRepository('docs/coverage.schema.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(coverageSchema);
  });
});

describe('SARIF', () => {
  const findings = all.documents.flatMap((d) => d.diagnostics);
  const log = JSON.parse(JSON.stringify(sarifLog(findings, all, 'zh'))) as {
    $schema: string;
    version: string;
    runs: {
      tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } };
      columnKind: string;
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
      }[];
    }[];
  };

  it('is one run of version 2.1.0 whose results point at rules and places that exist', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const [run] = log.runs;
    const { rules } = run!.tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(run!.results.length).toBe(findings.length);
    expect(findings.length).toBeGreaterThan(8);
    for (const { ruleId, ruleIndex, level, message, locations } of run!.results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note', 'none']).toContain(level);
      expect(message.text).not.toBe('');
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[A-Za-z0-9._~/%-]+$/);
      const { startLine, startColumn, endLine, endColumn } = region as Record<string, number>;
      expect(startLine).toBeGreaterThan(0);
      expect(startColumn).toBeGreaterThan(0);
      expect(endLine! > startLine! || endColumn! > startColumn!).toBe(true);
    }
  });

  it('without findings is a run with none', () => {
    expect(sarifLog([], all, 'en')).toMatchObject({
      runs: [{ results: [], tool: { driver: { rules: [] } } }],
    });
  });
});

describe('the page', () => {
  it.each(['zh', 'en'] as const)('in %s loads nothing, runs nothing and escapes what it quotes', (lang) => {
    const page = coveragePage(all, lang);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:|src=|\son\w+="/i);
    expect(page).not.toMatch(/<b>“|<i>"/);
    expect(page).toContain('&#60;i&#62;');
  });

  it('marks every status by a sign as well as a colour, and shows every clause', () => {
    const page = coveragePage(all, 'zh');
    for (const sign of ['●', '◆', '✓', '○', '✕', '＋']) expect(page).toContain(sign);
    for (const clause of ['一（一）', '一（二）', '解读', '结尾', '文头']) expect(page).toContain(`<h4>${clause}</h4>`);
    expect(page).toContain('class="chip missing"');
    expect(page).toMatch(/@page\{size:A4/);
    expect(page).toContain('prefers-color-scheme:dark');
  });

  it('shows a document that was not compared', () => {
    expect(coveragePage(bare, 'zh')).toContain('没有核对');
  });
});
