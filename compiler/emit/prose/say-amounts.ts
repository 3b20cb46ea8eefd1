import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { boundsReading } from '../../check/bounds.ts';
import { wholeYears } from '../../check/history.ts';
import { money, type Type } from '../../check/types.ts';
import { type LowerContext, referenceOf, typeOf } from '../../ir/lower/context.ts';
import { itemContext } from '../../ir/lower/expressions.ts';
import { isShareOfBanded } from '../../ir/lower/rows.ts';
import { bandText, conditionText, literal } from '../../ir/lower/say.ts';
import type { ProseTable } from './document.ts';

/** Where an amount is said: tables that it holds are put below the sentence. */
export interface Saying {
  readonly lang: Lang;
  readonly context: LowerContext;
  readonly tables: ProseTable[];
  /** What stands before each figure of a table that says how much at most or at least. */
  readonly limit?: string;
}

/** A condition in words, without the blanks that set names apart in the account of an award. */
export function sayCondition(e: T.Expression, { context, lang }: Pick<Saying, 'context' | 'lang'>): string {
  const text = conditionText(e, context)[lang];
  return lang === 'zh' ? tighten(text) : inWords(text);
}

/** The account of an award shows signs and lists; a sentence for people who read no code says them. */
function inWords(text: string): string {
  return text
    .replaceAll(' >= ', ' is at least ')
    .replaceAll(' <= ', ' is at most ')
    .replaceAll(' > ', ' is over ')
    .replaceAll(' < ', ' is below ')
    .replaceAll(/ not in \{([^{}]*)\}/g, ' is none of ($1)')
    .replaceAll(/ in \{([^{},]*)\}/g, ' is $1')
    .replaceAll(/ in \{([^{}]*)\}/g, ' is one of ($1)')
    .replaceAll(/ between (\S+) to /g, ' between $1 and ');
}

/** Chinese stands without blanks; between Latin letters they stay. */
export function tighten(text: string): string {
  return text.replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '');
}

/** An amount or a rate as a phrase; `wanted` is what a bare number is. */
export function sayAmount(e: T.Expression, saying: Saying, wanted: Type = money): string {
  const { lang, context } = saying;
  const zh = lang === 'zh';
  const inner = (x: T.Expression, as: Type = wanted) => sayAmount(x, saying, as);
  switch (e.kind) {
    case 'NumberLiteral':
      return e.unit === 'months' ? sayMonths(e, lang) : literal(e, wanted, lang);
    case 'DateLiteral':
      return sayDate(e.iso, lang);
    case 'NameExpression':
      return e.name.text;
    case 'Parenthesised':
      return strip(e).kind === 'Binary' ? (zh ? `（${inner(e.inner)}）` : `(${inner(e.inner)})`) : inner(e.inner);
    case 'Unary':
      return `−${inner(e.operand)}`;
    case 'Binary':
      return sayBinary(e, saying, wanted);
    case 'RateOf':
      return sayShare(e, saying);
    case 'Per':
      return sayPer(e, saying, wanted);
    case 'PerFull': {
      const type = typeOf(e.of, context);
      const [of, step, over] = [inner(e.of, type), inner(e.step, type), e.over && inner(e.over, type)];
      if (zh) return `${of}${over === undefined ? '' : `超过${over}的部分`}，每满${step}给予${inner(e.amount)}`;
      return `${inner(e.amount)} per full ${step} of ${of}${over === undefined ? '' : ` over ${over}`}`;
    }
    case 'UpTo':
      return sayLimit(e.limit, zh ? '最高' : 'up to ', saying, wanted);
    case 'AtLeast':
      return sayLimit(e.limit, zh ? '不少于' : 'at least ', saying, wanted);
    case 'Range':
      return sayRange(e, inner, lang);
    case 'Table':
      return sayTable(e, saying, wanted);
    case 'Bands':
      return sayBands(e, saying, wanted);
    case 'Ladder':
      return sayLadder(e, saying, wanted);
    case 'Schedule':
      return saySchedule(e, saying, wanted);
    case 'Nth':
      return sayNth(e, saying, wanted);
    case 'Reading':
      return sayReading(e, saying, wanted);
    case 'Aggregate':
      return sayAggregate(e, saying, wanted);
    case 'Undecided':
      return sayOpen(zh ? '待明确' : 'undecided', e.reason?.value, lang);
    case 'CaseByCase':
      return zh ? '一事一议' : 'decided case by case';
    case 'None':
      return zh ? '不予' : 'none';
    // In the words of the account of an award.
    default:
      return sayCondition(e, saying);
  }
}

