import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { at, cover } from '../source/span.ts';
import {
  type Builder,
  child,
  childrenOf,
  keyword,
  name,
  names,
  spanOfNode,
  spanToGap,
  tell,
  text,
  tokenOfType,
  tokensOf,
} from './builder.ts';
import type { Concrete, EntryRule } from './concrete.ts';
import { explainEmptyEntry, explainFailure, explainLeftOver } from './explain.ts';
import { theGrammar } from './grammar.ts';
import { type Entries, isGroup } from './outline-lists.ts';
import * as T from './tokens.ts';
import type {
  BandRow,
  Bound,
  BuiltInType,
  Expression,
  Field,
  GivenFact,
  GivenValue,
  GivenYear,
  Name,
  ScheduleRow,
  TableRow,
  TargetEntry,
  Term,
  TypeReference,
} from './tree.ts';

/**
 * Reads every entry of a list by one rule, telling what is wrong with each; what could be read of a broken one is
 * given all the same.
 */
function each<R>(builder: Builder, entries: readonly Entries[], rule: EntryRule, make: (node: Concrete) => R): R[] {
  const made: R[] = [];
  const gap = builder.gap;
  for (const entry of entries) {
    if (entry.tokens.length === 0) explainEmptyEntry(builder, entry.end, rule);
    let tokens = entry.tokens;
    while (tokens.length > 0) {
      const reading = theGrammar().readEntry(rule, tokens);
      const last = tokens[reading.consumed - 1];
      builder.gap = last ? last.endOffset! + 1 : tokens[0]!.startOffset;
      const rest = tokens.slice(reading.consumed);
      const next = rest[0];
      let resume = false;
      if (!entry.quiet) {
        if (reading.failure) explainFailure(builder, reading.failure, tokens, reading.consumed, rule);
        else if (next !== undefined && T.canBeName(next) && (rule === 'member' || rest[1]?.tokenType === T.Colon)) {
          const fix = { title: { zh: '补上逗号', en: 'Add a comma' }, edits: [{ span: at(builder.gap), text: ', ' }] };
          const args = { before: last?.image ?? '', found: next.image };
          tell(builder, messages.missingSeparator, T.spanOf(next), args, { fixes: [fix] });
          resume = true;
        } else if (next !== undefined) explainLeftOver(builder, tokens, reading.consumed, rule);
      }
      if (reading.consumed > 0) made.push(make(reading.root));
      tokens = resume ? rest : [];
    }
  }
  builder.gap = gap;
  return made;
}

export function buildNames(builder: Builder, entries: readonly Entries[]): Name[] {
  return each(builder, entries, 'member', (node) => name(builder, child(node, 'name')));
}

export function buildFields(builder: Builder, entries: readonly Entries[]): Field[] {
  return each(builder, entries, 'field', (node) => {
    const labels = tokensOf(node).filter((token) => token.tokenType === T.TextToken);
    const basisAt = tokensOf(node).findIndex((token) => T.has(token, 'basis'));
    const basis = basisAt < 0 ? undefined : tokensOf(node)[basisAt + 1];
    const label = labels.find((token) => token !== basis);
    const value = tokenOfType(node, T.Equals) && builder.expression(child(node, 'expression'));
    const type = typeReference(builder, child(node, 'typeReference'));
    const fieldName = name(builder, child(node, 'name'));
    return {
      kind: 'Field',
      span: spanToGap(builder, node, fieldName, type, ...(value ? [value] : [])),
      name: fieldName,
      aliases: childrenOf(node, 'aliases').flatMap((part) => names(builder, child(part, 'nameList'))),
      type,
      signed: keyword(node, 'signed') !== undefined,
      byYear: keyword(node, 'yearly') !== undefined,
      basis: basis?.tokenType === T.TextToken ? text(basis) : undefined,
      label: label && text(label),
      value,
    };
  });
}

const builtIns: readonly BuiltInType[] = ['money', 'rate', 'count', 'date', 'duration', 'bool', 'key'];

