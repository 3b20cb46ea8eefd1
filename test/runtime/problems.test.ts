import { expect, it } from 'vitest';
import { facts as catalogue } from '../../language/diagnostics/catalogue/index.ts';
import type { Entry } from '../../language/diagnostics/define.ts';
import { amountOverflow, decisionRejected, problemTexts, unknownDecision } from '../../stdlib/runtime/problems.ts';

it('says what the catalogue says', () => {
  const entries = Object.values<Entry>(catalogue);
  expect(Object.fromEntries(entries.map(({ code, zh, en }) => [code, { zh, en }]))).toEqual(problemTexts);
});

it('tells what a decision could have been', () => {
  const range = { kind: 'range', min: 0, max: 150_000_000 } as const;
  expect(decisionRejected('联合培养/订单培养', 200_000_000, range, 'zh').message).toBe(
    '认定结果“联合培养/订单培养”不能采用：应是0元至150万元，实际是200万元',
  );
  const ends = { kind: 'ends', min: 0, max: 60_000_000 } as const;
  expect(decisionRejected('择优', 1, ends, 'en').message).toBe(
    'the decision “择优” cannot be used: it must be 0 yuan or 600,000 yuan, not 0.01 yuan',
  );
  expect(decisionRejected('甲', true, { kind: 'nothing' }, 'zh').found).toBe('true');
  expect(unknownDecision('联合培养/订单', ['联合培养/订单培养', '仪器共享'], 'zh').message).toBe(
    '认定结果“联合培养/订单”对不上任何一项，是不是“联合培养/订单培养”？',
  );
  expect(amountOverflow('仪器共享', 'zh').message).toContain('±90071992547409.91元');
});
