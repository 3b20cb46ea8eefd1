import { buildOrdinalRows, buildScheduleRows } from './build-entries.ts';
import { group, number } from './build-literals.ts';
import { type Builder, child, childrenOf, keyword, name, spanToGap, tokenOfType, tokensOf } from './builder.ts';
import type { Concrete } from './concrete.ts';
import { isGroup } from './outline-lists.ts';
import * as T from './tokens.ts';
import type {
  AwardReference,
  Covers,
  DateLiteral,
  Deadline,
  EachYear,
  Expression,
  GivenAward,
  Less,
  Missing,
  Nth,
} from './tree.ts';

/** Facts of other years. */
export function buildHistory(builder: Builder, node: Concrete): Expression {
  const fact = name(builder, child(node, 'name'));
  const limit = child(node, 'atom');
  const years = tokenOfType(node, T.NumberToken);
  const span = spanToGap(builder, node, fact);
  if (keyword(node, 'lastYears')) return { kind: 'LastYear', span, fact };
  if (keyword(node, 'sumOf', 'recent')) return { kind: 'YearsSum', span, fact, years: yearsOf(builder, years) };
  if (keyword(node, 'growthRateOf', 'growthRateAfter')) return { kind: 'GrowthRate', span, fact };
  const isPart = limit !== undefined || keyword(node, 'beyond') !== undefined;
  const beyond = isPart ? builder.expression(limit) : undefined;
  return { kind: 'Growth', span: spanToGap(builder, node, fact, ...(beyond ? [beyond] : [])), fact, beyond };
}

export function yearsOf(builder: Builder, token: T.Token | undefined): Expression {
  return token?.number ? number(token) : missingAt(builder);
}

function missingAt(builder: Builder): Missing {
  return { kind: 'Missing', span: { start: builder.gap, end: builder.gap } };
}

export function buildAwardReference(builder: Builder, node: Concrete | undefined): AwardReference {
  const text = node && tokenOfType(node, T.TextToken);
  const path = node && child(node, 'path');
  const parts = path ? childrenOf(path, 'name').map((part) => name(builder, part)) : [];
  if (text !== undefined) {
    const span = T.spanOf(text);
    return { kind: 'AwardReference', span, path: [], text: { kind: 'Text', span, value: text.text } };
  }
  const last = parts.at(-1) ?? name(builder, undefined);
  const span = { start: parts[0]?.span.start ?? last.span.start, end: last.span.end };
  return { kind: 'AwardReference', span, path: parts.length > 0 ? parts : [last], text: undefined };
}

export function buildHad(builder: Builder, node: Concrete): Expression {
  const award = buildAwardReference(builder, child(node, 'awardReference'));
  return { kind: 'Had', span: spanToGap(builder, node, award), award };
}

export function buildSchedule(builder: Builder, node: Concrete): Expression {
  const start = name(builder, child(node, 'name'));
  const rows = group(node);
  return {
    kind: 'Schedule',
    span: spanToGap(builder, node, start),
    years: yearsOf(builder, tokenOfType(node, T.NumberToken)),
    start,
    rows: rows ? buildScheduleRows(builder, rows.entries) : [],
  };
}

export function buildEachYear(builder: Builder, node: Concrete): EachYear {
  const start = name(builder, child(node, 'name'));
  const years = yearsOf(builder, tokenOfType(node, T.NumberToken));
  return { kind: 'EachYear', span: spanToGap(builder, node, start, years), years, start };
}

/** `nth R per K { 1: 90%, otherwise: none }` */
export function buildNth(builder: Builder, node: Concrete): Nth {
  const found = tokensOf(node).find(isGroup);
  const [list, per] = childrenOf(node, 'name').map((part) => name(builder, part));
  const rows =
    found?.tokenType === T.Braces ? buildOrdinalRows(builder, found.entries) : { rows: [], otherwise: undefined };
  const whose = list ?? name(builder, undefined);
  return {
    kind: 'Nth',
    span: spanToGap(builder, node, whose),
    list: whose,
    per,
    perYear: keyword(node, 'perYear') !== undefined,
    ...rows,
  };
}

/** `covers events by D from A to B` */
export function buildCovers(builder: Builder, node: Concrete): Covers {
  const date = name(builder, child(node, 'name'));
  const [from, to] = tokensOf(node).flatMap((token): DateLiteral[] => {
    const { iso } = token as T.Token;
    return iso === undefined ? [] : [{ kind: 'DateLiteral', span: T.spanOf(token), iso }];
  });
  return { kind: 'Covers', span: spanToGap(builder, node, date), date, from, to };
}

/** `apply within 8 months of D on E` */
export function buildDeadline(builder: Builder, node: Concrete): Deadline {
  const length = builder.expression(child(node, 'atom'));
  const [since, on] = childrenOf(node, 'name').map((part) => name(builder, part));
  const start = since ?? name(builder, undefined);
  return {
    kind: 'Deadline',
    span: spanToGap(builder, node, length, start, ...(on ? [on] : [])),
    length,
    since: start,
    on,
  };
}

export function buildLess(builder: Builder, node: Concrete): Less {
  const named = child(node, 'awardReference');
  const award = named && buildAwardReference(builder, named);
  return { kind: 'Less', span: spanToGap(builder, node, ...(award ? [award] : [])), award };
}

/** `had 建设奖 = 50万元 in 2025` */
export function buildGivenAward(builder: Builder, node: Concrete, span: GivenAward['span']): GivenAward {
  const nothing = { kind: 'GivenAward', span, item: undefined, year: undefined, date: undefined } as const;
  if (keyword(node, 'hadNothing')) return { ...nothing, award: undefined, amount: undefined };
  const item = tokensOf(node).find(isGroup)?.entries[0]?.tokens[0] as T.Token | undefined;
  const year = tokenOfType(node, T.NumberToken)?.number;
  const date = tokenOfType(node, T.DateToken);
  return {
    ...nothing,
    award: buildAwardReference(builder, child(node, 'awardReference')),
    item: item?.number?.denominator === 1n ? Number(item.number.numerator) : undefined,
    amount: builder.expression(child(node, 'sum')),
    year: year?.denominator === 1n ? Number(year.numerator) : undefined,
    date: date?.iso ? { kind: 'DateLiteral', span: T.spanOf(date), iso: date.iso } : undefined,
  };
}
