import type { Twin } from './pairs.ts';

const measure = (lines: string, head = 'for 高校\n  about 人才') => `measure 甲 {\n  ${head}\n  ${lines}\n}\n`;
const policy = (lines: string) => `policy 甲 "甲" { level city\n  ${lines} }\n`;

/** Forms that say in the words of the texts what plainer ones say in signs and figures. */
export const furtherTwins: readonly Twin[] = [
  {
    form: 'bounds: 以上 and 以下 include the figure where nothing is said',
    surface: measure('grant 5万元 when 硕士 3以上 6以下'),
    twin: measure('grant 5万元 when 硕士 >= 3 and 硕士 <= 6'),
    compare: 'awards',
  },
  {
    form: 'bounds: 以上 excludes, 以内 includes',
    surface: policy('bounds 以上 excludes, 以内 includes') + measure('grant 5万元 when 硕士 3以上 6以内'),
    twin: measure('grant 5万元 when 硕士 > 3 and 硕士 <= 6'),
    compare: 'awards',
  },
  {
    form: 'bounds in bands',
    surface:
      policy('bounds 以上 includes, 以下 excludes') +
      measure('grant bands 经费 whole { 3万元以下: 1%, 3万元以上 5万元以下: 3%, 5万元以上: 4% }'),
    twin: measure('grant bands 经费 whole { ..3万元: 1%, 3万元..5万元: 3%, 5万元..: 4% }'),
    compare: 'awards',
  },
  {
    form: 'parameter: the value of the latest day that has come',
    surface: `parameter 标准 = 2000元, 3000元 from 2026-06-30, 4000元 from 2026-07-01\n${measure('grant 标准 per 硕士')}`,
    twin: measure('grant 3000元 per 硕士'),
    compare: 'awards',
  },
  {
    form: 'currency: so many of it times what one is worth',
    surface: `currency 日元\nparameter 汇率: 元 per 日元 = 0.05元 from 2026-01-01\n${measure('grant 汇率 * 6万日元 * 硕士')}`,
    twin: measure('grant 3000元 * 硕士'),
    compare: 'awards',
  },
  {
    form: 'score: its rows together, and who reaches so many points',
    surface: measure(
      'grant 100元 * 等级',
      'for 高校\n  about 人才\n  score 等级 { 规模: bands 硕士 whole { 1 to 3: 5, 4 to 200: 10 }, 人数: 硕士 } at least 13分值',
    ),
    twin: measure(
      'let 等级 = (bands 硕士 whole { 1 to 3: 5, 4 to 200: 10 }) + 硕士\n  grant 100元 * 等级 when 等级 >= 13',
    ),
    compare: 'awards',
  },
  {
    form: 'nth: whichever one it is, the same',
    surface: measure(
      'grant nth 平台 per 级别 per year { 1: 10%, 2 to 3: 10%, otherwise: 10% } of 投入',
      'for each 平台 of 高校 where 获批\n  about 人才',
    ),
    twin: measure('grant 10% of 投入', 'for each 平台 of 高校 where 获批\n  about 人才'),
    compare: 'awards',
  },
  {
    form: 'at most: the first of each kind, where all of them are known',
    surface: measure(
      'grant 10% of 投入 at most 1 平台 per 级别 in order of 平台',
      'for each 平台 of 高校 where 获批\n  about 人才',
    ),
    twin: measure(
      'grant nth 平台 per 级别 { 1: 10%, otherwise: none } of 投入',
      'for each 平台 of 高校 where 获批\n  about 人才',
    ),
    compare: 'totals',
  },
  {
    form: 'at most: of equal items in the order of the list',
    surface: measure(
      'grant 1万元 at most 2 平台 per 高校 ranked by 投入 in order of 平台',
      'for each 平台 of 高校 where 获批\n  about 人才',
    ),
    // Of at most four items, as the applicants of these tests have, the two of the highest 投入.
    twin: measure(
      'grant 1万元 * number of 平台 where 获批 when number of 平台 where 获批 < 3\n  grant 2万元 when number of 平台 where 获批 >= 3'
        .replace('grant 1', 'grant 少: 1')
        .replace('grant 2', 'grant 多: 2'),
    ),
    compare: 'totals',
  },
];
