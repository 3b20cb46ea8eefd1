import type { IToken } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { cover, type Span } from '../source/span.ts';
import { buildRows } from './build-entries.ts';
import { buildCovers, buildDeadline, buildEachYear, buildLess } from './build-history.ts';
import { group, number } from './build-literals.ts';
import {
  type Builder,
  child,
  childrenOf,
  concretes,
  keyword,
  name,
  names,
  spanOfNode,
  spanToGap,
  tell,
  textIn,
  tokenOfType,
  tokensOf,
} from './builder.ts';
import type { Concrete } from './concrete.ts';
import * as T from './tokens.ts';
import type {
  AtOnce,
  Cap,
  Expression,
  Instead,
  ItemQuota,
  Modifier,
  Name,
  NumberLiteral,
  Period,
  PerYear,
  Plus,
  Quota,
  Rank,
  Share,
  Times,
} from './tree.ts';
import { unglued, withoutAfter } from './unglue.ts';

/** What stands in a benefit, a norm or a header, in source order: modifiers, and amounts. */
export type Item = Modifier | { readonly kind: 'Amount'; readonly span: Span; readonly amount: Expression };

/** The parts of an `items` or `modifiers` rule, in source order. */
export function buildItems(builder: Builder, node: Concrete): Item[] {
  const found: Item[] = [];
  for (const part of concretes(node)) {
    const item = part.rule === 'part' ? partItem(builder, part) : modifier(builder, part);
    // C 的，提高 1 个百分点: the condition before it is its own.
    const before = found.at(-1);
    if (item !== undefined && isUplift(item) && item.condition === undefined && before?.kind === 'When') {
      found.pop();
      found.push({ ...item, span: cover(before.span, item.span), condition: before.condition });
      continue;
    }
    if (item !== undefined) found.push(item);
  }
  return found;
}

function isUplift(item: Item): item is Plus | Times | Instead | AtOnce {
  return item.kind === 'AtOnce' || item.kind === 'Plus' || item.kind === 'Times' || item.kind === 'Instead';
}

function partItem(builder: Builder, node: Concrete): Item | undefined {
  const inner = child(node, 'expression');
  if (keyword(node, 'de') !== undefined) return condition(builder, node, inner);
  const amount = builder.expression(inner);
  return { kind: 'Amount', span: spanToGap(builder, node, amount), amount };
}

function condition(builder: Builder, node: Concrete, inner: Concrete | undefined): Modifier {
  const found = builder.expression(inner);
  return { kind: 'When', span: spanToGap(builder, node, found), condition: found };
}

/** `C 的，` or 符合 C 条件的 before a statement, as its condition. */
export function buildFront(builder: Builder, node: Concrete): Modifier | undefined {
  const part = concretes(node)[0];
  return part && condition(builder, part, child(part, 'expression'));
}

