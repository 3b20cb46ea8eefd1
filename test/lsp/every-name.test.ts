import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import type { Span } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import { walk } from '../../language/syntax/walk.ts';
import { documentSymbols, type OutlineItem } from '../../lsp/ide/document-symbols.ts';
import { hover } from '../../lsp/ide/hover.ts';
import { definitions, highlights, references } from '../../lsp/ide/places.ts';
import { isRefusal, prepareRename, rename } from '../../lsp/ide/rename.ts';
import { semanticTokens } from '../../lsp/ide/semantic-tokens.ts';
import { fixture } from './fixture.ts';

/** Every place of the tree that holds a name, at least once; figures invented. */
const program = `use std.parties
use std.jinan

unit 平方米 alias sqm
currency 日元 alias JPY
parameter 汇率 alias rate-of-yen: 元 per 日元 by date
parameter 最低工资 = 2200元 from 2025-10-01
agency 市某局 alias bureau formerly 市某委
matter 人才培养
matter 研究生培养 under 人才培养

enum 等次 { 优秀, 良好, 合格 }
record 项目 { 档次: 等次, 投入: money, 编号: key }
party 工厂 is 企业 alias plant {
  人数 alias heads: count
  面积: 平方米
  产值: money by year
  外币: 日元
  等: 等次
  成立: date
  公告: date
  申报: date
  车间: key
  旧面积: 平方米
  获批: bool
  基数: money
  清单: list of 项目
}
party 合伙 is 企业 { 伙数: count }
disjoint 工厂, 合伙

policy some-2027 {
  issued by 市某局
  led by 市某局
  level city
  replaces some-2023
  stacking highest per 清单
  stacking choose one between 甲, 乙
  extend to 合伙 when 获批
  apply 甲 to 合伙 reading 旧面积 as 面积
  ruling 边界 从宽 by 市某局 on 2027-03-01 "函号"
  deny when 获批 because "试" except 甲
  allow ceiling-without-process because "原文没有写"
}

let 起点 = 12万元
budget 池 2亿元 per year by 市某局 { clause "一" }

measure 甲 "甲" {
  for 工厂
  about 研究生培养
  by 市某局
  covers events by 成立 from 2027-01-01 to 2029-12-31
  apply within 8 months of 公告 on 申报
  excludes 乙
  cap 30万元 per 车间
  score 得分 { 规模: 人数, 场地: 1 } at least 1
  let 单价 = 17元
  grant 定额: 单价 per 平方米 of 面积 from 池 in order of 成立 limit 7 per year ranked by 人数
  grant 分期: up to 5万元 after 评估 paid { 开工: 20%, 竣工: 80% } to 甲方 65%, 乙方 35% borne by 市 55%, 县 45% decided by 市某局
  grant 择优: 3万元 selected by 评审 when 等 in {优秀, 良好}
  grant 两读: reading 边界 "两档" { 从宽: 3%, 从严: 4% } of 基数
  grant 分表: table 等 { 优秀: 3万元, otherwise: none } when 面积 > 10平方米
  grant 任选: best of 清单 where 档次 is 优秀: 40% of 投入
  grant 梯次: ladder 产值 first reached { 2亿元: 8万元 } difference only
  grant 增长: 1% of growth of 产值 when growth rate of 产值 >= 6% and last year's 产值 > 0元
  grant 合计: 1% of sum of 产值 over 3 years
  grant 年度: over 2 years from 成立 { 1 to 2: 60% } of 产值
  grant 逐年: 1万元 each year for 3 years from 成立 when had 乙.奖金
  recognise 转化项目 as 省级项目 when 获批
  exempt 工厂 from 后续责任 when 获批
  entitle 工厂 to at least 70% of 收益
  reckon 50% of 现金奖励 as 工资薪金
  hold 财政出资 to at most 30% of 基金规模
  oblige 市某局 to at least 1 走访次数
  encourage 工厂 to "试"
  target 成交额 { 2027: over 700亿元 }
  revoke 备案资格 when 获批
}

measure 乙 {
  for each 清单 of 工厂
  about 人才培养
  by 市某局
  stacks with 丙
  allow overlap with 丁 because "试"
  at most 3 清单 per 工厂 per year in order of 清单
  grant 奖金: nth 清单 per 编号 { 1: 3万元, otherwise: none } from 池
  grant 再奖: 1万元 when had 奖金 or had some-2027.丙
}

measure 丙 { for 合伙 about 人才培养 grant 1万元 per 伙数 }
measure 丁 { for 合伙 about 人才培养 grant 1万元 }

example "一" of 甲 {
  工厂 { 人数: 3, 等: 优秀, 清单: [{ 档次: 优秀 }] }
  reading 边界 = 从宽
  expect 甲.定额 denied
  expect recognise 转化项目 holds
  expect 分期 needs 面积
}
`;
const older = '//- old/some-2023.cuoshi\npolicy some-2023 { level city }\n';

