import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { formatMoney } from '../../../stdlib/runtime/format.ts';
import { sayFactName } from '../../../stdlib/runtime/sentences.ts';
import type { FactSymbol } from '../../bind/symbols.ts';
import { type BoundsReading, boundsReading, endsOf } from '../../check/bounds.ts';
import { factsIn } from '../../check/facts-in.ts';
import { money, type Type } from '../../check/types.ts';
import type { Uplift } from '../../check/uplifts.ts';
import type { Say, SayPart } from '../ir.ts';
import { divide, type Rational, rational, show } from '../rational.ts';
import { idOf, type LowerContext, referenceOf, typeOf } from './context.ts';
import { itemContext, lowerAggregate } from './expressions.ts';
import { isShareOfBanded } from './rows.ts';
import { historyFigures, historyWords, readingsOf } from './say-history.ts';

/**
 * Sentences about steps, in both languages: the formula as it was written, with the facts left open to be filled in at
 * evaluation. Units are shown where the source left them out: 6000 becomes 6000元.
 */
export function sayAmount(e: T.Expression, context: LowerContext): Say {
  return { zh: join(amount(e, money, context, 'zh')), en: join(amount(e, money, context, 'en')) };
}

/** A condition, and after it what was given for its facts. */
export function sayCondition(e: T.Expression, context: LowerContext): Say {
  const words = (lang: Lang): SayPart[] => [conditionWords(e, context, lang), ...given(e, context, lang)];
  return { zh: join(words('zh')), en: join(words('en')) };
}

/** What was given for the facts of a condition. */
function given(e: T.Expression, context: LowerContext, lang: Lang): SayPart[] {
  const facts = factsIn(e, context.checked.references, true).filter(isGiven);
  const [open, close] = lang === 'zh' ? ['（所填：', '）'] : [' (given: ', ')'];
  const readings = facts.flatMap((fact) => readingsOf(fact, e, context).map((at) => ({ fact, at })));
  const only = readings[0];
  if (only === undefined) return [];
  if (readings.length === 1) return [open, { fact: idOf(only.fact, context), at: only.at }, close];
  const each = readings.flatMap(({ fact, at }, i): SayPart[] => [
    ...(i > 0 ? [lang === 'zh' ? '，' : ', '] : []),
    `${sayFactName(fact.name, at, lang)} = `,
    { fact: idOf(fact, context), at },
  ]);
  return [open, ...each, close];
}

/** 名录企业的，提高1个百分点（所填：是）. */
export function sayUplift(node: Uplift, context: LowerContext): Say {
  const { condition } = node;
  const of = (lang: Lang): SayPart[] => {
    const when = condition ? conditionWords(condition, context, lang) : '';
    const facts = condition ? given(condition, context, lang) : [];
    const what = upliftWords(node, context, lang);
    return lang === 'zh' ? [`${when} 的，`, ...what, ...facts] : [...what, ` when ${when}`, ...facts];
  };
  return { zh: join(of('zh')), en: join(of('en')) };
}

function upliftWords(node: Uplift, context: LowerContext, lang: Lang): SayPart[] {
  const zh = lang === 'zh';
  switch (node.kind) {
    case 'Instead':
      return [zh ? '改按' : 'instead ', ...amount(node.amount, money, context, lang)];
    case 'Plus': {
      const points = amount(node.points, { type: 'number' }, context, lang);
      return zh ? ['提高', ...points, '个百分点'] : ['plus ', ...points, ' points'];
    }
    case 'Times':
      return [zh ? '乘以' : 'times ', ...amount(node.factor, { type: 'number' }, context, lang)];
    default:
      return node satisfies never;
  }
}

/** Words without facts filled in, for norms and tables of contents. */
export function conditionText(e: T.Expression, context: LowerContext): Localised {
  return { zh: conditionWords(e, context, 'zh'), en: conditionWords(e, context, 'en') };
}