/** One modifier; undefined where the rule is of none. */
export function modifier(builder: Builder, node: Concrete): Modifier | undefined {
  const span = spanOfNode(builder, node);
  const covering = (...parts: readonly { readonly span: Span }[]) => spanToGap(builder, node, ...parts);
  switch (node.rule) {
    case 'clause': {
      const label = textIn(builder, node);
      return { kind: 'Clause', span: covering(label), label };
    }
    case 'note': {
      const text = textIn(builder, node);
      return { kind: 'Note', span: covering(text), text };
    }
    case 'about': {
      const matter = name(builder, child(node, 'name'));
      return { kind: 'About', span: covering(matter), matter };
    }
    case 'by': {
      const listed = child(node, 'portions');
      const shares = listed ? portions(builder, listed) : [];
      const agencies = listed ? shares.map((share) => share.name) : names(builder, child(node, 'nameList'));
      const whole = covering(agencies[0]!, agencies.at(-1)!);
      if (keyword(node, 'borneClose')) return { kind: 'BorneBy', span: whole, shares };
      if (keyword(node, 'decidedClose')) return { kind: 'DecidedBy', span: whole, agencies };
      return { kind: 'By', span: whole, agencies };
    }
    case 'decidedBy': {
      const agencies = names(builder, child(node, 'nameList'));
      return { kind: 'DecidedBy', span: covering(agencies[0]!, agencies.at(-1)!), agencies };
    }
    case 'stages': {
      const found = group(node);
      return { kind: 'Stages', span, rows: found ? buildRows(builder, found.entries).rows : [] };
    }
    case 'atOnce': {
      const when = child(node, 'when');
      const found = when && builder.expression(child(when, 'expression'));
      return { kind: 'AtOnce', span: covering(...(found ? [found] : [])), condition: found };
    }
    case 'payTo':
    case 'borneBy': {
      const shares = portions(builder, child(node, 'portions'));
      const whole = covering(...shares);
      return { kind: node.rule === 'payTo' ? 'PaidTo' : 'BorneBy', span: whole, shares };
    }
    case 'when':
      return condition(builder, node, child(node, 'expression'));
    case 'cap':
      return cap(builder, node);
    case 'floor': {
      const amount = builder.expression(child(node, 'operand'));
      return { kind: 'Floor', span: covering(amount), amount };
    }
    case 'plus':
    case 'times':
    case 'instead':
      return uplift(builder, node);
    case 'after':
    case 'selectedBy': {
      const written = name(builder, child(node, 'name'));
      const head = tokensOf(node)[0];
      const isOpen = head?.image === '经' && keyword(node, 'afterClose', 'selectClose') === undefined;
      const process = isOpen ? withoutAfter(builder, written) : written;
      const selected = node.rule === 'selectedBy' || keyword(node, 'selectClose') !== undefined;
      return { kind: selected ? 'SelectedBy' : 'After', span: covering(written), process };
    }
    case 'from': {
      const budget = name(builder, child(node, 'name'));
      return { kind: 'PaysFrom', span: covering(budget), budget };
    }
    case 'quota':
      return quota(builder, node);
    case 'itemQuota':
      return itemQuota(builder, node);
    case 'sharing': {
      if (keyword(node, 'proRata')) return { kind: 'Sharing', span, rule: 'pro-rata', fact: undefined };
      const fact = name(builder, child(node, 'name'));
      return { kind: 'Sharing', span: covering(fact), rule: 'in-order', fact };
    }
    case 'onceEver':
      return { kind: 'OnceEver', span };
    case 'paidAtOnce':
      return { kind: 'PaidAtOnce', span };
    case 'perYear':
      return { kind: 'PerYear', span };
    case 'eachYearFor':
      return buildEachYear(builder, node);
    case 'covers':
      return buildCovers(builder, node);
    case 'deadline':
      return buildDeadline(builder, node);
    case 'less':
      return buildLess(builder, node);
    case 'stray': {
      const word = tokensOf(node)[0] as IToken;
      const fixes = [
        { title: { zh: '改为 仅享受一次', en: 'Only once ever' }, edits: [{ span, text: '仅享受一次' }] },
        { title: { zh: '改为 一次性拨付', en: 'Paid in one go' }, edits: [{ span, text: '一次性拨付' }] },
      ];
      tell(builder, messages.onceOrAtOnce, span, {}, { fixes });
      return { kind: 'Stray', span, word: word.image };
    }
    default:
      return undefined;
  }
}

function portions(builder: Builder, node: Concrete | undefined): Share[] {
  return (node ? childrenOf(node, 'portion') : []).map((part): Share => {
    const whose = name(builder, child(part, 'name'));
    const open = child(part, 'undecided');
    const figure = tokenOfType(part, T.NumberToken) as T.Token | undefined;
    const share = open ? builder.expression(open) : figure && number(figure);
    return { kind: 'Share', span: spanToGap(builder, part, whose), name: whose, share };
  });
}

