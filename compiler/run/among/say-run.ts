import { formatMoney } from '../../../stdlib/runtime/format.ts';
import type { Lang } from '../../../stdlib/runtime/types.ts';
import type { PoolOutcome } from './pools.ts';
import type { QuotaOutcome } from './quotas.ts';
import type { Sum } from './rows.ts';

/** What the other applicants of a run do to an award, in words. */

/** "每年 7 个". */
function sayLimit({ plan: { n, perYear } }: QuotaOutcome, lang: Lang): string {
  if (lang === 'zh') return `名额${perYear ? '每年' : ''} ${n} 个`;
  return `limit of ${n}${perYear ? ' per year' : ''}`;
}

export function sayQuotaLost(quota: QuotaOutcome, lang: Lang): string {
  return lang === 'zh'
    ? `${sayLimit(quota, lang)}，已由排在前面的申报人占满`
    : `the ${sayLimit(quota, lang)} is taken up by those ranked before`;
}

/** Who of equals, or of all, gets a place is open. */
export function sayQuotaOpen(quota: QuotaOutcome, lang: Lang): string {
  const { status, tied, places, possible } = quota;
  if (status === 'tie') {
    return lang === 'zh'
      ? `${sayLimit(quota, lang)}，${tied.length} 个并列，只余 ${places} 个名额`
      : `${sayLimit(quota, lang)}: ${tied.length} are equal, and ${places} of them can be paid`;
  }
  return lang === 'zh'
    ? `${sayLimit(quota, lang)}，申报的有 ${possible} 个，没有写以谁为先`
    : `${sayLimit(quota, lang)}: there are ${possible}, and nothing says who comes first`;
}

/** What a pool that does not suffice does to one claim. */
export function sayPoolShare({ plan, holds, asked, status }: PoolOutcome, lang: Lang): string {
  const money = (fen: bigint) => formatMoney(Number(fen), lang);
  const pool =
    lang === 'zh'
      ? `资金池“${plan.name}”${plan.perYear ? '每年 ' : ' '}${money(holds)}，应付合计 ${sayMoney(asked, lang)}，`
      : `pool ${plan.name} of ${money(holds)}${plan.perYear ? ' per year' : ''}, ${sayMoney(asked, lang)} claimed: `;
  if (status === 'no-rule')
    return pool + (lang === 'zh' ? '不够，没有写如何分配' : 'not enough, and nothing says how it is shared');
  if (plan.share === 'pro-rata') return pool + (lang === 'zh' ? '按比例分配' : 'shared pro rata');
  return pool + (lang === 'zh' ? '按先后分配' : 'paid in order');
}

/** What is paid of several awards that a cap holds down together: nothing says of which. */
export function sayJointShare(pool: PoolOutcome, names: readonly string[], paid: Sum, lang: Lang): string {
  const awards = names.join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh'
    ? `${sayPoolShare(pool, lang)}；${awards} 合计付 ${sayMoney(paid, lang)}`
    : `${sayPoolShare(pool, lang)}; ${awards} together come to ${sayMoney(paid, lang)}`;
}

/** "50万元", "0元至50万元", "50万元起". Sums over many rows may be beyond what a double holds: shown to the nearest it can. */
export function sayMoney({ lo, hi }: Sum, lang: Lang): string {
  const low = formatMoney(Number(lo), lang);
  if (hi === null) return lang === 'zh' ? `${low}起` : `${low} or more`;
  if (hi === lo) return low;
  return lang === 'zh' ? `${low}至${formatMoney(Number(hi), lang)}` : `${low} to ${formatMoney(Number(hi), lang)}`;
}
