import { type Formatted, formatDate, formatFact, formatMoney, formatMoneyRange } from './format.ts';
import type { AwardId, Days, FactValue, Fen, Lang, OpenChoice, Outcome, Ruling, Split, Step } from './types.ts';

/**
 * Every sentence a result may hold, in both languages, apart from those the policy itself brings. The reference
 * interpreter and the emitted modules take them from here, so that their results can be compared word for word.
 */

// -------------------------------------------------------------------------------------------------------------- facts

/**
 * A fact within a sentence: its value, or its name while it is unknown. `at` is the time it is read at; `value` undefined:
 * unknown.
 */
export function sayFact(
  name: string,
  at: SayTime,
  value: FactValue | undefined,
  schema: Formatted,
  lang: Lang,
): string {
  if (value !== undefined) return formatFact(value, schema, lang);
  const named = sayFactName(name, at, lang);
  return lang === 'zh' ? `${named}（未提供）` : `${named} (not given)`;
}

export type SayTime = 'now' | { readonly back: number } | { readonly base: number } | 'earlier' | 'peak' | 'awarded';

/** 产量, 上年产量, 前2年产量, 历年最高产量; of past awards: 已获“建设奖”. */
export function sayFactName(name: string, at: SayTime, lang: Lang): string {
  if (at === 'now') return name;
  if (at === 'peak') return lang === 'zh' ? `历年最高${name}` : `highest ${name} so far`;
  if (at === 'awarded') return lang === 'zh' ? `已获“${name}”` : `past awards of ${name}`;
  if (at === 'earlier') return lang === 'zh' ? `此前各年${name}` : `${name} in any year before`;
  const back = 'base' in at ? at.base : at.back;
  if (back === 0) return name;
  if (back === 1) return lang === 'zh' ? `上年${name}` : `last year’s ${name}`;
  return lang === 'zh' ? `前${back}年${name}` : `${name} ${back} years ago`;
}

/** A fact of another year as facts give it: 产量@2025, 高新认定@earlier. */
export function nameInYear(name: string, at: string | undefined): string {
  return at === undefined ? name : `${name}@${at}`;
}

