import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { parse } from '../../language/syntax/parse.ts';
import type { NodeKind } from '../../language/syntax/tree.ts';
import { walk } from '../../language/syntax/walk.ts';
import { goldenChinese, goldenFile, goldenFileChinese, goldenLine } from '../harness/golden-sources.ts';
import { everyForm } from './forms.ts';
import { formatted, meaning, parsed } from './helpers.ts';

const sources: Readonly<Record<string, string>> = { line: goldenLine, file: goldenFile, forms: everyForm };

describe.each(Object.entries(sources))('golden %s', (name, source) => {
  it('is printed in both vocabularies', async () => {
    const en = await formatted(source, 'en');
    const zh = await formatted(source, 'zh');
    await expect(en).toMatchFileSnapshot(`golden/${name}.en.cuoshi`);
    await expect(zh).toMatchFileSnapshot(`golden/${name}.zh.cuoshi`);
  });

  it('converts there and back', async () => {
    const en = await formatted(source, 'en');
    const zh = await formatted(source, 'zh');
    expect(await formatted(zh, 'en')).toBe(en);
    expect(await formatted(en, 'zh')).toBe(zh);
    expect(meaning(zh)).toEqual(meaning(en));
  });

  it('keeps the vocabulary that it is written in', async () => {
    expect(await formatted(source)).toBe(await formatted(source, 'en'));
  });
});

it('leaves the golden measure in Chinese as it is', async () => {
  expect(await formatted(goldenChinese)).toBe(goldenChinese);
});

it('prints the golden file in Chinese as it prints its English twin', async () => {
  expect(await formatted(goldenFileChinese)).toBe(await formatted(goldenFile, 'zh'));
});

it('shows every kind of node', () => {
  const seen = new Set<NodeKind>();
  walk(parsed(everyForm).tree, (node) => {
    seen.add(node.kind);
  });
  expect([...kinds].filter((kind) => !seen.has(kind))).toEqual([]);
});

it('has no golden file without a source', () => {
  const expected = Object.keys(sources).flatMap((name) => [`${name}.en.cuoshi`, `${name}.zh.cuoshi`]);
  expect(readdirSync(new URL('golden', import.meta.url)).sort()).toEqual(expected.sort());
});

/** All kinds but those of broken sources. A kind that is added to the tree is added here, or the types do not fit. */
const kinds = Object.keys({
  File: true,
  Use: true,
  Policy: true,
  EnumDeclaration: true,
  RecordDeclaration: true,
  UnitDeclaration: true,
  PartyDeclaration: true,
  DisjointDeclaration: true,
  AgencyDeclaration: true,
  MatterDeclaration: true,
  ParameterDeclaration: true,
  DatedValue: true,
  Score: true,
  Let: true,
  Measure: true,
  Budget: true,
  LedBy: true,
  IssuedBy: true,
  Level: true,
  Status: true,
  Effective: true,
  Replaces: true,
  Source: true,
  Stacking: true,
  Waive: true,
  Extend: true,
  Apply: true,
  FactReading: true,
  AsOf: true,
  For: true,
  Clause: true,
  Note: true,
  About: true,
  By: true,
  When: true,
  Cap: true,
  Floor: true,
  After: true,
  SelectedBy: true,
  PaysFrom: true,
  Quota: true,
  ItemQuota: true,
  Rank: true,
  Sharing: true,
  OnceEver: true,
  PaidAtOnce: true,
  Stages: true,
  AtOnce: true,
  PaidTo: true,
  BorneBy: true,
  DecidedBy: true,
  Share: true,
  PerYear: true,
  Stray: true,
  Benefit: true,
  Recognise: true,
  Exempt: true,
  Entitle: true,
  Reckon: true,
  Oblige: true,
  Encourage: true,
  Target: true,
  Allow: true,
  AllowRule: true,
  Excludes: true,
  StacksWith: true,
  Deny: true,
  Example: true,
  GivenParty: true,
  Expect: true,
  Decide: true,
  NumberLiteral: true,
  DateLiteral: true,
  BoolLiteral: true,
  Text: true,
  NameExpression: true,
  Unary: true,
  Binary: true,
  Is: true,
  In: true,
  Between: true,
  Parenthesised: true,
  RateOf: true,
  Per: true,
  UpTo: true,
  AtLeast: true,
  Range: true,
  Table: true,
  Undecided: true,
  CaseByCase: true,
  None: true,
  Name: true,
  Path: true,
  Field: true,
  NamedType: true,
  ListType: true,
  Rounding: true,
  Reach: true,
  TargetEntry: true,
  Term: true,
  Reading: true,
  Ruling: true,
  Bounds: true,
  BoundMeaning: true,
  Duty: true,
  Hold: true,
  Revoke: true,
  Reclaim: true,
  Bar: true,
  GivenFact: true,
  GivenList: true,
  GivenRecord: true,
  GivenYearly: true,
  GivenYear: true,
  GivenAward: true,
  AwardReference: true,
  ScheduleRow: true,
  LastYear: true,
  YearsSum: true,
  Growth: true,
  GrowthRate: true,
  FirstTime: true,
  Running: true,
  Had: true,
  Schedule: true,
  EachYear: true,
  TryReading: true,
  Covers: true,
  Deadline: true,
  Less: true,
  BenefitReference: true,
  NormReference: true,
  TableRow: true,
  Aggregate: true,
  PerFull: true,
  Plus: true,
  Times: true,
  Instead: true,
  Bands: true,
  Nth: true,
  Ladder: true,
  BandRow: true,
} satisfies Record<Exclude<NodeKind, 'Skipped' | 'Missing'>, true>) as readonly NodeKind[];

describe('the project’s own sources', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const sourcesOf = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cuoshi'))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .sort();
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

  it.each(['stdlib', 'policies'].flatMap(sourcesOf))('%s is formatted', async (file) => {
    const source = textOf(file);
    expect((await formatSource(source, { keywords: 'keep' })).text).toBe(source);
  });

  // Samples of mistakes are no whole files, and are left as they are.
  const whole = ['stdlib', 'policies', 'bench', 'test'].flatMap(sourcesOf).filter((file) => {
    return parse(textOf(file), file).diagnostics.every(({ severity }) => severity !== 'error');
  });

  it('are many', () => expect(whole.length).toBeGreaterThan(100));

  it.each(whole)('%s converts there and back', async (file) => {
    const source = textOf(file);
    const en = await formatted(source, 'en');
    const zh = await formatted(source, 'zh');
    expect(await formatted(zh, 'en')).toBe(en);
    expect(await formatted(en, 'zh')).toBe(zh);
  });
});
