import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type { ExprOf, PolicyIr } from '../../ir/ir.ts';
import { tighten } from './say-amounts.ts';

/** What of an amount nobody has decided, or nobody is named to decide; undefined where a process is named. */
export function sayOpenAmount(
  { why, by, reason }: ExprOf<'decide'>,
  label: string | null,
  lang: Lang,
): string | undefined {
  const zh = lang === 'zh';
  const of = label === null ? '' : zh ? `${label}：` : `${label}: `;
  const note = reason === undefined || reason === '' ? '' : zh ? `（${reason}）` : ` (${reason})`;
  switch (why) {
    case 'undecided':
      return zh ? `${of}数额待明确${note}。` : `${of}the amount is undecided${note}.`;
    case 'case-by-case':
      return zh ? `${of}数额一事一议。` : `${of}the amount is decided case by case.`;
    case 'process':
      if (by !== undefined) return undefined;
      return zh
        ? `${of}在限额之内给多少，没有写明由哪个程序确定。`
        : `${of}which process sets the amount within the limit is not named.`;
    case 'selection':
      return undefined;
    default:
      return why satisfies never;
  }
}

export function sayOpenBase(norm: string, lang: Lang): string {
  return lang === 'zh' ? `${tighten(norm)}。` : `${norm}.`;
}

export function sayOpenPool(pool: string, lang: Lang): string {
  return lang === 'zh'
    ? `资金池“${pool}”不够时怎样分配，没有写明。`
    : `How the pool ${pool} is shared out where it does not suffice is not said.`;
}

/** A reading that nobody has ruled on; and one that somebody has, with the ruling. */
export function sayOpenReading(
  { name, question, options, ruling }: NonNullable<PolicyIr['readings']>[number],
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const asked = question === undefined ? '' : zh ? `（${question}）` : ` (${question})`;
  const ways = options.join(zh ? '、' : ', ');
  if (ruling === undefined) {
    return zh ? `${name}${asked}：可理解为${ways}，尚无裁定。` : `${name}${asked}: read as ${ways}; not ruled on.`;
  }
  const by = ruling.by.join(zh ? '、' : ', ');
  return zh
    ? `${name}${asked}：可理解为${ways}，${by}已裁定为${ruling.option}。`
    : `${name}${asked}: read as ${ways}; ${by} has ruled ${ruling.option}.`;
}

/** Whose part of a payment nobody has decided. */
export function sayOpenShare(
  { name, reason }: { readonly name: string; readonly reason?: string },
  label: string | null,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const of = label === null ? '' : zh ? `${label}：` : `${label}: `;
  const note = reason === undefined || reason === '' ? '' : zh ? `（${reason}）` : ` (${reason})`;
  return zh ? `${of}“${name}”的份额待明确${note}。` : `${of}the share of ${name} is undecided${note}.`;
}
