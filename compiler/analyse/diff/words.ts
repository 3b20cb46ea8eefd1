import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import { printed, roles } from '../../../language/syntax/vocabulary.ts';
import { formatDate, formatMoney } from '../../../stdlib/runtime/format.ts';
import type { FactDeclaration, GroupPlan, PolicyIr, PoolPlan, QuotaPlan, ValueType } from '../../ir/ir.ts';
import { multiply, type Rational, rational, show } from '../../ir/rational.ts';
import type { AlignedBy, Aspect, Manner, Verdict } from './model.ts';

export const verdictWords: Readonly<Record<Verdict, Localised>> = {
  equivalent: { zh: '不变', en: 'equivalent' },
  'more-generous': { zh: '更宽', en: 'more generous' },
  'less-generous': { zh: '更严', en: 'less generous' },
  incomparable: { zh: '有增有减', en: 'incomparable' },
  undecided: { zh: '无法判定', en: 'undecided' },
};

/** Beside the words, so that a verdict can be told without colour. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  equivalent: '＝',
  'more-generous': '▲',
  'less-generous': '▼',
  incomparable: '▲▼',
  undecided: '？',
};

export const mannerWords: Readonly<Record<Manner, Localised>> = {
  entitlement: { zh: '按算式应得', en: 'by formula' },
  selection: { zh: '择优给予定额', en: 'a sum for the selected' },
  ceiling: { zh: '限额内评定', en: 'decided up to a ceiling' },
  open: { zh: '数额未定', en: 'left open' },
};

export const alignedWords: Readonly<Record<AlignedBy, Localised>> = {
  asked: { zh: '按 --align 对应', en: 'aligned as asked' },
  matter: { zh: '事项相同', en: 'same matter' },
  replaces: { zh: '新措施写明代替旧措施', en: 'the new measure replaces the old one' },
  meaning: { zh: '含义相同', en: 'same meaning' },
  name: { zh: '名称相同', en: 'same name' },
  facts: { zh: '对象相同，用到同样的事实', en: 'same kind of party, facts in common' },
};

export const aspectWords: Readonly<Record<Aspect | 'manner' | 'parties' | 'bodies', Localised>> = {
  manner: { zh: '方式', en: 'manner' },
  parties: { zh: '对象', en: 'parties' },
  bodies: { zh: '责任', en: 'bodies' },
  rate: { zh: '标准', en: 'rate' },
  amount: { zh: '数额', en: 'amount' },
  cap: { zh: '封顶', en: 'cap' },
  'shared-cap': { zh: '共用封顶', en: 'shared cap' },
  floor: { zh: '保底', en: 'floor' },
  schedule: { zh: '分年、调整', en: 'schedule, adjustment' },
  period: { zh: '期限', en: 'period' },
  condition: { zh: '条件', en: 'conditions' },
  analogy: { zh: '参照执行', en: 'by analogy' },
  process: { zh: '程序', en: 'process' },
  kind: { zh: '给法', en: 'kind' },
  family: { zh: '资金性质', en: 'family' },
  clause: { zh: '条款', en: 'clause' },
  pool: { zh: '资金池', en: 'pool' },
  quota: { zh: '名额', en: 'limit of awards' },
  excludes: { zh: '不并享', en: 'excludes' },
  'stacks-with': { zh: '可叠加', en: 'stacks with' },
};

/** What a word of the language is in Chinese; a name stays what it is. */
export function wordOf(aspect: Aspect, said: Localised): Localised {
  if (aspect === 'family') return familyWords[said.en] ?? said;
  if (aspect !== 'kind') return said;
  const role = roles.find((one) => one === said.en);
  return role === undefined ? said : { zh: printed(role, 'zh') ?? said.zh, en: printed(role, 'en') ?? said.en };
}

const familyWords: Readonly<Record<string, Localised>> = {
  cash: { zh: '现金', en: 'cash' },
  equity: { zh: '股权', en: 'equity' },
  'in-kind': { zh: '实物', en: 'in kind' },
};

/** 6000元 × 硕士; 10% × 创新券总额. */
export function rateWords(value: Rational, type: ValueType, { name }: FactDeclaration): Localised {
  if (type.type === 'money' && value.d === 1n) {
    const fen = Number(value.n);
    return { zh: `${formatMoney(fen, 'zh')} × ${name}`, en: `${formatMoney(fen, 'en')} × ${name}` };
  }
  const figure = type.type === 'rate' ? `${decimal(multiply(value, rational(100)))}%` : decimal(value);
  return { zh: `${figure} × ${name}`, en: `${figure} × ${name}` };
}

/** As a decimal where it is one of at most six places, else as a fraction. */
function decimal(value: Rational): string {
  return 1_000_000n % value.d === 0n ? `${Number(value.n) / Number(value.d)}` : show(value);
}

