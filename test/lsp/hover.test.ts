import { describe, expect, it } from 'vitest';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { roles } from '../../language/syntax/vocabulary.ts';
import { hover } from '../../lsp/ide/hover.ts';
import { keywordHelp } from '../../lsp/ide/keyword-help.ts';
import { withoutMarkdown } from '../../lsp/ide/markdown.ts';
import { declarations, fixture } from './fixture.ts';

function at(source: string, lang: Lang = 'zh', vocabulary: 'en' | 'zh' = 'en'): string | undefined {
  const { snapshot, file, offset } = fixture(`${declarations[vocabulary]}\n${source}`);
  return hover(snapshot, file, offset, lang)?.markdown;
}

const measure = `measure 联合培养 "校企联合培养" {
  clause "一（一）"
  for 高校
  about 高层次人才培养
  by 市教育局, 市科技局
  grant 硕博培养: 6000元 per 硕士 cap 50万元 per year
  grant 订单培养: up to 150万元 after 绩效评估 when 订单式
  grant 定额: 30万元
  grant 不设上限: 6000元 per 硕士
}
`;

describe('hover', () => {
  it('says of a fact its type, label, aliases, parties and place', () => {
    const text = at(measure.replace('per 硕士 cap', 'per 硕$0士 cap'))!;
    expect(text).toContain('**硕士** — 事实 · 数目');
    expect(text).toContain('联合培养的硕士');
    expect(text).toContain('- 又称：master');
    expect(text).toContain('- 主体：高校');
    expect(text).toContain('- 声明于：main.cuoshi:13');
  });

  it('says the same in English', () => {
    const text = at(measure.replace('per 硕士 cap', 'per 硕$0士 cap'), 'en')!;
    expect(text).toContain('**硕士** — fact · count');
    expect(text).toContain('- also: master');
  });

  it('says of a measure what its benefits pay at most, by the interpreter', () => {
    const text = at(measure.replace('联合培养 "', '联合$0培养 "'))!;
    expect(text).toContain('- 条款：一（一）');
    expect(text).toContain('- 对象：高校');
    expect(text).toContain('- 责任单位：市教育局、市科技局');
    expect(text).toContain('- 硕博培养：最多50万元');
    expect(text).toContain('- 订单培养：最多150万元');
    expect(text).toContain('- 定额：30万元');
    expect(text).toContain('- 不设上限：没有写上限');
  });

  it('says nothing of amounts while the policy has errors', () => {
    const text = at(`${measure.replace('联合培养 "', '联合$0培养 "')}measure 丙 { for 没有 }\n`)!;
    expect(text).toContain('- 条款：一（一）');
    expect(text).not.toContain('50万元');
  });

  it.each([
    ['6000元 per 硕士', '6000元起，不封顶'],
    ['10% of 创新券', '0.01元起，不封顶'],
    ['9万元 per full 5000万元 of 创新券 over 2亿元', '9万元起，不封顶'],
    ['3%..7% of 创新券', '不封顶'],
    ['at least 20万元', '20万元起，不封顶'],
    ['undecided "另行制定"', '不封顶'],
    ['10% of 创新券 cap 30万元', '0.01元至30万元'],
    ['10% of 创新券 when 创新券 <= 200万元', '0.01元至20万元'],
  ])('says of %s that it pays %s', (amount, range) => {
    const text = at(`measure 甲 {\n  for 高校\n  by 市科技局\n  grant 奖$0金: ${amount}\n}\n`)!;
    expect(text).toContain(`- 付给符合的人：${range}`);
    expect(text.endsWith(range)).toBe(true);
  });

  it('says of a benefit its amount, condition and process', () => {
    const text = at(measure.replace('订单培养:', '订$0单培养:'))!;
    expect(text).toContain('**订单培养** — 联合培养 · 支持项');
    expect(text).toContain('- 支付：最多150万元');
    expect(text).toContain('- 条件：订单式');
    expect(text).toContain('- 程序：绩效评估');
  });

  it('says of an amount what it is in the other way of writing', () => {
    expect(at(measure.replace('6000元 per 硕士 cap', '60$000元 per 硕士 cap'))).toContain('0.6万元');
    expect(at(measure.replace('cap 50万元', 'cap 50$0万元'))).toContain('500,000元');
    expect(at('measure 甲 {\n  for 高校\n  grant 5$00000\n}')).toContain('50,000元 = 5万元');
    // A number that is no money is no amount.
    expect(at('measure 甲 {\n  for 高校\n  grant 1万元 when 硕士 >= 2$00\n}')).toBeUndefined();
  });

  it('says of an agency its other and former names', () => {
    const text = at('agency 市某局 alias 某局 formerly 市某委\nmeasure 甲 {\n  for 高校\n  by 某$0局\n}')!;
    expect(text).toContain('**市某局** — 机构');
    expect(text).toContain('- 又称：某局');
    expect(text).toContain('- 原名：市某委');
  });

  it('says of a member its enum, and the matter of its name', () => {
    const text = at('matter 优秀 "评优"\nmeasure 甲 {\n  for 高校\n  grant 1万元 when 评价 is 优$0秀\n}')!;
    expect(text).toContain('**优秀** — 等次 · 成员');
    expect(text).toContain('- 成员：优秀、良好、合格');
    expect(text).toContain('- 同名事项：优秀 评优');
  });

  it('says of a keyword what it does, in both vocabularies', () => {
    const text = at(measure.replace('cap 50', 'ca$0p 50'))!;
    expect(text).toContain('**cap** — 关键词');
    expect(text).toContain(keywordHelp.cap!.zh);
    expect(text).toContain('最高不超过');
    const chinese = at('措施 甲 {\n  对象 高校\n  补助 6000元／硕士，最高不$0超过 5万元\n}', 'en', 'zh')!;
    expect(chinese).toContain(keywordHelp.cap!.en);
  });

  it('tells the roles of one word apart', () => {
    expect(at('measure 甲 {\n  for each 平台 o$0f 高校\n  grant 1万元\n}')).toContain(keywordHelp.of!.zh);
    expect(at(`${measure}example "一" o$0f 联合培养 {\n  expect denied\n}`)).toContain(keywordHelp.ofMeasure!.zh);
  });

  it('says of a party, an enum, a record, a matter, a process, a module and a policy what they hold', () => {
    expect(at('disjoint 高$0校, 企业')).toContain('- 事实：硕士、创新券、评价、订单式、平台');
    expect(at('party 企业 { 等: 等$0次 }')).toContain('- 成员：优秀、良好、合格');
    expect(at('party 企业 { 等: list of 平$0台 }')).toContain('- 类型：分类“等次”');
    expect(at(measure.replace('高层次人才培养', '高层次$0人才培养'))).toContain('- 涉及的措施：联合培养');
    expect(at(measure.replace('绩效评估', '绩$0效评估'))).toContain('- 决定：联合培养/订单培养');
    expect(at('use std.ji$0nan')).toContain('市科技局');
    expect(at('policy p$01 "某某措施" {\n  level city\n  status draft\n}')).toContain('- 层级：市级');
  });

  it('shows text as it stands, whatever signs are in it', () => {
    const text = at(
      'party 企业 { 数: count "**粗** [链接](command:x) <b>" }\nmeasure 甲 {\n  for 企业\n  grant 1万元 per 数$0\n}',
    )!;
    expect(text).toContain('\\*\\*粗\\*\\* \\[链接\\](command:x) \\<b\\>');
    expect(withoutMarkdown(text)).toContain('**粗** [链接](command:x) <b>');
  });

  it('says nothing of blanks, strings and comments', () => {
    expect(at(measure.replace('"校企', '"校$0企'))).toBeUndefined();
    expect(at('// measure$0 甲')).toBeUndefined();
  });
});

