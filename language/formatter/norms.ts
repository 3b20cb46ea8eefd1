import type {
  Bar,
  Bound,
  Duty,
  Encourage,
  Entitle,
  Exempt,
  Expression,
  Hold,
  Modifier,
  Name,
  Norm,
  Oblige,
  Reckon,
  Reclaim,
  Recognise,
  Revoke,
  Target,
  TargetEntry,
  Term,
  Text,
} from '../syntax/tree.ts';
import { date, expression, firstNameOf, name, names } from './expressions.ts';
import { type Part, type Row, rows } from './layout.ts';
import { inOrder, ofCase } from './modifiers.ts';
import { type Doc, type Page, quoted, withComments } from './page.ts';
import { modifierParts, sentence, sentenceBeforeBlock } from './sentence.ts';
import { type NamePlace, nameAt, otherwiseSaid, type Words, word } from './words.ts';

/** Rights, duties and targets: what is said, then its modifiers. */
export function norm(node: Norm, page: Page): Doc {
  switch (node.kind) {
    case 'Recognise':
    case 'Exempt':
      return frontedSentence(node, act(node, page), page);
    case 'Target':
      return target(node, page);
    case 'Encourage':
      return encouragement(node, page);
    case 'Revoke':
      return frontedSentence(node, `${word('revoke', page.words)} ${said(node.what, page)}`, page);
    case 'Reclaim':
      return reclaim(node, page);
    case 'Bar':
      return frontedSentence(node, bar(node, page.words), page);
    case 'Entitle':
    case 'Hold':
    case 'Reckon':
    case 'Oblige':
      return sentence(page, node, subjectFirst(node, page), afterNorm(node.modifiers, page));
    default:
      return node satisfies never;
  }
}

/** `bar for 4 years`, 4年内不得申报. */
function bar({ years }: Bar, words: Words): string {
  const head = word('bar', words);
  if (years === undefined) return words.vocabulary === 'zh' ? otherwiseSaid('bar', '不得申报') : head;
  const term = duration(years, words);
  return words.vocabulary === 'zh' ? `${term}${head}` : `${head} ${word('forYears', words)} ${term}`;
}

/** `reclaim when 迁出 within 6 years`, `6年内 迁出 的，追回`. */
function reclaim(node: Reclaim, page: Page): Doc {
  const { words } = page;
  const head = word('reclaim', words);
  if (node.within === undefined) return frontedSentence(node, head, page);
  const term = duration(node.within, words);
  const { front, rest } = frontOf(node, page);
  if (front !== undefined) {
    const lead = [`${term}${word('withinClose', words)} `, front.doc];
    return sentence(page, node, lead, [{ node: front.node, doc: head }, ...rest]);
  }
  const within =
    words.vocabulary === 'zh' ? `${term}${word('withinClose', words)}` : `${word('within', words)} ${term}`;
  const [first, ...others] = rest;
  if (words.vocabulary === 'zh' || first?.node.kind !== 'When') return sentence(page, node, `${head} ${within}`, rest);
  return sentence(page, node, head, [{ node: first.node, doc: [first.doc, ` ${within}`] }, ...others]);
}

/** `5 years`, 5年: durations that the sentence says in its own words. */
function duration(value: Expression, words: Words): string {
  if (value.kind !== 'NumberLiteral' || value.unit !== 'months')
    return value.kind === 'NumberLiteral' ? value.written : '';
  const months = Number(value.numerator) / Number(value.denominator);
  const whole = months % 12 === 0;
  const count = whole ? months / 12 : months;
  if (words.vocabulary === 'zh') return `${count}${whole ? '年' : '个月'}`;
  return `${count} ${whole ? 'year' : 'month'}${count === 1 ? '' : 's'}`;
}

/** `each year`, `by 2028`, `within 5 years`; 每年, 到 2028年, 5年内. */
function term({ form, value }: Term, page: Page): string {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  if (form === 'each-year' || value === undefined) return word('eachYear', words);
  if (form === 'within') {
    const length = duration(value, words);
    return zh ? `${length}${word('withinClose', words)}` : `${word('within', words)} ${length}`;
  }
  const until = value.kind === 'DateLiteral' ? date(value, page) : yearOf(value, words);
  return `${word('byYear', words)} ${until}`;
}

