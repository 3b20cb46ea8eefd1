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
];
