import type {
  Encourage,
  Entitle,
  Exempt,
  Expression,
  Modifier,
  Name,
  Norm,
  Oblige,
  Reckon,
  Recognise,
  ShareBound,
  Target,
  TargetEntry,
  Text,
} from '../syntax/tree.ts';
import { expression, firstNameOf, name, names } from './expressions.ts';
import { type Part, type Row, rows } from './layout.ts';
import { inOrder, ofCase } from './modifiers.ts';
import { type Doc, type Page, quoted, withComments } from './page.ts';
import { modifierParts, sentence, sentenceBeforeBlock } from './sentence.ts';
import { type NamePlace, nameAt, type Words, word } from './words.ts';

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
    case 'Entitle':
    case 'Reckon':
    case 'Oblige':
      return sentence(page, node, subjectFirst(node, page), afterNorm(node.modifiers, page));
    default:
      return node satisfies never;
  }
}

/** `C 的，视同 …` in Chinese, where the condition can stand first; `recognise … when C` in English. */
function frontedSentence(node: Recognise | Exempt | Encourage, said: Doc, page: Page): Doc {
  const { front, rest } = frontOf(node, page);
  const lead = node.kind === 'Encourage' ? withActComments(node, said, rest.length === 0, page) : said;
  if (front === undefined) return sentence(page, node, lead, rest);
  return sentence(page, node, front.doc, [{ node: front.node, doc: lead }, ...rest]);
}

/** The condition of a norm with its comments, where it stands first, and the other modifiers. */
function frontOf(
  node: Recognise | Exempt | Encourage | Target,
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
function subjectFirst(node: Entitle | Reckon | Oblige, page: Page): Doc {
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
    case 'Oblige':
      return oblige(node, page);
    default:
      return node satisfies never;
  }
}

/** `at least 70% of 净收入`, `不低于 净收入 的 70%`. */
function bounded({ bound, share, of }: Entitle, page: Page): Doc {
  const { words } = page;
  const head = `${boundWord(bound, words)} `;
  const rate = expression(share, page, of ? 'atom' : 'operand');
  if (of === undefined) return [head, rate];
  return words.vocabulary === 'zh'
    ? [head, expression(of, page, 'operand'), ` ${word('de', words)} `, rate]
    : [head, rate, ` ${word('of', words)} `, expression(of, page, 'atom')];
}

function boundWord(bound: ShareBound | 'over', words: Words): string {
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
function oblige({ bearers, duty, eachYear }: Oblige, page: Page): Doc {
  const { words } = page;
  const what = quoted(duty, page);
  const yearly = eachYear ? word('eachYear', words) : '';
  if (words.vocabulary === 'en') {
    const who = bearers.length > 0 ? ` ${names(bearers, words)}` : '';
    return `${word('oblige', words)}${who} ${word('to', words)} ${what}${eachYear ? ` ${yearly}` : ''}`;
  }
  return `${subjects(bearers, words)}${word('oblige', words)} ${eachYear ? `${yearly} ` : ''}${what}`;
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
      return norm(node, page);
    default:
      return node satisfies never;
  }
}

/** `target 技术合同成交额 by 市科技局 { 2023: over 700亿元 }`: its modifiers stand before the block. */
function target(node: Target, page: Page): Doc {
  const { words } = page;
  const lead = `${word('target', words)} ${said(node.figure, page)}`;
  const { front, rest } = frontOf(node, page);
  const entries = () =>
    rows(
      page,
      node,
      node.entries.map((entry) => targetRow(entry, page)),
    );
  if (front === undefined) return sentenceBeforeBlock(page, node, lead, rest, entries);
  return sentenceBeforeBlock(page, node, front.doc, [{ node: front.node, doc: lead }, ...rest], entries);
}

function targetRow(entry: TargetEntry, page: Page): Row {
  const { words } = page;
  const bound = entry.bound === 'exactly' ? '' : `${boundWord(entry.bound, words)} `;
  const year = `${entry.year}${words.vocabulary === 'zh' ? '年' : ''}`;
  return { node: entry, head: year, value: [bound, expression(entry.value, page, 'sum')] };
}

/** A thing of the text: a name, or a string where it has none. */
function said(node: Name | Text, page: Page, place: NamePlace = 'elsewhere'): string {
  return node.kind === 'Text' ? quoted(node, page) : nameAt(node.text, place);
}
