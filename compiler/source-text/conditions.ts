import type { Stretch } from './figure-context.ts';

export interface FoundCondition extends Stretch {
  /** The one word that all its spellings are recorded as. */
  readonly word: string;
  /** The characters that were read; those between them are not part of the condition. */
  readonly kept: readonly Stretch[];
}

interface ConditionWord {
  readonly word: string;
  readonly pattern: RegExp;
  /** Says a condition only where the sentence states one: 对…的, 经…后; elsewhere it tells what is done. */
  readonly stated?: true;
}

/**
 * The condition words of official texts. Where two fit at one place the one written first here is meant. The list is open:
 * a word belongs in it when a clause pays, or not, by it.
 */
export const conditionWords: readonly ConditionWord[] = [
  { word: '获批', pattern: /获批|获得批准|获准/g },
  { word: '新认定', pattern: /新认定/g },
  { word: '新备案', pattern: /新备案/g },
  { word: '新入选', pattern: /新入选|入新选|新获评|新上榜/g },
  { word: '新建', pattern: /新建|新设立|新组建/g },
  { word: '新引进', pattern: /新引进|新招引/g },
  { word: '首次', pattern: /首次(?!公开)|第一次/g },
  { word: '认定登记', pattern: /认定登记/g },
  { word: '绩效评价', pattern: /绩效(?:评价|评估|考评)/g, stated: true },
  { word: '符合条件', pattern: /符合(?:[^,。;、]{0,8})条件/g },
  { word: '同等条件', pattern: /同等条件/g },
  { word: '按时还本付息', pattern: /按[时期]还本付息/g },
  { word: '勤勉尽责', pattern: /勤勉尽[责职]/g },
  { word: '未谋取非法利益', pattern: /(?:未|没有|无|不)[谋牟]取非法利益/g },
  { word: '规模以上', pattern: /规模以上|规上/g },
  { word: '择优', pattern: /择优/g },
  { word: '连续', pattern: /连续(?=[\d一二两三四五六七八九十])/g },
  { word: '协议期', pattern: /协议期(?!满|届满)/g },
  { word: '届满', pattern: /(?:协议)?期?届满|期满|到期/g },
  { word: '承诺', pattern: /(?:书面|公开)承诺/g },
  { word: '审核通过', pattern: /审核通过|通过审核|验收合格|通过验收/g },
  { word: '到账', pattern: /到账/g },
  { word: '增长', pattern: /较上年度?增长|同比增长|比上年度?增长/g },
  { word: '牵头', pattern: /牵头(?=建设|承担|申报|组建|创建)/g },
  { word: '参与', pattern: /参与(?=建设|共建的|承担)/g },
  // Whether an older document still pays.
  { word: '废止', pattern: /废止|停止执行|不再执行|同时失效|自行失效/g },
  { word: '失信', pattern: /失信/g },
  { word: '中小微', pattern: /中小微/g },
  { word: '有条件', pattern: /有条件/g },
  { word: '省级以上', pattern: /省级及?以上/g },
  { word: '国家级以上', pattern: /国家级及?以上/g },
  { word: '市级以上', pattern: /市级及?以上/g },
  { word: '自主知识产权', pattern: /具有自主(?:核心)?知识产权/g },
  { word: '未实施', pattern: /未实施/g },
  { word: '持证', pattern: /持证/g },
  { word: '取得', pattern: /(?<=^|[,。;对])取得/g, stated: true },
  { word: '落地', pattern: /成功落地|落地投产/g, stated: true },
  { word: '不合格', pattern: /不合格/g },
  { word: '合格', pattern: /(?<!不)合格(?!率)/g, stated: true },
  { word: '优秀', pattern: /优秀(?!人才|学科|创业|青年|团队|成果|企业)/g, stated: true },
  { word: '良好', pattern: /良好/g, stated: true },
  { word: '批准', pattern: /(?<!已)经[^,。;、]{0,12}批准|批准(?=为|建设|设立)/g },
  { word: '同意', pattern: /(?<!已)经[^,。;、]{0,12}同意/g },
  { word: '备案', pattern: /已备案|(?<!已)经[^,。;、]{0,12}备案|备案(?=的)/g },
  { word: '认定', pattern: /(?<!予以|合理)认定(?!标准|办法|条件|范围)/g, stated: true },
  { word: '入选', pattern: /入选/g, stated: true },
  { word: '注册', pattern: /注册/g, stated: true },
  { word: '登记', pattern: /登记/g, stated: true },
  { word: '公示', pattern: /公示(?!等|制度|期)/g, stated: true },
  { word: '挂牌交易', pattern: /挂牌交易/g, stated: true },
  { word: '协议定价', pattern: /协议定价/g, stated: true },
  { word: '拍卖', pattern: /拍卖/g, stated: true },
  { word: '资产评估', pattern: /资产评估/g, stated: true },
  { word: '评审', pattern: /评审/g, stated: true },
];

