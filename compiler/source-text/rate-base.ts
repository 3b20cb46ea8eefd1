import type { Stretch } from './figure-context.ts';

/** What rates are taken of, by the ends of its names: 成交额, 设备购置费, 基金规模, 实付利息. What is given is no base. */
const nouns =
  '额|费用?|价[款格]?|利息|资金|经费|投[资入]|收入|收益|利润|成本|支出|规模(?!以上)|贷款|本金|保[费险]|[租佣]金|房租|工资|薪[资酬金]|产值|贡献|税[收款]?|损失|基数|部分|[产销数]量|面积|里程|净值|补助|拨款';
/** A rate of change, a share of a whole, of the sum itself (减按): what it is of stands in the word. */
const ofItself = '减按|增长|增幅|增速|提高|提升|降低|下降|减少|占|覆盖|[^效]率';

const before = new RegExp(`(?:${nouns}|${ofItself})(?!.*(?:${nouns}|${ofItself}))`, 's');
/** 30%的保费补贴: what is paid names what it is a share of. */
const after = new RegExp(`^(?:以[上下内]|左右)?的?[^,。;、]{0,6}?(?:${nouns})`);

/**
 * Where the sentence of a rate says what it is a rate of: the last such word before it, else one right behind it.
 * Undefined where it says nothing: 可获得70%以上奖励.
 */
export function baseOf(text: string, { start, end }: Stretch): Stretch | undefined {
  let from = start;
  while (from > 0 && start - from < 120 && !/[。;!?]/.test(text[from - 1]!)) from--;
  const found = before.exec(text.slice(from, start));
  if (found !== null) return { start: from + found.index, end: from + found.index + found[0].length };
  const behind = after.exec(text.slice(end, end + 16));
  return behind === null ? undefined : { start: end, end: end + behind[0].length };
}
