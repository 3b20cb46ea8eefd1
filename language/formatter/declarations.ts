import { builders } from 'prettier/doc';
import type {
  AgencyDeclaration,
  Budget,
  DisjointDeclaration,
  EnumDeclaration,
  Field,
  Let,
  MatterDeclaration,
  Modifier,
  Name,
  ParameterDeclaration,
  PartyDeclaration,
  RecordDeclaration,
  Rounding,
  Score,
  TypeReference,
  UnitDeclaration,
  Use,
} from '../syntax/tree.ts';
import { date, expression, name, names } from './expressions.ts';
import { list, type Part, type Row, rows } from './layout.ts';
import { modifier } from './modifiers.ts';
import { type Doc, type Page, quoted } from './page.ts';
import { modifierParts, sentence, sentenceBeforeBlock } from './sentence.ts';
import { nameAt, otherwiseSaid, type Words, word } from './words.ts';

const { indent } = builders;

export type SimpleDeclaration =
  | Use
  | EnumDeclaration
  | RecordDeclaration
  | UnitDeclaration
  | PartyDeclaration
  | DisjointDeclaration
  | AgencyDeclaration
  | MatterDeclaration
  | ParameterDeclaration
  | Let
  | Score
  | Budget;

/** The declarations whose blocks hold no statements. */
export function declaration(node: SimpleDeclaration, page: Page): Doc {
  const { words } = page;
  switch (node.kind) {
    case 'Use':
      return `${word('use', words)} ${node.path.parts.map(name).join('.')}`;
    case 'EnumDeclaration':
      return enumeration(node, page);
    case 'RecordDeclaration':
      return [`${word('record', words)} ${name(node.name)} `, fields(node, node.fields, page)];
    case 'UnitDeclaration':
      return `${word(node.currency ? 'currency' : 'unit', words)} ${name(node.name)}${aliases(node.aliases, words)}`;
    case 'PartyDeclaration':
      return party(node, page);
    case 'DisjointDeclaration':
      return `${word('disjoint', words)} ${names(node.parties, words)}`;
    case 'AgencyDeclaration':
      return [
        `${word('agency', words)} ${name(node.name)}${aliases(node.aliases, words)}`,
        node.formerly.length > 0 ? ` ${word('formerly', words)} ${names(node.formerly, words)}` : '',
      ];
    case 'MatterDeclaration':
      return [
        `${word('matter', words)} ${name(node.name)}`,
        node.parent ? ` ${word('under', words)} ${name(node.parent)}` : '',
        node.label ? ` ${quoted(node.label, page)}` : '',
      ];
    case 'ParameterDeclaration':
      return parameter(node, page);
    case 'Let':
      return letting(node, page);
    case 'Score':
      return score(node, page);
    case 'Budget':
      return budget(node, page);
    default:
      return node satisfies never;
  }
}

function enumeration(node: EnumDeclaration, page: Page): Doc {
  const { words } = page;
  const members = node.members.map((member) => ({ node: member, doc: nameAt(member.text, 'member') }));
  const style = { brackets: '{}', padded: true, separator: words.listComma, keepsLines: true } as const;
  return [`${word('enum', words)} ${name(node.name)} `, list(page, node, members, style)];
}

function party(node: PartyDeclaration, page: Page): Doc {
  const { words } = page;
  const kindOf = words.vocabulary === 'zh' ? otherwiseSaid('is', '属于') : word('is', words);
  const head = [
    `${word('party', words)} ${name(node.name)}`,
    node.parents.length > 0 ? ` ${kindOf} ${names(node.parents, words)}` : '',
    aliases(node.aliases, words),
    node.label ? ` ${quoted(node.label, page)}` : '',
  ];
  const hasBlock = node.fields.length > 0 || page.comments.has(node, 'opening') || page.comments.has(node, 'closing');
  return hasBlock ? [head, ' ', fields(node, node.fields, page)] : head;
}

function aliases(given: readonly Name[], words: Words): string {
  return given.length === 0 ? '' : ` ${word('alias', words)} ${names(given, words)}`;
}

function fields(owner: RecordDeclaration | PartyDeclaration, given: readonly Field[], page: Page): Doc {
  const parts = given.map((node): Part => ({ node, doc: field(node, page) }));
  const style = {
    brackets: '{}',
    padded: true,
    separator: page.words.comma,
    bareLines: true,
    keepsLines: true,
  } as const;
  return list(page, owner, parts, style);
}

function field(node: Field, page: Page): Doc {
  const { words } = page;
  const label = node.aliases.length === 0 ? nameAt(node.name.text, 'label') : name(node.name);
  return [
    `${label}${aliases(node.aliases, words)}${words.colon}${typeReference(node.type, words)}`,
    node.signed ? ` ${word('signed', words)}` : '',
    node.byYear ? ` ${word('yearly', words)}` : '',
    node.basis ? ` ${word('basis', words)} ${quoted(node.basis, page)}` : '',
    node.label ? ` ${quoted(node.label, page)}` : '',
    node.value ? [` ${words.equals} `, indent(expression(node.value, page))] : '',
  ];
}