export function plain(zh: string, en: string): Say {
  return { zh: [zh], en: [en] };
}

/** The cap as the texts put it: 每年最高不超过50万元. */
export function sayCap(cap: T.Cap, context: LowerContext): Say {
  const subject = cap.subject?.text;
  const of = (lang: Lang): SayPart[] => {
    const limit = amount(cap.amount, money, { ...context, decider: undefined }, lang);
    if (lang === 'zh') {
      const period = cap.period === 'year' ? '每年' : cap.period === 'total' ? '累计' : '';
      return [`${subject ? `每个${subject}` : ''}${period}最高不超过`, ...limit];
    }
    const period = cap.period === 'year' ? ' per year' : cap.period === 'total' ? ' in total' : '';
    return ['at most ', ...limit, `${subject ? ` per ${subject}` : ''}${period}`];
  };
  return { zh: join(of('zh')), en: join(of('en')) };
}

export function sayFloor(floor: T.Floor, context: LowerContext): Say {
  return {
    zh: join(['最低', ...amount(floor.amount, money, context, 'zh')]),
    en: join(['at least ', ...amount(floor.amount, money, context, 'en')]),
  };
}

/** Whether somebody gives the fact: a formula or the sources give it otherwise. */
function isGiven({ derived, parameter }: FactSymbol): boolean {
  return derived === undefined && (parameter === undefined || parameter.node.values.length === 0);
}

/** Whether a fact has one value that a sentence can show: derived ones have none of their own, nor have those of many items. */
function isShown(fact: FactSymbol, context: LowerContext): boolean {
  return isGiven(fact) && (context.fold === undefined || fact.record === undefined);
}

/** How tightly an operator binds: sums 1, products 2, all else 3. */
function precedence(e: T.Expression): number {
  if (e.kind !== 'Binary') return 3;
  return e.operator === '+' || e.operator === '-' ? 1 : 2;
}

