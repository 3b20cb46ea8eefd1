import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { bindingTexts, firstFound } from '../conditions.ts';
import type { Rule } from '../rule.ts';

/** A provider that is said to be designated, or a firm by its registered name; 登记为有限公司 is a form, not a name. */
const designated =
  /(?:指定|特定|唯一)的?\p{Script=Han}{0,4}(?:单位|机构|企业|公司|供应商|经销商|服务商|厂家|厂商|品牌|银行|平台)|(?:向|从|由|在|购买)\p{Script=Han}{2,12}(?:有限|股份|集团|有限责任)公司/u;

/** A condition or a duty that ties the support to dealing with somebody named. */
export const designatedProvider: Rule = {
  name: 'designated-provider',
  zh: '指定供应方',
  entries: [drafting.designatedProvider],
  check: (input) =>
    firstFound(bindingTexts(input), designated).map(({ file, node, word }) =>
      diagnose(drafting.designatedProvider, file, node.span, { word }),
    ),
};
