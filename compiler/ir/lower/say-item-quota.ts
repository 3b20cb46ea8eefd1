import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import type { CheckedItemQuota } from '../../check/model.ts';

/** 同一企业每年至多3个项目. */
export function sayItemQuota({ node, n, list }: CheckedItemQuota): Localised {
  const per = node.per?.text;
  return {
    zh: `${per === undefined ? '' : `同一${per}`}${node.perYear ? '每年' : ''}至多${n}个${list.name}`,
    en: `at most ${n} ${list.name}${per === undefined ? '' : ` per ${per}`}${node.perYear ? ' per year' : ''}`,
  };
}
