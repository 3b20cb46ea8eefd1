import { describe, expect, it } from 'vitest';
import { attachDecisions } from '../../compiler/run/attach-decisions.ts';
import { attachLists } from '../../compiler/run/attach-lists.ts';
import { openItemStore, type Scratch } from '../../compiler/run/item-store.ts';
import { readFacts } from '../../compiler/run/read-facts.ts';
import { collect, type Reading, sourceOf } from '../../compiler/run/record.ts';
import { rollOf } from '../../compiler/run/roll.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const table = (text: string, file = 'main.csv') => readFacts(utf8(text), file);
const platforms = (text: string) => ({
  list: '平台',
  file: 'platforms.csv',
  source: sourceOf(table(text, 'platforms.csv')),
});
const noScratch: Scratch = {
  write: () => expect.fail('so few items stay in memory'),
  read: () => expect.fail('nothing was written'),
};
const attach = (to: Reading, tables: readonly ReturnType<typeof platforms>[]) => {
  const source = sourceOf(to);
  const lists = tables.map(({ list }) => list);
  return collect(attachLists(source, tables, rollOf(source, lists), noScratch));
};
const values = (reading: Reading) => reading.records.map((record) => ({ ...record.values }));
const codes = (reading: Reading) => reading.problems.map((p) => `${p.place.file}:${p.place.line} ${p.entry.code}`);

const main = table('applicant,硕士\n甲大学,1\n乙大学,2\n');

describe('lists in tables of their own', () => {
  it('join by applicant; who has no row has none', () => {
    const joined = attach(main, [platforms('applicant,角色,获批\n甲大学,牵头,是\n甲大学,参与,\n')]);
    expect(joined.problems).toEqual([]);
    expect(values(joined)).toEqual([
      { applicant: '甲大学', 硕士: '1', 平台: [{ 角色: '牵头', 获批: '是' }, { 角色: '参与' }] },
      { applicant: '乙大学', 硕士: '2', 平台: [] },
    ]);
  });

  it('name a row whose owner is missing or unknown, and then leave the list unknown for everyone', () => {
    const joined = attach(main, [platforms('applicant,角色\n甲大学,牵头\n甲大雪,参与\n,参与\n')]);
    expect(codes(joined)).toEqual(['platforms.csv:3 CS6032', 'platforms.csv:4 CS6031']);
    expect(joined.problems[0]?.args.suggestion).toEqual({ zh: '，是不是“甲大学”？', en: '; did you mean “甲大学”?' });
    expect(values(joined).every((v) => !('平台' in v))).toBe(true);
  });

  it('do not stand beside a list in the record itself', () => {
    const inline = readFacts(utf8('[{"applicant":"甲大学","平台":[]}]'), 'main.json');
    expect(codes(attach(inline, [platforms('applicant,角色\n甲大学,牵头\n')]))).toEqual(['platforms.csv:1 CS6033']);
  });
});

const decideFrom = (to: Reading, text: string) => {
  const source = sourceOf(to);
  return collect(attachDecisions(source, utf8(text), 'decisions.json', rollOf(source, [])));
};

describe('items of a list', () => {
  it('come back by applicant in their order, from memory and from where they were laid down', () => {
    const texts: string[] = [];
    const scratch: Scratch = {
      write: (text) => ({ offset: texts.push(text) - 1, length: 1 }),
      read: ({ offset }) => texts[offset] ?? '',
    };
    const [held, laid] = [1e9, 40].map((characters) => openItemStore(scratch, characters));
    for (const [applicant, n] of [5000, 3, 5000, 0, 3, 5000].entries()) {
      for (const store of [held, laid]) store?.add(n, { 序号: applicant, 名: '甲\n乙', 内: { a: [1] } });
    }
    const numbers = (store: typeof held, n: number) => store?.of(n).map(({ 序号 }) => 序号);
    expect(texts.length).toBeGreaterThan(1);
    for (const store of [held, laid]) {
      expect([0, 3, 5000, 7].map((n) => numbers(store, n))).toEqual([[3], [1, 4], [0, 2, 5], []]);
      expect(Object.getPrototypeOf(store?.of(3)[0])).toBeNull();
      expect(store?.of(3)[0]?.名).toBe('甲\n乙');
    }
  });
});

describe('decisions', () => {
  const decide = (text: string, to = main) => decideFrom(to, text);

  it('are added to the applicant they are about, and count before its own', () => {
    const own = readFacts(utf8('[{"applicant":"甲","decisions":{"a/b":1,"c":2}},{"applicant":"乙"}]'), 'main.json');
    const [first, second] = values(decide('{"甲":{"a/b":3,"d":true}}', own));
    expect({ ...(first?.decisions as object) }).toEqual({ 'a/b': 3, c: 2, d: true });
    expect(second).toEqual({ applicant: '乙' });
  });

  it('name an applicant that there is not, a slip in the JSON, a form that is none', () => {
    expect(codes(decide('{"丙大学":{"a":1}}'))).toEqual(['decisions.json:0 CS6037']);
    expect(codes(decide('{"甲大学":{"a":1,}}'))).toEqual(['decisions.json:1 CS6024']);
    expect(codes(decide('{"甲大学":{"a":1,"a":2}}'))).toEqual(['decisions.json:1 CS6027']);
    expect(codes(decide('{"a/b":"120万元"}'))).toEqual(['decisions.json:0 CS6036']);
    expect(codes(decide('[1]'))).toEqual(['decisions.json:0 CS6036']);
    expect(values(decide('[1]'))).toEqual(values(main));
  });
});
