import type { IToken } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { inBothKeywords } from '../diagnostics/keywords.ts';
import { at, cover } from '../source/span.ts';
import { aggregate, bands, ladder } from './build-amounts.ts';
import { buildNames, buildRows, otherwise } from './build-entries.ts';
import { buildHad, buildHistory, buildNth, buildSchedule, yearsOf } from './build-history.ts';
import { group, number } from './build-literals.ts';
import {
  type Builder,
  child,
  childrenOf,
  concretes,
  keyword,
  name,
  optionalText,
  spanOfNode,
  spanToGap,
  tell,
  text,
  tokenOfType,
  tokensOf,
} from './builder.ts';
import { type Concrete, isConcrete } from './concrete.ts';
import * as T from './tokens.ts';
import type {
  Binary,
  ComparisonOperator,
  Expression,
  In,
  Is,
  Missing,
  PerFull,
  Range,
  Reading,
  Table,
  Unary,
} from './tree.ts';

/** The expression of a rule of the expression grammar; `Missing` where nothing of it could be read. */
export function expression(builder: Builder, node: Concrete | undefined): Expression {
  if (node === undefined) return missing(builder);
  switch (node.rule) {
    case 'expression':
      return chain(builder, node, () => 'or');
    case 'conjunction':
      return chain(builder, node, () => 'and');
    case 'sum':
      return chain(builder, node, (token) => (token.tokenType === T.Plus ? '+' : '-'));
    case 'product':
      return chain(builder, node, (token) => (token.tokenType === T.Times ? '*' : '/'));
    case 'negation':
      return negation(builder, node);
    case 'comparison':
      return comparison(builder, node);
    case 'range':
      return range(builder, node);
    case 'factor':
      return factor(builder, node);
    case 'operand':
      return operand(builder, node);
    case 'share':
      return share(builder, node);
    case 'atom':
      return atom(builder, node);
    case 'name': {
      const found = name(builder, node);
      return { kind: 'NameExpression', span: found.span, name: found };
    }
    case 'undecided':
      return { kind: 'Undecided', span: spanOfNode(builder, node), reason: optionalText(node) };
    case 'table':
      return table(builder, node, name(builder, child(node, 'name')), undefined);
    case 'aggregate':
    case 'aggregateAfter':
    case 'best':
      return aggregate(builder, node);
    case 'reading':
      return reading(builder, node);
    case 'bands':
      return bands(builder, node, expression(builder, child(node, 'atom')));
    case 'ladder':
      return ladder(builder, node, name(builder, child(node, 'name')));
    case 'history':
      return buildHistory(builder, node);
    case 'hadAward':
      return buildHad(builder, node);
    case 'schedule':
      return buildSchedule(builder, node);
    case 'nth':
      return buildNth(builder, node);
    case 'accordingTo':
      return accordingTo(builder, node);
    case 'perEach': {
      const unit = name(builder, child(node, 'name'));
      const amount = expression(builder, child(node, 'operand'));
      const span = spanToGap(builder, node, amount, unit);
      return { kind: 'Per', span, amount, unit, of: undefined, atMost: undefined };
    }
    default:
      return missing(builder);
  }
}

export function missing(builder: Builder): Missing {
  return { kind: 'Missing', span: at(builder.gap) };
}

/** `a + b - c`, from the left. */
function chain(builder: Builder, node: Concrete, operatorOf: (token: IToken) => Binary['operator']): Expression {
  let left: Expression | undefined;
  let operator: Binary['operator'] | undefined;
  for (const part of node.children) {
    if (!isConcrete(part)) {
      if (part.tokenType !== T.Comma && part.tokenType !== T.ListComma) operator = operatorOf(part);
      continue;
    }
    const right = expression(builder, part);
    left = left === undefined || operator === undefined ? right : binary(left, operator, right);
    operator = undefined;
  }
  if (left === undefined) return missing(builder);
  return operator === undefined ? left : binary(left, operator, missing(builder));
}

function binary(left: Expression, operator: Binary['operator'], right: Expression): Binary {
  return { kind: 'Binary', span: cover(left.span, right.span), operator, left, right };
}

