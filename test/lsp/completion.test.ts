import { describe, expect, it } from 'vitest';
import { type Completion, complete } from '../../lsp/ide/completion/complete.ts';
import { applyEdits, declarations, fixture } from './fixture.ts';

/** What is offered at `$0` after the shared declarations. */
function at(source: string, { vocabulary = 'en', typed }: { vocabulary?: 'en' | 'zh'; typed?: string } = {}) {
  const { snapshot, file, offset, texts } = fixture(`${declarations[vocabulary]}\n${source}`);
  const items = complete(snapshot, file, offset, 'zh', typed);
  return { items, labels: items.map((item) => item.label), text: texts[file]! };
}

const measure = (line: string) => `measure 甲 {\n  for 高校\n  ${line}\n}\n`;
const zhMeasure = (line: string) => `措施 甲 {\n  对象 高校\n  ${line}\n}\n`;

function named(items: readonly Completion[], label: string): Completion {
  const found = items.find((item) => item.label === label);
  if (found === undefined) throw new Error(`nothing named ${label} among ${items.map((i) => i.label).join(' ')}`);
  return found;
}

describe('at the start of a statement', () => {
  it('offers what a file holds, in the vocabulary the file is written in', () => {
    expect(at('$0').labels).toEqual(expect.arrayContaining(['measure', 'party', 'example', 'budget', 'use']));
    expect(at('$0').labels).not.toContain('措施');
    expect(at('$0').labels).not.toContain('clause');
    const chinese = at('$0', { vocabulary: 'zh' }).labels;
    expect(chinese).toEqual(expect.arrayContaining(['措施', '主体', '算例']));
    expect(chinese).not.toContain('measure');
  });

  it('offers what a measure holds, without the lines that it has', () => {
    const { labels } = at(measure('$0'));
    expect(labels).toEqual(expect.arrayContaining(['clause', 'about', 'by', 'grant', 'oblige', 'excludes']));
    expect(labels).not.toContain('for');
    expect(labels).not.toContain('measure');
  });

  it.each([
    ['a file', at('$0').labels, ['measure', 'party', 'policy', 'budget'], ['unit', 'currency', 'parameter', 'ruling']],
    ['a policy', at('policy 某案 {\n  $0\n}\n').labels, ['led by', 'source', 'waive', 'allow'], ['bounds', 'ruling']],
    [
      'a measure',
      at(measure('$0')).labels,
      ['clause', 'grant', 'waive', 'oblige'],
      ['score', 'apply within', 'ruling'],
    ],
  ])('offers the core of the reference first: %s', (_, labels, core, beyond) => {
    const placeOf = (label: string) => labels.findIndex((one) => one === label || one.startsWith(`${label} `));
    expect([...core, ...beyond].filter((label) => placeOf(label) < 0)).toEqual([]);
    expect(Math.max(...core.map(placeOf))).toBeLessThan(Math.min(...beyond.map(placeOf)));
  });

  it('offers modifiers on a line deeper than the benefit above', () => {
    const { labels } = at(measure('grant 乙: 1万元\n    $0'));
    expect(labels.slice(0, 3)).toEqual(['cap', 'per year', 'when']);
  });

  it('has no modifiers on a line that is no deeper', () => {
    expect(at(measure('grant 乙: 1万元\n  $0')).labels).not.toContain('selected by');
  });

  it('offers what a policy holds', () => {
    const { labels } = at('policy p {\n  $0\n}');
    expect(labels).toEqual(expect.arrayContaining(['led by', 'level', 'status', 'stacking', 'replaces']));
    expect(labels).not.toContain('grant');
  });

  it('has a whole measure as a snippet that checks once it is filled in', () => {
    const { items, text } = at('$0');
    const snippet = named(items, 'measure …');
    expect(snippet.snippet).toContain(`measure \${1:NAME}`);
    const written = applyEdits(text, [{ span: snippet.replace, text: snippet.insert }])
      .replace('MATTER', '产业教授')
      .replace('AGENCY', '市科技局')
      .replace('FACT', '硕士');
    expect(fixture(written).snapshot.diagnostics).toEqual([]);
  });

  it('has an example for a measure that has none, with the facts it reads', () => {
    const { items, text } = at(`${measure('grant 乙: 6000元 per 硕士 when 订单式 and 评价 is 优秀')}\n$0`);
    const snippet = named(items, 'example … of 甲');
    expect(snippet.snippet).toBe(
      [
        `example "\${1:CASE}" of 甲 {`,
        '  高校 {',
        `    硕士: \${2:0},`,
        `    订单式: \${3|yes,no|},`,
        `    评价: \${4|优秀,良好,合格|}`,
        '  }',
        `  expect 乙 = \${5:0}万元`,
        '}',
      ].join('\n'),
    );
    const written = applyEdits(text, [{ span: snippet.replace, text: snippet.insert }]);
    expect(fixture(written).snapshot.diagnostics).toEqual([]);
    expect(at(`${written.slice(declarations.en.length)}\n$0`).labels).not.toContain('example … of 甲');
  });

  it('has the same snippets in Chinese', () => {
    const { items, text } = at(`${zhMeasure('补助 乙：6000元／硕士')}\n$0`, { vocabulary: 'zh' });
    const snippet = named(items, '算例 … 用于 甲');
    const written = applyEdits(text, [{ span: snippet.replace, text: snippet.insert }]);
    expect(fixture(written).snapshot.diagnostics).toEqual([]);
    expect(named(items, '措施 …').snippet).toContain(`责任单位 \${6:机构}`);
  });
});