export function typeReference(builder: Builder, node: Concrete | undefined): TypeReference {
  const list = node && keyword(node, 'listOf', 'listAfter');
  const typeName = name(builder, node && child(node, 'name'));
  if (node === undefined) return { kind: 'NamedType', span: typeName.span, builtIn: undefined, name: typeName };
  if (list !== undefined) return { kind: 'ListType', span: spanToGap(builder, node, typeName), of: typeName };
  const word = tokensOf(node)[0];
  const builtIn = word && builtIns.find((type) => T.has(word, type));
  if (word === undefined || builtIn === undefined) {
    return { kind: 'NamedType', span: typeName.span, builtIn: undefined, name: typeName };
  }
  const span = T.spanOf(word);
  return { kind: 'NamedType', span, builtIn, name: { kind: 'Name', span, text: builtIn } };
}

/** Rows of a table. Members may be apart by commas as well: 优秀, 良好: 13万元. */
export function buildRows(
  builder: Builder,
  entries: readonly Entries[],
): { rows: TableRow[]; otherwise: Expression | undefined } {
  let rest: Expression | undefined;
  let pending: Name[] = [];
  const rows: TableRow[] = [];
  entries.forEach((entry, i) => {
    const only = entry.tokens[0] as T.Token | undefined;
    const isMember = entry.comma && entry.tokens.length === 1 && T.canBeName(only) && i + 1 < entries.length;
    if (isMember && only !== undefined) {
      pending.push({ kind: 'Name', span: T.spanOf(only), text: only.text });
      return;
    }
    const before = pending;
    pending = [];
    each(builder, [entry], 'row', (node) => {
      const other = child(node, 'otherwise');
      if (other !== undefined) {
        rest ??= otherwise(builder, other);
        return;
      }
      const members = [...before, ...names(builder, child(node, 'nameList'))];
      const value = builder.expression(child(node, 'expression'));
      const span = spanToGap(builder, node, value, members[0]!);
      rows.push({ kind: 'TableRow', span, members, value });
    });
  });
  return { rows, otherwise: rest };
}

/** Rows of bands: a range and what is given in it. */
export function buildBands(
  builder: Builder,
  entries: readonly Entries[],
): { rows: BandRow[]; otherwise: Expression | undefined } {
  let rest: Expression | undefined;
  const rows: BandRow[] = [];
  each(builder, entries, 'band', (node) => {
    const other = child(node, 'otherwise');
    if (other !== undefined) {
      rest ??= otherwise(builder, other);
      return;
    }
    const band = builder.expression(child(node, 'range'));
    const value = builder.expression(child(node, 'expression'));
    rows.push({ kind: 'BandRow', span: spanToGap(builder, node, band, value), band, value });
  });
  return { rows, otherwise: rest };
}

export function buildFacts(builder: Builder, entries: readonly Entries[]): GivenFact[] {
  return each(builder, entries, 'fact', (node) => {
    const year = tokenOfType(node, T.NumberToken)?.number;
    const written = name(builder, child(node, 'name'));
    // The checker says that a number is no name of a fact.
    const factName = year ? { kind: 'Name' as const, span: spanOfNode(builder, node), text: year.written } : written;
    const value = givenValue(builder, child(node, 'item'), true);
    return { kind: 'GivenFact', span: cover(spanToGap(builder, node, value), factName.span), name: factName, value };
  });
}

/** `{ … }` as the value of a fact holds its years; as an item of a list, the facts of the item. */
function givenValue(builder: Builder, node: Concrete | undefined, ofFact = false): GivenValue {
  const braces = node && tokensOf(node).find(isGroup);
  if (braces === undefined) return builder.expression(node && child(node, 'expression'));
  const span = T.spanOf(braces);
  if (braces.tokenType === T.Braces) {
    const facts = buildFacts(builder, braces.entries);
    const years = ofFact ? yearsAmong(facts) : undefined;
    return years ? { kind: 'GivenYearly', span, years } : { kind: 'GivenRecord', span, facts };
  }
  const items = each(builder, braces.entries, 'item', (item) => givenValue(builder, item));
  return { kind: 'GivenList', span, items };
}