/** 营业收入首次达到2亿元的，8万元；首次达到6亿元的，21万元（只补差额） */
function sayLadder(e: T.Ladder, saying: Saying, wanted: Type): string {
  const zh = saying.lang === 'zh';
  const reference = referenceOf(e.subject, saying.context);
  const type = reference?.kind === 'fact' ? reference.fact.factType : wanted;
  const rungs = e.rows.map(({ band, value }) => {
    const [reached, gives] = [sayAmount(band, saying, type), sayAmount(value, saying, wanted)];
    return zh ? `首次达到${reached}的，${gives}` : `${gives} where it first reaches ${reached}`;
  });
  const isFull = e.mode === 'full';
  if (zh) return `${e.subject.text}${rungs.join('；')}（${isFull ? '全额' : '只补差额'}）`;
  return `by ${e.subject.text}: ${rungs.join('; ')} (${isFull ? 'in full' : 'difference only'})`;
}

/** 最高50万元, 最高不超过设备费的3%; of a table, its figures are limited one by one. */
export function sayLimit(e: T.Expression, word: string, saying: Saying, wanted: Type = money): string {
  const zh = saying.lang === 'zh';
  const { kind } = strip(e);
  if (isListed(e)) {
    const within = sayAmount(e, { ...saying, limit: word }, wanted);
    return zh ? `限额${within}` : `a limit ${within}`;
  }
  if (kind !== 'RateOf' || !zh) return `${word}${sayAmount(e, saying, wanted)}`;
  return `${word === '最高' ? '最高不超过' : word}${sayAmount(e, saying, wanted).replace(/^按/, '')}`;
}

function isListed(e: T.Expression): boolean {
  return ['Table', 'Bands', 'Schedule', 'Nth', 'Reading'].includes(strip(e).kind);
}

/** A figure of a table. */
function cell(x: T.Expression, saying: Saying, wanted: Type): string {
  const { limit, ...rest } = saying;
  const said = sayAmount(x, rest, wanted);
  return limit === undefined || x.kind === 'None' ? said : `${limit}${said}`;
}

/** 2027年3月1日; in English as ISO writes it. */
export function sayDate(iso: string, lang: Lang): string {
  const [year, month, day] = iso.split('-').map(Number);
  return lang === 'zh' ? `${year}年${month}月${day}日` : iso;
}

/** 9个月, since 9月 is September; whole years as years. */
function sayMonths({ numerator, denominator }: T.NumberLiteral, lang: Lang): string {
  const months = Number(numerator) / Number(denominator);
  if (months % 12 !== 0) return lang === 'zh' ? `${months}个月` : `${months} month${months === 1 ? '' : 's'}`;
  const years = months / 12;
  return lang === 'zh' ? `${years}年` : `${years} year${years === 1 ? '' : 's'}`;
}

function sayOpen(word: string, reason: string | undefined, lang: Lang): string {
  if (reason === undefined) return word;
  return lang === 'zh' ? `${word}（${reason}）` : `${word} (${reason})`;
}