/** Names that stand for nothing of the program, and why. */
const nameless: Readonly<Record<string, string>> = {
  'Path.parts': 'a module is named by the whole path',
  'IssuedBy.agencies': 'who issued a document need not be declared',
};

/** Places of the tree that hold names: read from its types, so that a new one cannot be forgotten here. */
function placesOfTree(): string[] {
  const folder = 'language/syntax';
  return readdirSync(folder)
    .filter((name) => /^tree.*\.ts$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/export interface \w+ extends Base<'(\w+)'> \{([^}]*)\}/g)].flatMap(([, kind, body]) =>
        [...(body ?? '').matchAll(/readonly (\w+): ([^;]+);/g)].flatMap(([, field, type]) =>
          /\bName\b/.test(type ?? '') ? [`${kind}.${field}`] : [],
        ),
      );
    });
}

interface Found {
  readonly place: string;
  readonly name: T.Name;
}

function namesIn(tree: T.File): Found[] {
  const found: Found[] = [];
  walk(tree, (node, parents) => {
    const parent = parents.at(-1);
    if (node.kind !== 'Name' || parent === undefined) return;
    if (parent.kind === 'NamedType' && (parent.builtIn !== undefined || parent.name.text === '元')) return;
    const field = Object.entries(parent).find(
      ([, value]) => value === node || (Array.isArray(value) && value.includes(node)),
    );
    found.push({ place: `${parent.kind}.${field?.[0]}`, name: node });
  });
  return found;
}

const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

const texts = { en: program, zh: (await formatSource(program, { keywords: 'zh' })).text };

function namesOf(vocabulary: 'en' | 'zh') {
  const { snapshot, file } = fixture(`${texts[vocabulary]}${older}`);
  const tree = snapshot.source(file)!.tree;
  return { snapshot, file, tree, all: namesIn(tree).filter(({ place }) => nameless[place] === undefined) };
}

