import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../compiler/run/decode-text.ts';
import { openFacts, readFacts } from '../../compiler/run/read-facts.ts';
import { collect, type Reading } from '../../compiler/run/record.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, file: string) => readFacts(utf8(text), file);

/** A reading as short lines: `line: {facts}` and `line: code`. */
function shown(reading: Reading): string[] {
  return [
    ...reading.records.map((r) => `${r.place.line}#${r.place.record} ${JSON.stringify(r.values)}`),
    ...reading.problems.map((p) => `${p.place.line}#${p.place.record} ${p.entry.code}`),
  ];
}

describe('JSON', () => {
  it('reads one object, or an array with the line of each record', () => {
    expect(shown(read('{"applicant":"甲","硕士":60}', 'a.json'))).toEqual(['1#1 {"applicant":"甲","硕士":60}']);
    expect(shown(read('[\n {"硕士":1},\n\n {"平台":[{"角色":"牵头"}]}\n]', 'a.json'))).toEqual([
      '2#1 {"硕士":1}',
      '4#2 {"平台":[{"角色":"牵头"}]}',
    ]);
  });

  it('names the line and column of a slip', () => {
    const [problem] = read('[\n {"硕士": 60,}\n]', 'a.json').problems;
    expect(problem?.entry.code).toBe('CS6024');
    expect(problem?.place.line).toBe(2);
    expect(problem?.args).toEqual({ column: 12, found: '}' });
  });

  it('refuses a key given twice and keeps the other records', () => {
    expect(shown(read('[{"硕士":1,\n"硕士":2},{"硕士":3}]', 'a.json'))).toEqual(['2#2 {"硕士":3}', '2#1 CS6027']);
    expect(shown(read('{"a":{"x":1,"x":2}}', 'a.json'))).toEqual(['1#1 CS6027']);
  });

  it('keeps a figure that a double would change as it was written', () => {
    const values = read(
      '{"a":90071992547409.93,"b":9007199254740993,"c":1e400,"d":1234567.89,"e":0.1,"f":1.50}',
      'a.json',
    ).records[0]?.values;
    expect({ ...values }).toEqual({
      a: '90071992547409.93',
      b: '9007199254740993',
      c: '1e400',
      d: 1234567.89,
      e: 0.1,
      f: 1.5,
    });
  });

  it('takes a hostile key as a key', () => {
    const values = read('{"__proto__":{"x":1},"constructor":2}', 'a.json').records[0]?.values;
    expect(Object.keys(values ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(values)).toBeNull();
  });

  it('says what is not a record, an empty array, an empty file, nesting without end', () => {
    expect(shown(read('[1, null, [2]]', 'a.json'))).toEqual(['1#1 CS6026', '1#2 CS6026', '1#3 CS6026']);
    expect(shown(read('[]', 'a.json'))).toEqual(['0#0 CS6023']);
    expect(shown(read(' \n', 'a.json'))).toEqual(['0#0 CS6023']);
    expect(shown(read('['.repeat(100_000), 'a.json')).at(0)).toMatch(/CS602[45]$/);
  });
});

describe('JSON Lines', () => {
  it('loses only the line that is broken', () => {
    expect(shown(read('{"a":1}\n{"a":\n\n{"a":3}\n', 'a.jsonl'))).toEqual(['1#1 {"a":1}', '4#3 {"a":3}', '2#2 CS6024']);
  });

  it('is recognised without an ending, as are an array, one object and a table', () => {
    expect(shown(read('{"a":1}\n{"a":2}\n', '-'))).toEqual(['1#1 {"a":1}', '2#2 {"a":2}']);
    expect(shown(read('[{"a":1}]', '-'))).toEqual(['1#1 {"a":1}']);
    expect(shown(read('{\n"a":1\n}', '-'))).toEqual(['1#1 {"a":1}']);
    expect(shown(read('a\n1\n', '-'))).toEqual(['2#1 {"a":"1"}']);
  });
});

describe('CSV', () => {
  it('takes an empty cell for absent, drops the byte order mark and spaces of either width', () => {
    expect(shown(read('\ufeffapplicant, 硕士 ,博士\n甲,60,\n乙,\u30005 ,2\n', 'a.csv'))).toEqual([
      '2#1 {"applicant":"甲","硕士":"60"}',
      '3#2 {"applicant":"乙","硕士":"5","博士":"2"}',
    ]);
  });

  it('reads semicolons, tabs, full-width commas and quoted cells over several lines', () => {
    expect(shown(read('a;b\n1;2\n', 'a.csv'))).toEqual(['2#1 {"a":"1","b":"2"}']);
    expect(shown(read('a\tb\n1\t2\n', 'a.tsv'))).toEqual(['2#1 {"a":"1","b":"2"}']);
    expect(shown(read('a，b\n1，2\n', 'a.csv'))).toEqual(['2#1 {"a":"1","b":"2"}']);
    expect(shown(read('a,b\n"x\ny",2\nz,3\n', 'a.csv'))).toEqual([
      '3#1 {"a":"x\\ny","b":"2"}',
      '4#2 {"a":"z","b":"3"}',
    ]);
  });

  it('names a row of the wrong width and a slip in the quotes, and keeps the rows after them', () => {
    expect(shown(read('a,b\n1,2,3\n4,5\n6\n', 'a.csv'))).toEqual(['3#2 {"a":"4","b":"5"}', '2#1 CS6029', '4#3 CS6029']);
    expect(shown(read('a,b\n"x"y,1\n2,3\n"open,4\n5,6\n', 'a.csv'))).toEqual([
      '3#1 {"a":"2","b":"3"}',
      '5#2 {"a":"5","b":"6"}',
      '2#0 CS6028',
      '4#0 CS6028',
    ]);
  });

  it('wants every column named once', () => {
    expect(shown(read('a,a\n1,2\n', 'a.csv'))).toEqual(['1#0 CS6030']);
    expect(shown(read('a,\n1,2\n', 'a.csv'))).toEqual(['1#0 CS6030']);
    expect(shown(read('a,b\n', 'a.csv'))).toEqual(['0#0 CS6023']);
  });
});

describe('bytes', () => {
  it('reads GB18030 and UTF-16 as spreadsheets write them', () => {
    // 名,数 \n 甲,1 in GB18030
    const gb = Uint8Array.from([0xc3, 0xfb, 0x2c, 0xca, 0xfd, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0a]);
    expect(shown(readFacts(gb, 'a.csv'))).toEqual(['2#1 {"名":"甲","数":"1"}']);
    const utf16 = Buffer.from('\ufeff名,数\n甲,1\n', 'utf16le');
    expect(shown(readFacts(utf16, 'a.csv'))).toEqual(['2#1 {"名":"甲","数":"1"}']);
  });

  it('names an Excel workbook and refuses what is no text', () => {
    const workbook = readFacts(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'a.xlsx').problems[0];
    expect(workbook?.entry.code).toBe('CS6021');
    expect(workbook?.args.format).toEqual({ zh: 'Excel 工作簿', en: 'an Excel workbook' });
    expect(readFacts(Uint8Array.from([0, 1, 2, 3]), 'a.csv').problems[0]?.entry.code).toBe('CS6021');
    expect(readFacts(utf8('a\0b'), 'a.csv').problems[0]?.entry.code).toBe('CS6021');
  });
});

describe('reading piece by piece', () => {
  /** The same bytes, so many at a time. */
  const inPieces = (bytes: Uint8Array, length: number): Bytes => ({
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    },
  });
  const cells = fc.constantFrom('甲', '1', '"a,b"', '"x""y"', '"多\n行"', '', ' ', '"没有闭合', 'a"b', '"q"r');
  const ends = fc.constantFrom('\n', '\r\n');
  const tables = fc.tuple(ends, fc.array(fc.tuple(cells, cells), { maxLength: 12 })).map(([end, rows]) => {
    return [['名', '数'], ...rows].map((row) => row.join(',')).join(end);
  });
  const lines = fc
    .array(fc.constantFrom('{"a":1}', '{"名":"甲乙"}', '{"a":', '', '  ', '[1]'))
    .map((all) => all.join('\n'));

  it.each([
    ['a.csv', tables],
    ['a.jsonl', lines],
  ])('gives what reading %s whole gives, wherever the pieces end', (file, texts) => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), fc.boolean(), (text, length, isGb) => {
        const bytes = isGb ? Uint8Array.from(encode(text)) : utf8(text);
        const source = openFacts(inPieces(bytes, length), file);
        const whole = shown(readFacts(bytes, file));
        expect(shown(collect(source))).toEqual(whole);
        // A source can be read as often as it is needed.
        expect(shown(collect(source))).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });

  it('loses to a quote that is never closed no more than its own row, however long the file', () => {
    // More than the longest row there can be, in few rows.
    const rows = Array.from({ length: 6000 }, (_, i) => `${i},${'长'.repeat(200)}`);
    rows[10] = '10,"10';
    const reading = readFacts(utf8(['a,b', ...rows].join('\n')), 'a.csv');
    expect(reading.problems.map(({ place, entry }) => `${place.line} ${entry.code}`)).toEqual(['12 CS6028']);
    expect(reading.records).toHaveLength(5999);
  });
});

/** GB18030, of the few characters above. */
function encode(text: string): number[] {
  const known: Readonly<Record<string, readonly number[]>> = {
    名: [0xc3, 0xfb],
    数: [0xca, 0xfd],
    甲: [0xbc, 0xd7],
    乙: [0xd2, 0xd2],
    多: [0xb6, 0xe0],
    行: [0xd0, 0xd0],
    没: [0xc3, 0xbb],
    有: [0xd3, 0xd0],
    闭: [0xb1, 0xd5],
    合: [0xba, 0xcf],
  };
  return [...text].flatMap((c) => known[c] ?? [c.charCodeAt(0)]);
}