function amount(e: T.Expression, wanted: Type, context: LowerContext, lang: Lang): SayPart[] {
  const zh = lang === 'zh';
  const type = typeOf(e, context);
  const inner = (x: T.Expression, w: Type = wanted) => amount(x, w, context, lang);
  const decided = (): SayPart[] => {
    if (context.decider === undefined) return [];
    return [zh ? `，由${context.decider}决定` : `, decided by ${context.decider}`];
  };
  switch (e.kind) {
    case 'NumberLiteral':
      return [literal(e, wanted, lang)];
    case 'DateLiteral':
      return [e.iso];
    case 'NameExpression': {
      const reference = referenceOf(e.name, context);
      if (reference?.kind === 'fact' && isShown(reference.fact, context)) {
        return [{ fact: idOf(reference.fact, context), at: 'now' }];
      }
      return [e.name.text];
    }
    case 'Parenthesised': {
      const content = strip(e);
      return content.kind === 'Binary' ? [zh ? '（' : '(', ...inner(content), zh ? '）' : ')'] : inner(content);
    }
    case 'Unary':
      return ['−', ...inner(e.operand)];
    case 'Binary': {
      const sign = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' }[e.operator as '+' | '-' | '*' | '/'];
      const scalar: Type = { type: 'number' };
      const product = e.operator === '*' || e.operator === '/';
      const side = type.type === 'number' ? wanted : type;
      const left = product && type.type !== 'number' && e.operator === '*' ? scalar : side;
      return [...inner(e.left, left), sign, ...inner(e.right, product ? scalar : side)];
    }
    case 'RateOf': {
      const base = strip(e.base);
      const wrap = precedence(base) < 3 && e.base.kind !== 'Parenthesised';
      const isListed = ['Table', 'Bands'].includes(strip(e.rate).kind);
      return [
        ...(isListed ? [zh ? '（' : '('] : []),
        ...inner(e.rate, { type: 'rate' }),
        ...(isListed ? [zh ? '）' : ')'] : []),
        ' × ',
        ...(wrap ? [zh ? '（' : '('] : []),
        ...inner(e.base),
        ...(wrap ? [zh ? '）' : ')'] : []),
      ];
    }
    case 'Per': {
      const counted = e.of ?? e.unit;
      const reference = referenceOf(counted, context);
      const unit: SayPart =
        reference?.kind === 'fact' && isShown(reference.fact, context)
          ? { fact: idOf(reference.fact, context), at: 'now' }
          : counted.text;
      const type = reference?.kind === 'fact' ? reference.fact.factType : wanted;
      const most = e.atMost ? [zh ? '（至多' : ' (at most ', ...inner(e.atMost, type), zh ? '）' : ')'] : [];
      return [...inner(e.amount), ' × ', unit, ...most];
    }
    case 'PerFull': {
      const of = typeOf(e.of, context);
      const [given, step, over] = [e.of, e.step, e.over].map((x) => (x ? inner(x, of) : []));
      const beyond = e.over ? (zh ? ['超过', ...over!, '的部分'] : [' over ', ...over!]) : [];
      if (zh) return [...given!, ...beyond, '每满', ...step!, '给', ...inner(e.amount)];
      return [...inner(e.amount), ' per full ', ...step!, ' of ', ...given!, ...beyond];
    }
    case 'UpTo':
      return [zh ? '最高' : 'up to ', ...inner(e.limit), ...decided()];
    case 'AtLeast':
      return [zh ? '不少于' : 'at least ', ...inner(e.limit), ...decided()];
    case 'Range':
      return [...(e.from ? inner(e.from) : []), zh ? '至' : ' to ', ...(e.to ? inner(e.to) : []), ...decided()];
    case 'Table': {
      const reference = referenceOf(e.subject, context);
      const given: SayPart[] =
        reference?.kind === 'fact' && isShown(reference.fact, context)
          ? [zh ? '（' : ' (', { fact: idOf(reference.fact, context), at: 'now' }, zh ? '）' : ')']
          : [];
      const rows = [
        ...e.rows.map((row) => ({ label: row.members.map((m) => m.text).join('、'), value: row.value })),
        ...(e.otherwise ? [{ label: zh ? '其余' : 'otherwise', value: e.otherwise }] : []),
      ];
      const cells = rows.flatMap((row, i): SayPart[] => [
        `${i > 0 ? (zh ? '，' : ', ') : ''}${row.label}${row.value.kind === 'None' && zh ? '' : ' '}`,
        ...inner(row.value),
      ]);
      return [zh ? `按${e.subject.text}` : `by ${e.subject.text}`, ...given, zh ? '：' : ': ', ...cells];
    }
    case 'Aggregate':
      return aggregate(e, wanted, context, lang);
    case 'Bands':
      return bands(e, wanted, context, lang);
    case 'Ladder':
      return ladder(e, wanted, context, lang);
    case 'Reading':
      return reading(e, inner, lang);
    case 'Undecided':
      return [`${zh ? '待明确' : 'undecided'}${e.reason ? (zh ? `：${e.reason.value}` : `: ${e.reason.value}`) : ''}`];
    case 'CaseByCase':
      return [zh ? '一事一议' : 'case by case'];
    case 'None':
      return [zh ? '不予' : 'none'];
    case 'LastYear':
    case 'YearsSum':
    case 'Growth':
      return historyFigures(e, context, lang) ?? [];
    case 'GrowthRate':
    case 'FirstTime':
    case 'Running':
    case 'Had':
    case 'Schedule':
    case 'Nth':
    case 'BoolLiteral':
    case 'Text':
    case 'Is':
    case 'In':
    case 'Between':
    case 'Missing':
      return [conditionWords(e, context, lang)];
    default:
      return e satisfies never;
  }
}

