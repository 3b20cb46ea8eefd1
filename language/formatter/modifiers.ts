import type {
  AtOnce,
  Cap,
  Expression,
  Instead,
  ItemQuota,
  Modifier,
  Plus,
  Quota,
  Rank,
  Share,
  TableRow,
  Times,
} from '../syntax/tree.ts';
import { expression, leadingExpression, name, names } from './expressions.ts';
import { covers, deadline, eachYear, less } from './history.ts';
import { type Row, rows } from './layout.ts';
import { type Doc, type Page, quoted } from './page.ts';
import { nameAt, type Words, word } from './words.ts';

/**
 * Where a modifier stands: before or after the amount of a benefit (`sentence`), after what a norm says (`headed`), or
 * on a line of its own, as in the header of a measure (`line`).
 */
export type ModifierPlace = 'sentence' | 'headed' | 'line';

/**
 * A modifier by itself. The Chinese condition of a benefit is fronted (`C 的`) and elsewhere has a head (`当 C`); a cap on
 * a line of its own begins with its head.
 */
export function modifier(node: Modifier, page: Page, place: ModifierPlace): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  switch (node.kind) {
    case 'Clause':
      return `${word('clause', words)} ${quoted(node.label, page)}`;
    case 'Note':
      return `${word('note', words)} ${quoted(node.text, page)}`;
    case 'About':
      return `${word('about', words)} ${name(node.matter)}`;
    case 'By':
      return `${word('by', words)} ${names(node.agencies, words)}`;
    case 'When':
      return zh && place === 'sentence' ? ofCase(node.condition, page) : withWhen(node.condition, page);
    case 'Cap':
      return cap(node, page, place);
    case 'Floor':
      return [`${word('floor', words)} `, expression(node.amount, page, 'operand')];
    case 'Plus':
      return uplift(node, page, [
        `${word('plusPoints', words)} `,
        expression(node.points, page, 'operand'),
        node.inPoints ? ` ${word('points', words)}` : '',
      ]);
    case 'Times':
      return uplift(node, page, timesWords(node, page));
    case 'Instead':
      return uplift(node, page, [`${word('instead', words)} `, expression(node.amount, page, 'sum')]);
    case 'After':
      return `${word('after', words)} ${name(node.process)}${zh ? ` ${word('afterClose', words)}` : ''}`;
    case 'SelectedBy':
      return zh
        ? `${word('after', words)} ${name(node.process)} ${word('selectClose', words)}`
        : `${word('selectedBy', words)} ${name(node.process)}`;
    case 'PaysFrom':
      return `${word('from', words)} ${name(node.budget)}`;
    case 'Quota':
      return quota(node, page);
    case 'ItemQuota':
      return itemQuota(node, page);
    case 'Sharing':
      if (node.fact === undefined) return word('proRata', words);
      return `${word('inOrderOf', words)} ${name(node.fact)}`;
    case 'OnceEver':
      return word('onceEver', words);
    case 'PaidAtOnce':
      return word('paidAtOnce', words);
    case 'Stages':
      return [
        `${word('paidIn', words)} `,
        rows(
          page,
          node,
          node.rows.map((row) => stage(row, page)),
        ),
      ];
    case 'AtOnce':
      return uplift(node, page, word('atOnce', words));
    case 'PaidTo':
      return [`${word('payTo', words)} `, shares(node.shares, page)];
    case 'BorneBy':
      return zh
        ? [`${word('byOpen', words)} `, shares(node.shares, page), ` ${word('borneClose', words)}`]
        : [`${word('borneBy', words)} `, shares(node.shares, page)];
    case 'DecidedBy':
      return zh
        ? `${word('byOpen', words)} ${names(node.agencies, words)} ${word('decidedClose', words)}`
        : `${word('decidedBy', words)} ${names(node.agencies, words)}`;
    case 'PerYear':
      return word('perYear', words);
    case 'EachYear':
      return eachYear(node, page);
    case 'Covers':
      return covers(node, page);
    case 'Deadline':
      return deadline(node, page);
    case 'Less':
      return less(node, page);
    case 'Stray':
      return node.word;
    default:
      return node satisfies never;
  }
}

/** `limit 7 per year ranked by F`, `名额 每年 7 个 按 F 从高到低`. */
function quota(node: Quota, page: Page): Doc {
  const { words } = page;
  const head = word('quota', words);
  const figure = expression(node.n, page, 'operand');
  const yearly = word('perYear', words);
  if (words.vocabulary === 'en')
    return [`${head} `, figure, node.perYear ? ` ${yearly}` : '', ...ranks(node.ranks, words)];
  return [`${head} ${node.perYear ? `${yearly} ` : ''}`, figure, ' 个', ...ranks(node.ranks, words)];
}

/** `at most 3 R per K per year ranked by F`, `同一 K 每年 至多 3 个 R 按 F 从高到低`. */
function itemQuota(node: ItemQuota, page: Page): Doc {
  const { words } = page;
  const figure = expression(node.n, page, 'operand');
  const head = word('atMost', words);
  const yearly = node.perYear ? word('perYear', words) : '';
  if (words.vocabulary === 'en') {
    const per = node.per ? ` ${word('per', words)} ${name(node.per)}` : '';
    return [`${head} `, figure, ` ${name(node.list)}${per}${yearly && ` ${yearly}`}`, ...ranks(node.ranks, words)];
  }
  // Without 同一, 每年 would begin a statement of its own.
  const per = node.per ? `${word('samePer', words)} ${name(node.per)} ${yearly && `${yearly} `}` : '';
  const after = node.per ? '' : yearly && ` ${yearly}`;
  return [`${per}${head} `, figure, ` 个 ${name(node.list)}${after}`, ...ranks(node.ranks, words)];
}

