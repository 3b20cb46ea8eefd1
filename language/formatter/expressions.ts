import type {
  Aggregate,
  Bands,
  Between,
  Binary,
  DateLiteral,
  Expression,
  In,
  Ladder,
  Name,
  Nth,
  Per,
  PerFull,
  Range,
  RateOf,
  Reading,
  Table,
} from '../syntax/tree.ts';
import { isChain, operandsOf } from './anchors.ts';
import { history } from './history-expressions.ts';
import { chain, list, type Row, rows } from './layout.ts';
import { type Doc, type Page, quoted } from './page.ts';
import { nameAt, type Words, word } from './words.ts';

/** How tightly an expression holds together, as in the grammar. */
const binding = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  range: 5,
  sum: 6,
  product: 7,
  full: 8,
  per: 9,
  operand: 10,
  atom: 11,
};
type Binding = keyof typeof binding;

/** An amount or a condition. `least`: what holds together less stands in parentheses. */
export function expression(node: Expression, page: Page, least: Binding = 'or'): Doc {
  const doc = bare(node, page);
  if (binding[bindingOf(node, page.words)] >= binding[least]) return doc;
  return parenthesised(doc, page);
}

/** An amount or condition that a line or a part of a sentence may begin with. */
export function leadingExpression(node: Expression, page: Page): Doc {
  return expression(node, { ...page, firstName: firstNameOf(node, page.words) });
}

/** The name that an expression begins with; undefined where it begins with anything else. */
export function firstNameOf(node: Expression, words: Words): Name | undefined {
  switch (node.kind) {
    case 'NameExpression':
      return node.name;
    case 'Binary':
      return firstNameOf(node.left, words);
    case 'Is':
    case 'In':
    case 'Between':
      return firstNameOf(node.subject, words);
    case 'Per':
      return firstNameOf(node.amount, words);
    case 'PerFull':
      return firstNameOf(words.vocabulary === 'zh' ? node.of : node.amount, words);
    case 'RateOf':
      return words.vocabulary === 'en' ? firstNameOf(node.rate, words) : undefined;
    case 'Range':
      return node.from && firstNameOf(node.from, words);
    case 'Aggregate':
      return words.vocabulary === 'zh' && node.fold !== 'best' ? node.list : undefined;
    case 'Bands':
      return words.vocabulary === 'zh' ? firstNameOf(node.subject, words) : undefined;
    case 'Ladder':
      return words.vocabulary === 'zh' ? node.subject : undefined;
    case 'Growth':
    case 'GrowthRate':
      return words.vocabulary === 'zh' ? node.fact : undefined;
    case 'Running':
      return words.vocabulary === 'zh' ? undefined : firstNameOf(node.condition, words);
    default:
      return undefined;
  }
}

export function name(node: Name): string {
  return nameAt(node.text, 'elsewhere');
}

export function names(nodes: readonly Name[], words: Words): string {
  // 、 is always followed by a name; an English comma may end the list.
  const rest = words.vocabulary === 'zh' ? 'elsewhere' : 'listed';
  return nodes.map(({ text }, i) => nameAt(text, i === 0 ? 'elsewhere' : rest)).join(words.listComma + words.gap);
}

