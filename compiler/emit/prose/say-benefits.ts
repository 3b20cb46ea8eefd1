import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { pastAwardName } from '../../../stdlib/runtime/sentences.ts';
import { decisionsIn } from '../../check/decisions.ts';
import { wholeYears } from '../../check/history.ts';
import type {
  CheckedBenefit,
  CheckedCap,
  CheckedItemQuota,
  CheckedMatter,
  CheckedMeasure,
  CheckedQuota,
} from '../../check/model.ts';
import { pastAwardOf } from '../../ir/lower/history.ts';
import { sayItemQuota } from '../../ir/lower/say-item-quota.ts';
import { inOrder } from '../../ir/lower/uplifts.ts';
import type { Item, ProseTable } from './document.ts';
import { type Saying, sayAmount, sayLimit } from './say-amounts.ts';
import { sayWhen } from './say-conditions.ts';
import { ownSplits, sayPayment, sayPeriod } from './say-payment.ts';

const kindWords: Readonly<Record<T.BenefitKind, Localised>> = {
  support: { zh: '支持', en: 'Support' },
  grant: { zh: '补助', en: 'Grant' },
  reward: { zh: '奖励', en: 'Reward' },
  allowance: { zh: '补贴', en: 'Allowance' },
  subsidize: { zh: '贴息', en: 'Interest subsidy' },
  match: { zh: '配套', en: 'Matching funds' },
  invest: { zh: '股权投资', en: 'Equity investment' },
};

/** A benefit as one sentence in the order of official texts: 订单式培养的，经绩效评估后，给予补助，最高150万元。 */
export function sayBenefit(benefit: CheckedBenefit, measure: CheckedMeasure, within: Omit<Saying, 'tables'>): Item {
  const tables: ProseTable[] = [];
  const saying: Saying = { ...within, tables };
  const { lang } = saying;
  const zh = lang === 'zh';
  const { node } = benefit;
  const kind = kindWords[node.benefitKind][lang];
  const amount = sayAmount(node.amount, saying);
  const uplifts = inOrder(benefit.uplifts).map((uplift) => sayUplift(uplift, saying));
  const raised = [amount, ...uplifts].join(zh ? '；' : '; ');
  const terms = [
    ...(benefit.floor ? [sayFloor(benefit.floor, saying)] : []),
    ...benefit.caps.map((cap) => sayCap(cap, saying)),
    ...sayTimes(benefit, saying),
    ...sayFunds(benefit, lang),
    ...sayPayment(ownSplits(benefit), saying),
  ];
  const before = [
    ...benefit.periods.map((period) => sayPeriod(period, lang)),
    ...(benefit.when ? [sayWhen(benefit.when, saying)] : []),
    ...sayProcesses(benefit, lang),
    ...(benefit.eachYear ? [sayEachYear(benefit.eachYear, lang)] : []),
  ];
  const yearly = benefit.eachYear !== undefined || benefit.perYear;
  const sentence = zh
    ? [...before, `${yearly ? '每年' : ''}给予${kind}：${raised}`, ...terms].join('，')
    : [`${kind}${yearly ? ' each year' : ''}: ${raised}`, ...before, ...terms].join('; ');
  const own = [...(sayBy(benefit, measure, lang) ?? []), ...(benefit.matter ? [sayMatter(benefit.matter, lang)] : [])];
  return {
    label: benefit.label,
    clause: benefit.clause?.label.value,
    text: zh ? `${[sentence, ...own].join('。')}。` : `${[sentence, ...own].join('. ')}.`,
    tables,
    notes: notesOf(node.modifiers),
  };
}

export function notesOf(modifiers: readonly T.Modifier[]): string[] {
  return modifiers.flatMap((modifier) => (modifier.kind === 'Note' ? [modifier.text.value] : []));
}

function sayProcesses({ node, after, selectedBy }: CheckedBenefit, lang: Lang): string[] {
  const decides = decisionsIn(node.amount).length > 0;
  const names = after.map((a) => a.process.text).join(lang === 'zh' ? '、' : ', ');
  const chosen = selectedBy?.process.text;
  if (lang === 'zh') {
    return [
      ...(names === '' ? [] : [`经${names}${decides ? '确定' : '通过'}后`]),
      ...(chosen === undefined ? [] : [`经${chosen}择优${decides ? '并确定' : '后'}`]),
    ];
  }
  return [
    ...(names === '' ? [] : [decides ? `as decided by ${names}` : `once ${names} has been passed`]),
    ...(chosen === undefined ? [] : [`to those selected by ${chosen}`]),
  ];
}

function sayEachYear({ years, start }: T.EachYear, lang: Lang): string {
  const n = wholeYears(years) ?? 1;
  return lang === 'zh' ? `自${start.text}起连续${n}年` : `for ${n} years from ${start.text}`;
}

function sayUplift(node: T.Plus | T.Times | T.Instead, saying: Saying): string {
  const zh = saying.lang === 'zh';
  const when = node.condition ? sayWhen(node.condition, saying) : '';
  const what = upliftWords(node, saying);
  if (zh) return when === '' ? what : `${when}，${what}`;
  return when === '' ? what : `${what} ${when}`;
}

