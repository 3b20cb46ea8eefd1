import { builders } from 'prettier/doc';
import type {
  Allow,
  AllowRule,
  Apply,
  Bounds,
  Deny,
  Effective,
  Excludes,
  Extend,
  For,
  LevelName,
  PolicyLine,
  Reach,
  Ruling,
  Stacking,
  StackingRule,
  StacksWith,
  Status,
  Text,
} from '../syntax/tree.ts';
import type { Role } from '../syntax/vocabulary.ts';
import { date, expression, name, names } from './expressions.ts';
import { withWhen } from './modifiers.ts';
import { fronted } from './norms.ts';
import { type Doc, type Page, quoted } from './page.ts';
import { nextPart } from './sentence.ts';
import { nameAt, type Words, word } from './words.ts';

const { group, indent, line } = builders;

/** The lines of a policy, what a measure is for, and what it says of other measures. */
export function policyLine(node: PolicyLine | For | Excludes | StacksWith | Allow | AllowRule | Deny, page: Page): Doc {
  const { words } = page;
  switch (node.kind) {
    case 'LedBy':
      return `${word('ledBy', words)} ${names(node.agencies, words)}`;
    case 'IssuedBy':
      return `${word('issuedBy', words)} ${names(node.agencies, words)}`;
    case 'Level':
      return `${word('level', words)} ${word(node.level, words)}`;
    case 'Status':
      return `${word('status', words)} ${word(statusRole(node), words)}`;
    case 'Effective':
      return effective(node, page);
    case 'Replaces':
      return `${word('replaces', words)} ${names(node.policies, words)}`;
    case 'Source':
      return `${word('source', words)} ${quoted(node.path, page)}`;
    case 'AsOf':
      return `${word('asOf', words)} ${date(node.date, page)}`;
    case 'Stacking':
      return stacking(node, words);
    case 'Waive': {
      const reason = node.because ? because(node.because, page) : '';
      return `${word('waive', words)} ${quoted(node.figure, page)}${reason}`;
    }
    case 'Extend':
      return extend(node, page);
    case 'Apply':
      return apply(node, page);
    case 'Ruling':
      return ruling(node, page);
    case 'Bounds':
      return bounds(node, words);
    case 'For':
      return forWhom(node, page);
    case 'Excludes':
    case 'StacksWith':
      return relation(node, words);
    case 'Allow': {
      const end = words.vocabulary === 'zh' ? ` ${word('allowClose', words)}` : '';
      const reason = node.because ? because(node.because, page) : '';
      return `${word('allow', words)} ${names(node.measures, words)}${end}${reason}`;
    }
    case 'AllowRule': {
      const reason = node.because ? because(node.because, page) : '';
      return `${word('allowRule', words)} ${names(node.rules, words)}${reason}`;
    }
    case 'Deny':
      return deny(node, page);
    default:
      return node satisfies never;
  }
}

function because(reason: Text, page: Page): string {
  const { words } = page;
  const before = words.vocabulary === 'zh' ? words.comma : ' ';
  return `${before}${word('because', words)} ${quoted(reason, page)}`;
}

function statusRole({ status }: Status): Role {
  switch (status) {
    case 'draft':
    case 'repealed':
      return status;
    case 'in-force':
      return 'inForce';
    default:
      return status satisfies never;
  }
}

function effective({ from, to }: Effective, page: Page): string {
  const { words } = page;
  if (from === undefined) return word('effectiveOnPublication', words);
  const end = to ? ` ${word('to', words)} ${date(to, page)}` : '';
  return `${word('effective', words)} ${date(from, page)}${end}`;
}

/** `stacking highest with other policies`; in Chinese the rule itself begins: 就高不重复 与其他政策. */
function stacking({ rule, reaches, between }: Stacking, words: Words): string {
  const head = words.vocabulary === 'zh' ? '' : `${word('stacking', words)} `;
  const separator = `${words.listComma}${words.gap}`;
  const parts = [
    `${head}${word(ruleRole(rule), words)}`,
    ...(reaches.length > 0 ? [reaches.map((reach) => reachText(reach, words)).join(separator)] : []),
    ...(between.length > 0 ? [`${word('betweenMeasures', words)} ${names(between, words)}`] : []),
  ];
  return parts.join(' ');
}

function ruleRole(rule: StackingRule): Role {
  switch (rule) {
    case 'highest':
    case 'sum':
      return rule;
    case 'choose-one':
      return 'chooseOne';
    default:
      return rule satisfies never;
  }
}

function reachText({ reach, level, key }: Reach, words: Words): string {
  const zh = words.vocabulary === 'zh';
  switch (reach) {
    case 'within':
      return word('withinThisPolicy', words);
    case 'other':
      return word('withOtherPolicies', words);
    case 'level':
      return zh
        ? `${word('withWord', words)} ${levelWord(level, words)} ${word('policy', words)}`
        : `${word('withPoliciesAtLevel', words)} ${levelWord(level, words)}`;
    case 'per':
      return `${word(zh ? 'samePer' : 'per', words)} ${key ? nameAt(key.text, 'unit') : ''}`;
    case 'across':
      return `${word('across', words)} ${key ? name(key) : ''}`;
    default:
      return reach satisfies never;
  }
}