export function quotaWords({ n, perYear, rank }: QuotaPlan): Localised {
  const by = rank.map(({ fact }) => fact);
  return {
    zh: `${perYear ? '每年' : ''}${n}个${by.length > 0 ? `，按${by.join('、')}排序` : ''}`,
    en: `${n}${perYear ? ' per year' : ''}${by.length > 0 ? `, ranked by ${by.join(', ')}` : ''}`,
  };
}

export function poolWords({ amount, perYear, years, by, share }: PoolPlan): Localised {
  const fen = Number(amount.n / amount.d);
  const bodies = by.length > 0 ? by : undefined;
  const shared = {
    zh: share === 'none' ? '' : share === 'pro-rata' ? '，按比例分配' : `，按${share.fact}先后分配`,
    en: share === 'none' ? '' : share === 'pro-rata' ? ', shared pro rata' : `, paid in order of ${share.fact}`,
  };
  return {
    zh: `${perYear ? '每年' : ''}${formatMoney(fen, 'zh')}${years === undefined ? '' : `，共${years}年`}${shared.zh}${bodies ? `（${bodies.join('、')}）` : ''}`,
    en: `${formatMoney(fen, 'en')}${perYear ? ' a year' : ''}${years === undefined ? '' : ` for ${years} years`}${shared.en}${bodies ? ` (${bodies.join(', ')})` : ''}`,
  };
}

const ruleNames: Readonly<Record<GroupPlan['rule'], Localised>> = {
  highest: { zh: '就高', en: 'the higher one is paid' },
  'choose-one': { zh: '任选其一', en: 'one of choice is paid' },
  sum: { zh: '可以叠加', en: 'all are paid' },
};

/** What a rule of stacking says, and how far it reaches. */
export function ruleWords({ rule, reach, between }: GroupPlan): Localised {
  const reaches: Localised = (() => {
    switch (reach.reach) {
      case 'all':
        return { zh: '与所有政策', en: 'with all policies' };
      case 'within':
        return { zh: '本政策内', en: 'within the policy' };
      case 'other':
        return { zh: '与其他政策', en: 'with other policies' };
      case 'level':
        return {
          zh: `与${levelWords[reach.level]?.zh ?? reach.level}政策`,
          en: `with policies at level ${reach.level}`,
        };
      case 'per':
        return { zh: `同一${reach.key}`, en: `per ${reach.key}` };
      case 'across':
        return { zh: `各${reach.key}之间`, en: `across ${reach.key}` };
      default:
        return reach satisfies never;
    }
  })();
  const name = ruleNames[rule];
  if (between !== undefined)
    return { zh: `${between.join('、')}：${name.zh}`, en: `${between.join(', ')}: ${name.en}` };
  return { zh: `${reaches.zh}${name.zh}`, en: `${name.en} ${reaches.en}` };
}

const levelWords: Readonly<Record<string, Localised>> = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  district: { zh: '区级', en: 'district' },
  county: { zh: '县级', en: 'county' },
};

const statusWords: Readonly<Record<PolicyIr['status'], Localised>> = {
  draft: { zh: '征求意见稿', en: 'draft' },
  'in-force': { zh: '施行', en: 'in force' },
  repealed: { zh: '已废止', en: 'repealed' },
};

/** What the head of a policy says, by what it is about. */
export function settingsOf(policy: PolicyIr): readonly { readonly name: Localised; readonly value: Localised }[] {
  const { level, status, effective, leads } = policy;
  const same = (text: string): Localised => ({ zh: text, en: text });
  const day = (days: number | undefined) => (days === undefined ? '' : formatDate(days));
  const period: Localised =
    effective.from === undefined && effective.to === undefined
      ? { zh: effective.onPublication ? '自印发之日起' : '', en: effective.onPublication ? 'on publication' : '' }
      : {
          zh: [
            effective.from === undefined ? '' : `${day(effective.from)} 起`,
            effective.to === undefined ? '' : `至 ${day(effective.to)}`,
          ].join(''),
          en: [
            effective.from === undefined ? '' : `from ${day(effective.from)}`,
            effective.to === undefined ? '' : `to ${day(effective.to)}`,
          ]
            .join(' ')
            .trim(),
        };
  return [
    { name: { zh: '级别', en: 'level' }, value: (level && levelWords[level]) ?? same(level ?? '') },
    {
      name: { zh: '状态', en: 'status' },
      value: statusWords[status],
    },
    { name: { zh: '施行', en: 'effective' }, value: period },
    { name: { zh: '牵头', en: 'led by' }, value: { zh: leads.join('、'), en: leads.join(', ') } },
  ];
}
