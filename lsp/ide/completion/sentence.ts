import type { IToken } from 'chevrotain';
import type { FactSymbol } from '../../../compiler/bind/symbols.ts';
import { benefitHeads, normWords, takesModifiers } from '../../../language/syntax/heads.ts';
import * as T from '../../../language/syntax/tokens.ts';
import type { Role } from '../../../language/syntax/vocabulary.ts';
import { clauseDrafts, figureDrafts } from './clauses.ts';
import { type Draft, keywordDraft, literal, nameDraft } from './item.ts';
import * as names from './names.ts';
import * as norms from './norms.ts';
import { governing } from './place.ts';
import { type Candidate, factNamed, type Scene, wordOf } from './scene.ts';

/** What can follow within a statement, by the word before the cursor and the word that governs this part of it. */
export function inSentence(scene: Scene): Draft[] {
  const { place } = scene;
  const { before, previous } = place;
  const last = before.at(-1);
  if (previous === undefined || last === undefined) return [];
  // The outline drops the colon after a head: 责任单位：.
  const afterSeparator = isSeparator(previous);
  const roles = afterSeparator || previous.tokenType === T.Colon ? [] : T.rolesOf(previous);
  const head = place.statement?.head;
  const direct = head === 'use' ? names.modules(scene) : afterKeyword(roles, head, scene);
  if (direct !== undefined) return direct;
  const part = governing(before);
  const isList = part === undefined ? false : last === before[part.at] || afterSeparator;
  const role = part?.role;
  if (isList && role !== undefined) {
    // 经 绩效评估 后，…: the part before the comma is complete.
    const closed =
      afterSeparator && before.slice(part!.at + 1).some((token) => T.rolesOf(token).some((r) => closes.has(r)));
    const listed = closed ? undefined : listOf(role, scene);
    if (listed !== undefined) return listed;
  }
  if (isPrice(before, previous)) return names.values(scene, isCountable);
  if (wantsValue(previous, afterSeparator)) {
    // 补助 乙：经 绩效评估 后，最高 …: in Chinese the modifiers stand before the amount.
    const front = scene.vocabulary === 'zh' && (afterSeparator || previous.tokenType === T.Colon);
    return [
      ...figureDrafts(scene),
      ...valueDrafts(role, scene),
      ...amountWords(role, scene),
      ...(front ? modifiers(scene) : []),
    ];
  }
  return afterOperand(role, scene);
}

const closes: ReadonlySet<Role> = new Set<Role>([
  'byClose',
  'afterClose',
  'selectClose',
  'de',
  'meetsClose',
  'whenClose',
]);

function isSeparator(token: T.Token): boolean {
  return token.tokenType === T.Comma || token.tokenType === T.ListComma;
}

/** `6000元／`: after a literal amount the stroke is `per`. */
export function isPrice(before: readonly IToken[], previous: T.Token): boolean {
  const amount = before.at(-2) as T.Token | undefined;
  return previous.tokenType === T.Divide && amount?.tokenType === T.NumberToken && /[/／]/.test(previous.image);
}