/** The name of past awards, from their key in the IR: 建设奖, of another policy 山东/建设奖. */
export function pastAwardName(ref: string): string {
  return ref.startsWith('@past:') ? ref.slice('@past:'.length).replace(/^\//, '') : ref;
}

/** What a fact may be taken to be, where the account says what follows: as it would be given in facts. */
export const assumedYes = 'yes';
export const assumedNo = 'no';
export const assumedZero = '0';
export const assumedMore = '> 0';

/** What a fact is taken to be, as people read it: 是, 大于 0, or a member. */
export function sayAssumed(value: string, lang: Lang): string {
  if (lang === 'en') return value;
  if (value === assumedMore) return '大于 0';
  return value === assumedYes ? '是' : value === assumedNo ? '否' : value;
}

/** The item of a list that gives the most, counting from 1; 0: none counts; undefined: not known yet. */
export function sayChosen(item: number | undefined, lang: Lang): string {
  if (item === undefined) return lang === 'zh' ? '哪一项待定' : 'which item is not known yet';
  if (item === 0) return lang === 'zh' ? '没有符合的项' : 'no item qualifies';
  return lang === 'zh' ? `第${item}项` : `item ${item}`;
}

// ------------------------------------------------------------------------------------------------------------ reasons

/** The applicant is of none of the kinds; `analogous`: others could have applied by analogy, but their condition fails. */
export function sayNotParty(parties: readonly string[], analogous: boolean, lang: Lang): string {
  const kinds = sayAny(parties, lang);
  if (lang === 'zh') return analogous ? `不属于${kinds}，也不满足参照执行的条件` : `不属于${kinds}`;
  return analogous ? `is not ${kinds}, and the condition for applying by analogy is not met` : `is not ${kinds}`;
}

/** A conjunct of `when` that is false; `say` is its own sentence. */
export function sayNotMet(say: string, lang: Lang): string {
  return lang === 'zh' ? `不满足条件：${say}` : `condition not met: ${say}`;
}

/** A veto that holds, with the policy's reason where it gives one. */
export function sayVetoed(say: string, because: string | undefined, lang: Lang): string {
  const what = because ?? say;
  return lang === 'zh' ? `不予支持：${what}` : `excluded: ${what}`;
}

/** The first step of an amount that comes to nothing. */
export function sayAmountZero(say: string, lang: Lang): string {
  return lang === 'zh' ? `金额为 0：${say}` : `the amount is 0: ${say}`;
}

// -------------------------------------------------------------------------------------------------------------- steps

/** The step of a decision that was used: an amount, or whether a selection or procedure was passed. `by`: by which process. */
export function sayDecided(by: string | undefined, given: Fen | boolean, lang: Lang): string {
  if (typeof given === 'number') {
    const money = formatMoney(given, lang);
    if (lang === 'zh') return by === undefined ? `已定为${money}` : `经${by}定为${money}`;
    return by === undefined ? `decided: ${money}` : `decided by ${by}: ${money}`;
  }
  if (lang === 'zh') return `${by === undefined ? '' : `经${by}`}${given ? '通过' : '未通过'}`;
  return `${given ? 'selected' : 'not selected'}${by === undefined ? '' : ` by ${by}`}`;
}

// -------------------------------------------------------------------------------------------------------------- notes

/** What a result says of the policy it comes from. */
export interface NotedPolicy {
  readonly name: string;
  readonly status: 'draft' | 'in-force' | 'repealed';
  readonly onPublication: boolean;
  /** The first and the last day on which it is in force. */
  readonly from?: Days;
  readonly to?: Days;
}

/** The notes on a policy, in a result as of a day: draft or repealed, when it takes effect, evaluated outside that time. */
export function policyNotes(policy: NotedPolicy, asOf: Days, lang: Lang): string[] {
  const { name, status, onPublication, from, to } = policy;
  const notes: string[] = [];
  const said = [
    status === 'draft' && (lang === 'zh' ? '是征求意见稿' : 'is a draft'),
    status === 'repealed' && (lang === 'zh' ? '已废止' : 'has been repealed'),
    onPublication && (lang === 'zh' ? '自印发之日起施行' : 'takes effect on publication'),
  ].filter((part) => part !== false);
  if (said.length > 0) notes.push(lang === 'zh' ? `${name} ${said.join('，')}` : `${name} ${said.join(' and ')}`);
  if (from !== undefined && asOf < from) {
    const day = formatDate(from);
    notes.push(lang === 'zh' ? `${name} 自 ${day} 起才施行` : `${name} takes effect only on ${day}`);
  }
  if (to !== undefined && asOf > to) {
    const day = formatDate(to);
    notes.push(lang === 'zh' ? `${name} 施行至 ${day}，已过期` : `${name} was in force until ${day}`);
  }
  return notes;
}

/** The notes on kinds of party that were inferred, and on those that contradict each other and were not. */
export function partyNotes(inferred: readonly string[], contradictory: readonly string[], lang: Lang): string[] {
  const notes: string[] = [];
  if (inferred.length > 0) {
    const kinds = sayAll(inferred, lang);
    notes.push(lang === 'zh' ? `按所填事实推定为${kinds}` : `taken to be ${kinds}, from the facts given`);
  }
  if (contradictory.length > 0) {
    const kinds = sayAll(contradictory, lang);
    notes.push(
      lang === 'zh'
        ? `所填事实分属互不相容的${kinds}，未作推定；请填写 party`
        : `the facts given belong to ${kinds}, which exclude each other; please state the party`,
    );
  }
  return notes;
}

/** An award by analogy; `note` is the policy's own. */
/** How a reading was settled. */
export function sayReadingRuled(
  { reading, option, by, on, reference }: Ruling & { readonly reading: string },
  lang: Lang,
): string {
  const date = formatDate(on);
  const letter = reference === undefined ? '' : lang === 'zh' ? `（${reference}）` : ` (${reference})`;
  return lang === 'zh'
    ? `${reading}：按${by.join('、')} ${date} 的裁定${letter}，取“${option}”`
    : `${reading}: read as "${option}", as ruled by ${by.join(', ')} on ${date}${letter}`;
}

export function sayReadingTried(reading: string, option: string, lang: Lang): string {
  return lang === 'zh' ? `${reading}：本次试按“${option}”计算` : `${reading}: read as "${option}" in this run only`;
}

export function sayByAnalogy(party: string, note: string | undefined, lang: Lang): string {
  if (lang === 'zh') return `${party}参照执行${note === undefined ? '' : `：${note}`}`;
  return `${party}: by analogy${note === undefined ? '' : ` (${note})`}`;
}

/** A benefit that is paid in one go. */
export function sayPaidAtOnce(lang: Lang): string {
  return lang === 'zh' ? '一次性拨付' : 'paid at once';
}

/** A decision that is not used: the award is denied, or nothing that is to be decided applies. */
export function sayDecisionIgnored(key: string, denied: boolean, lang: Lang): string {
  if (lang === 'zh') return `认定结果“${key}”未采用：${denied ? '该项不符合条件' : '该项此时不需认定'}`;
  return `the decision ${key} is not used: ${denied ? 'the award is denied' : 'nothing is to be decided here'}`;
}

// ----------------------------------------------------------------------------------------------------------- stacking

/** The rule that suppressed an award, as results name it. */
export function sayRule(rule: 'highest' | 'choose-one' | 'excludes', lang: Lang): string {
  switch (rule) {
    case 'highest':
      return lang === 'zh' ? '就高不重复' : 'highest';
    case 'choose-one':
      return lang === 'zh' ? '择一享受' : 'choose one';
    case 'excludes':
      return lang === 'zh' ? '不重复享受' : 'excludes';
    default:
      return rule satisfies never;
  }
}

/** An award among others: 联合培养／硕博培养, with its item; with its policy where `awards` come from several. */
export function sayAward(award: AwardId & { readonly item?: number }, withPolicy: boolean, lang: Lang): string {
  const path = award.benefit === null ? award.measure : `${award.measure}/${award.benefit}`;
  const item = award.item === undefined ? '' : lang === 'zh' ? `（第${award.item}项）` : ` (item ${award.item})`;
  return `${withPolicy ? `${award.policy} ` : ''}${path}${item}`;
}

/** Why a choice between awards is open. `matter`: of the first that has one; '' where none has. */
export function sayOpenChoice(
  why: OpenChoice['why'],
  awards: readonly (AwardId & { readonly item?: number })[],
  matter: string,
  lang: Lang,
): string {
  const several = new Set(awards.map((award) => award.policy)).size > 1;
  const names = sayAll(
    awards.map((award) => sayAward(award, several, lang)),
    lang,
  );
  const on = matter === '' ? '' : lang === 'zh' ? `涉及“${matter}”，` : ` (on ${matter})`;
  switch (why) {
    case 'unsettled':
      return lang === 'zh'
        ? `${names}：${on}没有规则说明能否同时享受，合计从较高一项列到各项之和`
        : `${names}${on}: no rule says whether they add up, so the total runs from the higher one to their sum`;
    case 'tie':
      return lang === 'zh'
        ? `${names}：${on}金额相同，只付其一，由哪一项支付没有规定`
        : `${names}${on}: the same amount, paid once; nothing says which one pays`;
    case 'depends':
      return lang === 'zh'
        ? `${names}：${on}只付较高一项，哪一项较高要等金额确定`
        : `${names}${on}: only the higher one is paid, and which it is depends on figures still open`;
    case 'excludes': {
      const [first = '', ...others] = awards.map((award) => sayAward(award, several, lang));
      return lang === 'zh'
        ? `${first}：与${sayAll(others, lang)}不重复享受，是否支付要看后者最终付不付`
        : `${first}: not paid where ${sayAll(others, lang)} is, and whether that is paid is still open`;
    }
    case 'choice':
      return lang === 'zh'
        ? `${names}：${on}只能择一享受，由申报人选择`
        : `${names}${on}: the applicant chooses one of them`;
    default:
      return why satisfies never;
  }
}

// -------------------------------------------------------------------------------------------------------- the account

/** The outcomes as they are printed (vocabulary: outcomes). */
export function sayOutcome(outcome: Outcome, lang: Lang): string {
  const zh = {
    granted: '应得',
    ceiling: '待评定',
    selective: '待遴选',
    suppressed: '就高未采用',
    denied: '不符合',
    needs: '缺信息',
    undecided: '待明确',
    'case-by-case': '一事一议',
  } as const;
  return lang === 'zh' ? zh[outcome] : outcome;
}

export function sayRole(role: Step['role'], lang: Lang): string {
  const zh = {
    condition: '条件',
    veto: '除外',
    base: '基数',
    decision: '认定',
    schedule: '分年',
    uplift: '上浮',
    floor: '保底',
    cap: '封顶',
    round: '取整',
    less: '扣除',
    pool: '资金池',
  } as const;
  return lang === 'zh' ? zh[role] : role;
}

/** 50万元; 0元至150万元; 20万元起. */
export function sayRange(min: Fen, max: Fen | null, lang: Lang): string {
  return formatMoneyRange(min, max, lang);
}

/** Several names joined: 甲、乙; A, B and C. */
export function sayAll(names: readonly string[], lang: Lang): string {
  if (lang === 'zh') return names.join('、');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

function sayAny(names: readonly string[], lang: Lang): string {
  if (lang === 'zh') return names.join('、');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

/** How an award is split up: 分期拨付：开工 20%（660.07元）、…; 提前竣工 is told by `atOnce` alone. */
export function saySplit({ of, atOnce, parts }: Split, lang: Lang): string {
  const zh = lang === 'zh';
  const words = {
    stages: zh ? '分期拨付' : 'paid in stages',
    payees: zh ? '支付给' : 'paid to',
    bearers: zh ? '承担' : 'borne by',
  }[of];
  if (atOnce === true) return zh ? '一次付清' : 'paid at once';
  const each = parts.map(({ name, share, open, amount }) => {
    const sum =
      amount === undefined ? '' : zh ? `（${sayRange(amount, amount, lang)}）` : ` (${sayRange(amount, amount, lang)})`;
    return `${name} ${share ?? open ?? (zh ? '待明确' : 'undecided')}${sum}`;
  });
  const unless = atOnce === null ? (zh ? '；符合条件的一次付清' : '; at once where its condition holds') : '';
  return `${words}${zh ? '：' : ': '}${each.join(zh ? '、' : ', ')}${unless}`;
}

/** Why an item is not paid: `quota` is the sentence of the quota, 同一企业至多3个项目. */
export function sayItemQuotaFull(quota: string, n: number, lang: Lang): string {
  return lang === 'zh' ? `${quota}，排在前面的已满${n}个` : `${quota}; ${n} come before it`;
}

/** Why it is open whether an item is paid. */
export function sayItemQuotaOpen(quota: string, lang: Lang): string {
  return lang === 'zh' ? `${quota}，给哪几个还不能确定` : `${quota}; which ones is open`;
}