describe('help for keywords', () => {
  it('says something of every keyword, in both languages', () => {
    expect(roles.filter((role) => !keywordHelp[role]?.zh || !keywordHelp[role]?.en)).toEqual([]);
  });
});

describe('hover on the words of newer forms', () => {
  const bounded = (line: string, of = '以$0上') =>
    at(
      `政策 甲案 {\n  层级 市级\n${line}}\n措施 甲 {\n  对象 高校\n  补助 创新券 40万元${of}的，5万元\n}\n`,
      'zh',
      'zh',
    );

  it('says how a word of the texts is read where it stands, and who says so', () => {
    expect(bounded('')).toContain('- 这里读作：≥ 40万元 · 含本数 · 文件没有写，按民法典第一千二百五十九条');
    expect(bounded('  界限 以上 不含本数\n')).toContain('- 这里读作：\\> 40万元 · 不含本数 · 文件自己写明');
    expect(bounded('', '以$0下')).toContain('- 这里读作：≤ 40万元');
  });

  it('says of a parameter that it is one, and what it is worth from which day on', () => {
    const text = at('parameter 最低工$0资 = 2200元 from 2025-10-01, 2320元 from 2027-01-01 "月最低工资标准"\n')!;
    expect(text).toContain('**最低工资** — 参数 · 金额');
    expect(text).toContain('- 取值：2200元 from 2025-10-01、2320元 from 2027-01-01');
    expect(at('parameter 汇$0率: money\n')).toContain('- 取值：没有写值，计算时给出');
  });

  it('says of a fact that it is stated for each year', () => {
    expect(at('party 工厂 {\n  产$0值: money by year\n}\n')).toContain('**产值** — 事实 · 金额 · 逐年');
    expect(at('party 工厂 {\n  产$0值: money by year\n}\n', 'en')).toContain('**产值** — fact · money · by year');
  });

  it('names a word once that serves both vocabularies', () => {
    expect(bounded('')).toMatch(/- 两套写法：以上$/m);
  });
});