/** `7个` counts in nothing but itself: the word says no more than the figure. */
function quota(builder: Builder, node: Concrete): Quota {
  const n = builder.expression(child(node, 'operand'));
  const ranks = ranksOf(builder, node);
  const counted = n.kind === 'NumberLiteral' && n.named !== undefined && /^[个名家项人]$/.test(n.named.text);
  return {
    kind: 'Quota',
    span: spanToGap(builder, node, n, ...ranks),
    n: counted ? { ...n, unit: 'none', named: undefined, written: n.written.slice(0, -1) } : n,
    perYear: keyword(node, 'perYear') !== undefined,
    ranks,
  };
}

function ranksOf(builder: Builder, node: Concrete): Rank[] {
  return childrenOf(node, 'rank').map((part): Rank => {
    const fact = name(builder, child(part, 'name'));
    const order = keyword(part, 'rankedBy', 'highestFirst') ? 'highest-first' : 'lowest-first';
    return { kind: 'Rank', span: spanToGap(builder, part, fact), fact, order };
  });
}

/** Of 3个项目 the unit names what is counted. */
function itemQuota(builder: Builder, node: Concrete): ItemQuota {
  const figure = tokenOfType(node, T.NumberToken) as T.Token | undefined;
  const written = figure && number(figure);
  const unit = written?.kind === 'NumberLiteral' ? written.named : undefined;
  const listed = unit && listIn(unit);
  const bare =
    written && unit
      ? { ...written, unit: 'none' as const, named: undefined, written: written.written.slice(0, -unit.text.length) }
      : written;
  const head = tokensOf(node)[0];
  const given = childrenOf(node, 'name').map((part) => name(builder, part));
  const isBefore = T.has(head, 'samePer');
  const [first, second] = given;
  const list = listed ?? (isBefore ? second : first) ?? name(builder, undefined);
  const per = listed ? first : isBefore ? first : second;
  const ranks = ranksOf(builder, node);
  const n = bare ?? builder.expression(undefined);
  return {
    kind: 'ItemQuota',
    span: spanToGap(builder, node, n, list, ...(per ? [per] : []), ...ranks),
    n,
    list,
    per,
    perYear: keyword(node, 'perYear') !== undefined,
    ranks,
  };
}

function listIn({ text, span }: NonNullable<NumberLiteral['named']>): Name | undefined {
  const rest = /^[个家名]?(.+)$/u.exec(text)?.[1] ?? text;
  return /^[个名家项人]$/u.test(text)
    ? undefined
    : { kind: 'Name', span: { start: span.end - rest.length, end: span.end }, text: rest };
}

function uplift(builder: Builder, node: Concrete): Plus | Times | Instead {
  const when = child(node, 'when');
  const figure = builder.expression(child(node, 'operand') ?? child(node, 'sum'));
  const condition = when && builder.expression(child(when, 'expression'));
  const span = spanToGap(builder, node, figure, ...(condition ? [condition] : []));
  if (node.rule === 'instead') return { kind: 'Instead', span, amount: figure, condition };
  if (node.rule === 'plus') {
    return { kind: 'Plus', span, points: figure, inPoints: keyword(node, 'points') !== undefined, condition };
  }
  return { kind: 'Times', span, factor: keyword(node, 'raisedBy') ? factorOf(figure) : figure, condition };
}

/** 上浮 30%: 1.3. */
function factorOf(figure: Expression): Expression {
  if (figure.kind !== 'NumberLiteral' || (figure.unit !== 'percent' && figure.unit !== 'permille')) return figure;
  const { numerator, denominator } = figure;
  return {
    ...figure,
    unit: 'none',
    numerator: numerator + denominator,
    written: decimal(numerator + denominator, denominator),
  };
}

/** A fraction whose denominator divides a power of ten, as a decimal. */
function decimal(numerator: bigint, denominator: bigint): string {
  let digits = 0;
  let scale = 1n;
  while (scale % denominator !== 0n && digits < 80) {
    scale *= 10n;
    digits += 1;
  }
  const whole = ((numerator * scale) / denominator).toString().padStart(digits + 1, '0');
  return digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}