function sayBinary(e: T.Binary, saying: Saying, wanted: Type): string {
  const zh = saying.lang === 'zh';
  const signs: Partial<Record<T.Binary['operator'], string>> = zh
    ? { '+': '＋', '-': '－', '*': '×', '/': '÷' }
    : { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' };
  const sign = signs[e.operator];
  if (sign === undefined) return sayCondition(e, saying);
  const scalar: Type = { type: 'number' };
  const isProduct = e.operator === '*' || e.operator === '/';
  const type = typeOf(e, saying.context);
  const side = type.type === 'number' ? wanted : type;
  const leftType = isProduct && type.type !== 'number' && e.operator === '*' ? scalar : side;
  const left = sayAmount(e.left, saying, leftType);
  const right = sayAmount(e.right, saying, isProduct ? scalar : side);
  return `${left}${sign}${right}`;
}

/** 按设备费的4%; the rates of a table stand below. */
function sayShare(e: T.RateOf, saying: Saying): string {
  const zh = saying.lang === 'zh';
  const base = sayAmount(e.base, saying);
  const isSum = strip(e.base).kind === 'Binary' && e.base.kind !== 'Parenthesised';
  const of = isSum ? (zh ? `（${base}）` : `(${base})`) : base;
  const rate = sayAmount(e.rate, saying, { type: 'rate' });
  const listed = isListed(e.rate);
  if (!zh) return listed ? `a share of ${of}, ${rate}` : `${rate} of ${of}`;
  return listed ? `按${of}的一定比例（${rate}）` : `按${of}的${rate}`;
}

/** 每平方米17元 of a fact that is counted in units; units of units stand one after another. */
function sayPer(e: T.Per, saying: Saying, wanted: Type): string {
  const zh = saying.lang === 'zh';
  const chain: T.Per[] = [e];
  let amount = e.amount;
  while (amount.kind === 'Per') {
    chain.unshift(amount);
    amount = amount.amount;
  }
  const sum = sayAmount(amount, saying, wanted);
  const isSum = strip(amount).kind === 'Binary' && amount.kind !== 'Parenthesised';
  const held = isSum ? (zh ? `（${sum}）` : `(${sum})`) : sum;
  const most = chain.flatMap(({ unit, of, atMost }) => {
    if (atMost === undefined) return [];
    const counted = of ?? unit;
    const reference = referenceOf(counted, saying.context);
    const type = reference?.kind === 'fact' ? reference.fact.factType : wanted;
    const limit = sayAmount(atMost, saying, type);
    return [zh ? `${counted.text}至多计${limit}` : `at most ${limit} of ${counted.text} counted`];
  });
  if (!zh) {
    const units = chain.map(({ unit, of }) => ` per ${unit.text}${of === undefined ? '' : ` of ${of.text}`}`).join('');
    return `${held}${units}${most.length > 0 ? ` (${most.join(', ')})` : ''}`;
  }
  const facts = chain.flatMap(({ of }) => (of === undefined ? [] : [of.text]));
  const units = chain.map(({ unit }) => `每${unit.text}`).join('');
  const by = facts.length > 0 ? `按${facts.join('、')}，` : '';
  return `${by}${units}${held}${most.length > 0 ? `（${most.join('，')}）` : ''}`;
}

function sayRange(e: T.Range, inner: (x: T.Expression) => string, lang: Lang): string {
  const zh = lang === 'zh';
  const [from, to] = [e.from && inner(e.from), e.to && inner(e.to)];
  if (from === undefined) return `${zh ? '不超过' : 'up to '}${to ?? ''}`;
  if (to === undefined) return `${zh ? '不少于' : 'at least '}${from}`;
  return `${from}${zh ? '至' : ' to '}${to}`;
}

function sayTable(e: T.Table, saying: Saying, wanted: Type): string {
  const { lang, tables } = saying;
  const zh = lang === 'zh';
  const value = (x: T.Expression) => cell(x, saying, wanted);
  tables.push({
    caption: zh ? `按${e.subject.text}` : `by ${e.subject.text}`,
    head: [e.subject.text, valueWord(wanted, lang)],
    rows: [
      ...e.rows.map(({ members, value: of }): [string, string] => [
        members.map((m) => m.text).join(zh ? '、' : ', '),
        value(of),
      ]),
      ...(e.otherwise ? [[zh ? '其余' : 'otherwise', value(e.otherwise)] as [string, string]] : []),
    ],
  });
  return zh ? `按${e.subject.text}分别确定，见下表` : `by ${e.subject.text}, see the table`;
}

function sayBands(e: T.Bands, saying: Saying, wanted: Type): string {
  const { lang, context, tables } = saying;
  const zh = lang === 'zh';
  const type = typeOf(e.subject, context);
  const end = (x: T.Expression) => sayAmount(x, saying, type);
  const share = (x: T.Expression) => isShareOfBanded(x, e, context);
  const value = (x: T.Expression) => cell(x, saying, share(x) ? { type: 'rate' } : wanted);
  const subject = sayAmount(e.subject, saying, type);
  const isShare = e.rows.some((row) => share(row.value));
  const bounds = boundsReading(context.checked.binding, context.file);
  tables.push({
    caption: zh ? `按${subject}分档` : `by bands of ${subject}`,
    head: [subject, valueWord(isShare ? { type: 'rate' } : wanted, lang)],
    rows: [
      ...e.rows.map(({ band, value: of }): [string, string] => [bandText(band, end, bounds, lang), value(of)]),
      ...(e.mode === 'whole'
        ? [[zh ? '其余' : 'otherwise', e.otherwise ? value(e.otherwise) : zh ? '不予' : 'none'] as [string, string]]
        : []),
    ],
  });
  if (e.mode === 'whole') {
    return zh ? `按${subject}所在的档确定，见下表` : `by the band that ${subject} lies in, see the table`;
  }
  return zh ? `按${subject}分段计算后相加，见下表` : `part by part of ${subject}, summed up, see the table`;
}

function saySchedule(e: T.Schedule, saying: Saying, wanted: Type): string {
  const { lang, tables } = saying;
  const zh = lang === 'zh';
  const years = wholeYears(e.years) ?? 1;
  tables.push({
    caption: zh ? `自${e.start.text}起的年度` : `by year from ${e.start.text}`,
    head: [zh ? '年度' : 'year', valueWord(wanted, lang)],
    rows: e.rows.map(({ from, to, value }): [string, string] => {
      const span = from === to ? `${from}` : zh ? `${from}至${to}` : `${from} to ${to}`;
      return [zh ? `第${span}年` : span, cell(value, saying, wanted)];
    }),
  });
  return zh
    ? `自${e.start.text}起${years}年内按年度确定，见下表`
    : `by year, over ${years} years from ${e.start.text}, see the table`;
}

/** 按在同一校区的第几个确定: by which one of its kind an item is. */
function sayNth(e: T.Nth, saying: Saying, wanted: Type): string {
  const { lang, tables } = saying;
  const zh = lang === 'zh';
  const list = e.list.text;
  const per = e.per?.text;
  const within = zh
    ? `${per === undefined ? '' : `同一${per}`}${e.perYear ? '当年' : ''}`
    : `${per === undefined ? '' : ` per ${per}`}${e.perYear ? ' of the year' : ''}`;
  tables.push({
    caption: zh ? `按${within}的第几个${list}` : `by which ${list}${within} it is`,
    head: [zh ? '第几个' : 'which', valueWord(wanted, lang)],
    rows: [
      ...e.rows.map(({ from, to, value }): [string, string] => {
        const zhSpan = from === to ? `第${from}个` : `第${from}个至第${to}个`;
        return [zh ? zhSpan : from === to ? `${from}` : `${from} to ${to}`, cell(value, saying, wanted)];
      }),
      [zh ? '其余' : 'otherwise', e.otherwise ? cell(e.otherwise, saying, wanted) : zh ? '不予' : 'none'],
    ],
  });
  return zh ? `按是${within}的第几个${list}确定，见下表` : `by which ${list}${within} it is, see the table`;
}

/** 两种理解: what the text gives in each of the ways it can be read. */
function sayReading(e: T.Reading, saying: Saying, wanted: Type): string {
  const { lang, tables } = saying;
  const zh = lang === 'zh';
  tables.push({
    caption: `${e.name.text}${e.question ? (zh ? `：${e.question.value}` : `: ${e.question.value}`) : ''}`,
    head: [zh ? '理解' : 'reading', valueWord(wanted, lang)],
    rows: e.options.map(({ members, value }): [string, string] => [
      members.map((m) => m.text).join(zh ? '、' : ', '),
      cell(value, saying, wanted),
    ]),
  });
  return zh
    ? `原文可作不同理解（${e.name.text}），见下表`
    : `the text can be read in several ways (${e.name.text}), see the table`;
}

function sayAggregate(e: T.Aggregate, saying: Saying, wanted: Type): string {
  const { lang, context } = saying;
  const zh = lang === 'zh';
  const list = referenceOf(e.list, context);
  if (list?.kind !== 'fact') throw new Error('the list of a figure was not resolved');
  const within: Saying = { ...saying, context: itemContext(list.fact, context) };
  const where = e.where && sayCondition(strip(e.where), within);
  const value = e.value ? sayAmount(e.value, within, wanted) : '';
  const of = `${e.list.text}${where === undefined ? '' : zh ? `（${where}）` : ` (where ${where})`}`;
  switch (e.fold) {
    case 'best':
      return zh ? `任选一项${of}，${value}` : `for one of ${of} by choice, ${value}`;
    case 'number':
      return zh ? `${of}的个数` : `the number of ${of}`;
    case 'sum':
      return zh ? `各${of}的${value}合计` : `the sum of ${value} of all ${of}`;
    case 'highest':
      return zh ? `各${of}中最高的${value}` : `the highest ${value} of all ${of}`;
    default:
      return e.fold satisfies never;
  }
}

function valueWord(wanted: Type, lang: Lang): string {
  const zh = lang === 'zh';
  if (wanted.type === 'rate') return zh ? '比例' : 'rate';
  return zh ? '标准' : 'amount';
}

function strip(e: T.Expression): T.Expression {
  return e.kind === 'Parenthesised' ? strip(e.inner) : e;
}