function yearOf(value: Expression, words: Words): string {
  const year = value.kind === 'NumberLiteral' ? `${value.numerator / value.denominator}` : '';
  return words.vocabulary === 'zh' ? `${year}年` : year;
}

function terms(all: readonly Term[], page: Page): string {
  return all.map((one) => term(one, page)).join(' ');
}

/** `C 的，视同 …` in Chinese, where the condition can stand first; `recognise … when C` in English. */
function frontedSentence(node: Recognise | Exempt | Encourage | Revoke | Reclaim | Bar, said: Doc, page: Page): Doc {
  const { front, rest } = frontOf(node, page);
  const lead = node.kind === 'Encourage' ? withActComments(node, said, rest.length === 0, page) : said;
  if (front === undefined) return sentence(page, node, lead, rest);
  return sentence(page, node, front.doc, [{ node: front.node, doc: lead }, ...rest]);
}

/** The condition of a norm with its comments, where it stands first, and the other modifiers. */
function frontOf(
  node: Recognise | Exempt | Encourage | Target | Revoke | Reclaim | Bar,
  page: Page,
): { readonly front: Part | undefined; readonly rest: readonly Part[] } {
  const [first, ...others] = inOrder(node.modifiers, page.words);
  if (page.words.vocabulary === 'en' || first?.kind !== 'When') {
    return { front: undefined, rest: afterNorm(node.modifiers, page) };
  }
  page.comments.handOver(first, 'before', node, 'before');
  const doc = withComments(page, first, fronted(first.condition, page));
  return { front: { node: first, doc }, rest: afterNorm(others, page) };
}

function withActComments(node: Encourage, said: Doc, last: boolean, page: Page): Doc {
  if (last) page.comments.handOver(node.act, 'after', node, 'after');
  return withComments(page, node.act, said);
}

/** Modifiers after what a norm says; the Chinese condition needs its head there: `…，当 C`. */
function afterNorm(modifiers: readonly Modifier[], page: Page): readonly Part[] {
  return modifierParts(modifiers, page, 'headed');
}

/**
 * A condition before its statement: `C 的`. Only a name can begin a statement without being its head, so any other
 * condition is put as `符合 C 条件的`.
 */
export function fronted(condition: Expression, page: Page): Doc {
  const { words } = page;
  const first = firstNameOf(condition, words);
  if (first && nameAt(first.text, 'first') === nameAt(first.text, 'operand')) return ofCase(condition, page);
  return [`${word('meetsOpen', words)} `, expression(condition, page), ` ${word('meetsClose', words)}`];
}

/** A norm as the act that someone may do or is encouraged to do: its head first, in both vocabularies. */
function act(node: Recognise | Exempt | Entitle | Reckon, page: Page): Doc {
  const { words } = page;
  switch (node.kind) {
    case 'Recognise':
      return `${word('recognise', words)} ${said(node.subject, page)} ${word('as', words)} ${said(node.as, page)}`;
    case 'Exempt': {
      const from = words.vocabulary === 'zh' ? word('de', words) : word('from', words);
      return `${word('exempt', words)} ${name(node.party)} ${from} ${said(node.from, page)}`;
    }
    case 'Entitle': {
      const to = words.vocabulary === 'zh' ? '' : ` ${word('to', words)}`;
      return [`${word('entitle', words)} ${name(node.party)}${to} `, bounded(node, page)];
    }
    case 'Reckon':
      return words.vocabulary === 'zh'
        ? [`${word('reckon', words)} ${said(node.of, page)} ${word('de', words)} `, ...reckoned(node, page)]
        : [`${word('reckon', words)} `, ...reckoned(node, page)];
    default:
      return node satisfies never;
  }
}

