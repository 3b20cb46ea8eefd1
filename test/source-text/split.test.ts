import { describe, expect, it } from 'vitest';
import { bodiesIn } from '../../compiler/source-text/bodies.ts';
import { conditionsIn, conditionWordsIn } from '../../compiler/source-text/conditions.ts';
import { readText } from '../../compiler/source-text/extract.ts';
import { normal } from '../../compiler/source-text/normalise.ts';
import { numberingFaults } from '../../compiler/source-text/numbering.ts';
import { extract } from './texts.ts';

const outline = (text: string): string[] => extract(text).parts.map(({ clause, role }) => `${clause} ${role}`);
const clauses = (text: string): string[] =>
  extract(text)
    .parts.filter(({ role }) => role === 'clause')
    .map(({ clause }) => clause);

describe('numbers of headings', () => {
  it.each<[string, string, string[]]>([
    ['Chinese numerals', '一、给予5万元。\n二、给予6万元。', ['一', '二']],
    [
      'a heading with a text of its own',
      '一、目标\n2031年建成3家。\n二、措施\n（一）建设。给予5万元。',
      ['一', '二（一）'],
    ],
    [
      'digits counted on through headings',
      '一、甲\n1.给予5万元。\n2.给予6万元。\n二、乙\n3.给予7万元。',
      ['一1', '一2', '二3'],
    ],
    [
      'three levels',
      '一、甲\n（一）乙\n1.给予5万元。\n2.给予6万元。\n（二）丙\n3.给予7万元。',
      ['一（一）1', '一（一）2', '一（二）3'],
    ],
    ['parentheses of any width', '一、甲\n(一)给予5万元。\n（二）给予6万元。', ['一（一）', '一（二）']],
    ['digits in parentheses', '一、甲\n(1)给予5万元。\n(2)给予6万元。', ['一（1）', '一（2）']],
    [
      'articles through chapters',
      '第一章 总则\n第一条 给予5万元。\n第二章 奖励\n第二条 给予6万元。\n（一）甲。\n（二）乙。',
      ['第一条', '第二条', '第二条（一）', '第二条（二）'],
    ],
    ['a number and a colon', '第一条：给予5万元。\n第二条：给予6万元。', ['第一条', '第二条']],
    ['full-width digits', '一、甲\n１．给予5万元。\n２．给予6万元。', ['一1', '一2']],
    [
      'more than ten',
      `${'一二三四五六七八九十'
        .split('')
        .map((n) => `${n}、给予5万元。`)
        .join('\n')}\n十一、给予6万元。`,
      [...'一二三四五六七八九十', '十一'],
    ],
    [
      'a number after an artefact',
      '一、甲\n（一）给予5万元。\n[bookmark: _GoBack](二)给予6万元。',
      ['一（一）', '一（二）'],
    ],
    ['a number that a year follows', '一、甲\n1.2031年给予5万元。\n2.2032年给予6万元。', ['一1', '一2']],
    ['a number given twice', '一、甲\n（一）给予5万元。\n（一）给予6万元。', ['一（一）', '一（一）·2']],
  ])('%s', (_, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['items after a colon stay in their clause', '一、甲。条件：1.满三年；2.有5人；3.无失信。\n二、乙。', ['一', '二']],
    ['also on lines of their own', '一、甲。条件：\n1.满三年；\n2.有5人。\n二、乙。', ['一', '二']],
    ['unless they are sentences', '一、甲如下：\n1.给予5万元。\n2.给予6万元。\n二、乙。', ['一1', '一2', '二']],
    ['references are no headings', '一、符合第（二）项的，按\n第二条规定给予5万元。\n二、乙。', ['一', '二']],
    ['nor are sums, ratios and lists', '一、给予\n1.5亿元，按1:1，共二、三档。\n二、乙。', ['一', '二']],
  ])('%s', (_, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it('that are repeated or missing are told', () => {
    const faults = (text: string) => numberingFaults(readText(text).outline);
    expect(faults('一、甲。\n二、乙。\n三、丙。')).toEqual([]);
    expect(faults('一、甲。\n二、乙。\n二、丙。')).toEqual([{ kind: 'repeated', clause: '二·2', number: '二' }]);
    expect(faults('一、甲。\n二、乙。\n四、丙。')).toEqual([{ kind: 'skipped', clause: '四', before: '二' }]);
  });
});

describe('what belongs to no clause', () => {
  it('is the letterhead, the preamble, the closing and what follows the document', () => {
    const text =
      '关于甲业的措施\n为支持甲业，制定本措施。\n一、给予5万元。\n本措施自印发之日起施行。\n服务热线：0531-12345678';
    expect(outline(text)).toEqual(['文头 front', '前言 preamble', '一 clause', '结尾 closing', '解读 commentary']);
    expect(extract(text).parts.flatMap(({ figures }) => figures.map(({ text: figure }) => figure))).toEqual(['5万元']);
  });

  it('is not a commentary that a clause speaks of', () => {
    expect(outline('一、加强宣传，开展\n政策解读、咨询电话公开等工作。\n二、乙。')).toEqual(['一 clause', '二 clause']);
  });

  it('leaves the hash of the document alone where a commentary is added', () => {
    const text = '一、给予5万元。\n本措施自印发之日起施行。';
    expect(extract(`${text}\n政策解读\n一、背景。`).hash).toBe(extract(text).hash);
  });
});

describe('hashes', () => {
  const hashes = (text: string) => extract(text).parts.map(({ hash }) => hash);
  it('do not change with lines, blanks, widths, brackets, dashes, separators, page numbers and artefacts', () => {
    const text = '一、支持甲业，按1:1给予１，０００万元（含）补助—奖励。\n二、乙。';
    const same = [
      '一、支持甲业,按1：1给予 1,000 万元(含)补助-奖励。\n\n二、乙。\n',
      '一、支持甲\n业，按1:1给予1000\n万元〔含〕补助–奖\u00a0励。\r\n二、乙。',
      '一、支持甲\n— 3 —\n业，按1:1给予1000万元（含）[bookmark: _GoBack]补助—奖励。\n- 4 -\n二、乙。',
      '\ufeff一、支持甲业，按1:1给予10\n00万元（含）补助—奖励。\u3000\n1\n二、乙。\n2',
    ];
    for (const other of same) expect(hashes(other), other).toEqual(hashes(text));
  });

  it('change with a word or a figure', () => {
    const text = '一、给予5万元。';
    expect(hashes('一、给予6万元。')).not.toEqual(hashes(text));
    expect(hashes('一、奖励5万元。')).not.toEqual(hashes(text));
  });
});

describe('bodies', () => {
  const bodies = (text: string): string[] =>
    bodiesIn(normal(text), 'clause').map(({ body }) =>
      [body.name, body.alias && `=${body.alias}`, body.role === 'issuer' && '!', body.shared && '~']
        .filter(Boolean)
        .join(''),
    );
  it.each<[string, string[]]>([
    ['（责任单位：市甲局）', ['市甲局']],
    ['(责任单位:市甲局、 市乙局)', ['市甲局', '市乙局']],
    ['〔责任单位：市甲局，市乙局〕', ['市甲局', '市乙局']],
    ['（责任单位：市甲局、\n市乙\n委）', ['市甲局', '市乙委']],
    ['（牵头单位：市甲局；配合单位：市乙局、各区县政府）', ['市甲局', '市乙局', '各区县政府']],
    ['〔责任单位：市委丙办（市丁局）、市甲局〕', ['市委丙办=市丁局', '市甲局']],
    ['（责任单位：市甲局等）', ['市甲局']],
    ['（责任单位：市工业和信息化局、市发展和改革委员会）', ['市工业和信息化局', '市发展和改革委员会']],
    ['（责任单位：市甲局和市乙局）', ['市甲局', '市乙局']],
    ['（责任单位：各县（市、区）人民政府）', ['各县（市、区）人民政府']],
    ['（省甲厅负责）', ['省甲厅']],
    ['（省甲厅、省乙厅按职责分工负责）', ['省甲厅~', '省乙厅~']],
    ['（责任单位：省甲厅、省乙厅按职责分工负责）', ['省甲厅~', '省乙厅~']],
    ['（市甲局牵头，市乙局配合）', []],
    ['责任单位：市甲局、市乙局。', ['市甲局', '市乙局']],
    ['由市甲局、市乙局分别牵头实施并负责解释', ['市甲局!', '市乙局!']],
    ['由市甲局负责解释', ['市甲局!']],
    ['由省甲厅牵头抓总，会同省乙厅统筹指导', ['省甲厅', '省乙厅']],
    ['由链主企业牵头，联合高校', []],
    ['由高校自主决定', []],
    ['（含设备费）', []],
    ['支持市甲局工作（试行）', []],
  ])('%s', (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });
});

describe('condition words', () => {
  it.each<[string, string]>([
    ['对获批建设的，给予5万元', '获批'],
    ['经省甲厅批准建设的，给予5万元', '批准'],
    ['文件已经省政府批准', ''],
    ['对新认定的平台，给予5万元', '新认定'],
    ['对首次认定的，给予5万元', '首次 认定'],
    ['每年认定一批平台', ''],
    ['经认定登记的合同', '认定登记'],
    ['对新备案的众创空间给予5万元', '新备案'],
    ['贷款已备案的企业', '备案'],
    ['对新入选的，给予5万元', '新入选'],
    ['支持新建学院', '新建'],
    ['规上工业企业、规模以上服务业企业', '规模以上 规模以上'],
    ['经绩效评估后，给予5万元', '绩效评价'],
    ['绩效评价结果为优秀和良好的，给予5万元', '绩效评价 优秀 良好'],
    ['连续两年不合格的，取消资格', '连续 不合格'],
    ['择优给予5万元', '择优'],
    ['符合条件的企业，同等条件下优先', '符合条件 同等条件'],
    ['按时还本付息的企业', '按时还本付息'],
    ['做到勤勉尽责，也未谋取非法利益的，不予追责', '勤勉尽责 未谋取非法利益'],
    ['没有牟取非法利益的前提下', '未谋取非法利益'],
    ['在本市注册的，给予5万元', '注册'],
    ['尚在协议期内的，届满后执行', '协议期 届满'],
    ['引进优秀人才', ''],
    ['完善登记、公示制度', ''],
    ['连续开展活动', ''],
  ])('%s', (text, expected) => {
    expect(
      conditionsIn(normal(text))
        .map(({ word }) => word)
        .join(' '),
    ).toBe(expected);
  });

  it('are found in names of the code', () => {
    expect(conditionWordsIn('绩效评估')).toEqual(['绩效评价']);
    expect(conditionWordsIn('首次规上')).toEqual(['首次', '规模以上']);
    expect(conditionWordsIn('新入选')).toEqual(['新入选']);
    expect(conditionWordsIn('设备费')).toEqual([]);
  });
});