describe('names', () => {
  it('after for: parties, those of the file first', () => {
    const { items, labels } = at('measure 甲 {\n  for $0\n}');
    expect(labels[0]).toBe('高校');
    expect(labels).toEqual(expect.arrayContaining(['企业', '科研院所', 'each']));
    expect(labels).not.toContain('市科技局');
    expect(named(items, '高校').also).toContain('university');
  });

  it('after for each: lists, and after of: parties', () => {
    expect(at('measure 甲 {\n  for each $0\n}').labels).toEqual(['平台']);
    expect(at('measure 甲 {\n  for each 平台 of $0\n}').labels).toContain('高校');
    expect(at('措施 甲 {\n  对象 高校 $0\n}', { vocabulary: 'zh' }).labels).toContain('的每个');
    expect(at('措施 甲 {\n  对象 高校 的每个 $0\n}', { vocabulary: 'zh' }).labels).toEqual(['平台']);
  });

  it('after by, and after each comma: agencies, found by their other names too', () => {
    const { items, labels } = at(measure('by 市科$0'));
    expect(labels).toContain('市科技局');
    expect(labels).not.toContain('高校');
    expect(named(items, '市科技局').also).toContain('济南市科学技术局');
    expect(at(measure('by 市科技局, $0')).labels).toContain('市教育局');
    expect(at(zhMeasure('责任单位 市科技局、$0'), { vocabulary: 'zh' }).labels).toContain('市教育局');
    expect(at(zhMeasure('责任单位：$0'), { vocabulary: 'zh' }).labels).toContain('市教育局');
  });

  it('after about: enum facts and matters', () => {
    const { labels } = at(measure('about $0'));
    expect(labels[0]).toBe('评价');
    expect(labels).toContain('概念验证');
    expect(labels).not.toContain('硕士');
    expect(at('measure 甲 {\n  for each 平台 of 高校\n  about $0\n}').labels[0]).toBe('类型');
  });

  it('after use: modules, the whole path replaced', () => {
    const { items, text } = at('use std.sh$0');
    const item = named(items, 'std.shandong');
    expect(text.slice(item.replace.start, item.replace.end)).toBe('std.sh');
  });

  it('after excludes: other measures; after from: pools', () => {
    const source = `budget 资金 1亿元 by 市财政局\n${measure('excludes $0')}measure 丙 {\n  for 高校\n  grant 1万元\n}\n`;
    expect(at(source).labels).toEqual(['丙']);
    expect(at(`budget 资金 1亿元 by 市财政局\n${measure('grant 1万元 from $0')}`).labels).toEqual(['资金']);
  });

  it('after after: processes that are named already', () => {
    const source = `measure 乙 {\n  for 高校\n  grant up to 1万元 after 绩效评估\n}\n`;
    expect(at(source + measure('grant up to 2万元 after $0')).labels).toEqual(['绩效评估']);
    expect(at(source + zhMeasure('补助 经 $0'), { vocabulary: 'zh' }).labels).toEqual(['绩效评估']);
  });
});

