import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { constantValue } from '../../check/constants.ts';
import type {
  CheckedApplication,
  CheckedBudget,
  CheckedDenial,
  CheckedExtension,
  CheckedStacking,
} from '../../check/model.ts';
import type { LowerContext } from '../../ir/lower/context.ts';
import type { Item } from './document.ts';
import { sayAmount, sayCondition, sayDate } from './say-amounts.ts';
import { saySharing } from './say-benefits.ts';
import { sayWhen } from './say-conditions.ts';

const levelWords: Readonly<Record<T.LevelName, Localised>> = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  district: { zh: '区级', en: 'district' },
  county: { zh: '县级', en: 'county' },
};

const statusWords: Readonly<Record<T.StatusName, Localised>> = {
  draft: { zh: '征求意见稿', en: 'draft' },
  'in-force': { zh: '现行', en: 'in force' },
  repealed: { zh: '已废止', en: 'repealed' },
};

export const sayLevel = (level: T.LevelName, lang: Lang): string => levelWords[level][lang];
export const sayStatus = (status: T.StatusName, lang: Lang): string => statusWords[status][lang];

export function sayEffect({ from, to }: T.Effective, lang: Lang): string {
  const zh = lang === 'zh';
  if (from === undefined) return zh ? '自印发之日起施行' : 'on publication';
  const begins = sayDate(from.iso, lang);
  if (to === undefined) return zh ? `自${begins}起施行` : `from ${begins}`;
  const ends = sayDate(to.iso, lang);
  return zh ? `自${begins}起施行，至${ends}止` : `from ${begins} to ${ends}`;
}

/** Who can receive: kinds of party, or the items of a list of theirs. */
export function sayFor(node: T.For | undefined, parties: readonly string[], context: LowerContext, lang: Lang): string {
  const zh = lang === 'zh';
  const who = parties.join(zh ? '、' : ', ');
  if (node?.each === undefined) return who;
  const where = node.where && sayCondition(node.where, { context, lang });
  if (zh) return `${who}的每个${node.each.text}${where === undefined ? '' : `（${where}的）`}`;
  return `each ${node.each.text} of ${who}${where === undefined ? '' : ` where ${where}`}`;
}

export function sayDenial({ node, except }: CheckedDenial, context: LowerContext, lang: Lang): string {
  const zh = lang === 'zh';
  const when = sayWhen(node.condition, { context, lang });
  const names = except.map((m) => m.name);
  const because = node.because?.value;
  if (zh) {
    const why = because === undefined ? '' : `（理由：${because}）`;
    return `${when}，不予支持${why}${names.length > 0 ? `，${names.join('、')}除外` : ''}。`;
  }
  const why = because === undefined ? '' : ` (reason: ${because})`;
  return `No support ${when}${why}${names.length > 0 ? `, except for ${names.join(', ')}` : ''}.`;
}

export function sayExtension({ node, parties }: CheckedExtension, context: LowerContext, lang: Lang): string {
  const zh = lang === 'zh';
  const who = parties.map((p) => p.name).join(zh ? '、' : ', ');
  const when = node.condition && sayWhen(node.condition, { context, lang });
  const note = node.note?.value;
  if (zh) {
    // The text's own words say it already: 协议期满后可参照执行.
    const said = note?.includes('参照') ? note : `可参照执行${note === undefined ? '' : `（${note}）`}`;
    return `${who}${when === undefined ? '' : `，${when}`}，${said}。`;
  }
  return `${who} by analogy${when === undefined ? '' : ` ${when}`}${note === undefined ? '' : ` (${note})`}.`;
}

/** Others to whom one measure applies, some of their facts standing for those that it names. */
export function sayApplication(
  { node, measure, parties, reads }: CheckedApplication,
  context: LowerContext,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const who = parties.map((p) => p.name).join(zh ? '、' : ', ');
  const when = node.condition && sayWhen(node.condition, { context, lang });
  const note = node.note?.value;
  const facts = reads.map(({ fact, as }) => (zh ? `${as.name}按${fact.name}计` : `${fact.name} counts as ${as.name}`));
  if (zh) {
    const parts = [who, ...(when === undefined ? [] : [when]), `参照“${measure.name}”执行`, ...facts];
    return `${parts.join('，')}${note === undefined ? '' : `（${note}）`}。`;
  }
  const parts = [`${who} by analogy with “${measure.name}”${when === undefined ? '' : ` ${when}`}`, ...facts];
  return `${parts.join('; ')}${note === undefined ? '' : ` (${note})`}.`;
}

