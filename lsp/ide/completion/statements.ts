import type { FactSymbol } from '../../../compiler/bind/symbols.ts';
import type { CheckedMeasure } from '../../../compiler/check/model.ts';
import type { PartCoverage } from '../../../compiler/source-text/coverage/coverage.ts';
import { nameAt } from '../../../language/formatter/words.ts';
import { benefitHeads, modifierHeads, normHeads, takesModifiers } from '../../../language/syntax/heads.ts';
import type { Role } from '../../../language/syntax/vocabulary.ts';
import { nodesOf } from '../../../language/syntax/walk.ts';
import { measureFor } from '../clause-skeleton.ts';
import { keywordHelp } from '../keyword-help.ts';
import { clauses } from './clauses.ts';
import { type Draft, keywordDraft, literal, stop } from './item.ts';
import { givenSnippet } from './lists.ts';
import * as names from './names.ts';
import type { Scene } from './scene.ts';
import { modifiers } from './sentence.ts';

/** What may begin here: statements of the block, ready-made ones first, and modifiers of the statement above. */
export function atStart(scene: Scene): Draft[] {
  const { place } = scene;
  switch (place.context) {
    case 'file':
      return [...fileSnippets(scene), ...heads(fileHeads, scene)];
    case 'policy':
      return scene.vocabulary === 'zh'
        ? [...heads([...policyHeads, ...stackingHeads, 'since'], scene), ...fronts(scene)]
        : heads(policyHeads, scene);
    case 'measure':
      return [
        ...continued(scene),
        ...benefitSnippets(scene),
        ...heads(
          measureHeads.filter((role) => !isBehindBenefit(role, scene)),
          scene,
        ),
        ...(scene.vocabulary === 'zh' ? fronts(scene) : []),
      ];
    case 'budget':
      return heads(['clause', 'note', 'by'], scene);
    case 'example':
      return [...heads(exampleHeads, scene), ...givenParties(scene)];
    case 'unknown':
      return heads([...measureHeads, ...policyHeads], scene);
    default:
      return place.context satisfies never;
  }
}

const fileHeads: readonly Role[] = [
  ...([
    'measure',
    'party',
    'example',
    'use',
    'policy',
    'enum',
    'record',
    'agency',
    'matter',
    'budget',
    'let',
    'waive',
    'deny',
  ] as const),
  ...(['unit', 'disjoint', 'currency', 'parameter', 'applyTo', 'ruling'] as const),
];
/** The core of the reference first, then what few documents need. */
const policyHeads: readonly Role[] = [
  ...(['ledBy', 'issuedBy', 'level', 'status', 'effectiveOnPublication', 'effective', 'stacking', 'source'] as const),
  ...(['extendTo', 'waive', 'allowRule', 'deny', 'replaces', 'asOf'] as const),
  ...(['bounds', 'applyTo', 'covers', 'applyWithin', 'ruling'] as const),
];
const stackingHeads: readonly Role[] = ['highest', 'sum', 'chooseOne'];
const measureHeads: readonly Role[] = [
  ...(['clause', 'for', 'about', 'by', 'when', 'cap'] as const),
  ...benefitHeads,
  ...(['deny', 'let', 'excludes', 'stacksWith', 'from', 'note', 'waive', 'allowRule'] as const),
  ...normHeads,
  ...(['score', 'extendTo', 'effective'] as const),
  ...([
    'after',
    'selectedBy',
    'quota',
    'atMost',
    'samePer',
    'inOrderOf',
    'proRata',
    'onceEver',
    'paidAtOnce',
    'perYear',
  ] as const),
  ...(['covers', 'applyWithin', 'eachYearFor', 'since', 'lessAwarded', 'floor', 'meetsOpen', 'byOpen'] as const),
  ...(['allow', 'replaces', 'ruling'] as const),
];
const exampleHeads: readonly Role[] = ['expect', 'decide', 'had', 'hadNothing', 'asOf', 'tryReading'];

/** Statements that a measure has once. */
const single: ReadonlySet<Role> = new Set<Role>(['for', 'clause', 'about']);

function heads(roles: readonly Role[], scene: Scene): Draft[] {
  const present = new Set(scene.place.around.at(-1)?.block?.statements.map((statement) => statement.head));
  return roles
    .filter((role) => !(single.has(role) && present.has(role)))
    .flatMap((role, i) => keywordDraft(role, scene.vocabulary, 3 + i / 100, keywordHelp[role]?.[scene.lang]));
}

