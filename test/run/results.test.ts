import { describe, expect, it } from 'vitest';
import { awardsHeader, awardsLines } from '../../compiler/run/awards-csv.ts';
import { canonicalJson, hashOf } from '../../compiler/run/canonical-json.ts';
import { differences } from '../../compiler/run/compare-results.ts';
import type { Envelope } from '../../compiler/run/envelope.ts';
import { resultJson } from '../../compiler/run/result-json.ts';
import type { Award, JointResult } from '../../stdlib/runtime/types.ts';

const award: Award = {
  policy: 'jinan-2026',
  measure: '联合培养',
  benefit: '硕博培养',
  clause: '一（一）',
  kind: 'grant',
  family: 'cash',
  outcome: 'granted',
  min: 50_000_000,
  max: 50_000_000,
  by: ['市教育局'],
  steps: [
    { role: 'base', say: '6000元 × 60 + 1万元 × 30', min: 66_000_000, max: 66_000_000 },
    {
      role: 'cap',
      say: '每年最高不超过50万元',
      min: 50_000_000,
      max: 50_000_000,
      cutMin: 16_000_000,
      cutMax: 16_000_000,
    },
  ],
};
const result: JointResult = {
  policies: ['jinan-2026'],
  applicant: '甲大学',
  asOf: '2026-06-30',
  year: 2026,
  awards: [award],
  norms: [],
  sharedCaps: [],
  open: [],
  totals: { cash: { min: 50_000_000, max: 50_000_000 } },
  totalsByAnalogy: {},
  needs: [],
  notes: ['jinan-2026 是征求意见稿，自印发之日起施行'],
  problems: [],
};
const envelope: Envelope = {
  edition: '2026',
  compiler: '0.1.0',
  policies: { 'jinan-2026': 'ab' },
  facts: 'cd',
  asOf: '2026-06-30',
  lang: 'zh',
};

describe('results as JSON', () => {
  it('are written as the language defines them: yuan with two places, one figure where the ends meet', () => {
    expect(resultJson(result, envelope)).toEqual({
      applicant: '甲大学',
      asOf: '2026-06-30',
      year: 2026,
      policies: ['jinan-2026'],
      awards: [
        {
          policy: 'jinan-2026',
          measure: '联合培养',
          benefit: '硕博培养',
          clause: '一（一）',
          kind: 'grant',
          family: 'cash',
          outcome: 'granted',
          min: '500000.00',
          max: '500000.00',
          by: ['市教育局'],
          steps: [
            { role: 'base', say: '6000元 × 60 + 1万元 × 30', amount: '660000.00' },
            { role: 'cap', say: '每年最高不超过50万元', amount: '500000.00', cut: '160000.00' },
          ],
        },
      ],
      totals: { cash: { min: '500000.00', max: '500000.00' } },
      needs: [],
      notes: ['jinan-2026 是征求意见稿，自印发之日起施行'],
      envelope,
    });
  });

  it('keep both ends where they differ, and null for an open top', () => {
    const open: Award = {
      ...award,
      outcome: 'undecided',
      min: 0,
      max: null,
      steps: [{ role: 'cap', say: 's', min: 1, max: 200, cutMin: 0, cutMax: null }],
    };
    const [json] = resultJson({ ...result, awards: [open] }, envelope).awards as [Record<string, unknown>];
    expect(json).toMatchObject({ min: '0.00', max: null });
    expect(json?.steps).toEqual([{ role: 'cap', say: 's', min: '0.01', max: '2.00', cutMin: '0.00', cutMax: null }]);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys, and sorts them by code unit', () => {
    expect(canonicalJson({ b: 1, a: [{ 乙: 1, 甲: undefined }], B: null })).toBe('{"B":null,"a":[{"乙":1}],"b":1}');
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('differences', () => {
  const json = () => JSON.parse(JSON.stringify(resultJson(result, envelope))) as { awards: { min: string }[] };

  it('are none between equal results, and name the award and the field otherwise', () => {
    expect(differences(json(), json())).toEqual([]);
    const altered = json();
    altered.awards[0]!.min = '500000.01';
    expect(differences(altered, json())).toEqual([
      { path: 'awards[jinan-2026/联合培养/硕博培养].min', recorded: '500000.01', recomputed: '500000.00' },
    ]);
  });

  it('see what is missing on either side', () => {
    const fewer = json();
    fewer.awards.pop();
    expect(differences(fewer, json()).map((d) => d.path)).toEqual(['awards[jinan-2026/联合培养/硕博培养]']);
    expect(differences({ a: 1 }, {})).toEqual([{ path: 'a', recorded: 1, recomputed: undefined }]);
    expect(differences([1, 2], [1])).toEqual([{ path: '[2]', recorded: 2, recomputed: undefined }]);
  });
});

describe('awards as a table', () => {
  it('open in a spreadsheet: byte order mark, quoted cells, no formula', () => {
    expect(awardsHeader('zh')).toMatch(/^\ufeff申报人,政策,.*\r\n$/);
    const risky = awardsLines({ ...result, applicant: '=SUM("a",1)' }, 'zh');
    expect(risky).toContain(
      `"'=SUM(""a"",1)",jinan-2026,一（一）,联合培养,硕博培养,,应得,500000.00,500000.00,市教育局,`,
    );
  });
});