function typeReference(node: TypeReference, words: Words): string {
  switch (node.kind) {
    case 'ListType':
      return words.vocabulary === 'zh'
        ? `${name(node.of)} ${word('listAfter', words)}`
        : `${word('listOf', words)} ${name(node.of)}`;
    case 'NamedType':
      return node.builtIn === undefined ? nameAt(node.name.text, 'type') : word(node.builtIn, words);
    default:
      return node satisfies never;
  }
}

function letting(node: Let, page: Page): Doc {
  const { words } = page;
  return [
    `${word('let', words)} ${name(node.name)} ${words.equals} `,
    indent(expression(node.value, page)),
    node.rounding ? [' ', rounding(node.rounding, page)] : '',
  ];
}

/** `parameter 最低工资 = 2200元 from 2025-10-01`, `参数 汇率：元／日元 逐日`. */
function parameter(node: ParameterDeclaration, page: Page): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  const per = node.per ? `${zh ? '／' : ` ${word('per', words)} `}${nameAt(node.per.text, 'unit')}` : '';
  const values = node.values.map(({ value, from }, i): Doc => {
    const since = from === undefined ? '' : zh ? ` ${word('since', words)} ` : ` ${word('from', words)} `;
    const day = from ? `${since}${date(from, page)}${zh ? ` ${word('sinceClose', words)}` : ''}` : '';
    return [i > 0 ? `${words.comma}${words.gap}` : '', expression(value, page, 'operand'), day];
  });
  return [
    `${word('parameter', words)} ${name(node.name)}${aliases(node.aliases, words)}`,
    node.type ? `${words.colon}${typeReference(node.type, words)}${per}` : '',
    node.byDate ? ` ${word('byDate', words)}` : '',
    values.length > 0 ? [` ${words.equals} `, ...values] : '',
    node.label ? ` ${quoted(node.label, page)}` : '',
  ];
}

/** `score 等级 { 占比: … } at least 55`, `计分 等级 { 占比：… } 不低于 55`. */
function score(node: Score, page: Page): Doc {
  const { words } = page;
  const given = node.rows.map(
    (row): Row => ({
      node: row,
      head: row.members.map((member) => nameAt(member.text, 'member')).join(words.listComma),
      value: expression(row.value, page),
    }),
  );
  const least = word(words.vocabulary === 'zh' ? 'notLessThan' : 'atLeast', words);
  return [
    `${word('score', words)} ${name(node.name)} `,
    rows(page, node, given),
    node.atLeast ? [` ${least} `, expression(node.atLeast, page, 'operand')] : '',
  ];
}

function rounding(node: Rounding, page: Page): Doc {
  const role = node.mode === 'down' ? 'roundedDownTo' : 'roundedTo';
  return [`${word(role, page.words)} `, expression(node.step, page, 'operand')];
}

/** Who runs a pool and what feeds it stand in its head; its clause, notes and the like in its block. */
function budget(node: Budget, page: Page): Doc {
  const [inHead, inBlock] = [node.modifiers.filter(standsInHead), node.modifiers.filter((one) => !standsInHead(one))];
  const lead = [`${word('budget', page.words)} ${name(node.name)} `, figures(node, page)];
  const parts = modifierParts(inHead, page);
  const hasBlock = inBlock.length > 0 || page.comments.has(node, 'opening') || page.comments.has(node, 'closing');
  if (!hasBlock) return sentence(page, node, lead, parts);
  return sentenceBeforeBlock(page, node, lead, parts, () => budgetBlock(node, inBlock, page));
}

/** `2亿元 per year for 3 years total 6亿元`, `每年 2亿元，连续 3 年，共 6亿元`: on one line, where `for` heads nothing. */
function figures({ amount, perYear, years, total }: Budget, page: Page): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  const figure = expression(amount, page, 'operand');
  const yearly = word('perYear', words);
  const first = !perYear ? figure : zh ? [`${yearly} `, figure] : [figure, ` ${yearly}`];
  const between = zh ? words.comma : ' ';
  return [
    first,
    years ? [`${between}${word('forYears', words)} `, expression(years, page, 'operand')] : '',
    total ? [`${between}${word('total', words)} `, expression(total, page, 'operand')] : '',
  ];
}

function standsInHead({ kind }: Modifier): boolean {
  return kind === 'By' || kind === 'PaysFrom' || kind === 'Sharing';
}

function budgetBlock(node: Budget, given: readonly Modifier[], page: Page): Doc {
  const parts = given.map((one): Part => ({ node: one, doc: modifier(one, page, 'line') }));
  return list(page, node, parts, { brackets: '{}', padded: true, separator: '', keepsLines: true });
}