/** `not not first time 甲` */
function negation(builder: Builder, node: Concrete): Expression {
  let result = expression(builder, child(node, 'comparison'));
  for (const token of tokensOf(node).reverse()) {
    const span = cover(T.spanOf(token), result.span);
    result = T.has(token, 'firstTime')
      ? { kind: 'FirstTime', span, condition: result }
      : ({ kind: 'Unary', span, operator: 'not', operand: result } satisfies Unary);
  }
  return result;
}

/** A comparison, and for how many years it holds: before it in Chinese, after it in English. */
function comparison(builder: Builder, node: Concrete): Expression {
  const compared = bareComparison(builder, node);
  if (keyword(node, 'forYears') === undefined) return compared;
  const years = yearsOf(builder, tokenOfType(node, T.NumberToken));
  return { kind: 'Running', span: spanToGap(builder, node, compared), condition: compared, years };
}

function bareComparison(builder: Builder, node: Concrete): Expression {
  const [first, second] = concretes(node);
  const subject = expression(builder, first);
  const running: readonly unknown[] = ['forYears', 'running'].flatMap((r) => keyword(node, r as 'forYears') ?? []);
  const sign = tokensOf(node).find((token) => !running.includes(token) && token.tokenType !== T.NumberToken);
  const each = child(node, 'eachFull');
  if (each !== undefined) {
    const over = second === each || second === undefined ? undefined : expression(builder, second);
    const step = expression(builder, child(each, 'operand'));
    const amount = expression(builder, child(each, 'factor'));
    return fullSteps(spanToGap(builder, node, amount), amount, step, subject, over);
  }
  if (second?.rule === 'bounded') {
    const ends = boundedRange(builder, second);
    return { kind: 'Between', span: spanToGap(builder, node, ends), subject, range: ends };
  }
  if (sign === undefined) return subject;
  const value = () => expression(builder, second);
  if (sign.tokenType === T.Equals) tellEquals(builder, sign);
  const operator = comparisonOperator(sign);
  if (operator !== undefined) return binary(subject, operator, value());
  const negatedIs = T.has(sign, 'isNot');
  const isEqual = T.has(sign, 'is') || sign.tokenType === T.Equals;
  if (negatedIs || (isEqual && (second !== undefined || !T.has(sign, 'in')))) {
    const right = value();
    return {
      kind: 'Is',
      span: spanToGap(builder, node, right),
      subject,
      negated: negatedIs,
      value: right,
    } satisfies Is;
  }
  if (T.has(sign, 'in') || T.has(sign, 'notIn')) {
    const members = group(node);
    return {
      kind: 'In',
      span: spanOfNode(builder, node),
      subject,
      negated: T.has(sign, 'notIn'),
      members: members ? buildNames(builder, members.entries) : [],
    } satisfies In;
  }
  const right = value();
  const ends: Range =
    right.kind === 'Range'
      ? right
      : {
          kind: 'Range',
          span: right.span,
          from: right,
          to: undefined,
          form: 'to',
          includesFrom: true,
          includesTo: true,
        };
  return { kind: 'Between', span: spanToGap(builder, node, ends), subject, range: ends };
}

/** 角色 = 牵头: `=` gives a value to a name, `is` asks for it. */
function tellEquals(builder: Builder, sign: IToken): void {
  const span = T.spanOf(sign);
  const edits = [{ span, text: ' is ' }];
  const fix = { title: { zh: '改为 is', en: 'Write is' }, edits };
  tell(
    builder,
    messages.foreignSign,
    span,
    { found: sign.image, meant: inBothKeywords({ zh: '为', en: 'is' }) },
    { fixes: [fix] },
  );
}

function comparisonOperator(token: IToken): ComparisonOperator | undefined {
  if (token.tokenType === T.Less || T.has(token, 'lessThan')) return '<';
  if (token.tokenType === T.LessEqual || T.has(token, 'notMoreThan')) return '<=';
  if (token.tokenType === T.Greater || T.has(token, 'moreThan')) return '>';
  if (token.tokenType === T.GreaterEqual || T.has(token, 'notLessThan')) return '>=';
  return undefined;
}