/** What a keyword asks for by itself; undefined where the part of the statement decides. */
function afterKeyword(roles: readonly Role[], head: Role | undefined, scene: Scene): Draft[] | undefined {
  if (head === 'expect') {
    // expect exempt: a norm of the measure, where the same word elsewhere begins one.
    const word = normWords.find((norm) => roles.includes(norm));
    if (word !== undefined)
      return [...normStates(scene), ...norms.objects(scene, word === 'limitNorm' ? 'hold' : word)];
  }
  const has = (...some: readonly Role[]) => some.some((role) => roles.includes(role));
  const { vocabulary } = scene;
  if (has('each', 'numberOf', 'bestOf')) return lists(scene);
  if (has('of', 'ofMeasure') && head === 'for') return names.parties(scene);
  if (has('ofMeasure') && head === 'example') return names.measures(scene);
  if (has('under')) return names.matters(scene).filter((draft) => draft.kind === 'matter');
  if (has('is') && head === 'party') return names.parties(scene);
  if (has('is', 'isNot')) return valuesOfSubject(scene);
  if (has('in', 'notIn')) return membersOfSubject(scene);
  if (has('level', 'withPoliciesAtLevel', 'withWord'))
    return keywords(['province', 'city', 'district', 'county'], scene);
  if (has('status')) return keywords(['draft', 'inForce', 'repealed'], scene);
  if (has('stacking')) return keywords(['highest', 'sum', 'chooseOne'], scene);
  if (has('perYear', 'inTotal') || roles.length === 0) return undefined;
  if (has('per', 'single') && governing(scene.place.before.slice(0, -1))?.role === 'cap') return capSubjects(scene);
  if (has('samePer', 'across')) return lists(scene);
  if (has('per')) return names.values(scene, isCountable);
  const ofYears = afterHistory(has, scene);
  if (ofYears !== undefined) return ofYears;
  if (has('clause')) return clauseDrafts(scene);
  if (has('waive', 'note', 'source', 'because', 'alias', 'formerly', 'undecided')) return [];
  if (head !== undefined && declares.has(head) && has(head)) return [];
  if (has('expect')) return [...labels(scene), ...norms.words(scene), ...keywords(outcomes, scene, 3)];
  if (has('decide')) return labels(scene);
  return vocabulary === 'zh' && has('after') ? names.processes(scene) : undefined;
}

/** What other years, ranks and past awards are asked of: first what is declared for it. */
function afterHistory(has: (...some: readonly Role[]) => boolean, scene: Scene): Draft[] | undefined {
  if (has('had', 'lessAwarded')) return names.measures(scene);
  if (has('perFull', 'recent')) return [];
  if (has('growthOf', 'growthRateOf', 'sumOf')) return names.values(scene, (fact) => isYearly(fact) && isFigure(fact));
  if (has('lastYears')) return names.values(scene, isYearly);
  if (has('ladder')) return names.values(scene, isFigure);
  if (has('firstTime')) return names.values(scene, (fact) => factType(fact) === 'bool' || isYearly(fact));
  if (has('rankedBy', 'inOrderOf')) return names.values(scene, (fact) => isFigure(fact) || factType(fact) === 'date');
  return undefined;
}

function isYearly({ symbol }: Candidate): boolean {
  return symbol.kind === 'fact' && symbol.byYear;
}

/** Something that can be added up and put in order. */
function isFigure(candidate: Candidate): boolean {
  return isMoney(candidate) || isCountable(candidate) || factType(candidate) === 'rate';
}

/** Statements that declare a name: nothing to offer for it. */
const declares: ReadonlySet<Role> = new Set<Role>([
  ...(['policy', 'enum', 'record', 'unit', 'agency', 'matter', 'measure', 'budget', 'example', 'let'] as const),
]);

/** The names that a list of this kind is made of; undefined where it is no list of names. */
function listOf(role: Role | 'colon' | 'equals', scene: Scene): Draft[] | undefined {
  switch (role) {
    case 'for':
      return [...names.parties(scene), ...keywords(['each'], scene, 2)];
    case 'disjoint':
    case 'extendTo':
    case 'encourage':
    case 'may':
    case 'entitle':
    case 'exempt':
    case 'recognise':
      return names.parties(scene);
    case 'party':
      // Another block of a known party adds facts to it.
      return names.parties(scene);
    case 'oblige':
      return [...names.agencies(scene), ...names.parties(scene).map((draft) => ({ ...draft, tier: draft.tier + 2 }))];
    case 'by':
    case 'byOpen':
    case 'ledBy':
    case 'issuedBy':
      return names.agencies(scene);
    case 'about':
      return names.matters(scene);
    case 'after':
    case 'selectedBy':
      return names.processes(scene);
    case 'from':
      return names.simple(scene, 'budget');
    case 'applyTo':
    case 'excludes':
    case 'stacksWith':
    case 'allow':
    case 'betweenMeasures':
    case 'except':
      return names.measures(scene, 'own');
    case 'allowRule':
      return names.rules(scene);
    case 'replaces':
      return names.simple(scene, 'policy');
    case 'needs':
      return names.values(scene);
    default:
      return undefined;
  }
}

