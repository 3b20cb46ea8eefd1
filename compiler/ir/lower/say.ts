import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { formatMoney } from '../../../stdlib/runtime/format.ts';
import { factsIn } from '../../check/facts-in.ts';
import { money, type Type } from '../../check/types.ts';
import type { Say, SayPart } from '../ir.ts';
import { divide, type Rational, rational, show } from '../rational.ts';
import { idOf, type LowerContext, referenceOf, typeOf } from './context.ts';

/**
 * Sentences about steps, in both languages: the formula as it was written, with the facts left open to be filled in at
 * evaluation. Units are shown where the source left them out: 6000 becomes 6000元.
 */
export function sayAmount(e: T.Expression, context: LowerContext): Say {
  return { zh: join(amount(e, money, context, 'zh')), en: join(amount(e, money, context, 'en')) };
}

/** A condition, and after it what was given for its facts. */
export function sayCondition(e: T.Expression, context: LowerContext): Say {
  const facts = factsIn(e, context.checked.references).filter((fact) => fact.derived === undefined);
  const given = (lang: Lang): SayPart[] => {
    const only = facts[0];
    if (only === undefined) return [];
    if (facts.length === 1)
      return [
        lang === 'zh' ? '（所填：' : ' (given: ',
        { fact: idOf(only, context), at: 'now' },
        lang === 'zh' ? '）' : ')',
      ];
    const each = facts.flatMap((fact, i): SayPart[] => [
      ...(i > 0 ? [lang === 'zh' ? '，' : ', '] : []),
      `${fact.name} = `,
      { fact: idOf(fact, context), at: 'now' },
    ]);
    return [lang === 'zh' ? '（所填：' : ' (given: ', ...each, lang === 'zh' ? '）' : ')'];
  };
  const words = (lang: Lang): SayPart[] => [conditionWords(e, context, lang), ...given(lang)];
  return { zh: join(words('zh')), en: join(words('en')) };
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
      if (reference?.kind === 'fact' && reference.fact.derived === undefined) {
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
      return [
        ...inner(e.rate, { type: 'rate' }),
        ' × ',
        ...(wrap ? [zh ? '（' : '('] : []),
        ...inner(e.base),
        ...(wrap ? [zh ? '）' : ')'] : []),
      ];
    }
    case 'Per': {
      const reference = referenceOf(e.unit, context);
      const unit: SayPart =
        reference?.kind === 'fact' && reference.fact.derived === undefined
          ? { fact: idOf(reference.fact, context), at: 'now' }
          : e.unit.text;
      return [...inner(e.amount), ' × ', unit];
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
        reference?.kind === 'fact' && reference.fact.derived === undefined
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
    case 'Undecided':
      return [`${zh ? '待明确' : 'undecided'}${e.reason ? (zh ? `：${e.reason.value}` : `: ${e.reason.value}`) : ''}`];
    case 'CaseByCase':
      return [zh ? '一事一议' : 'case by case'];
    case 'None':
      return [zh ? '不予' : 'none'];
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
      const end = (x: T.Expression | undefined) => (x ? of(x) : '');
      return `${of(e.subject)}${zh ? ' 介于 ' : ' between '}${end(e.range.from)}${zh ? ' 至 ' : ' to '}${end(e.range.to)}`;
    }
    case 'NumberLiteral':
      return literal(e, typeOf(e, context), lang);
    case 'DateLiteral':
      return e.iso;
    case 'RateOf':
    case 'Per':
    case 'UpTo':
    case 'AtLeast':
    case 'Range':
    case 'Table':
    case 'Undecided':
    case 'CaseByCase':
    case 'None':
      return amount(e, money, context, lang)
        .map((part) => (typeof part === 'string' ? part : part.fact))
        .join('');
    case 'Missing':
      return '';
    default:
      return e satisfies never;
  }
}

/** A literal with its unit; money the way the runtime writes money, so that both read alike. */
function literal(e: T.NumberLiteral, wanted: Type, lang: Lang): string {
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