/** What would be of the whole measure, on a line behind its first benefit: there it is an error, because it may be meant for the benefit. */
function isBehindBenefit(role: Role, { place }: Scene): boolean {
  if (!modifierHeads.has(role) || role === 'meetsOpen') return false;
  const statements = place.around.at(-1)?.block?.statements ?? [];
  const isBenefit = (head: Role | undefined) => benefitHeads.some((benefit) => benefit === head);
  return statements.some(({ head, span }) => isBenefit(head) && span.start < place.word.start);
}

/** A Chinese sentence may begin with its condition, 评级 为 差 的，…, or with who it is about: 市科技局 应当 …. */
function fronts(scene: Scene): Draft[] {
  const values = names.values(scene, ({ symbol }) => symbol.kind !== 'fact' || symbol.factType.type !== 'list');
  const bodies = [...names.parties(scene), ...names.agencies(scene)];
  const words = heads(['not', 'firstTime', 'lastYears', 'had', 'forYears'], scene);
  return [
    ...values.map((draft) => ({ ...draft, tier: draft.tier + 5 })),
    ...[...bodies, ...words].map((draft) => ({ ...draft, tier: draft.tier + 12 })),
  ];
}

/** On a line deeper than its benefit, a modifier goes on with it. */
function continued(scene: Scene): Draft[] {
  const { statement, indent } = scene.place;
  const isDeeper =
    statement?.head !== undefined &&
    takesModifiers.has(statement.head) &&
    (indent ?? 0) > indentOf(scene, statement.span.start);
  return isDeeper ? modifiers(scene).map((draft) => ({ ...draft, tier: draft.tier - 10 })) : [];
}

function indentOf({ place }: Scene, offset: number): number {
  const { lines } = place.source;
  return /^\s*/.exec(lines.line(lines.position(offset).line))![0].length;
}

// ------------------------------------------------------------------------------------------------------------ snippets

function snippet(label: string, lines: readonly string[], text: string, also: readonly string[], tier: number): Draft {
  const body = lines.join('\n');
  return { label, kind: 'snippet', insert: withoutStops(body), snippet: body, text, also, tier };
}