/** The condition words of one part, in order. */
export function conditionsIn(text: string): FoundCondition[] {
  const stated = statedIn(text);
  const found: FoundCondition[] = [];
  const taken = new Uint8Array(text.length);
  for (const { word, pattern, stated: needsStating } of conditionWords) {
    let i = 0;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      while ((stated[i]?.end ?? end) < end) i++;
      const where = stated[i] !== undefined && stated[i]!.start <= start ? stated[i] : undefined;
      if (needsStating && where === undefined) continue;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ word, start, end, kept: [...keptOf(pattern, start, end), ...(where?.kept ?? [])] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The characters that a condition is known by: the ends of a long one, and what was looked at beside it. */
function keptOf({ source }: RegExp, start: number, end: number): Stretch[] {
  const [before, after] = [source.includes('(?<=') ? 1 : 0, source.includes('(?=') ? 3 : 0];
  const ends = end - start > 6 && source.includes('[^') ? [start + 2, end - 2] : [end, end];
  return [
    { start: start - before, end: ends[0]! },
    { start: ends[1]!, end: end + after },
  ];
}

/**
 * The condition words in a name of the code, or in a word that somebody wrote down: `绩效评估` is 绩效评价. A name states its
 * condition by itself, so every word counts, the plain ones too.
 */
export function conditionWordsIn(name: string): string[] {
  const found: { readonly word: string; readonly start: number; readonly end: number }[] = [];
  for (const { word, pattern } of conditionWords) {
    for (const match of name.matchAll(new RegExp(`${pattern.source}|${word}`, 'g'))) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => other.start < end && start < other.end)) found.push({ word, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ word }) => word);
}

/**
 * Where a sentence states conditions: from its beginning to the end of the last phrase that ends as a condition does (…的,
 * …后, …前提下) or begins as one (对…, 经…, 根据…).
 */
function statedIn(text: string): (Stretch & { readonly kept: readonly Stretch[] })[] {
  return [...text.matchAll(/[^。;]+/g)].flatMap((sentence) => {
    const signs: Stretch[] = [];
    let end = 0;
    for (const phrase of sentence[0].matchAll(/[^,:]+/g)) {
      const opening =
        /^(?:对于?|经|凡|根据|依据|按照|符合)/.exec(phrase[0])?.[0] ?? /^.{0,10}每年根据/.exec(phrase[0])?.[0];
      const closing = /(?:的|后|时|前提下|情况)$/.exec(phrase[0])?.[0];
      if (opening === undefined && closing === undefined) continue;
      const start = sentence.index + phrase.index;
      end = start + phrase[0].length;
      if (opening !== undefined)
        signs.push({ start: start + Math.max(0, opening.length - 4), end: start + opening.length });
      if (closing !== undefined) signs.push({ start: end - closing.length, end });
    }
    return end === 0 ? [] : [{ start: sentence.index, end, kept: signs }];
  });
}