// -------------------------------------------------------------------------------------------------------------- values

/** After these an operand must follow. */
function wantsValue(previous: T.Token, afterSeparator: boolean): boolean {
  if (afterSeparator) return true;
  const type = previous.tokenType;
  const categories = type.CATEGORIES ?? [];
  if ([T.Colon, T.LParen, T.Equals].includes(type) || categories.some((c) => operators.has(c))) return true;
  return T.rolesOf(previous).some((role) => wanting.has(role));
}

const operators: ReadonlySet<unknown> = new Set([T.Additive, T.Multiplicative, T.Comparison]);

const wanting: ReadonlySet<Role> = new Set<Role>([
  ...(['when', 'meetsOpen', 'where', 'deny', 'and', 'or', 'not', 'of', 'accordingTo', 'between', 'to'] as const),
  ...(['cap', 'floor', 'upTo', 'atLeast', 'atMost', 'notLessThan', 'moreThan', 'notMoreThan', 'lessThan'] as const),
  ...benefitHeads,
]);

const conditional: ReadonlySet<string> = new Set<Role>(['when', 'meetsOpen', 'where', 'deny', 'extendTo']);

function valueDrafts(role: Role | 'colon' | 'equals' | undefined, scene: Scene): Draft[] {
  const condition = role !== undefined && conditional.has(role);
  const limit = role === 'cap' || role === 'floor';
  return names.values(scene, (candidate) =>
    condition ? isCondition(candidate) : limit ? isMoney(candidate) : isAmount(candidate),
  );
}

function factType(candidate: Candidate): FactSymbol['factType']['type'] | undefined {
  return candidate.symbol.kind === 'fact' ? candidate.symbol.factType.type : undefined;
}

function isCondition(candidate: Candidate): boolean {
  return factType(candidate) !== 'list';
}

function isMoney(candidate: Candidate): boolean {
  const type = factType(candidate);
  return type === undefined || type === 'money';
}

/** In Chinese a benefit may begin with its condition, so facts of yes and no stand there as well. */
function isAmount(candidate: Candidate): boolean {
  const type = factType(candidate);
  return type !== 'list' && type !== 'key' && type !== 'date';
}

function isCountable(candidate: Candidate): boolean {
  const type = factType(candidate);
  return type === 'count' || type === 'quantity' || type === 'duration';
}

function lists(scene: Scene): Draft[] {
  return names.values(scene, (candidate) => factType(candidate) === 'list');
}

/** Whose awards a cap holds down: what the measure is for. */
function capSubjects({ measure }: Scene): Draft[] {
  if (measure === undefined) return [];
  const each = measure.each === undefined ? [] : [nameDraft(measure.each.name, 'fact', 0)];
  return [...each, ...measure.parties.map((party) => nameDraft(party.name, 'party', 1))];
}

/** The fact before `is` or `in`. */
function subject(scene: Scene): FactSymbol | undefined {
  const name = scene.place.before.at(-2) as T.Token | undefined;
  return name !== undefined && T.canBeName(name) ? factNamed(scene, name.text || name.image) : undefined;
}

function valuesOfSubject(scene: Scene): Draft[] {
  const type = subject(scene)?.factType;
  if (type?.type === 'enum') return names.memberDrafts(type.enum.members, type.enum.name);
  if (type === undefined || type.type === 'bool') return keywords(['yes', 'no'], scene);
  return [];
}

function membersOfSubject(scene: Scene): Draft[] {
  const type = subject(scene)?.factType;
  if (type?.type !== 'enum') return [];
  const { members, name } = type.enum;
  const separator = scene.vocabulary === 'zh' ? '、' : ', ';
  const all = names.memberDrafts(members, name).map((draft) => draft.insert);
  return [
    {
      label: `{${members.join(separator)}}`,
      kind: 'snippet',
      insert: `{${all.join(separator)}}`,
      snippet: `{\${1:${literal(all.join(separator))}}}`,
      detail: name,
      tier: 0,
    },
  ];
}