describe('values', () => {
  it('in a condition: facts of the party with their types', () => {
    const { items, labels } = at(measure('grant 乙: 1万元 when $0'));
    expect(labels).toEqual(expect.arrayContaining(['硕士', '创新券', '评价', '订单式', 'not']));
    expect(labels).not.toContain('平台');
    expect(labels).not.toContain('获批');
    expect(named(items, '硕士')).toMatchObject({ detail: '数目', text: '联合培养的硕士', also: ['master'] });
  });

  it('in a measure for each item: its fields first', () => {
    const { labels } = at('measure 甲 {\n  for each 平台 of 高校\n  grant up to 1万元 when 获批 and $0\n}');
    expect(labels.slice(0, 2)).toEqual(['类型', '获批']);
  });

  it('after per: what can be counted', () => {
    expect(at(measure('grant 乙: 6000元 per $0')).labels).toEqual(['硕士']);
    expect(at(zhMeasure('补助 乙：6000元／$0'), { vocabulary: 'zh' }).labels).toEqual(['硕士']);
  });

  it('in a cap, after per: what the measure is for', () => {
    expect(at('measure 甲 {\n  for each 平台 of 高校\n  cap 1万元 per $0\n}').labels).toEqual(['平台', '高校']);
  });

  it('after is and in: members of the enum, those in the set left out', () => {
    expect(at(measure('grant 1万元 when 评价 is $0')).labels).toEqual(['优秀', '良好', '合格']);
    expect(at(measure('grant 1万元 when 评价 in {优秀, $0}')).labels).toEqual(['良好', '合格']);
    expect(at(measure('grant 1万元 when 评价 in {$0')).labels).toEqual(['优秀', '良好', '合格']);
    expect(at(zhMeasure('补助 评价 为 $0'), { vocabulary: 'zh' }).labels).toEqual(['优秀', '良好', '合格']);
    expect(at(measure('grant 1万元 when 订单式 is $0')).labels).toEqual(['yes', 'no']);
  });

  it('in a table: the members without a row', () => {
    const { labels } = at(measure('grant table 评价 { 优秀: 3万元, $0 }'));
    expect(labels).toEqual(['良好', '合格', 'otherwise']);
  });

  it('of a new field: types', () => {
    const { labels } = at('party 企业 {\n  营收: $0\n}');
    expect(labels).toEqual(expect.arrayContaining(['money', 'count', 'bool', '等次', 'list of 平台']));
    const chinese = at('主体 企业 {\n  营收：$0\n}', { vocabulary: 'zh' }).labels;
    expect(chinese).toEqual(expect.arrayContaining(['金额', '数目', '平台 名单']));
  });
});

describe('after a value', () => {
  it('offers the modifiers that the benefit does not have yet', () => {
    const { labels } = at(measure('grant 乙: 6000元 per 硕士 by 市科技局 $0'));
    expect(labels).toEqual(expect.arrayContaining(['cap', 'when']));
    expect(labels).not.toContain('by');
  });

  it('offers what fits the type of the fact', () => {
    expect(at(measure('grant 1万元 when 评价 $0')).labels.slice(0, 2)).toEqual(['is', 'in']);
    expect(at(measure('grant 1万元 when 订单式 $0')).labels.slice(0, 2)).toEqual(['and', 'or']);
    expect(at(zhMeasure('补助 当 硕士 $0'), { vocabulary: 'zh' }).labels).toContain('不低于');
  });
});