/** `2026-02-09`; in Chinese `2026年2月9日`. */
export function date(node: DateLiteral, page: Page): string {
  if (page.words.vocabulary === 'en') return node.iso;
  const [year, month, day] = node.iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function bare(node: Expression, page: Page): Doc {
  const { words } = page;
  switch (node.kind) {
    case 'NumberLiteral':
      return node.written;
    case 'DateLiteral':
      return date(node, page);
    case 'BoolLiteral':
      return word(node.value ? 'yes' : 'no', words);
    case 'Text':
      return quoted(node, page);
    case 'NameExpression':
      return nameAt(node.name.text, node.name === page.firstName ? 'first' : 'operand');
    case 'Unary':
      if (node.operator === 'not') return [word('not', words), ' ', expression(node.operand, page, 'not')];
      return [words.minus, expression(node.operand, page, 'operand')];
    case 'Binary':
      return binary(node, page);
    case 'Is':
      return [
        expression(node.subject, page, 'range'),
        ` ${word(node.negated ? 'isNot' : 'is', words)} `,
        expression(node.value, page, 'sum'),
      ];
    case 'In':
      return membership(node, page);
    case 'Between':
      return between(node, page);
    case 'Parenthesised':
      return parenthesised(expression(node.inner, page), page);
    case 'RateOf':
      return rateOf(node, page);
    case 'Per':
      return per(node, page);
    case 'PerFull':
      return perFull(node, page);
    case 'UpTo':
      return [word('upTo', words), ' ', expression(node.limit, page, 'sum')];
    case 'AtLeast':
      return [word('atLeast', words), ' ', expression(node.limit, page, 'sum')];
    case 'Range':
      return range(node, page);
    case 'Table':
      return table(node, page);
    case 'Aggregate':
      return node.fold === 'best' ? best(node, page) : aggregate(node, page);
    case 'Bands':
      return bands(node, page);
    case 'Ladder':
      return ladder(node, page);
    case 'Nth':
      return nth(node, page);
    case 'Undecided':
      return node.reason === undefined
        ? word('undecided', words)
        : [word('undecided', words), ' ', quoted(node.reason, page)];
    case 'CaseByCase':
      return word('caseByCase', words);
    case 'Reading':
      return reading(node, page);
    case 'None':
      return word('none', words);
    case 'LastYear':
    case 'YearsSum':
    case 'Growth':
    case 'GrowthRate':
    case 'FirstTime':
    case 'Running':
    case 'Had':
    case 'Schedule':
      return history(node, page, expression);
    case 'Missing':
      return '';
    default:
      return node satisfies never;
  }
}

function bindingOf(node: Expression, words: Words): Binding {
  switch (node.kind) {
    case 'Binary':
      return bindingOfOperator(node.operator);
    case 'Unary':
      return node.operator === 'not' ? 'not' : 'operand';
    case 'Is':
    case 'In':
    case 'Between':
      return 'comparison';
    case 'UpTo':
    case 'AtLeast':
    case 'Range':
      return 'range';
    case 'Aggregate':
      return node.fold === 'best' ? 'range' : 'atom';
    case 'Bands':
    case 'Ladder':
      return words.vocabulary === 'zh' ? 'operand' : 'atom';
    case 'Per':
      return 'per';
    case 'PerFull':
      return words.vocabulary === 'zh' ? 'comparison' : 'full';
    case 'RateOf':
      if (isOpenShare(node)) return 'range';
      return words.vocabulary === 'zh' ? 'atom' : 'operand';
    case 'NumberLiteral':
    case 'DateLiteral':
    case 'BoolLiteral':
    case 'Text':
    case 'NameExpression':
    case 'Parenthesised':
    case 'Table':
    case 'Undecided':
    case 'CaseByCase':
    case 'Reading':
    case 'None':
    case 'LastYear':
    case 'YearsSum':
    case 'Growth':
    case 'GrowthRate':
    case 'Had':
    case 'Schedule':
    case 'Nth':
    case 'Missing':
      return 'atom';
    case 'FirstTime':
      return 'not';
    case 'Running':
      return 'comparison';
    default:
      return node satisfies never;
  }
}

function bindingOfOperator(operator: Binary['operator']): Binding {
  switch (operator) {
    case 'or':
    case 'and':
      return operator;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 'comparison';
    case '+':
    case '-':
      return 'sum';
    case '*':
    case '/':
      return 'product';
    default:
      return operator satisfies never;
  }
}

/** No line begins within the parentheses but with an operator: a name there might be read as the head of a statement. */
function parenthesised(inner: Doc, { words }: Page): Doc {
  return [words.open, inner, words.close];
}

/** What the operands on each side of an operator must hold together by: as in the grammar, chains lean to the left. */
const sides: Readonly<Record<Binding, readonly [Binding, Binding]>> = {
  or: ['or', 'and'],
  and: ['and', 'not'],
  not: ['not', 'not'],
  comparison: ['range', 'sum'],
  range: ['sum', 'sum'],
  sum: ['sum', 'product'],
  product: ['product', 'full'],
  full: ['per', 'atom'],
  per: ['per', 'atom'],
  operand: ['atom', 'atom'],
  atom: ['atom', 'atom'],
};

function binary(node: Binary, page: Page): Doc {
  const [first, rest] = sides[bindingOfOperator(node.operator)];
  if (!isChain(node)) {
    return [expression(node.left, page, first), ` ${operatorSign(node, page)} `, expression(node.right, page, rest)];
  }
  const operands = operandsOf(node);
  const parts = operands.map((operand, i) => ({
    node: operand,
    doc: expression(operand, page, i === 0 ? first : rest),
  }));
  return chain(page, parts, operatorsOf(node, operands.length, page));
}

/** The signs between the operands of a chain, in their order. */
function operatorsOf(node: Binary, operands: number, page: Page): string[] {
  const sign = operatorSign(node, page);
  return operands > 2 && node.left.kind === 'Binary' ? [...operatorsOf(node.left, operands - 1, page), sign] : [sign];
}

function operatorSign(node: Binary, { words }: Page): string {
  const zh = words.vocabulary === 'zh';
  switch (node.operator) {
    case 'and':
    case 'or':
      return word(node.operator, words);
    case '+':
      return words.plus;
    case '-':
      return words.minus;
    case '*':
      return words.times;
    case '/':
      // After a literal and before a word, a slash would be read as `per`.
      return endsInNumber(node.left, words) && beginsWithWord(node.right) ? '÷' : words.divided;
    case '>=':
      return zh ? word('notLessThan', words) : '>=';
    case '>':
      return zh ? word('moreThan', words) : '>';
    case '<=':
      return zh ? word('notMoreThan', words) : '<=';
    case '<':
      return zh ? word('lessThan', words) : '<';
    default:
      return node.operator satisfies never;
  }
}

function endsInNumber(node: Expression, words: Words): boolean {
  switch (node.kind) {
    case 'NumberLiteral':
      return true;
    case 'Binary':
      return endsInNumber(node.right, words);
    case 'Unary':
      return endsInNumber(node.operand, words);
    case 'RateOf':
      return endsInNumber(words.vocabulary === 'zh' ? node.rate : node.base, words);
    default:
      return false;
  }
}

function beginsWithWord(node: Expression): boolean {
  switch (node.kind) {
    case 'NumberLiteral':
    case 'DateLiteral':
    case 'Text':
    case 'Parenthesised':
      return false;
    case 'Unary':
      return node.operator === 'not';
    case 'Per':
      return beginsWithWord(node.amount);
    case 'RateOf':
      return beginsWithWord(node.rate);
    default:
      return true;
  }
}

function membership(node: In, page: Page): Doc {
  const { words } = page;
  const members = node.members.map((member) => ({ node: member, doc: nameAt(member.text, 'member') }));
  return [
    expression(node.subject, page, 'range'),
    ` ${word(node.negated ? 'notIn' : 'in', words)} `,
    list(page, node, members, { brackets: '{}', padded: false, separator: words.listComma, keepsLines: false }),
    words.vocabulary === 'zh' ? ` ${word('oneOf', words)}` : '',
  ];
}

function between(node: Between, page: Page): Doc {
  const { range: ends } = node;
  if (ends.form === 'words') return [expression(node.subject, page, 'range'), ' ', expression(ends, page, 'range')];
  return [
    expression(node.subject, page, 'range'),
    ` ${word('between', page.words)} `,
    expression(node.range, page, 'range'),
  ];
}

/** `10% of 创新券总额`, `按 创新券总额 的 10%`. */
function rateOf(node: RateOf, page: Page): Doc {
  const { rate, base } = node;
  const { words } = page;
  const share = expression(rate, page, isOpenShare(node) ? 'range' : 'atom');
  if (words.vocabulary === 'en') {
    return [share, ` ${word('of', words)} `, expression(base, page, 'atom')];
  }
  const de = word('de', words);
  return [`${word('accordingTo', words)} `, expression(base, page, 'sum'), ` ${de} `, share];
}

/** `3%..7% of 设备费`: a share between two written rates stands without parentheses. */
function isOpenShare({ rate }: RateOf): boolean {
  const isRate = (end: Expression | undefined) =>
    end?.kind === 'NumberLiteral' && (end.unit === 'percent' || end.unit === 'permille');
  return rate.kind === 'Range' && isRate(rate.from) && isRate(rate.to);
}

/** `6000元 per 硕士`, `6000元／硕士`: the slash only where it cannot be read as a division. */
function per({ amount, unit, of, atMost }: Per, page: Page): Doc {
  const { words } = page;
  const most = atMost ? [`${word('atMost', words)} `, expression(atMost, page, 'operand')] : '';
  const doc = expression(amount, page, 'per');
  const further = amount.kind === 'Per' && amount.of !== undefined && of !== undefined;
  const slash = words.vocabulary === 'zh' && (further || (amount.kind !== 'Per' && endsInNumber(amount, words)));
  const counted = [doc, slash ? '／' : ` ${word('per', words)} `, nameAt(unit.text, 'unit')];
  if (of === undefined && atMost === undefined) return counted;
  if (words.vocabulary === 'en') {
    return [counted, of ? ` ${word('of', words)} ${nameAt(of.text, 'unit')}` : '', most === '' ? '' : [' ', most]];
  }
  const comma = of && atMost ? words.comma : '';
  return [counted, words.open, of ? nameAt(of.text, 'operand') : '', comma, most, words.close];
}

/** `9万元 per full 5000万元 of 年销售额 over 2亿元`, 年销售额 超过 2亿元 后，每满 5000万元 给 9万元. */
function perFull({ amount, step, of, over }: PerFull, page: Page): Doc {
  const { words } = page;
  if (words.vocabulary === 'en') {
    return [
      expression(amount, page, 'per'),
      ` ${word('perFull', words)} `,
      expression(step, page, 'atom'),
      ` ${word('of', words)} `,
      expression(of, page, 'atom'),
      over ? [` ${word('over', words)} `, expression(over, page, 'atom')] : '',
    ];
  }
  const beyond = over
    ? [` ${word('moreThan', words)} `, expression(over, page, 'sum'), ` ${word('afterClose', words)}${words.comma}`]
    : ' ';
  return [
    expression(of, page, 'range'),
    beyond,
    `${word('eachFull', words)} `,
    expression(step, page, 'operand'),
    ` ${word('give', words)} `,
    expression(amount, page, 'per'),
  ];
}

function range({ from, to, form, includesFrom, includesTo, upperWord }: Range, page: Page): Doc {
  if (form === 'words') {
    const lower = from ? [expression(from, page, 'sum'), word('orMore', page.words)] : '';
    const upper = to ? [expression(to, page, 'sum'), upperWord ?? word('orLess', page.words)] : '';
    return [lower, from && to ? ' ' : '', upper];
  }
  const ends = [from, to].map((end) => (end === undefined ? '' : expression(end, page, 'sum')));
  if (form === 'dots') return [ends[0]!, `${includesFrom ? '' : '>'}..${includesTo ? '=' : ''}`, ends[1]!];
  const excluded = '（不含）';
  if (to === undefined) return [ends[0]!, includesFrom ? '' : excluded];
  return [ends[0]!, includesFrom ? '' : excluded, ` ${word('to', page.words)} `, ends[1]!, includesTo ? '' : excluded];
}

/** `table 等次 { 优秀: 13万元, otherwise: none }`, `按 等次 分别 { 优秀：13万元，其余：不予 }`. */
function table(node: Table, page: Page): Doc {
  const { words } = page;
  const separator = `${words.listComma}${words.gap}`;
  const given = node.rows.map(
    (row): Row => ({
      node: row,
      head: row.members.map((member) => nameAt(member.text, 'member')).join(separator),
      value: expression(row.value, page),
    }),
  );
  const rest = node.otherwise;
  const all = rest ? [...given, { node: rest, head: word('otherwise', words), value: expression(rest, page) }] : given;
  const subject = nameAt(node.subject.text, 'operand');
  const head =
    words.vocabulary === 'zh'
      ? `${word('accordingTo', words)} ${subject} ${word('respectively', words)} `
      : `${word('table', words)} ${subject} `;
  return [head, rows(page, node, all)];
}

/** `reading 边界 "…" { 甲: 3%, 乙: 4% }` */
function reading(node: Reading, page: Page): Doc {
  const question = node.question ? ` ${quoted(node.question, page)}` : '';
  const head = `${word('reading', page.words)} ${name(node.name)}${question} `;
  const given = node.options.map(
    (row): Row => ({
      node: row,
      head: row.members.map((member) => nameAt(member.text, 'member')).join(page.words.listComma),
      value: expression(row.value, page),
    }),
  );
  return [head, rows(page, node, given)];
}

/** `sum of F of R where C`, `R（C 的）的 F 合计`. */
function aggregate(node: Aggregate, page: Page): Doc {
  const { words } = page;
  const { fold, list: of, where, value } = node;
  const place = of === page.firstName ? 'first' : 'operand';
  if (words.vocabulary === 'zh') {
    const after = fold === 'number' ? 'numberAfter' : fold === 'sum' ? 'sumAfter' : 'highestAfter';
    const part = value ? [`${word('de', words)} `, expression(value, page, 'atom'), ' '] : '';
    const gap = where === undefined ? ' ' : '';
    return [nameAt(of.text, place), ofWhich(where, page), gap, part, word(after, words)];
  }
  const head = fold === 'number' ? 'numberOf' : fold === 'sum' ? 'sumOf' : 'highestOf';
  const part = value ? [expression(value, page, 'atom'), ` ${word('of', words)} `] : '';
  return [
    `${word(head, words)} `,
    part,
    nameAt(of.text, 'operand'),
    // A comparison next to the list would be read as one of the figure.
    where === undefined
      ? ''
      : [` ${word('where', words)} `, expression(where, page, where.kind === 'Binary' ? 'atom' : 'not')],
  ];
}

function ofWhich(where: Expression | undefined, page: Page): Doc {
  if (where === undefined) return '';
  const inner = where.kind === 'Parenthesised' ? where.inner : where;
  return [page.words.open, expression(inner, page), ` ${word('de', page.words)}`, page.words.close];
}

/** `best of R where C: A`, `任选一 R（C 的）：A`. */
function best({ list: of, where, value }: Aggregate, page: Page): Doc {
  const { words } = page;
  const which =
    words.vocabulary === 'zh'
      ? ofWhich(where, page)
      : where === undefined
        ? ''
        : [` ${word('where', words)} `, expression(where, page)];
  const given = value ? expression(value, page, 'sum') : '';
  return [`${word('bestOf', words)} ${nameAt(of.text, 'operand')}`, which, words.colon, given];
}

/** `bands F whole { 40万元..90万元: 3% }`, `F 分档 全额 { … }`. */
function bands(node: Bands, page: Page): Doc {
  const { words } = page;
  const given = node.rows.map(
    (row): Row => ({ node: row, head: expression(row.band, page), value: expression(row.value, page) }),
  );
  const rest = node.otherwise;
  const all = rest ? [...given, { node: rest, head: word('otherwise', words), value: expression(rest, page) }] : given;
  const subject = expression(node.subject, page, 'atom');
  const head =
    words.vocabulary === 'zh'
      ? [subject, ` ${word('bandsAfter', words)} `]
      : [`${word('bands', words)} `, subject, ' '];
  return [head, `${word(node.mode, words)} `, rows(page, node, all)];
}

/** `nth 车棚 per 小区 per year { 1: 90%, otherwise: none }`, `第几 车棚 同一 小区 每年 { 1：90%，其余：不予 }`. */
function nth(node: Nth, page: Page): Doc {
  const { words } = page;
  const same = word(words.vocabulary === 'zh' ? 'samePer' : 'per', words);
  const per = node.per ? ` ${same} ${nameAt(node.per.text, 'unit')}` : '';
  const given = node.rows.map(
    (row): Row => ({
      node: row,
      head: row.from === row.to ? `${row.from}` : `${row.from} ${word('to', words)} ${row.to}`,
      value: expression(row.value, page),
    }),
  );
  const rest = node.otherwise;
  const all = rest ? [...given, { node: rest, head: word('otherwise', words), value: expression(rest, page) }] : given;
  const yearly = node.perYear ? ` ${word('perYear', words)}` : '';
  return [`${word('nth', words)} ${nameAt(node.list.text, 'operand')}${per}${yearly} `, rows(page, node, all)];
}

/** `ladder F first reached { 2亿元: 8万元 } in full`, `F 首次达到 { … } 全额`. */
function ladder(node: Ladder, page: Page): Doc {
  const { words } = page;
  const given = node.rows.map(
    (row): Row => ({ node: row, head: expression(row.band, page), value: expression(row.value, page) }),
  );
  const subject = nameAt(node.subject.text, node.subject === page.firstName ? 'first' : 'operand');
  const head = words.vocabulary === 'zh' ? subject : `${word('ladder', words)} ${subject}`;
  const mode = word(node.mode === 'full' ? 'inFull' : 'differenceOnly', words);
  return [`${head} ${word('firstReached', words)} `, rows(page, node, given), ` ${mode}`];
}