/** `任选一贷款（已备案）：第2项，40% × 实付利息`; the other figures by their name alone. */
function aggregate(e: T.Aggregate, wanted: Type, context: LowerContext, lang: Lang): SayPart[] {
  const zh = lang === 'zh';
  const list = referenceOf(e.list, context);
  if (list?.kind !== 'fact') throw new Error('the list of a figure was not resolved');
  const inner = itemContext(list.fact, context);
  const which = e.where && conditionWords(strip(e.where), inner, lang);
  const of = `${e.list.text}${which === undefined ? '' : zh ? `（${which}）` : ` (${which})`}`;
  const value = e.value ? amount(e.value, wanted, inner, lang) : [];
  const held = e.value?.kind === 'Parenthesised' ? [zh ? '（' : '(', ...value, zh ? '）' : ')'] : value;
  switch (e.fold) {
    case 'best': {
      const chosen: SayPart = { chosen: lowerAggregate(e, wanted, context) };
      const head = zh ? `任选一${of}：` : `one of ${of} by choice: `;
      return [head, chosen, zh ? '，' : ', ', ...value];
    }
    case 'number':
      return [zh ? `${of}个数` : `number of ${of}`];
    case 'sum':
      return zh ? [`${of}的`, ...held, '合计'] : ['sum of ', ...held, ` of ${of}`];
    case 'highest':
      return zh ? [`${of}的`, ...held, '最高值'] : ['highest of ', ...held, ` of ${of}`];
    default:
      return e.fold satisfies never;
  }
}

function bands(e: T.Bands, wanted: Type, context: LowerContext, lang: Lang): SayPart[] {
  const zh = lang === 'zh';
  const type = typeOf(e.subject, context);
  const end = (x: T.Expression) =>
    x.kind === 'NumberLiteral' ? literal(x, type, lang) : conditionWords(x, context, lang);
  const value = (x: T.Expression) =>
    amount(x, isShareOfBanded(x, e, context) ? { type: 'rate' } : wanted, context, lang);
  const rows = e.rows.flatMap((row, i): SayPart[] => [
    `${i > 0 ? (zh ? '，' : ', ') : ''}${bandText(row.band, end, boundsReading(context.checked.binding, context.file), lang)} `,
    ...value(row.value),
  ]);
  const rest = e.otherwise ? value(e.otherwise) : [zh ? '不予' : 'none'];
  const mode = e.mode === 'whole' ? (zh ? '全额分档' : 'as a whole') : zh ? '超额分档' : 'part by part';
  const name = e.subject.kind === 'NameExpression' ? e.subject.name.text : '';
  const given = amount(e.subject, type, context, lang);
  const shown = given.length === 1 && given[0] === name ? [] : given;
  const of: SayPart[] =
    name === '' ? shown : [name, ...(shown.length > 0 ? [zh ? '（' : ' (', ...shown, zh ? '）' : ')'] : [])];
  return [
    ...of,
    zh ? mode : `, ${mode}`,
    zh ? '：' : ': ',
    ...rows,
    ...(e.mode === 'whole' ? [zh ? '，其余' : ', otherwise ', ...rest] : []),
  ];
}

/** 营业收入（3亿元，此前最高 1亿元）首次达到：2亿元 8万元，6亿元 21万元，只补差额 */
function ladder(e: T.Ladder, wanted: Type, context: LowerContext, lang: Lang): SayPart[] {
  const zh = lang === 'zh';
  const reference = referenceOf(e.subject, context);
  if (reference?.kind !== 'fact') throw new Error('the figure of a ladder was not resolved');
  const fact = idOf(reference.fact, context);
  const rows = e.rows.flatMap(({ band, value }, i): SayPart[] => [
    `${i > 0 ? (zh ? '，' : ', ') : ''}${band.kind === 'NumberLiteral' ? literal(band, reference.fact.factType, lang) : ''} `,
    ...amount(value, wanted, context, lang),
  ]);
  const mode = {
    difference: zh ? '，只补差额' : ', difference only',
    full: zh ? '，全额' : ', in full',
  }[e.mode];
  const given: SayPart[] = isShown(reference.fact, context)
    ? [{ fact, at: 'now' }, zh ? '，此前最高 ' : ', at most before ', { fact, at: 'earlier' }]
    : [];
  return [
    e.subject.text,
    ...(given.length > 0 ? [zh ? '（' : ' (', ...given, zh ? '）' : ')'] : []),
    zh ? '首次达到：' : ' first reached: ',
    ...rows,
    mode,
  ];
}

