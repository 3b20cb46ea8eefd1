import { phrases, type Role, roles, vocabulary } from '../syntax/vocabulary.ts';
import {
  brackets,
  date,
  latinEnd,
  latinName,
  latinUnits,
  moneyUnits,
  number,
  quotedName,
  quotes,
  shortUnits,
} from './lexis.ts';

/** A rule of a TextMate grammar, as far as it is used here. Patterns are Oniguruma's. */
export interface Rule {
  readonly include?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: { readonly [group: string]: { readonly name?: string; readonly patterns?: readonly Rule[] } };
  readonly beginCaptures?: { readonly [group: string]: { readonly name: string } };
  readonly endCaptures?: { readonly [group: string]: { readonly name: string } };
  readonly patterns?: readonly Rule[];
}

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: { readonly [name: string]: Rule };
}

/**
 * The grammar for colours before, and without, the language server. It knows words and not places, so a word that may
 * be a name (项目, status) is a keyword only where a statement begins; the server's semantic tokens tell the rest.
 *
 * Every character that belongs to a word is claimed by some rule, names by the last one: so a keyword is never found
 * within a name (当年, 经济贡献), and no rule needs to look back.
 */
export function textMateGrammar(): TextMateGrammar {
  return {
    name: 'Cuoshi',
    scopeName: 'source.cuoshi',
    patterns: [
      ...['comments', 'strings', 'declarations', 'benefits', 'heads', 'labels', 'types', 'dates', 'numbers'].map(
        include,
      ),
      ...['glued', 'keywords', 'marks', 'names'].map(include),
    ],
    repository: {
      comments: {
        patterns: [
          { name: scope('comment.line.double-slash'), match: '//.*$' },
          { name: scope('comment.block'), begin: '/\\*', end: '\\*/' },
        ],
      },
      strings: { patterns: quotes.map(stringRule) },
      declarations: { patterns: declared.map(([role, kind]) => declarationRule(role, kind)) },
      benefits: { patterns: [benefitRule()] },
      heads: { patterns: headRules() },
      labels: { patterns: labelRules() },
      types: { patterns: [typeRule()] },
      dates: { patterns: [{ name: scope('constant.numeric.date'), match: date }] },
      numbers: { patterns: numberRules() },
      glued: { patterns: [gluedRule()] },
      keywords: { patterns: keywordRules(roles.filter((role) => !onlyAtStart(role))) },
      marks: { patterns: markRules() },
      names: {
        patterns: [
          { name: scope('variable.other.quoted'), match: quotedName },
          { name: scope('variable.other'), match: `[\\p{L}\\p{M}_][\\p{L}\\p{M}\\p{N}_]*(?:-[A-Za-z0-9_]+)*` },
        ],
      },
    },
  };
}

// ------------------------------------------------------------------------------------------------------ scopes

const scope = (name: string) => `${name}.cuoshi`;
const include = (name: string): Rule => ({ include: `#${name}` });

/** Statements that declare a name, and what the name is to a theme. */
const declared: readonly (readonly [Role, string])[] = [
  ['use', 'entity.name.namespace'],
  ['policy', 'entity.name.namespace'],
  ['enum', 'entity.name.type.enum'],
  ['record', 'entity.name.type.record'],
  ['unit', 'entity.name.type.unit'],
  ['party', 'entity.name.type.party'],
  ['agency', 'entity.name.type.agency'],
  ['matter', 'entity.name.type.matter'],
  ['measure', 'entity.name.function.measure'],
  ['budget', 'variable.other.constant.budget'],
  ['let', 'variable.other.constant.let'],
];

const benefitKinds: readonly Role[] = ['support', 'grant', 'reward', 'allowance', 'subsidize', 'match', 'invest'];
const types: readonly Role[] = ['money', 'rate', 'count', 'date', 'duration', 'bool', 'key'];
const connectives: readonly Role[] = ['and', 'or', 'not', 'in', 'notIn', 'is', 'isNot', 'between'];
const comparisons: readonly Role[] = ['notLessThan', 'moreThan', 'notMoreThan', 'lessThan'];
const constants: readonly Role[] = [
  ...(['yes', 'no', 'none', 'otherwiseNone', 'province', 'city', 'district', 'county', 'draft', 'inForce'] as const),
  ...(['repealed', 'granted', 'ceiling', 'selective', 'suppressed', 'denied', 'needs', 'undecidedOutcome'] as const),
];
/** What is left open: worth seeing at a glance. */
const open: readonly Role[] = ['undecided', 'caseByCase', 'yicixing'];
/** Heads that also stand within a line, behind an amount, and are keywords there. */
const modifiers: readonly Role[] = ['clause', 'note', 'for', 'about', 'from'];