function range(builder: Builder, node: Concrete): Expression {
  const lead = keyword(node, 'upTo', 'atLeast');
  const best = child(node, 'best');
  if (best !== undefined) return expression(builder, best);
  const sums = childrenOf(node, 'sum');
  if (lead !== undefined) {
    const limit = expression(builder, sums[0]);
    const span = spanToGap(builder, node, limit);
    return T.has(lead, 'upTo') ? { kind: 'UpTo', span, limit } : { kind: 'AtLeast', span, limit };
  }
  const bounded = child(node, 'bounded');
  if (bounded !== undefined) return boundedRange(builder, bounded);
  const dots = tokenOfType(node, T.Dots);
  const to = keyword(node, 'to');
  const sign = dots ?? to;
  if (sign === undefined) return expression(builder, sums[0]);
  const before: (IToken | Concrete)[] = [];
  const after: (IToken | Concrete)[] = [];
  let side = before;
  for (const part of node.children) {
    if (part === sign) side = after;
    else side.push(part);
  }
  const from = ofSide(before);
  const upper = ofSide(after);
  const toExpression = upper === undefined && (to !== undefined || from === undefined) ? missing(builder) : upper;
  const range: Range = {
    kind: 'Range',
    span: spanToGap(builder, node, ...(toExpression ? [toExpression] : [])),
    from,
    to: toExpression,
    form: dots ? 'dots' : 'to',
    includesFrom: mark(before) ?? !dots?.text.startsWith('>'),
    includesTo: mark(after) ?? (dots === undefined || dots.text.endsWith('=')),
  };
  // 3%..7% of 设备费 is a share between 3% and 7%, not something between 3% and a sum of money.
  if (range.to?.kind === 'RateOf' && isRate(range.from) && isRate(range.to.rate)) {
    const { rate, base, span } = range.to;
    const share: Range = { ...range, span: { start: range.span.start, end: rate.span.end }, to: rate };
    return { kind: 'RateOf', span: cover(range.span, span), rate: share, base };
  }
  // 按 设备费 的 3%..7% puts the base first.
  if (range.from?.kind === 'RateOf' && isRate(range.from.rate) && isRate(range.to)) {
    const { rate, base } = range.from;
    const share: Range = { ...range, span: { start: rate.span.start, end: range.span.end }, from: rate };
    return { kind: 'RateOf', span: range.span, rate: share, base };
  }
  return range;

  function ofSide(parts: readonly (IToken | Concrete)[]): Expression | undefined {
    const sum = parts.find((part): part is Concrete => isConcrete(part));
    return sum && expression(builder, sum);
  }
  function mark(parts: readonly (IToken | Concrete)[]): boolean | undefined {
    for (const part of parts) {
      if (isConcrete(part)) continue;
      if (T.has(part, 'includingEnd')) return true;
      if (T.has(part, 'excludingEnd')) return false;
    }
    return undefined;
  }
}

/** 40万元以上 90万元以下: which end is which is in the words. */
function boundedRange(builder: Builder, node: Concrete): Range {
  const tokens = tokensOf(node) as T.Token[];
  const figures = tokens.filter((token) => token.number !== undefined);
  const words = tokens.filter((token) => token.number === undefined);
  let from: Expression | undefined;
  let to: Expression | undefined;
  let upperWord: '以下' | '以内' = '以下';
  words.forEach((word, i) => {
    const figure = figures[i];
    if (figure === undefined) return;
    const end = number(figure);
    const isLower = T.has(word, 'orMore');
    if (isLower ? from !== undefined : to !== undefined) {
      tell(builder, messages.sameBoundTwice, end.span, { word: word.image });
    } else if (isLower) from = end;
    else {
      to = end;
      upperWord = T.has(word, 'orLess') ? '以下' : '以内';
    }
  });
  const span = spanToGap(builder, node);
  return { kind: 'Range', span, from, to, form: 'words', includesFrom: true, includesTo: true, upperWord };
}

/** `6000元 per 硕士` */
function factor(builder: Builder, node: Concrete): Expression {
  let amount = expression(builder, child(node, 'operand'));
  const units = childrenOf(node, 'counted');
  const signs = tokensOf(node);
  signs.forEach((_, i) => {
    const counted = units[i];
    const [first, second] = counted ? childrenOf(counted, 'name') : [];
    const unit = name(builder, first);
    const of = second && name(builder, second);
    const limit = counted && child(counted, 'operand');
    const atMost = limit && expression(builder, limit);
    const span = counted ? cover(amount.span, spanToGap(builder, counted, unit)) : cover(amount.span, unit.span);
    amount = { kind: 'Per', span, amount, unit, of, atMost };
  });
  const steps = child(node, 'fullSteps');
  if (steps === undefined) return amount;
  const [step, of, over] = childrenOf(steps, 'atom').map((part) => expression(builder, part));
  return fullSteps(
    cover(amount.span, spanOfNode(builder, steps)),
    amount,
    step ?? missing(builder),
    of ?? missing(builder),
    over,
  );
}