describe.each(['en', 'zh'] as const)('every name, %s keywords', (vocabulary) => {
  const { snapshot, file, tree, all } = namesOf(vocabulary);

  it('stands in a program without errors that has one for every place of the tree', () => {
    expect(snapshot.diagnostics.filter((d) => d.severity === 'error').map((d) => [d.code, d.args])).toEqual([]);
    const present = new Set(namesIn(tree).map(({ place }) => place));
    expect(placesOfTree().filter((place) => !present.has(place) && nameless[place] === undefined)).toEqual([]);
  });

  it('has a card, is found among its references, and is coloured', () => {
    const tokens = semanticTokens(snapshot, file);
    const lacking = all.flatMap(({ place, name }) => {
      const at = name.span.start;
      const has = {
        hover: hover(snapshot, file, at, 'zh') !== undefined,
        references: references(snapshot, file, at, { declarations: true }).some(
          (l) => l.file === file && same(l.span, name.span),
        ),
        highlight: highlights(snapshot, file, at).some((h) => same(h.span, name.span)),
        token: tokens.some((token) => same(token.span, name.span) && token.named !== 'keyword'),
      };
      return Object.entries(has).flatMap(([what, is]) => (is ? [] : [`${place} ${name.text}: ${what}`]));
    });
    expect(lacking).toEqual([]);
  });

  it.each([
    ['边界 ', '两种理解', '可以理解为：从宽、从严'],
    ['从严', '边界 · 一种理解', '按此计：4%'],
    ['竣工', '甲 · 拨付阶段', '份额：80%'],
    ['规模', '得分 · 计分项', '分值：人数'],
    ['得分', '计分 · 数目', ''],
    ['日元', '币种', '又称：JPY'],
    ['市 55%', '分得或负担一份的一方', '份额：甲/分期 55%'],
    ['备案资格', '规定的内容', '见：'],
    ['ceiling-without-process', '起草规则', '检查：CS3020'],
  ])('says of %s what is written of it', (word, kind, line) => {
    const text = snapshot.source(file)!.text;
    const markdown = hover(snapshot, file, text.indexOf(word), 'zh')?.markdown;
    expect(markdown).toContain(` — ${kind}`);
    expect(markdown).toContain(line);
  });

  it('leads to where it is declared, unless nothing declares such', () => {
    const lost = all.filter(
      ({ name }) =>
        !['process', 'holder', 'rule'].includes(snapshot.names.at(file, name.span.start)!.meaning.kind) &&
        definitions(snapshot, file, name.span.start).length === 0,
    );
    expect(lost.map(({ place, name }) => `${place} ${name.text}`)).toEqual([]);
  });

  it('stands in the outline where it is declared', () => {
    const outlined = new Set<number>();
    const add = (item: OutlineItem): void => {
      outlined.add(item.selection.start);
      item.children.forEach(add);
    };
    documentSymbols(snapshot, file, 'zh').forEach(add);
    const missing = all.filter(({ place, name }) => {
      const found = snapshot.names.at(file, name.span.start)!;
      const { meaning } = found;
      const isOther = meaning.kind === 'symbol' && meaning.symbol.name !== name.text;
      // Of what a norm says, its subject stands for it.
      return found.declares && !isOther && !/\.(as|of|name)$/.test(place) && !outlined.has(name.span.start);
    });
    expect(missing.map(({ place, name }) => `${place} ${name.text}`)).toEqual([]);
  });

  it('can be renamed, or it is said why not', () => {
    const refused = all.flatMap(({ place, name }) => {
      const found = prepareRename(snapshot, file, name.span.start);
      return isRefusal(found) ? [`${place} ${name.text}: ${found.refused.zh}`] : [];
    });
    const reasons = /是标准库里的名称|是起草规则的名称/;
    expect(refused.filter((text) => !reasons.test(text))).toEqual([]);
  });
});

describe('every kind of thing', () => {
  const { snapshot, file, all } = namesOf('zh');

  it('is renamed everywhere', () => {
    const kinds = new Map<string, T.Name>();
    for (const { name } of all) {
      const { meaning } = snapshot.names.at(file, name.span.start)!;
      const kind = meaning.kind === 'symbol' ? meaning.symbol.kind : meaning.kind;
      if (isRefusal(prepareRename(snapshot, file, name.span.start))) continue;
      if (!kinds.has(kind)) kinds.set(kind, name);
    }
    const failed = [...kinds].flatMap(([kind, name]) => {
      const edits = rename(snapshot, file, name.span.start, `${name.text}新名`);
      const places = isRefusal(edits) ? edits.refused.zh : [...edits.values()].flat().length;
      const spelled = snapshot.names
        .of(snapshot.names.at(file, name.span.start)!.meaning)
        .filter((o) => o.text === name.text).length;
      return places === spelled ? [] : [`${kind} ${name.text}: ${places}, not ${spelled}`];
    });
    expect([...kinds.keys()].length).toBeGreaterThan(18);
    expect(failed).toEqual([]);
  });
});
