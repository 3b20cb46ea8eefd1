import { describe, expect, it } from 'vitest';
import { manifestOf, readText } from '../../compiler/source-text/extract.ts';
import { maskText } from '../../compiler/source-text/mask.ts';

const textOf = (phrase: string) => `一、甲\n（一）乙丙丁。${phrase}。（责任单位：市科技局）`;
/** Of each figure in an invented clause: whether its sentence says what it is a rate of. */
function baseless(text: string): boolean[] {
  return manifestOf(readText(text), '甲').parts.flatMap(({ figures }) => figures.map((f) => f.baseless === true));
}

describe('what a rate is a rate of', () => {
  it.each([
    ['按设备购置费的30%给予补助', false],
    ['对当年实付房租，给予50%的补贴', false],
    ['对企业新增贷款，按时还款后按20%贴息', false],
    ['给予40%的保费补贴', false],
    ['按照年度合同成交额的百分之三给予奖励', false],
    ['出资不超过基金规模的三成', false],
    ['营业收入增长10%的', false],
    ['本科生占60%以上的', false],
    ['可减按50%计入工资', false],
    ['科研人员可获得70%以上现金奖励', true],
    ['再给予20%的奖励', true],
    ['规模以上企业另给10%', true],
    ['对完成人按60%奖励', true],
  ])('%s: unsaid %s', (phrase, unsaid) => {
    expect(baseless(textOf(phrase))).toEqual([unsaid]);
    expect(baseless(maskText(textOf(phrase)))).toEqual([unsaid]);
  });

  it('is no question of sums, and of what matches another sum', () => {
    expect(baseless(textOf('给予50万元，省级资金按1:1配套，再给同等额度支持'))).toEqual([false, false, false]);
  });

  it('is looked for in the sentence of the rate, not beyond', () => {
    expect(baseless(textOf('支持企业增加研发投入。对团队奖励30%'))).toEqual([true]);
  });
});