function fullSteps(
  span: Expression['span'],
  amount: Expression,
  step: Expression,
  of: Expression,
  over: Expression | undefined,
): PerFull {
  return { kind: 'PerFull', span, amount, step, of, over };
}

function operand(builder: Builder, node: Concrete): Expression {
  const [first, second] = childrenOf(node, 'atom');
  let result = expression(builder, first);
  if (keyword(node, 'bandsAfter') !== undefined) result = bands(builder, node, result);
  // What is no name becomes one that is missing, which the checker leaves alone; the parser has told of it.
  if (child(node, 'ladderList') !== undefined) {
    result = ladder(builder, node, result.kind === 'NameExpression' ? result.name : name(builder, undefined));
  }
  if (keyword(node, 'of') !== undefined) {
    const base = expression(builder, second);
    result = { kind: 'RateOf', span: cover(result.span, base.span), rate: result, base };
  }
  for (const token of tokensOf(node).reverse()) {
    if (token.tokenType !== T.Minus) continue;
    result = { kind: 'Unary', span: cover(T.spanOf(token), result.span), operator: '-', operand: result };
  }
  return result;
}

/** `净收入 的 70%`: base first. */
function share(builder: Builder, node: Concrete): Expression {
  const [first, second] = childrenOf(node, 'operand');
  if (keyword(node, 'de') === undefined) return expression(builder, first);
  const base = expression(builder, first);
  const rate = expression(builder, second);
  return { kind: 'RateOf', span: spanToGap(builder, node, rate), rate, base };
}

function atom(builder: Builder, node: Concrete): Expression {
  const inner = concretes(node)[0];
  const token = tokensOf(node)[0] as T.Token | undefined;
  if (token?.tokenType === T.LParen) {
    const content = expression(builder, inner);
    return { kind: 'Parenthesised', span: spanToGap(builder, node, content), inner: content };
  }
  if (inner !== undefined) return expression(builder, inner);
  if (token === undefined) return missing(builder);
  const span = T.spanOf(token);
  if (token.number !== undefined) return number(token);
  if (token.tokenType === T.DateToken)
    return token.iso ? { kind: 'DateLiteral', span, iso: token.iso } : { kind: 'Missing', span };
  if (token.tokenType === T.TextToken) return text(token);
  if (T.has(token, 'yes') || T.has(token, 'no')) return { kind: 'BoolLiteral', span, value: T.has(token, 'yes') };
  if (T.has(token, 'none')) return { kind: 'None', span };
  return { kind: 'CaseByCase', span };
}

function accordingTo(builder: Builder, node: Concrete): Expression {
  const subject = expression(builder, child(node, 'sum'));
  if (keyword(node, 'respectively') === undefined) {
    const rate = expression(builder, child(node, 'atom'));
    return { kind: 'RateOf', span: spanToGap(builder, node, rate, subject), rate, base: subject };
  }
  const named =
    subject.kind === 'NameExpression' ? subject.name : { kind: 'Name' as const, span: subject.span, text: '' };
  return table(builder, node, named, child(node, 'otherwise'));
}

function table(builder: Builder, node: Concrete, subject: Table['subject'], rest: Concrete | undefined): Table {
  const rows = group(node);
  const built = rows ? buildRows(builder, rows.entries) : { rows: [], otherwise: undefined };
  const gap = { span: spanOfNode(builder, node) };
  return {
    kind: 'Table',
    span: spanToGap(builder, node, gap, subject),
    subject,
    rows: built.rows,
    otherwise: (rest && otherwise(builder, rest)) ?? built.otherwise,
  };
}

function reading(builder: Builder, node: Concrete): Reading {
  const found = group(node);
  const read = name(builder, child(node, 'name'));
  return {
    kind: 'Reading',
    span: spanToGap(builder, node, read),
    name: read,
    question: optionalText(node),
    options: found ? buildRows(builder, found.entries).rows : [],
  };
}

function isRate(e: Expression | undefined): boolean {
  return e?.kind === 'NumberLiteral' && (e.unit === 'percent' || e.unit === 'permille');
}