/** The entries as years, where all of them are. */
function yearsAmong(facts: readonly GivenFact[]): GivenYear[] | undefined {
  const years = facts.flatMap(({ name: { text }, value, span }): GivenYear[] => {
    const isEarlier = text === 'earlier' || text === '此前';
    const year = /^(\d{4})(?:[ \t]*年)?$/.exec(text)?.[1];
    if ((!isEarlier && year === undefined) || isGivenGroup(value)) return [];
    return [{ kind: 'GivenYear', span, year: isEarlier ? 'earlier' : Number(year), value }];
  });
  return years.length === facts.length && years.length > 0 ? years : undefined;
}

function isGivenGroup(value: GivenValue): value is Exclude<GivenValue, Expression> {
  return value.kind === 'GivenList' || value.kind === 'GivenRecord' || value.kind === 'GivenYearly';
}

export function buildScheduleRows(builder: Builder, entries: readonly Entries[]): ScheduleRow[] {
  const { rows, otherwise: rest } = buildOrdinalRows(builder, entries);
  if (rest !== undefined) tell(builder, messages.otherwiseInYears, rest.span, {});
  return rows;
}

/** `1: 90%, 2 to 4: 35%, otherwise: none` */
export function buildOrdinalRows(
  builder: Builder,
  entries: readonly Entries[],
): { rows: ScheduleRow[]; otherwise: Expression | undefined } {
  let rest: Expression | undefined;
  const rows: ScheduleRow[] = [];
  each(builder, entries, 'yearRow', (node) => {
    const other = child(node, 'otherwise');
    if (other !== undefined) {
      rest ??= otherwise(builder, other);
      return;
    }
    const [from = 0, to = from] = tokensOf(node).flatMap((token) => {
      const figure = (token as T.Token).number;
      // 2年 is read as 24 months.
      return figure ? [Number(figure.numerator / figure.denominator) / (figure.unit === 'months' ? 12 : 1)] : [];
    });
    const value = builder.expression(child(node, 'expression'));
    rows.push({ kind: 'ScheduleRow', span: spanToGap(builder, node, value), from, to, value });
  });
  return { rows, otherwise: rest };
}

export function buildTargets(builder: Builder, entries: readonly Entries[]): TargetEntry[] {
  return each(builder, entries, 'targetEntry', (node) => {
    const year = tokenOfType(node, T.NumberToken)?.number;
    const term = child(node, 'term');
    const figure = buildFigure(builder, child(node, 'figure'));
    return {
      kind: 'TargetEntry',
      span: spanToGap(builder, node, figure.value),
      year: term ? undefined : year && year.denominator === 1n ? Number(year.numerator) : 0,
      terms: term ? [buildTerm(builder, term)] : [],
      ...figure,
    };
  });
}

/** `at least 10家`, `1 to 2家`, 30名左右. */
export function buildFigure(
  builder: Builder,
  node: Concrete | undefined,
): Pick<TargetEntry, 'bound' | 'value' | 'upTo'> {
  const bound = node && keyword(node, 'roughlyClose') ? 'about' : boundOf(node && child(node, 'bound'));
  const value = builder.expression(node && child(node, 'range'));
  if (value.kind !== 'Range' || value.from === undefined) return { bound, value, upTo: undefined };
  return { bound, value: value.from, upTo: value.to };
}

export function buildTerm(builder: Builder, node: Concrete): Term {
  const span = spanOfNode(builder, node);
  const atom = child(node, 'atom');
  const value = atom && builder.expression(atom);
  if (atom === undefined) return { kind: 'Term', span, form: 'each-year', value };
  return { kind: 'Term', span, form: keyword(node, 'byYear') ? 'by' : 'within', value };
}

/** The value of `otherwise: …`, 其余不予. */
export function otherwise(builder: Builder, node: Concrete): Expression {
  const short = keyword(node, 'otherwiseNone');
  return short ? { kind: 'None', span: T.spanOf(short) } : builder.expression(child(node, 'expression'));
}

/** What a bound says; nothing said is the figure itself. */
export function boundOf(node: Concrete | undefined): Bound {
  if (node === undefined) return 'exactly';
  if (keyword(node, 'over')) return 'over';
  if (keyword(node, 'roughly')) return 'about';
  if (keyword(node, 'atLeast', 'notLessThan')) return 'at-least';
  return keyword(node, 'atMost', 'notMoreThan') ? 'at-most' : 'exactly';
}