describe('in examples', () => {
  it('offers the norms of the measure in an expectation, then their states, and who decides an amount', () => {
    const norms = `${measure('grant 乙: 1万元\n  exempt 高校 from 后续责任 when 订单式\n  may 高校 to "x"')}example "一" of 甲 {\n`;
    const expected = at(`${norms}  expect $0\n}`).labels;
    expect(expected).toEqual(expect.arrayContaining(['乙', 'exempt', 'may', 'denied']));
    expect(expected).not.toContain('recognise');
    const states = at(`${norms}  expect exempt $0\n}`).labels;
    expect(states).toEqual(expect.arrayContaining(['holds', 'does not hold', 'needs', '后续责任']));
    expect(states).not.toContain('高校');
    expect(at(`${norms}  expect exempt 后续责任 $0\n}`).labels).toEqual(['holds', 'does not hold', 'needs']);
    expect(at(`${norms}  expect 乙 = 1万元 $0\n}`).labels).toEqual(expect.arrayContaining(['after', 'selected by']));
  });

  const tested = `${measure('grant 乙: 6000元 per 硕士 when 订单式')}example "一" of 甲 {\n`;

  it('offers the measure, its party, its facts and its labels', () => {
    expect(at('measure 甲 {\n  for 高校\n  grant 1万元\n}\nexample "一" of $0').labels).toEqual(['甲']);
    expect(at(`${tested}  $0\n}`).labels[0]).toBe('高校');
    expect(at(`${tested}  高校 { $0 }\n}`).labels.slice(0, 2)).toEqual(['硕士', '订单式']);
    expect(at(`${tested}  高校 { 硕士: 1, $0 }\n}`).labels).not.toContain('硕士');
    expect(at(`${tested}  高校 { 硕士: 1 }\n  expect $0\n}`).labels.slice(0, 2)).toEqual(['乙', 'denied']);
    expect(at(`${tested}  高校 { 硕士: 1 }\n  expect 乙 needs $0\n}`).labels).toContain('订单式');
  });

  it('offers values by the type of the fact, and fields of the items of a list', () => {
    expect(at(`${tested}  高校 { 订单式: $0 }\n}`).labels).toEqual(['yes', 'no']);
    expect(at(`${tested}  高校 { 评价: $0 }\n}`).labels).toEqual(['优秀', '良好', '合格']);
    expect(at(`${tested}  高校 { 平台: [{ 获批: yes, $0 }] }\n}`).labels).toEqual(['类型']);
    expect(at(`${tested}  高校 { 平台: [{ 类型: $0 }] }\n}`).labels).toEqual(['优秀', '良好', '合格']);
  });

  it('fills a fact in with a place for its value', () => {
    const { items } = at(`${tested}  高校 { $0 }\n}`);
    expect(named(items, '订单式').snippet).toBe(`订单式: \${1|yes,no|}`);
    expect(named(items, '平台').snippet).toBe(`平台: [{ 类型: \${1|优秀,良好,合格|}, 获批: \${2|yes,no|} \\}]`);
  });
});

describe('where there is nothing to complete', () => {
  it('says nothing within strings, comments, numbers and new names', () => {
    expect(at(measure('clause "一$0"')).labels).toEqual([]);
    expect(at('// 注$0').labels).toEqual([]);
    expect(at(measure('grant 乙: 60$0')).labels).toEqual([]);
    expect(at('measure $0').labels).toEqual([]);
    expect(at('enum 角色 { $0 }').labels).toEqual([]);
  });

  it('opens no list by a blank where nothing must follow', () => {
    expect(at(measure('by 市科技局 $0'), { typed: ' ' }).labels).toEqual([]);
    expect(at(measure('grant 乙: 1万元\n $0'), { typed: ' ' }).labels).toEqual([]);
    expect(at(measure('by $0'), { typed: ' ' }).labels).toContain('市科技局');
    expect(at(measure('grant 1万元 when $0'), { typed: ' ' }).labels).toContain('订单式');
  });

  it('survives any cut of a file', () => {
    const whole = `${declarations.en}\n${measure('grant 乙: 6000元 per 硕士 when 评价 in {优秀} cap 5万元')}example "一" of 甲 {\n  高校 { 硕士: 1, 平台: [{ 类型: 优秀 }] }\n  expect 乙 = 1万元\n}\n`;
    for (let end = 0; end <= whole.length; end += 3) {
      const { snapshot, file, offset } = fixture(`${whole.slice(0, end)}$0`);
      expect(Array.isArray(complete(snapshot, file, offset, 'zh'))).toBe(true);
    }
  });
});

describe('after words of history and rank', () => {
  const policy = 'policy p {}\nparty 高校 {\n  产值: money by year\n  评级: 等次 by year\n  到账日: date\n}\n';
  const after = (words: string) => at(policy + measure(words)).labels;

  it.each([
    ['grant 1% of growth of $0', ['产值'], ['创新券', '评级', '甲']],
    ['grant 1% of sum of $0', ['产值'], ['创新券', '订单式']],
    ["grant 1% of last year's $0", ['产值', '评级'], ['创新券']],
    ['grant ladder $0', ['产值', '创新券', '硕士'], ['评级', '平台']],
    ['grant 1元 when first time $0', ['订单式', '产值'], ['创新券']],
    ['grant 1元 when had $0', ['甲'], ['产值']],
    ['grant 1元 less already awarded $0', ['甲'], ['产值']],
    ['limit 7 per year ranked by $0', ['硕士', '到账日'], ['评级', '订单式']],
    ['grant 1元 per full $0', [], ['产值', '甲']],
  ] as const)('%s', (words, offered, others) => {
    const labels = after(words);
    expect(labels).toEqual(expect.arrayContaining([...offered]));
    expect(labels.filter((label) => (others as readonly string[]).includes(label))).toEqual([]);
  });
});