function cap(builder: Builder, node: Concrete): Cap {
  const amount = builder.expression(child(node, 'operand'));
  let subject: Name | undefined;
  let period: Period | undefined;
  for (const scope of childrenOf(node, 'capScope')) {
    if (keyword(scope, 'perYear')) period = 'year';
    else if (keyword(scope, 'inTotal')) period = 'total';
    else subject = name(builder, child(scope, 'name'));
  }
  return {
    kind: 'Cap',
    span: spanToGap(builder, node, amount, ...(subject ? [subject] : [])),
    amount,
    subject,
    period,
  };
}

/**
 * The one amount of a benefit and its modifiers. 最高 beside another amount is a cap, and the drafter is told so. A
 * second amount is an error that names both, unless the statement is in trouble anyhow.
 */
export function splitItems(
  builder: Builder,
  items: readonly Item[],
  troubled: boolean,
): { amount: Expression | undefined; modifiers: Modifier[] } {
  const { parts, amounts } = ungluedItems(builder, items);
  const formula = amounts.find((item) => item.amount.kind !== 'UpTo') ?? amounts[0];
  const modifiers: Modifier[] = [];
  const joined = new Set<Item>();
  parts.forEach((item, i) => {
    if (item.kind !== 'Amount') {
      modifiers.push(item);
      return;
    }
    if (item === formula) return;
    if (item.amount.kind === 'UpTo' && formula?.amount.kind !== 'UpTo') {
      const beside = [parts[i - 1], parts[i + 1]].find(
        (other) => other?.kind === 'PerYear' && touches(builder, other, item),
      );
      if (beside !== undefined) joined.add(beside);
      modifiers.push(capOf(builder, item.span, item.amount.limit, beside as PerYear | undefined));
      return;
    }
    if (troubled) return;
    const related = {
      file: builder.file,
      span: formula!.span,
      message: { zh: '前一个金额在这里', en: 'the first amount is here' },
    };
    tell(builder, messages.twoAmounts, item.span, {}, { related: [related] });
  });
  return { amount: formula?.amount, modifiers: modifiers.filter((found) => !joined.has(found)) };
}

type Amount = Extract<Item, { kind: 'Amount' }>;

/** Beside another amount, 订单式培养的 is a condition. */
function ungluedItems(builder: Builder, items: readonly Item[]): { parts: Item[]; amounts: Amount[] } {
  const isAmount = (item: Item): item is Amount => item.kind === 'Amount';
  const several = items.filter(isAmount).length > 1;
  const parts = items.map((item) => {
    if (!several || !isAmount(item) || item.amount.kind !== 'NameExpression') return item;
    return unglued(builder, item.amount.name) ?? item;
  });
  return { parts, amounts: parts.filter(isAmount) };
}

function touches(builder: Builder, a: { readonly span: Span }, b: { readonly span: Span }): boolean {
  const [start, end] = a.span.end <= b.span.start ? [a.span.end, b.span.start] : [b.span.end, a.span.start];
  return builder.text.slice(start, end).trim() === '';
}

function capOf(builder: Builder, span: Span, limit: Expression, year: PerYear | undefined): Cap {
  const whole = year ? cover(span, year.span) : span;
  const amount = limit.kind === 'Per' ? limit.amount : limit;
  const written = builder.text.slice(limit.span.start, limit.span.end);
  const head = { start: span.start, end: limit.span.start };
  const isHan = /\p{Script=Han}/u.test(builder.text.slice(head.start, head.end));
  const fix = {
    title: { zh: '改为封顶', en: 'Write cap' },
    edits: [{ span: head, text: isHan ? '最高不超过 ' : 'cap ' }],
  };
  tell(builder, messages.upToAsCap, span, { amount: written }, { fixes: [fix] });
  const subject = limit.kind === 'Per' ? limit.unit : undefined;
  return { kind: 'Cap', span: whole, amount, subject, period: year ? 'year' : undefined };
}