function scopeOf(role: Role): string {
  if (benefitKinds.includes(role)) return scope('keyword.control.benefit');
  if (types.includes(role)) return scope('support.type');
  if (connectives.includes(role) || comparisons.includes(role)) return scope('keyword.operator.expression');
  if (constants.includes(role)) return scope('constant.language');
  if (open.includes(role)) return scope('keyword.control.open');
  return vocabulary[role].head === 'top' ? scope('keyword.declaration') : scope('keyword.other');
}

/** A word that begins statements, and that elsewhere is more likely a name. */
function onlyAtStart(role: Role): boolean {
  const { head, contextual } = vocabularyOf(role);
  return types.includes(role) || (head !== undefined && contextual === true && !modifiers.includes(role));
}

const vocabularyOf = (role: Role): { readonly head?: string; readonly contextual?: true; readonly glues?: true } =>
  vocabulary[role];

// ----------------------------------------------------------------------------------------------------- patterns

const blank = '[ \\t　]';
/** Where a statement may begin; consumes the blanks before it. */
const start = `(?:^|(?<=[{｛};；。}｝]))${blank}*`;
const colon = `${blank}*[:：]`;
const name = `(?:${quotedName}|\\p{Han}+|${latinName})`;

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const isHan = (phrase: string) => /^\p{Script=Han}+$/u.test(phrase);
const isLatin = (phrase: string) => /^[a-z]/.test(phrase);
const longestFirst = (words: readonly string[]) =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const oneOf = (words: readonly string[]) => `(?:${longestFirst(words).map(literal).join('|')})`;
const both = (role: Role) => [...phrases(role, 'en'), ...phrases(role, 'zh')];

/** Phrases, each as a whole word. Marks among them (`~`, `/年`) are left to `markRules`. */
function wholeWords(all: readonly string[]): string {
  const latin = longestFirst(all.filter(isLatin)).map((phrase) => phrase.split(' ').map(literal).join('[ \\t]+'));
  const han = longestFirst(all.filter(isHan)).map(literal);
  return [
    ...(latin.length > 0 ? [`(?:${latin.join('|')})${latinEnd}`] : []),
    ...(han.length > 0 ? [`(?:${han.join('|')})(?!\\p{Han})`] : []),
  ].join('|');
}

const glues = longestFirst(
  // 累计上限 is what somebody calls a fact; the scanner glues it to nothing either.
  roles
    .filter((role) => vocabularyOf(role).glues)
    .flatMap((role) => phrases(role, 'zh').filter((p) => p !== '上限' && isHan(p))),
);
/** A run of Han characters that is keywords: one, or several that may be glued. No longer runs of them make sense. */
const keywordRun = `(?:(?:${longestFirst(roles.flatMap(both).filter(isHan)).join('|')})|(?:${glues.join('|')}){2,8})(?!\\p{Han})`;

function stringRule([left, right]: readonly [string, string]): Rule {
  const kind = left === '《' ? 'string.quoted.other.document' : 'string.quoted.double';
  return {
    name: scope(kind),
    begin: literal(left),
    // A string ends on its line: a forgotten mark colours no more than that.
    end: `${literal(right)}|$`,
    beginCaptures: { 0: { name: scope('punctuation.definition.string.begin') } },
    endCaptures: { 0: { name: scope('punctuation.definition.string.end') } },
  };
}

function declarationRule(role: Role, kind: string): Rule {
  return {
    match: `${start}(${wholeWords(both(role))})${blank}+(${name}(?:[.．]${name})*)`,
    captures: { 1: { name: scopeOf(role) }, 2: { name: scope(kind) } },
  };
}

function benefitRule(): Rule {
  return {
    match: `(${wholeWords(benefitKinds.flatMap(both))})(?:${blank}+(${name})(?=${colon}))?`,
    captures: { 1: { name: scope('keyword.control.benefit') }, 2: { name: scope('entity.name.function.benefit') } },
  };
}

