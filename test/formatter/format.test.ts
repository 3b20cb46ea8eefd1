import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { goldenFile, goldenFileChinese } from '../harness/golden-sources.ts';
import { formatted } from './helpers.ts';

const inMeasure = (...lines: string[]) => ['measure 甲 {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');

describe('a text that cannot be formatted', () => {
  it.each([
    ['has a syntax error', 'measure 甲 {\r\n  grant\n}'],
    ['is no text', '\u0000\u0001'],
  ])('is left as it is where it %s', async (_, text) => {
    const result = await formatSource(text, { keywords: 'zh', file: 'a.cuoshi' });
    expect(result.text).toBe(text);
    expect(result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(result.diagnostics.every(({ file }) => file === 'a.cuoshi')).toBe(true);
  });

  it('is told of with places in the text as it was given', async () => {
    const text = 'policy p {\r\n  level city\r\n}\r\n\r\nmeasure 甲 {\r\n  grant ~~\r\n}\r\n';
    const { diagnostics } = await formatSource(text, { keywords: 'keep' });
    expect(diagnostics[0]!.span.start).toBeGreaterThanOrEqual(text.indexOf('grant'));
    expect(diagnostics[0]!.span.end).toBeLessThanOrEqual(text.length);
  });
});

describe('line breaks and widths', () => {
  it('reads CRLF and writes LF', async () => {
    const crlf = goldenFile.replaceAll('\n', '\r\n').replace('measure 联合培养', '// 注\r\nmeasure 联合培养');
    const lf = goldenFile.replace('measure 联合培养', '// 注\nmeasure 联合培养');
    expect(await formatted(crlf)).toBe(await formatted(lf));
  });

  it('keeps a byte order mark', async () => {
    expect(await formatted(`\ufeff${goldenFile}`)).toBe(`\ufeff${await formatted(goldenFile)}`);
  });

  it('leaves nothing of an empty text, and the comments of one that has nothing else', async () => {
    const text = async (source: string) => (await formatSource(source, { keywords: 'keep' })).text;
    expect(await text('')).toBe('');
    expect(await text('\n\n')).toBe('');
    expect(await text('\n\n  // 一\n\n\n// 二')).toBe('// 一\n\n// 二\n');
    expect(await text('// 一\n\n// 二\n')).toBe('// 一\n\n// 二\n');
  });

  it('reads full-width letters, digits and signs', async () => {
    const wide =
      '措施　甲　｛\n　　对象　高校\n　　补助　６０００元／ｍａｓｔｅｒ　＋　１０％　ｏｆ　乙，每年最高不超过５０万元\n｝\n';
    const expected = '措施 甲 {\n  对象 高校\n  补助 6000元／master ＋ 按 乙 的 10%，每年 最高不超过 50万元\n}\n';
    expect(await formatted(wide)).toBe(expected);
  });

  it('breaks what is longer than the width asked for', async () => {
    const source = inMeasure('for 高校', 'grant 甲: 10万元 cap 50万元 when 获批');
    expect(await formatted(source)).toBe(source);
    expect(await formatted(source, 'keep', 30)).toBe(
      inMeasure('for 高校', 'grant 甲: 10万元', '  cap 50万元', '  when 获批'),
    );
  });
});

describe('the layout', () => {
  it('indents the parts of a long benefit deeper than the benefit, its formula deeper still', async () => {
    const text = inMeasure(
      'for 高校',
      'grant 甲: 6000元 per 联合培养的工程硕士 + 1万元 per 联合培养的工程博士 + 2万元 per 联合培养的博士后 cap 50万元 per year',
    );
    expect(await formatted(text, 'keep', 80)).toBe(
      inMeasure(
        'for 高校',
        'grant 甲: 6000元 per 联合培养的工程硕士',
        '    + 1万元 per 联合培养的工程博士',
        '    + 2万元 per 联合培养的博士后',
        '  cap 50万元 per year',
      ),
    );
  });

  it('writes a duty that no one is named for', async () => {
    const text = 'measure m {\n  clause "一"\n  oblige to "评价" by 2026\n}\n';
    expect((await formatSource(text, { keywords: 'keep' })).text).toBe(text);
    const chinese = (await formatSource(text, { keywords: 'zh' })).text;
    expect(chinese).toContain('应当 到 2026年 “评价”');
    expect((await formatSource(chinese, { keywords: 'en' })).text).toBe(text);
  });

  it('puts one statement on a line', async () => {
    const source = 'measure 甲 { clause "一" for 高校 by 市教育局 grant 5万元 }';
    expect(await formatted(source)).toBe(inMeasure('clause "一"', 'for 高校', 'by 市教育局', 'grant 5万元'));
  });

  it('keeps one empty line of several, and sets blocks apart', async () => {
    const source = `use std.parties


use std.jinan
enum 甲 { 乙 }
enum 丙 { 丁 }
measure 戊 {


  for 高校


  // 注


  grant 5万元

}
measure 己 {
  for 高校
  grant 5万元
}`;
    expect(await formatted(source)).toBe(`use std.parties

use std.jinan

enum 甲 { 乙 }
enum 丙 { 丁 }

measure 戊 {
  for 高校

  // 注

  grant 5万元
}

measure 己 {
  for 高校
  grant 5万元
}
`);
  });

  it('leaves a list on lines of its own where it was written so, and sets it so where it is too long', async () => {
    const short = 'enum 甲 { 乙, 丙 }\n\nparty 高校 { 硕士: count, 博士: count }\n';
    expect(await formatted(short)).toBe(short);
    const tall = 'enum 甲 {\n  乙,\n  丙\n}\n\nparty 高校 {\n  硕士: count\n  博士: count\n}\n';
    expect(await formatted(tall)).toBe(tall);
    expect(await formatted(short, 'keep', 20)).toBe(
      'enum 甲 { 乙, 丙 }\n\nparty 高校 {\n  硕士: count\n  博士: count\n}\n',
    );
  });

  it('aligns the values of a table and of targets', async () => {
    const table = inMeasure(
      'for 高校',
      'grant table 等次 {',
      '  优秀: 13万元, 良好以上, 合格: 7万元,',
      'otherwise: none } when 获批',
    );
    expect(await formatted(table)).toBe(
      inMeasure(
        'for 高校',
        'grant table 等次 {',
        '  优秀: 13万元, 良好以上, 合格: 7万元, otherwise: none } when 获批',
      ).replace(
        '  优秀: 13万元, 良好以上, 合格: 7万元, otherwise: none } when 获批',
        '  优秀:           13万元,\n    良好以上, 合格: 7万元,\n    otherwise:      none\n  } when 获批',
      ),
    );
  });
});

describe('the order of a benefit', () => {
  it('is the amount first in English, the condition first in Chinese', async () => {
    const source = inMeasure(
      'for 高校',
      'grant 甲: by 市教育局 when 获批 after 评审 cap 5万元 floor 1万元 cap 4万元 note "注" 6000元 per 硕士',
    );
    expect(await formatted(source)).toBe(
      inMeasure(
        'for 高校',
        'grant 甲: 6000元 per 硕士 cap 5万元 floor 1万元 cap 4万元 after 评审 when 获批 by 市教育局',
        '  note "注"',
      ),
    );
    expect(await formatted(source, 'zh')).toBe(
      '措施 甲 {\n  对象 高校\n  补助 甲：获批 的，经 评审 后，6000元／硕士，最高不超过 5万元，最低 1万元，最高不超过 4万元，责任单位 市教育局，\n    备注 “注”\n}\n',
    );
  });

  it('keeps a period that is not the cap’s apart from the cap', async () => {
    const source = inMeasure('for 高校', 'grant 5万元 per year, cap 9万元');
    expect(await formatted(source)).toBe(source);
    expect(await formatted(source, 'zh')).toBe('措施 甲 {\n  对象 高校\n  补助 每年 5万元，最高不超过 9万元\n}\n');
  });

  it('reads 最高 after a formula as the cap that it is', async () => {
    const source = '措施 甲 {\n  对象 高校\n  补助 6000元／硕士，最高 50万元\n}\n';
    expect(await formatted(source)).toBe(source.replace('最高 50万元', '最高不超过 50万元'));
  });
});

describe('words', () => {
  it('are those of each statement’s own head where both vocabularies are mixed', async () => {
    const source = `policy p “题” {
  牵头单位 市教育局
  level city
}

措施 甲 "乙" {
  for 高校
  grant 5万元，每年 最高不超过 6万元
  补助 5万元 cap 6万元 per year
}

example “丙” 用于 甲 {
  高校 { 获批：是 }
  应得 = 5万元
}
`;
    expect(await formatted(source)).toBe(`policy p "题" {
  牵头单位 市教育局
  level city
}

措施 甲 “乙” {
  for 高校
  grant 5万元 cap 6万元 per year
  补助 5万元，每年 最高不超过 6万元
}

example "丙" of 甲 {
  高校 { 获批: yes }
  应得 ＝ 5万元
}
`);
  });

  it('keeps figures as they were written, half-width', async () => {
    const source = inMeasure(
      'for 高校',
      'grant １.５０亿元 + 0.05元 + 3‰ of 甲 + 007元 when 租期 <= 9个月 and 期限 > 2 years',
    );
    expect(await formatted(source, 'zh')).toContain('租期 不高于 9个月 且 期限 超过 2 years 的');
    expect(await formatted(source, 'zh')).toContain('1.50亿元 ＋ 0.05元 ＋ 按 甲 的 3‰ ＋ 007元');
  });

  it('chooses quotation marks that the text leaves free', async () => {
    const source = inMeasure('clause “甲"乙”', 'note "甲”乙"', 'for 高校', 'grant 5万元 note 「甲"”乙」');
    const en = inMeasure('clause “甲"乙”', 'note "甲”乙"', 'for 高校', 'grant 5万元', '  note 「甲"”乙」');
    expect(await formatted(source, 'en')).toBe(en);
    expect(await formatted(source, 'zh')).toContain('备注 「甲”乙」');
  });

  it('leaves the names of documents in their own marks', async () => {
    const source = inMeasure('clause 《甲办法》', 'for 高校', 'grant 5万元');
    expect(await formatted(source)).toBe(source);
    expect(await formatted(source, 'zh')).toContain('条款 《甲办法》');
  });

  it('puts parentheses where the other word order needs them', async () => {
    const source = '措施 甲 {\n  对象 高校\n  补助 按 乙 ＋ 丙 的 10%\n}\n';
    expect(await formatted(source, 'en')).toBe(inMeasure('for 高校', 'grant 10% of (乙 + 丙)'));
  });

  it('divides with a sign that is not read as per', async () => {
    const source = inMeasure('for 高校', 'grant 甲 / 12 / (乙) + 12 ÷ 乙 + 365元 / 7');
    expect(await formatted(source)).toBe(source);
    expect(await formatted(source, 'zh')).toContain('甲 ÷ 12 ÷ （乙） ＋ 12 ÷ 乙 ＋ 365元 ÷ 7');
  });
});

describe('comments', () => {
  it('stay at the end of their line and above what they precede', async () => {
    const source = `// 文件

// 政策
policy p { // 名称
  // 谁
  led by 市教育局 // 牵头

  // 末尾
} // 完

enum 甲 { // 成员
  乙, // 一
  // 二
  丙
}

measure 丁 {
  for 高校
  // 数额
  grant 5万元 per 硕士 // 硕士
      + 6万元 per 博士 // 博士
    // 封顶
    cap 9万元
    when 获批 // 获批
      // 新
      and 新认定
    note "注" // 尾
}

// 最后
`;
    expect(await formatted(source)).toBe(source);
  });

  it('go with what they belong to when the order changes', async () => {
    const source = inMeasure('for 高校', 'grant 5万元 // 数额', '  cap 9万元 // 封顶', '  when 获批 // 条件');
    expect(await formatted(source, 'zh')).toBe(`措施 甲 {
  对象 高校
  补助
    获批 的， // 条件
    5万元， // 数额
    最高不超过 9万元 // 封顶
}
`);
  });

  it('of several lines keep their lines', async () => {
    const source = '/* 一\n   二 */\nmeasure 甲 {\n  for 高校 /* 三 */\n  grant 5万元\n}\n';
    expect(await formatted(source)).toBe(source);
  });
});

it('formats the golden file in Chinese once and for all', async () => {
  const once = await formatted(goldenFileChinese);
  expect(await formatted(once)).toBe(once);
});

it.each([
  [
    'a range that is open at its end, and a line that begins with a name',
    inMeasure('for 企业', 'when 电费 between 100元..', 'deny when 租期 >= 12月 because "不予"', 'grant 1元'),
  ],
  [
    'points in bands, where a comma stands before three digits',
    inMeasure('for 企业', 'score 评分 { 规模: bands 电费 whole { 0元..100元: 10, 100元..: 30 } }', 'grant 1元'),
  ],
])('converts there and back: %s', async (_, source) => {
  expect(await formatted(await formatted(source, 'zh'), 'en')).toBe(source);
});