/** A norm about someone: in Chinese the one it is about stands first. */
function subjectFirst(node: Entitle | Hold | Reckon | Oblige, page: Page): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  switch (node.kind) {
    case 'Entitle':
      return zh
        ? [`${nameAt(node.party.text, 'first')} ${word('entitle', words)} `, bounded(node, page)]
        : act(node, page);
    case 'Reckon': {
      if (!zh) return act(node, page);
      const subject = node.of.kind === 'Name' ? nameAt(node.of.text, 'first') : quoted(node.of, page);
      return [`${subject} ${word('reckon', words)} `, ...reckoned(node, page)];
    }
    case 'Hold': {
      const subject = said(node.subject, page, zh ? 'first' : 'elsewhere');
      const head = word('hold', words);
      if (!zh) return [`${head} ${subject} ${word('to', words)} `, bounded(node, page)];
      // 应不高于 is one run; 应 约 would be a name.
      const apart = node.bound === 'about' || node.bound === 'exactly' ? ' ' : '';
      return [`${subject} ${head}${apart}`, bounded(node, page)];
    }
    case 'Oblige':
      return oblige(node, page);
    default:
      return node satisfies never;
  }
}

/** `at least 70% of 净收入`, `不低于 净收入 的 70%`. */
function bounded({ bound, share, of }: Entitle | Hold, page: Page): Doc {
  const { words } = page;
  const head = `${boundWord(bound, words)} `;
  const rate = expression(share, page, of ? 'atom' : 'operand');
  if (of === undefined) return [head, rate];
  return words.vocabulary === 'zh'
    ? [head, expression(of, page, 'operand'), ` ${word('de', words)} `, rate]
    : [head, rate, ` ${word('of', words)} `, expression(of, page, 'atom')];
}

function boundWord(bound: Bound, words: Words): string {
  const zh = words.vocabulary === 'zh';
  switch (bound) {
    case 'at-least':
      return word(zh ? 'notLessThan' : 'atLeast', words);
    case 'at-most':
      return word(zh ? 'notMoreThan' : 'atMost', words);
    case 'exactly':
      return word('exactly', words);
    case 'over':
      return word('over', words);
    case 'about':
      return word('roughly', words);
    default:
      return bound satisfies never;
  }
}

/** `50% of 现金奖励 as 工资薪金`, `50% 计入 工资薪金`: the base stands before, in Chinese. */
function reckoned({ share, of, as }: Reckon, page: Page): Doc[] {
  const { words } = page;
  const base = words.vocabulary === 'zh' ? '' : ` ${word('of', words)} ${said(of, page, 'operand')}`;
  return [expression(share, page, 'atom'), `${base} ${word('reckonAs', words)} ${said(as, page)}`];
}

/** `oblige 市科技局 to "…" each year`, `市科技局 应当 每年 “…”`. */
function oblige({ bearers, duties, terms: when }: Oblige, page: Page): Doc {
  const { words } = page;
  const separator = words.vocabulary === 'zh' ? words.comma : ', ';
  const what = duties.flatMap((one, i) => [i > 0 ? separator : '', duty(one, page)]);
  const term = when.length > 0 ? terms(when, page) : '';
  if (words.vocabulary === 'en') {
    const who = bearers.length > 0 ? ` ${names(bearers, words)}` : '';
    return [`${word('oblige', words)}${who} ${word('to', words)} `, ...what, term === '' ? '' : ` ${term}`];
  }
  return [`${subjects(bearers, words)}${word('oblige', words)} ${term === '' ? '' : `${term} `}`, ...what];
}

/** `at least 1场 "交流活动"`, `不少于 1场 “交流活动”`. */
function duty({ bound, figure, upTo, what }: Duty, page: Page): Doc {
  const { words } = page;
  if (figure === undefined) return said(what, page);
  return [figureOf({ bound, value: figure, upTo }, page, dutyBound(bound, words)), ` ${said(what, page)}`];
}

/** 不少于 1场, 至多 2家: a duty is counted, where a share is compared. */
function dutyBound(bound: Bound, words: Words): string {
  if (words.vocabulary === 'en') return boundWord(bound, words);
  if (bound === 'at-least') return word('atLeast', words);
  return bound === 'at-most' ? word('atMost', words) : boundWord(bound, words);
}