function upliftWords(node: T.Plus | T.Times | T.Instead, saying: Saying): string {
  const zh = saying.lang === 'zh';
  switch (node.kind) {
    case 'Instead': {
      const amount = sayAmount(node.amount, saying);
      return zh ? `改按${amount}` : `instead ${amount}`;
    }
    case 'Plus': {
      const points = sayAmount(node.points, saying, { type: 'number' });
      return zh ? `提高${points}个百分点` : `plus ${points} percentage points`;
    }
    case 'Times': {
      const factor = sayAmount(node.factor, saying, { type: 'number' });
      return zh ? `按${factor}倍计` : `times ${factor}`;
    }
    default:
      return node satisfies never;
  }
}

function sayFloor({ amount }: T.Floor, saying: Saying): string {
  return sayLimit(amount, saying.lang === 'zh' ? '不低于' : 'no less than ', saying);
}

export function sayCap({ node }: CheckedCap, saying: Saying): string {
  const zh = saying.lang === 'zh';
  const amount = sayLimit(node.amount, zh ? '最高不超过' : 'at most ', saying);
  const subject = node.subject?.text;
  if (zh) {
    const period = node.period === 'year' ? '每年' : node.period === 'total' ? '累计' : '';
    return `${subject === undefined ? '' : `每个${subject}`}${period}${amount}`;
  }
  const period = node.period === 'year' ? ' per year' : node.period === 'total' ? ' in total' : '';
  return `${amount}${subject === undefined ? '' : ` per ${subject}`}${period}`;
}

function sayTimes(benefit: CheckedBenefit, { lang, context }: Saying): string[] {
  const zh = lang === 'zh';
  return [
    ...benefit.less.map(({ node }) => {
      const name = node.award && pastAwardName(pastAwardOf(node.award, context));
      if (name === undefined) return zh ? '扣除此前已获的同项资金' : 'less what it paid before';
      return zh ? `扣除已获的“${name}”` : `less what was already awarded for “${name}”`;
    }),
    ...(benefit.onceEver ? [zh ? '只享受一次' : 'once ever'] : []),
    ...(benefit.onceEverOfMeasure ? [zh ? '各项合计只享受一次' : 'once ever over all benefits of the measure'] : []),
    ...(benefit.paidAtOnce ? [zh ? '一次付清' : 'paid at once'] : []),
  ];
}

/** From which pool, how many, and what becomes of a pool that does not suffice. */
export function sayFunds(
  { from, quota, itemQuota, sharing }: Pick<CheckedBenefit, 'from' | 'quota' | 'itemQuota' | 'sharing'>,
  lang: Lang,
): string[] {
  const zh = lang === 'zh';
  return [
    ...(from ? [zh ? `从${from.name}列支` : `paid from ${from.name}`] : []),
    ...(sharing ? [saySharing(sharing.order?.name, lang)] : []),
    ...(quota ? [sayQuota(quota, lang)] : []),
    ...(itemQuota ? [sayItemQuotaWithOrder(itemQuota, lang)] : []),
  ];
}

export function saySharing(order: string | undefined, lang: Lang): string {
  const zh = lang === 'zh';
  if (order === undefined) return zh ? '资金不足的，按比例分配' : 'pro rata where the pool does not suffice';
  return zh ? `资金不足的，按${order}先后拨付` : `in order of ${order} where the pool does not suffice`;
}

export function sayQuota({ n, node, ranks }: CheckedQuota, lang: Lang): string {
  const order = sayOrder(ranks, lang);
  if (lang === 'zh')
    return `${node.perYear ? '每年' : ''}名额${n}个${order.length > 0 ? `，按${order.join('，再按')}` : ''}`;
  return `${n} awards${node.perYear ? ' each year' : ''}${order.length > 0 ? ` by ${order.join(', then by ')}` : ''}`;
}

/** 同一企业至多3个项目，按评审得分从高到低. */
export function sayItemQuotaWithOrder(quota: CheckedItemQuota, lang: Lang): string {
  const zh = lang === 'zh';
  const given = zh ? '填报先后' : 'the order in which they are given';
  const order = [...sayOrder(quota.ranks, lang), ...(quota.asGiven ? [given] : [])];
  const said = sayItemQuota(quota)[lang];
  if (order.length === 0) return said;
  return zh ? `${said}，按${order.join('，再按')}` : `${said}, by ${order.join(', then by ')}`;
}

function sayOrder(ranks: CheckedQuota['ranks'], lang: Lang): string[] {
  return ranks.map((rank) => {
    const high = rank.order === 'highest-first';
    if (lang === 'zh') return high ? `${rank.fact.name}从高到低` : `${rank.fact.name}先后`;
    return high ? `${rank.fact.name}, the highest first` : `${rank.fact.name}, the lowest or earliest first`;
  });
}

/** Who is responsible, where it is somebody else than for the measure. */
function sayBy({ by }: CheckedBenefit, measure: CheckedMeasure, lang: Lang): string[] | undefined {
  const names = by.map((agency) => agency.name);
  if (names.length === 0 || names.join() === measure.by.map((a) => a.name).join()) return undefined;
  return [lang === 'zh' ? `责任单位：${names.join('、')}` : `Responsible: ${names.join(', ')}`];
}

function sayMatter(matter: CheckedMatter, lang: Lang): string {
  const name = sayMatterOf(matter, lang);
  return lang === 'zh' ? `事项：${name}` : `Matter: ${name}`;
}

/** A matter, or the fact whose value it is. */
export function sayMatterOf(matter: CheckedMatter, lang: Lang): string {
  if (matter.kind === 'matter') return matter.name;
  return lang === 'zh' ? `按${matter.fact.name}分` : `by ${matter.fact.name}`;
}