/** The benefits that an example may speak of: of its measure, or else of its policy. */
export function labels({ measure, policy }: Scene): Draft[] {
  const of = measure === undefined ? (policy?.measures ?? []) : [measure];
  return of.flatMap((m) =>
    m.benefits.map((benefit) =>
      nameDraft(benefit.label ?? m.symbol.name, benefit.label === undefined ? 'measure' : 'benefit', 0, {
        detail: m.symbol.name,
      }),
    ),
  );
}

const outcomes: readonly Role[] = [
  'denied',
  'ceiling',
  'needs',
  'selective',
  'suppressed',
  'granted',
  'undecidedOutcome',
  'caseByCase',
];

/** After the object of a norm, its state; after an amount or outcome, who decides it. */
function afterExpected(role: Role | 'colon' | 'equals' | undefined, scene: Scene): Draft[] {
  if (normWords.some((word) => word === role)) return normStates(scene);
  return role === 'equals' ? keywords(['after', 'selectedBy'], scene, 1) : [];
}

function normStates(scene: Scene): Draft[] {
  return keywords(['holds', 'doesNotHold', 'needs'], scene);
}

// ----------------------------------------------------------------------------------------------------------- keywords

export function keywords(roles: readonly Role[], scene: Scene, tier = 0): Draft[] {
  return roles.flatMap((role, i) => keywordDraft(role, scene.vocabulary, tier + i / 100));
}

/** The words that an amount can begin with. */
function amountWords(role: Role | 'colon' | 'equals' | undefined, scene: Scene): Draft[] {
  const isAmountPlace = role === 'colon' || (role !== undefined && benefits.has(role));
  if (!isAmountPlace) return role !== undefined && conditional.has(role) ? keywords(['not'], scene, 8) : [];
  const words: readonly Role[] = [
    'upTo',
    'atLeast',
    'accordingTo',
    'table',
    'bands',
    'ladder',
    'bestOf',
    'sumOf',
    'numberOf',
    'undecided',
    'caseByCase',
  ];
  return keywords(words, scene, 8);
}

const benefits: ReadonlySet<string> = new Set<Role>(benefitHeads);

/** What may follow a value: operators of conditions, and the modifiers of the statement. */
function afterOperand(role: Role | 'colon' | 'equals' | undefined, scene: Scene): Draft[] {
  const { place } = scene;
  const head = place.statement?.head;
  const last = place.before.at(-1) as T.Token | undefined;
  if (head === undefined || last === undefined) return [];
  switch (head) {
    case 'for':
      return forWords(scene);
    case 'party':
      return keywords(['is', 'alias'], scene);
    case 'agency':
      return keywords(['alias', 'formerly'], scene);
    case 'unit':
      return keywords(['alias'], scene);
    case 'matter':
      return keywords(['under'], scene);
    case 'example':
      return keywords(['ofMeasure'], scene);
    case 'expect':
      return role === 'expect' ? [...equals(scene), ...keywords(outcomes, scene, 1)] : afterExpected(role, scene);
    case 'decide':
      return equals(scene);
    case 'deny':
      return [...conditionWords(last, scene), ...keywords(['because', 'except'], scene, 2)];
    case 'waive':
      return [...conditionWords(last, scene), ...keywords(['because'], scene, 2)];
    case 'budget':
      return keywords(['perYear', 'forYears', 'total', 'by'], scene);
    case 'let':
      return role === 'equals' ? keywords(['per', 'roundedTo', 'roundedDownTo'], scene) : [];
    case 'stacking':
    case 'highest':
    case 'sum':
    case 'chooseOne':
      return keywords(
        [
          'withinThisPolicy',
          'withOtherPolicies',
          'withPoliciesAtLevel',
          'withWord',
          'per',
          'across',
          'betweenMeasures',
        ],
        scene,
      );
    default:
      break;
  }
  if (role !== undefined && conditional.has(role)) return [...conditionWords(last, scene), ...modifiers(scene)];
  if (role === 'cap') return [...keywords(['perYear', 'inTotal', 'per'], scene), ...modifiers(scene)];
  if (role === 'after' && scene.vocabulary === 'zh') return keywords(['afterClose', 'selectClose'], scene);
  if (role === 'byOpen') return keywords(['byClose'], scene);
  const terms = termWords[head];
  if (terms !== undefined) return [...keywords(terms, scene), ...modifiers(scene)];
  if (takesModifiers.has(head)) {
    const words: readonly Role[] =
      scene.vocabulary === 'zh' ? ['de', 'per', 'bandsAfter'] : isRate(last) ? ['of'] : ['per'];
    return [...keywords(words, scene), ...modifiers(scene)];
  }
  return head === 'when' || head === 'cap' ? conditionWords(last, scene) : [];
}