/** Heads that are likely names, where a statement begins; before a colon they are names there too. */
function headRules(): Rule[] {
  const heads = roles.filter((role) => onlyAtStart(role) && !types.includes(role));
  return rulesFor(heads.flatMap(both), heads).map((rule) => ({
    match: `${start}(${rule.match})(?!${colon})`,
    captures: { 1: { name: rule.name! } },
  }));
}

/** A name before a colon: a fact, a row of a table, a benefit. The aliases between are names as well. */
function labelRules(): Rule[] {
  const otherwise = wholeWords((['otherwise', 'otherwiseNone', 'none'] as const).flatMap(both));
  return [
    { name: scope('keyword.other'), match: `(?:${otherwise})(?=${colon})` },
    { name: scope('variable.other.property'), match: `${name}(?=${colon})` },
    {
      match: `(${name})${blank}+(${wholeWords(both('alias'))})${blank}+(${name})(?=${colon})`,
      captures: {
        1: { name: scope('variable.other.property') },
        2: { name: scope('keyword.other') },
        3: { name: scope('variable.other.property') },
      },
    },
  ];
}

/** The built-in types, behind the colon of a declaration: elsewhere 金额 and count are names. */
function typeRule(): Rule {
  return {
    match: `([:：])${blank}*(${wholeWords(types.flatMap(both))})`,
    captures: { 1: { name: scope('punctuation.separator.colon') }, 2: { name: scope('support.type') } },
  };
}

function numberRules(): Rule[] {
  const numeric = { 1: { name: scope('constant.numeric') }, 2: { name: scope('keyword.other.unit') } };
  return [
    {
      match: `(${number})${blank}*(${oneOf(moneyUnits)}|[%％‰]|${oneOf(shortUnits)}(?!\\p{Han})|${oneOf(shortUnits)}(?=${keywordRun})|${oneOf(latinUnits)}${latinEnd})`,
      captures: numeric,
    },
    // A declared unit adjoins its number; a keyword does not belong to it.
    { match: `(${number})(?!${keywordRun})(${oneOf(['万', '亿'])}?(?:\\p{Han}+|${latinName}))`, captures: numeric },
    { name: scope('constant.numeric'), match: number },
  ];
}

/** Several keywords in one run: 每年最高不超过. */
function gluedRule(): Rule {
  const patterns = glues.map((phrase) => ({
    name: scopeOf(roles.find((role) => both(role).includes(phrase))!),
    match: phrase,
  }));
  return { match: `(?:${glues.join('|')}){2,8}(?!\\p{Han})`, captures: { 0: { patterns } } };
}

/** Phrases of several words before single words: `in total` before `in`. */
function keywordRules(of: readonly Role[]): Rule[] {
  const all = of.flatMap(both).filter((phrase) => isHan(phrase) || isLatin(phrase));
  const [several, single] = [
    all.filter((phrase) => phrase.includes(' ')),
    all.filter((phrase) => !phrase.includes(' ')),
  ];
  return [...rulesFor(several, of), ...rulesFor(single, of)];
}

/** A rule for each scope. A phrase of several roles has the scope of the first. */
function rulesFor(words: readonly string[], of: readonly Role[]): Rule[] {
  const groups = new Map<string, string[]>();
  for (const phrase of new Set(words)) {
    const scopeName = scopeOf(of.find((role) => both(role).includes(phrase))!);
    groups.set(scopeName, [...(groups.get(scopeName) ?? []), phrase]);
  }
  return [...groups].map(([name, phrases]) => ({ name, match: wholeWords(phrases) }));
}

function markRules(): Rule[] {
  const words = roles.flatMap(both).filter((phrase) => !isHan(phrase) && !isLatin(phrase));
  // Both widths of what is written in brackets: （含）.
  const wide = words.flatMap((word) => [word, word.replace('（', '(').replace('）', ')')]);
  const opening = brackets.map(([left]) => left).join('');
  const closing = brackets.map(([, right]) => right).join('');
  return [
    { name: scope('keyword.other'), match: oneOf(wide.filter((word) => /\p{Script=Han}/u.test(word))) },
    { name: scope('keyword.operator'), match: `[>＞]?\\.\\.[=＝]?|[<>＜＞][=＝]?|[≤≥=＝+＋*＊×÷/／~～—–-]` },
    { name: scope('punctuation.separator'), match: '[,，、;；。:：.．]' },
    { name: scope('punctuation.section.brackets.begin'), match: `[${literal(opening)}]` },
    { name: scope('punctuation.section.brackets.end'), match: `[${literal(closing)}]` },
  ];
}