/** The text of a snippet with what its places are filled with at first. */
function withoutStops(body: string): string {
  return body
    .replace(/\$\{\d+\|((?:[^\\,|]|\\.)*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}

function fileSnippets(scene: Scene): Draft[] {
  const zh = scene.vocabulary === 'zh';
  const help = scene.lang === 'zh' ? '一条完整的措施' : 'a whole measure';
  const measure = zh
    ? [
        `措施 ${stop(1, '名称')} “${stop(2, '标题')}” {`,
        `  条款 “${stop(3, '一（一）')}”`,
        `  对象 ${stop(4, '高校')}`,
        `  事项 ${stop(5, '事项')}`,
        `  责任单位 ${stop(6, '机构')}`,
        `  补助 ${stop(7, '6000元／人数，每年 最高不超过 50万元')}`,
        '}',
      ]
    : [
        `measure ${stop(1, 'NAME')} "${stop(2, 'TITLE')}" {`,
        `  clause "${stop(3, '一（一）')}"`,
        `  for ${stop(4, '高校')}`,
        `  about ${stop(5, 'MATTER')}`,
        `  by ${stop(6, 'AGENCY')}`,
        `  grant ${stop(7, '6000元 per FACT cap 50万元 per year')}`,
        '}',
      ];
  const open = clauses(scene.snapshot, scene.file).slice(0, mostClauses);
  return [
    snippet(zh ? '措施 …' : 'measure …', measure, help, ['measure', '措施', 'cuoshi'], 0),
    ...open.map((part, i) => measureDraft(part, 0.5 + i / 1000, scene)),
    ...examplesFor(scene),
  ];
}

const mostClauses = 40;

/** A whole measure for a clause of the official text that none answers yet. */
function measureDraft({ part }: PartCoverage, tier: number, scene: Scene): Draft {
  const lines = measureFor(part, scene.vocabulary);
  const label = scene.vocabulary === 'zh' ? `措施 … 条款 ${part.clause}` : `measure … clause ${part.clause}`;
  const help = scene.lang === 'zh' ? '这一条还没有措施' : 'no measure answers this clause yet';
  return snippet(label, lines, help, ['measure', '措施', '条款', part.clause], tier);
}

/** An example for each measure of the file that has none, the nearest above the cursor first. */
function examplesFor(scene: Scene): Draft[] {
  const { policy, file, place } = scene;
  if (policy === undefined) return [];
  const tested = new Set(policy.examples.map((example) => example.measure));
  const own = policy.measures.filter((m) => m.benefits.length > 0 && !tested.has(m.symbol));
  const offset = place.word.start;
  const distance = (m: CheckedMeasure) =>
    m.file !== file
      ? Number.MAX_SAFE_INTEGER
      : m.symbol.node.span.start < offset
        ? offset - m.symbol.node.span.start
        : 1e9;
  return [...own]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 5)
    .map((measure, i) => exampleFor(measure, 1 + i / 100, scene));
}

function exampleFor(measure: CheckedMeasure, tier: number, scene: Scene): Draft {
  const zh = scene.vocabulary === 'zh';
  const name = literal(nameAt(measure.symbol.name, 'elsewhere'));
  const party = literal(nameAt(measure.parties[0]?.name ?? (zh ? '主体' : 'PARTY'), 'elsewhere'));
  const facts = factsRead(measure, scene);
  let last = 2;
  const lines = facts.map((fact, i) => {
    const given = givenSnippet(fact, last, scene);
    last = given.next;
    return `    ${given.text}${i < facts.length - 1 ? ',' : ''}`;
  });
  const label = literal(nameAt(measure.benefits[0]?.label ?? '', 'elsewhere'));
  const target = measure.benefits[0]?.label === undefined ? '' : `${label} `;
  const body = zh
    ? [
        `算例 “${stop(1, '说明')}” 用于 ${name} {`,
        `  ${party} {`,
        ...lines,
        '  }',
        `  应得 ${target}＝ ${stop(last, '0')}万元`,
        '}',
      ]
    : [
        `example "${stop(1, 'CASE')}" of ${name} {`,
        `  ${party} {`,
        ...lines,
        '  }',
        `  expect ${target}= ${stop(last, '0')}万元`,
        '}',
      ];
  const head = zh ? `算例 … 用于 ${measure.symbol.name}` : `example … of ${measure.symbol.name}`;
  const help = scene.lang === 'zh' ? '这条措施的算例，事实已列出' : 'an example of this measure, its facts listed';
  return snippet(head, body, help, ['example', '算例', measure.symbol.name], tier);
}

/** The facts that a measure reads of an applicant, in the order they are read; of an item, the list. */
function factsRead(measure: CheckedMeasure, { snapshot }: Scene): FactSymbol[] {
  const facts = new Set<FactSymbol>(measure.each === undefined ? [] : [measure.each]);
  for (const name of nodesOf(measure.symbol.node, 'Name')) {
    const reference = snapshot.checked.references.get(name);
    if (reference?.kind === 'fact' && reference.fact.record === undefined && reference.fact.derived === undefined) {
      facts.add(reference.fact);
    }
  }
  return [...facts];
}

function benefitSnippets(scene: Scene): Draft[] {
  const zh = scene.vocabulary === 'zh';
  const say = (chinese: string, english: string) => (scene.lang === 'zh' ? chinese : english);
  return zh
    ? [
        snippet(
          '补助 …／…，最高不超过 …',
          [`补助 ${stop(1, '名称')}：${stop(2, '6000元')}／${stop(3, '人数')}，每年 最高不超过 ${stop(4, '50万元')}`],
          say('按数量，封顶', 'so much for each, with a cap'),
          ['grant', 'cap'],
          1,
        ),
        snippet(
          '支持 …，经 … 后，最高 …',
          [`支持 ${stop(1, '名称')}：经 ${stop(2, '绩效评估')} 后，最高 ${stop(3, '100万元')}`],
          say('由评定决定数额', 'a ceiling that a process decides'),
          ['support', 'up to'],
          1.1,
        ),
        snippet(
          '奖励 …',
          [`奖励 ${stop(1, '名称')}：${stop(2, '100万元')}`],
          say('定额', 'a fixed sum'),
          ['reward'],
          1.2,
        ),
      ]
    : [
        snippet(
          'grant … per … cap …',
          [`grant ${stop(1, 'LABEL')}: ${stop(2, '6000元')} per ${stop(3, 'FACT')} cap ${stop(4, '50万元')} per year`],
          say('按数量，封顶', 'so much for each, with a cap'),
          ['补助'],
          1,
        ),
        snippet(
          'support up to … after …',
          [`support ${stop(1, 'LABEL')}: up to ${stop(2, '100万元')} after ${stop(3, '绩效评估')}`],
          say('由评定决定数额', 'a ceiling that a process decides'),
          ['支持', '最高'],
          1.1,
        ),
        snippet(
          'reward …',
          [`reward ${stop(1, 'LABEL')}: ${stop(2, '100万元')}`],
          say('定额', 'a fixed sum'),
          ['奖励'],
          1.2,
        ),
      ];
}

/** Within an example: an applicant of the measure's parties. */
function givenParties(scene: Scene): Draft[] {
  const own = new Set(scene.measure?.parties.map((party) => party.name));
  return names.parties(scene).map((draft) => ({
    ...draft,
    snippet: `${literal(draft.insert)} { $0 }`,
    insert: `${draft.insert} {  }`,
    tier: own.has(draft.label) ? 2 : 6 + draft.tier,
  }));
}