/** When something is to be reached, or how long it holds. */
const termWords: Partial<Record<Role, readonly Role[]>> = {
  target: ['eachYear', 'byYear', 'within', 'withinClose'],
  oblige: ['eachYear', 'byYear', 'within', 'withinClose'],
  reclaim: ['within', 'withinClose'],
  bar: ['forYears', 'withinClose'],
};

function isRate(token: T.Token): boolean {
  return token.number?.unit === 'percent' || token.number?.unit === 'permille';
}

function conditionWords(last: T.Token, scene: Scene): Draft[] {
  const fact = T.canBeName(last) ? factNamed(scene, last.text || last.image) : undefined;
  const type = fact?.factType.type;
  const own: readonly Role[] =
    type === 'enum'
      ? ['is', 'in', 'isNot', 'notIn']
      : type === undefined || type === 'bool'
        ? []
        : ['notLessThan', 'moreThan', 'notMoreThan', 'lessThan', 'between'];
  return [...keywords(own, scene), ...keywords(['and', 'or'], scene, 1)];
}

/** `for each 平台 of 高校`, 对象 高校 的每个 平台. */
function forWords(scene: Scene): Draft[] {
  const each = scene.place.before.some((token) => T.has(token, 'each'));
  if (scene.vocabulary === 'zh') return each ? [] : [phrase(`${wordOf('de', scene)}${wordOf('each', scene)}`)];
  const of = scene.place.before.some((token) => T.has(token, 'of'));
  return each && !of ? keywords(['of'], scene) : keywords(['where'], scene);
}

function phrase(label: string): Draft {
  return { label, kind: 'keyword', insert: label, tier: 0 };
}

function equals(scene: Scene): Draft[] {
  return [
    {
      label: scene.vocabulary === 'zh' ? '＝' : '=',
      kind: 'keyword',
      insert: scene.vocabulary === 'zh' ? '＝' : '=',
      tier: 0,
    },
  ];
}

/** The modifiers that the statement at hand can still take, in the order of the vocabulary's sentences. */
export function modifiers(scene: Scene): Draft[] {
  const head = scene.place.statement?.head;
  if (head === undefined || !takesModifiers.has(head)) return [];
  const present = new Set(scene.place.statement!.tokens.flatMap((token) => T.rolesOf(token)));
  const all = benefits.has(head) ? benefitModifiers : plainModifiers;
  const open = all.filter((role) => !present.has(role) || repeatable.has(role));
  return keywords(open, scene, 10);
}

const benefitModifiers: readonly Role[] = [
  ...([
    'cap',
    'perYear',
    'when',
    'instead',
    'plusPoints',
    'raisedBy',
    'times',
    'after',
    'selectedBy',
    'by',
    'byOpen',
    'floor',
    'from',
    'quota',
    'atMost',
    'proRata',
    'inOrderOf',
    'onceEver',
  ] as const),
  ...(['paidAtOnce', 'paidIn', 'atOnce', 'payTo', 'borneBy', 'decidedBy', 'about', 'clause', 'note'] as const),
];
const plainModifiers: readonly Role[] = ['when', 'by', 'clause', 'note'];
/** What one statement may say several times. */
export const repeatable: ReadonlySet<Role> = new Set<Role>([
  ...(['cap', 'perYear', 'instead', 'plusPoints', 'raisedBy', 'times', 'after', 'lessAwarded', 'when'] as const),
]);