/** Who bears a duty or a right, before the Chinese head. */
function subjects(bearers: readonly Name[], words: Words): string {
  const [first, ...rest] = bearers.map((bearer) => nameAt(bearer.text, 'first'));
  return first === undefined ? '' : `${[first, ...rest].join(words.listComma)} `;
}

/** `encourage 高校 to "…"`, `may 高校 to recognise …`; 鼓励 高校 “…”, 高校 可以 视同 …. */
function encouragement(node: Encourage, page: Page): Doc {
  const { words } = page;
  const what = node.act.kind === 'Text' ? quoted(node.act, page) : actOf(node.act, page);
  const head = word(node.modality, words);
  if (words.vocabulary === 'zh' && node.modality === 'may') {
    const said = withActComments(node, what, node.modifiers.length === 0, page);
    return sentence(page, node, [`${subjects(node.bearers, words)}${head} `, said], afterNorm(node.modifiers, page));
  }
  const who = node.bearers.length > 0 ? ` ${names(node.bearers, words)}` : '';
  const to = words.vocabulary === 'en' ? ` ${word('to', words)}` : '';
  return frontedSentence(node, [`${head}${who}${to} `, what], page);
}

function actOf(node: Norm, page: Page): Doc {
  switch (node.kind) {
    case 'Recognise':
    case 'Exempt':
    case 'Entitle':
    case 'Reckon':
      return act(node, page);
    case 'Target':
    case 'Oblige':
    case 'Encourage':
    case 'Hold':
    case 'Revoke':
    case 'Reclaim':
    case 'Bar':
      return norm(node, page);
    default:
      return node satisfies never;
  }
}

/** `target 技术合同成交额 by 市科技局 { 2023: over 700亿元 }`: its modifiers stand before the block. */
function target(node: Target, page: Page): Doc {
  const { words } = page;
  const onLine = node.line && withComments(page, node.line, lineOf(node.line, page));
  const lead: Doc = [`${word('target', words)} ${said(node.figure, page)}`, onLine ? [' ', onLine] : ''];
  const { front, rest } = frontOf(node, page);
  const hasBlock = node.entries.length > 0 || onLine === undefined || page.comments.has(node, 'closing');
  const [head, parts] = front === undefined ? [lead, rest] : [front.doc, [{ node: front.node, doc: lead }, ...rest]];
  if (!hasBlock) return sentence(page, node, head, parts);
  return sentenceBeforeBlock(page, node, head, parts, () =>
    rows(
      page,
      node,
      node.entries.map((entry) => targetRow(entry, page)),
    ),
  );
}

/** `about 30名 each year`, `每年 约 30名`. */
function lineOf(entry: TargetEntry, page: Page): Doc {
  const when = terms(entry.terms, page);
  const figure = figureOf(entry, page);
  if (when === '') return figure;
  return page.words.vocabulary === 'zh' ? [`${when} `, figure] : [figure, ` ${when}`];
}

function figureOf(
  { bound, value, upTo }: Pick<TargetEntry, 'bound' | 'value' | 'upTo'>,
  page: Page,
  bounding = boundWord(bound, page.words),
): Doc {
  const { words } = page;
  const head = bound === 'exactly' ? '' : `${bounding} `;
  const upper = upTo ? [` ${word('to', words)} `, expression(upTo, page, 'sum')] : '';
  return [head, expression(value, page, 'sum'), upper];
}

function targetRow(entry: TargetEntry, page: Page): Row {
  const year = `${entry.year}${page.words.vocabulary === 'zh' ? '年' : ''}`;
  const head = entry.year === undefined ? terms(entry.terms, page) : year;
  return { node: entry, head, value: figureOf(entry, page) };
}

/** A thing of the text: a name, or a string where it has none. */
export function said(node: Name | Text, page: Page, place: NamePlace = 'elsewhere'): string {
  return node.kind === 'Text' ? quoted(node, page) : nameAt(node.text, place);
}
