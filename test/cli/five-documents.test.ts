import { describe, expect, it } from 'vitest';
import { cuoshi } from './cuoshi.ts';

/** The five real documents as one run, over invented applicants. */
const facts = ['policies', '--facts', 'policies/applicants-all.json', '--as-of', '2026-06-30'];

interface Shown {
  readonly applicant: string;
  readonly policies: readonly string[];
  readonly awards: readonly {
    readonly policy: string;
    readonly measure: string;
    readonly benefit: string | null;
    readonly family: string;
    readonly matter?: string;
    readonly outcome: string;
    readonly max: string | null;
    readonly suppressedBy?: object;
    readonly forgone?: object;
  }[];
  readonly totals: Readonly<Record<string, { readonly min: string; readonly max: string | null }>>;
  readonly open?: readonly { readonly why: string; readonly matter: string; readonly awards: readonly object[] }[];
}

function run(...options: readonly string[]): readonly Shown[] {
  const { status, stdout, stderr } = cuoshi(['run', ...facts, '--json', ...options]);
  expect(status, stderr).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shown);
}

describe('a run over the five documents', () => {
  const results = run();
  const of = (applicant: string) => results.find((result) => result.applicant === applicant)!;
  const openOn = (applicant: string, matter: string) => of(applicant).open?.filter((one) => one.matter === matter);

  it('evaluates every applicant under all of them, as the reference interpreter does', () => {
    expect(results.map(({ applicant }) => applicant)).toEqual(['甲大学', '乙大学', '丙科技有限公司']);
    for (const { policies } of results) {
      expect(policies).toEqual(['jinan-2023', 'jinan-2026', 'liaocheng', 'shandong-2024', 'shandong-2026']);
    }
    expect(run('--reference')).toEqual(results);
  });

  it('pays the higher of two documents, and says which award of which document that is', () => {
    const awards = of('甲大学').awards.filter(({ benefit }) => benefit === '国家级' || benefit === '牵头国家级');
    expect(awards).toMatchObject([
      {
        policy: 'jinan-2023',
        measure: '大学科技园建设',
        outcome: 'suppressed',
        max: '0.00',
        forgone: { outcome: 'granted', min: '3000000.00', max: '3000000.00' },
        suppressedBy: { policy: 'jinan-2026', measure: '创新平台', benefit: '牵头国家级', item: 1, rule: '就高不重复' },
      },
      { policy: 'jinan-2026', measure: '创新平台', outcome: 'granted', max: '8000000.00' },
    ]);
    expect(of('甲大学').totals.cash?.min).toBe('8000000.00');
  });

  it('tells four documents on one matter as one open choice where a rule binds them all', () => {
    expect(openOn('乙大学', '概念验证')).toMatchObject([
      {
        why: 'depends',
        awards: [
          { policy: 'shandong-2024' },
          { policy: 'shandong-2026' },
          { policy: 'jinan-2023' },
          { policy: 'jinan-2026' },
        ],
      },
    ]);
  });

  it('leaves what no rule of either document reaches unsettled', () => {
    expect(openOn('丙科技有限公司', '概念验证')).toMatchObject([
      { why: 'unsettled', awards: [{ policy: 'shandong-2024' }, { policy: 'shandong-2026' }] },
    ]);
  });

  it('does not rank shares in a company, and totals them apart', () => {
    expect(openOn('乙大学', '成果产业化')).toMatchObject([
      { why: 'unsettled', awards: [{ policy: 'jinan-2023' }, { policy: 'jinan-2026' }] },
    ]);
    const { awards, totals } = of('丙科技有限公司');
    const shares = awards.filter(({ matter, outcome }) => matter === '成果产业化' && outcome !== 'denied');
    expect(shares).toMatchObject([
      { policy: 'jinan-2026', measure: '成果落地企业', family: 'equity', outcome: 'needs', max: '3000000.00' },
      { policy: 'shandong-2024', measure: '人才转化成果', family: 'equity', max: '5000000.00' },
    ]);
    expect(Object.keys(totals).sort()).toEqual(['cash', 'equity']);
  });

  it.each([
    ['zh', ['已由 jinan-2026 创新平台/牵头国家级（第1项） 支付（就高不重复）', '不并享时为 300万元']],
    [
      'en',
      ['paid by jinan-2026 创新平台/牵头国家级 (item 1) instead (highest)', 'by itself it would be 3,000,000 yuan'],
    ],
  ])('is explained across documents in %s', (lang, lines) => {
    const options = ['--applicant', '甲大学', '大学科技园建设/国家级/1', '--lang', lang];
    const { status, stdout } = cuoshi(['explain', ...facts, ...options]);
    expect(status).toBe(0);
    for (const line of lines) expect(stdout).toContain(line);
  });
});