const ruleWords: Readonly<Record<T.StackingRule, Localised>> = {
  highest: { zh: '就高不重复享受', en: 'only the highest is paid' },
  sum: { zh: '可以叠加享受', en: 'all are paid' },
  'choose-one': { zh: '择一享受', en: 'the applicant chooses one' },
};

export function sayStacking({ node, between }: CheckedStacking, lang: Lang): string {
  const zh = lang === 'zh';
  const rule = ruleWords[node.rule][lang];
  if (between.length > 0) {
    const names = between.map((m) => m.name);
    return zh ? `${names.join('、')}之间，${rule}。` : `Between ${names.join(', ')}: ${rule}.`;
  }
  const reaches = node.reaches.map((reach) => sayReach(reach, lang));
  if (reaches.length === 0) return zh ? `同一事项的各项待遇之间，${rule}。` : `Among benefits on one matter: ${rule}.`;
  return zh
    ? `同一事项，${reaches.join('，以及')}之间，${rule}。`
    : `On one matter, ${reaches.join(' and ')}: ${rule}.`;
}

function sayReach({ reach, level, key }: T.Reach, lang: Lang): string {
  const zh = lang === 'zh';
  switch (reach) {
    case 'within':
      return zh ? '本文件各措施' : 'within this policy';
    case 'other':
      return zh ? '与其他政策' : 'with other policies';
    case 'level': {
      const name = level ? levelWords[level][lang] : '';
      return zh ? `与${name}政策` : `with policies at level ${name}`;
    }
    case 'per':
      return zh ? `同一${key?.text ?? ''}` : `per ${key?.text ?? ''}`;
    case 'across':
      return zh ? `不同${key?.text ?? ''}` : `across ${key?.text ?? ''}`;
    default:
      return reach satisfies never;
  }
}

/** 不与甲重复享受; 可与乙叠加. */
export function sayRelations(excludes: readonly string[], stacksWith: readonly string[], lang: Lang): string[] {
  const zh = lang === 'zh';
  return [
    ...(excludes.length > 0
      ? [zh ? `不与${excludes.join('、')}重复享受` : `not paid where ${excludes.join(' or ')} is`]
      : []),
    ...(stacksWith.length > 0
      ? [zh ? `可与${stacksWith.join('、')}叠加享受` : `paid beside ${stacksWith.join(' and ')}`]
      : []),
  ];
}

/** A pool: how much, for how long, who manages it, how it is shared out. */
export function sayBudget({ symbol, by, clause, sharing }: CheckedBudget, context: LowerContext, lang: Lang): Item {
  const zh = lang === 'zh';
  const { node, name } = symbol;
  const saying = { lang, context, tables: [] };
  const amount = sayAmount(node.amount, saying);
  const years = node.years && yearsOf(node.years);
  const total = node.total && sayAmount(node.total, saying);
  const who = by.map((agency) => agency.name);
  const parts = zh
    ? [
        `${node.perYear ? '每年' : ''}${amount}`,
        ...(years === undefined ? [] : [`连续${years}年`]),
        ...(total === undefined ? [] : [`共${total}`]),
        ...(who.length > 0 ? [`由${who.join('、')}负责`] : []),
        ...(sharing ? [saySharing(sharing.order?.name, lang)] : []),
      ]
    : [
        `${amount}${node.perYear ? ' each year' : ''}`,
        ...(years === undefined ? [] : [`for ${years} years`]),
        ...(total === undefined ? [] : [`${total} in all`]),
        ...(who.length > 0 ? [`managed by ${who.join(', ')}`] : []),
        ...(sharing ? [saySharing(sharing.order?.name, lang)] : []),
      ];
  return {
    label: name,
    clause: clause?.label.value,
    text: zh ? `${parts.join('，')}。` : `${parts.join(', ')}.`,
    tables: [],
    notes: node.modifiers.flatMap((m) => (m.kind === 'Note' ? [m.text.value] : [])),
  };
}

/** 4年 is read as 48 months. */
function yearsOf(e: T.Expression): string {
  const value = constantValue(e);
  if (value === undefined) return '';
  const n = Number(value.n) / Number(value.d);
  return `${e.kind === 'NumberLiteral' && e.unit === 'months' ? n / 12 : n}`;
}