/** A band in words that leave no doubt about its ends. */
export function bandText(
  band: T.Expression,
  end: (x: T.Expression) => string,
  bounds: BoundsReading,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  if (band.kind !== 'Range') return end(band);
  const { from: includesFrom, to: includesTo } = endsOf(band, bounds);
  const from = band.from && end(band.from);
  const to = band.to && end(band.to);
  if (from === undefined) {
    if (to === undefined) return zh ? '不论多少' : 'any';
    return zh ? `${includesTo ? '不超过' : '不足'}${to}` : `${includesTo ? 'up to' : 'below'} ${to}`;
  }
  if (to === undefined) {
    return zh ? `${includesFrom ? '不低于' : '超过'}${from}` : includesFrom ? `${from} or more` : `above ${from}`;
  }
  return zh
    ? `${includesFrom ? '' : '超过'}${from}至${includesTo ? '' : '不足'}${to}`
    : `${includesFrom ? '' : 'above '}${from} to ${includesTo ? '' : 'below '}${to}`;
}

function conditionWords(e: T.Expression, context: LowerContext, lang: Lang): string {
  const zh = lang === 'zh';
  const of = (x: T.Expression) => conditionWords(x, context, lang);
  switch (e.kind) {
    case 'BoolLiteral':
      return e.value ? (zh ? '是' : 'yes') : zh ? '否' : 'no';
    case 'Text':
      return zh ? `“${e.value}”` : `"${e.value}"`;
    case 'NameExpression':
      return e.name.text;
    case 'Parenthesised':
      return zh ? `（${of(e.inner)}）` : `(${of(e.inner)})`;
    case 'Unary':
      return e.operator === 'not' ? `${zh ? '非 ' : 'not '}${of(e.operand)}` : `−${of(e.operand)}`;
    case 'Binary': {
      const words: Record<T.Binary['operator'], Localised> = {
        and: { zh: ' 且 ', en: ' and ' },
        or: { zh: ' 或 ', en: ' or ' },
        '<': { zh: ' 低于 ', en: ' < ' },
        '<=': { zh: ' 不高于 ', en: ' <= ' },
        '>': { zh: ' 超过 ', en: ' > ' },
        '>=': { zh: ' 不低于 ', en: ' >= ' },
        '+': { zh: ' + ', en: ' + ' },
        '-': { zh: ' − ', en: ' − ' },
        '*': { zh: ' × ', en: ' × ' },
        '/': { zh: ' ÷ ', en: ' ÷ ' },
      };
      const compared = e.operator === '<' || e.operator === '<=' || e.operator === '>' || e.operator === '>=';
      if (!compared) return `${of(e.left)}${words[e.operator][lang]}${of(e.right)}`;
      const side = (x: T.Expression, other: T.Expression) =>
        x.kind === 'NumberLiteral' ? literal(x, typeOf(other, context), lang) : of(x);
      return `${side(e.left, e.right)}${words[e.operator][lang]}${side(e.right, e.left)}`;
    }
    case 'Is':
      return `${of(e.subject)}${e.negated ? (zh ? ' 不为 ' : ' is not ') : zh ? ' 为 ' : ' is '}${of(e.value)}`;
    case 'In': {
      const members = e.members.map((m) => m.text).join(zh ? '、' : ', ');
      if (zh) return `${of(e.subject)} ${e.negated ? '不属' : '属'} ${members}${e.members.length > 1 ? ' 之一' : ''}`;
      return `${of(e.subject)} ${e.negated ? 'not in' : 'in'} {${members}}`;
    }
    case 'Between': {
      if (e.range.form === 'words') {
        const figure = (x: T.Expression) =>
          x.kind === 'NumberLiteral' ? literal(x, typeOf(e.range, context), lang) : of(x);
        const bounds = boundsReading(context.checked.binding, context.file);
        return `${of(e.subject)} ${bandText(e.range, figure, bounds, lang)}`;
      }
      const end = (x: T.Expression | undefined) => (x ? of(x) : '');
      return `${of(e.subject)}${zh ? ' 介于 ' : ' between '}${end(e.range.from)}${zh ? ' 至 ' : ' to '}${end(e.range.to)}`;
    }
    case 'Reading':
      return reading(e, (x) => [of(x)], lang).join('');
    case 'NumberLiteral':
      return literal(e, typeOf(e, context), lang);
    case 'DateLiteral':
      return e.iso;
    case 'RateOf':
    case 'Per':
    case 'PerFull':
    case 'UpTo':
    case 'AtLeast':
    case 'Range':
    case 'Table':
    case 'Aggregate':
    case 'Bands':
    case 'Ladder':
    case 'Undecided':
    case 'CaseByCase':
    case 'None':
      return amount(e, money, context, lang)
        .map((part) => (typeof part === 'string' ? part : 'chosen' in part ? '' : part.fact))
        .join('');
    case 'LastYear':
    case 'YearsSum':
    case 'Growth':
    case 'GrowthRate':
    case 'FirstTime':
    case 'Running':
    case 'Had':
    case 'Schedule':
    case 'Nth':
      return historyWords(e, context, lang, of);
    case 'Missing':
      return '';
    default:
      return e satisfies never;
  }
}