function levelWord(level: LevelName | undefined, words: Words): string {
  return level ? word(level, words) : '';
}

/** `extend to 科研院所 when 事业单位 "…"`, `事业单位 的，可参照执行 科研院所 “…”`. */
function extend({ parties, condition, note }: Extend, page: Page): Doc {
  const { words } = page;
  const lead = `${word('extendTo', words)} ${names(parties, words)}`;
  const remark = note ? ` ${quoted(note, page)}` : '';
  if (condition === undefined) return `${lead}${remark}`;
  if (words.vocabulary === 'zh') return group([fronted(condition, page), indent([nextPart(page), lead, remark])]);
  return group([lead, indent([line, withWhen(condition, page), remark])]);
}

/** `apply 建设奖 to 改建单位 reading 改建面积 as 新建面积`, `改建单位 参照 建设奖，以 新建面积 计 改建面积`. */
function apply({ measure, parties, reads, condition, note }: Apply, page: Page): Doc {
  const { words } = page;
  const whom = names(parties, words);
  if (words.vocabulary === 'zh') {
    const read = reads.map(
      ({ fact, as }) => `${word('readingFact', words)} ${name(as)} ${word('readAs', words)} ${name(fact)}`,
    );
    const lead = [`${whom} ${word('applyTo', words)} ${name(measure)}`, ...read].join(words.comma);
    const remark = note ? `${words.comma}${quoted(note, page)}` : '';
    if (condition === undefined) return `${lead}${remark}`;
    return group([lead, indent([nextPart(page), fronted(condition, page), remark])]);
  }
  const read = reads.map(({ fact, as }) => `${name(fact)} ${word('readAs', words)} ${name(as)}`).join(', ');
  const readings = read === '' ? '' : ` ${word('readingFact', words)} ${read}`;
  const lead = `${word('applyTo', words)} ${name(measure)} ${word('to', words)} ${whom}${readings}`;
  const remark = note ? ` ${quoted(note, page)}` : '';
  if (condition === undefined) return `${lead}${remark}`;
  return group([lead, indent([line, withWhen(condition, page), remark])]);
}

/** `ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"`, `裁定 边界 甲，责任单位 市财政局，于 2027年3月1日，“函号”`. */
function ruling({ reading, option, by, on, reference }: Ruling, page: Page): Doc {
  const { words } = page;
  const parts = [
    ...(by.length > 0 ? [`${word('by', words)} ${names(by, words)}`] : []),
    ...(on ? [`${word('onDate', words)} ${date(on, page)}`] : []),
    ...(reference ? [quoted(reference, page)] : []),
  ];
  const between = words.vocabulary === 'zh' ? words.comma : ' ';
  return `${word('ruling', words)} ${[`${name(reading)} ${name(option)}`, ...parts].join(between)}`;
}

/** `bounds 以上 includes, 以下 excludes`, `界限 以上 含本数，以下 不含本数`. */
function bounds(node: Bounds, words: Words): string {
  const meanings = node.words.map(
    (meaning) => `${meaning.word} ${word(meaning.includes ? 'includesBound' : 'excludesBound', words)}`,
  );
  return `${word('bounds', words)} ${meanings.join(words.comma)}`;
}

/** `for each 平台 of 高校 where 获批`, `对象 高校 的 每个 平台，其中 获批`. */
function forWhom({ parties, each, where }: For, page: Page): Doc {
  const { words } = page;
  const whom = names(parties, words);
  const head = word('for', words);
  const lead = each ? `${head} ${eachOf(nameAt(each.text, 'unit'), whom, words)}` : `${head} ${whom}`;
  if (where === undefined) return lead;
  // 其中 at the start of a line would name a value.
  const comma = words.vocabulary === 'zh' ? words.comma : ' ';
  return [lead, `${comma}${word('where', words)} `, expression(where, page)];
}

function eachOf(items: string, whom: string, words: Words): string {
  const each = word('each', words);
  return words.vocabulary === 'zh'
    ? `${whom} ${word('de', words)} ${each} ${items}`
    : `${each} ${items} ${word('of', words)} ${whom}`;
}

/** `excludes 甲, 乙`, `不与 甲、乙 重复享受`. */
function relation(node: Excludes | StacksWith, words: Words): string {
  const [head, close] =
    node.kind === 'Excludes' ? (['excludes', 'excludesClose'] as const) : (['stacksWith', 'stacksWithClose'] as const);
  const end = words.vocabulary === 'zh' ? ` ${word(close, words)}` : '';
  return `${word(head, words)} ${names(node.measures, words)}${end}`;
}

/** `deny when 失信 because "…"`, `失信 的，不予支持，理由 “…”`. */
function deny({ condition, because: reason, except }: Deny, page: Page): Doc {
  const { words } = page;
  const why = reason ? because(reason, page) : '';
  const head = word('deny', words);
  const who = except.length > 0 ? names(except, words) : '';
  if (words.vocabulary === 'zh') {
    const but = who === '' ? '' : `${words.comma}${who} ${word('exceptClose', words)}`;
    return group([fronted(condition, page), indent([nextPart(page), head, why, but])]);
  }
  return [`${head} `, expression(condition, page), why, who === '' ? '' : ` ${word('except', words)} ${who}`];
}