function ranks(given: readonly Rank[], words: Words): Doc[] {
  const zh = words.vocabulary === 'zh';
  return given.map(({ fact, order }) => {
    const high = order === 'highest-first';
    return zh
      ? ` ${word('accordingTo', words)} ${name(fact)} ${word(high ? 'highestFirst' : 'firstCome', words)}`
      : ` ${word(high ? 'rankedBy' : 'inOrderOf', words)} ${name(fact)}`;
  });
}

function stage(row: TableRow, page: Page): Row {
  return {
    node: row,
    head: row.members.map((member) => nameAt(member.text, 'member')).join(page.words.listComma),
    value: expression(row.value, page),
  };
}

/** `甲方 65%, 乙方 35%`, `甲方 65%、乙方 35%`. */
function shares(given: readonly Share[], page: Page): Doc {
  const { words } = page;
  return given.map(
    ({ name: whose, share }, i): Doc => [
      i > 0 ? `${words.listComma}${words.gap}` : '',
      nameAt(whose.text, i > 0 ? 'listed' : 'elsewhere'),
      share ? [' ', expression(share, page, 'operand')] : '',
    ],
  );
}

/** `plus 1 points when C`; `C 的，提高 1 个百分点`. */
function uplift({ condition }: Plus | Times | Instead | AtOnce, page: Page, doc: Doc): Doc {
  if (condition === undefined) return doc;
  if (page.words.vocabulary === 'en') return [doc, ' ', withWhen(condition, page)];
  return [ofCase(condition, page), page.words.comma, doc];
}

/** `times 1.3`, 上浮 30%. */
function timesWords({ factor }: Times, page: Page): Doc {
  const { words } = page;
  if (words.vocabulary === 'zh' && factor.kind === 'NumberLiteral' && factor.unit === 'none') {
    const { numerator, denominator } = factor;
    const percent = (numerator - denominator) * 100n;
    if (percent > 0n && percent % denominator === 0n) return `${word('raisedBy', words)} ${percent / denominator}%`;
  }
  return [`${word('times', words)} `, expression(factor, page, 'operand')];
}

/** `when C`, `当 C`. */
export function withWhen(condition: Expression, page: Page): Doc {
  return [`${word('when', page.words)} `, expression(condition, page)];
}

/** `C 的`: as a sentence says it, before what follows from it. */
export function ofCase(condition: Expression, page: Page): Doc {
  return [leadingExpression(condition, page), ` ${word('de', page.words)}`];
}

/** `cap 50万元 per 平台 per year`, `每 平台 每年 最高不超过 50万元`. On a line of its own the head stands first. */
function cap(node: Cap, page: Page, place: ModifierPlace): Doc {
  const { words } = page;
  const amount = [`${word('cap', words)} `, expression(node.amount, page, 'operand')];
  const scope = scopeOf(node, words);
  if (scope === '') return amount;
  const scopeFirst =
    words.vocabulary === 'zh' && (place !== 'line' || (node.subject === undefined && node.period === 'year'));
  return scopeFirst ? [`${scope} `, amount] : [amount, ` ${scope}`];
}

function scopeOf({ subject, period }: Cap, words: Words): string {
  const parts = subject ? [`${word('per', words)} ${nameAt(subject.text, 'unit')}`] : [];
  if (period === 'year') parts.push(word('perYear', words));
  if (period === 'total') parts.push(word('inTotal', words));
  return parts.join(' ');
}

/** Where a modifier stands in a sentence, from the amount on; those of one place keep their order. */
const englishOrder: readonly (readonly Modifier['kind'][])[] = [
  ['PerYear'],
  ['Instead', 'Plus', 'Times'],
  ['Floor', 'Cap'],
  ['After', 'SelectedBy'],
  ['EachYear', 'Covers', 'Deadline'],
  ['Less'],
  ['OnceEver', 'PaidAtOnce', 'Stray'],
  ['Stages'],
  ['AtOnce'],
  ['PaidTo', 'BorneBy', 'DecidedBy'],
  ['PaysFrom'],
  ['Sharing'],
  ['Quota'],
  ['ItemQuota'],
  ['When'],
  ['By'],
  ['About'],
  ['Clause'],
  ['Note'],
];

const chineseOrder: readonly (readonly Modifier['kind'][])[] = [
  ['When'],
  ['After', 'SelectedBy'],
  ['EachYear', 'Covers', 'Deadline'],
  // Here stands the amount.
  ['PerYear'],
  ['Instead', 'Plus', 'Times'],
  ['Floor', 'Cap'],
  ['Less'],
  ['OnceEver', 'PaidAtOnce', 'Stray'],
  ['Stages'],
  ['AtOnce'],
  ['PaidTo', 'BorneBy', 'DecidedBy'],
  ['PaysFrom'],
  ['Sharing'],
  ['Quota'],
  ['ItemQuota'],
  ['By'],
  ['About'],
  ['Clause'],
  ['Note'],
];

/** Modifiers in the natural order of the vocabulary. */
export function inOrder(modifiers: readonly Modifier[], words: Words): readonly Modifier[] {
  const order = words.vocabulary === 'zh' ? chineseOrder : englishOrder;
  const rank = (node: Modifier) => order.findIndex((kinds) => kinds.includes(node.kind));
  return modifiers.toSorted((a, b) => rank(a) - rank(b));
}