/** 边界（甲：3%，乙：4%） */
function reading({ name, options }: T.Reading, inner: (x: T.Expression) => SayPart[], lang: Lang): SayPart[] {
  const zh = lang === 'zh';
  const rows = options.flatMap((row, i): SayPart[] => [
    `${i > 0 ? (zh ? '，' : ', ') : ''}${row.members[0]?.text ?? ''}${zh ? '：' : ': '}`,
    ...inner(row.value),
  ]);
  return [`${name.text}${zh ? '（' : ' ('}`, ...rows, zh ? '）' : ')'];
}

/** A literal with its unit; money the way the runtime writes money, so that both read alike. */
export function literal(e: T.NumberLiteral, wanted: Type, lang: Lang): string {
  const value = rational(e.numerator, e.denominator);
  if (e.unit === 'money') return moneyText(value, lang) ?? e.written;
  if (e.unit === 'none' && wanted.type === 'money') {
    return moneyText(rational(e.numerator * 100n, e.denominator), lang) ?? e.written;
  }
  return e.written;
}

function moneyText(fen: Rational, lang: Lang): string | undefined {
  if (fen.d !== 1n || !Number.isSafeInteger(Number(fen.n))) return undefined;
  return formatMoney(Number(fen.n), lang);
}

/** A rate as people write it: 70%. */
export function rateText(value: Rational): string {
  const percent = divide(value, rational(1, 100));
  return percent.d === 1n ? `${percent.n}%` : `${Number(percent.n) / Number(percent.d)}%`;
}

/** A constant of any type, for norms. */
export function constantText(value: Rational, type: Type, written: string, lang: Lang): string {
  switch (type.type) {
    case 'money':
      return moneyText(value, lang) ?? written;
    case 'rate':
      return rateText(value);
    default:
      return written || show(value);
  }
}

function strip(e: T.Expression): T.Expression {
  return e.kind === 'Parenthesised' ? strip(e.inner) : e;
}

/** Runs of fixed text become one part. */
function join(parts: readonly SayPart[]): SayPart[] {
  const joined: SayPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
