import type { PolicySymbol } from '../../../compiler/bind/symbols.ts';
import type { CheckedMeasure } from '../../../compiler/check/model.ts';
import type { RuleName } from '../../../language/syntax/concrete.ts';
import * as T from '../../../language/syntax/tokens.ts';
import { nodesOf } from '../../../language/syntax/walk.ts';
import { type Draft, nameDraft } from './item.ts';
import * as names from './names.ts';
import { type Candidate, factNamed, type Scene } from './scene.ts';

/**
 * What a name can stand for, by the rule of the grammar that it would be part of: where the words before the cursor do not
 * say it already. Undefined where the rule takes any value.
 */
export function namesByRule(path: readonly RuleName[], scene: Scene): Draft[] | undefined {
  const { before } = scene.place;
  if (path.includes('use')) return undefined;
  if (before.at(-1)?.tokenType === T.Dot) return afterDot(scene);
  const rule = path.findLast((name) => !ofNames.has(name));
  const named = before.filter((token) => token.tokenType === T.Name).length;
  switch (rule) {
    case 'covers':
    case 'eachYearFor':
    case 'schedule':
    case 'deadline':
      return names.values(scene, (fact) => typeOf(fact) === 'date');
    case 'nth':
      return named === 0 ? lists(scene) : names.values(scene, isGrouping);
    case 'itemQuota':
      if (before.at(-1)?.tokenType === T.NumberToken) return lists(scene);
      return names.values(scene, isGrouping).concat(names.parties(scene));
    case 'history':
      return names.values(scene, ({ symbol }) => symbol.kind === 'fact' && symbol.byYear);
    case 'counted':
      return names.values(scene, isCountable).concat(names.simple(scene, 'unit', 6));
    case 'capScope':
      return [...subjects(scene), ...keys(scene)];
    case 'reach':
      return [...lists(scene), ...keys(scene)];
    case 'subjects':
    case 'oblige':
      return [...names.agencies(scene), ...raised(names.parties(scene), 2)];
    case 'entitle':
    case 'encourage':
    case 'extend':
    case 'disjoint':
    case 'parents':
      return names.parties(scene);
    case 'exempt':
    case 'recognise':
      return names.parties(scene).concat(names.matters(scene));
    case 'apply':
      return path.includes('nameList') ? names.parties(scene) : names.measures(scene);
    case 'factReading':
      return names.values(scene);
    case 'except':
    case 'excludes':
    case 'stacksWith':
    case 'allow':
      return names.measures(scene, 'own');
    case 'less':
    case 'hadAward':
    case 'had':
      return names.measures(scene);
    case 'for':
      return path.includes('expression') ? undefined : [...names.parties(scene), ...raised(lists(scene), 3)];
    case 'rank':
    case 'sharing':
      return names.values(scene, (fact) => isFigure(fact) || typeOf(fact) === 'date');
    case 'ruling':
    case 'tryReading':
      return rule === 'ruling' && path.includes('by')
        ? names.agencies(scene)
        : named === 0
          ? readings(scene)
          : readingOptions(scene);
    case 'about':
      return names.matters(scene);
    case 'by':
    case 'ledBy':
    case 'issuedBy':
      return names.agencies(scene);
    case 'after':
    case 'selectedBy':
      return names.processes(scene);
    case 'from':
      return names.simple(scene, 'budget');
    case 'replaces':
      return path[0] === 'replaces' && scene.measure !== undefined
        ? names.measures(scene, 'own')
        : names.simple(scene, 'policy');
    default:
      return undefined;
  }
}

/** Rules that only say that a name stands there. */
const ofNames: ReadonlySet<RuleName> = new Set<RuleName>([
  ...(['name', 'nameList', 'nameOrText', 'path', 'reference', 'awardReference', 'normReference'] as const),
]);

function raised(drafts: readonly Draft[], by: number): Draft[] {
  return drafts.map((draft) => ({ ...draft, tier: draft.tier + by }));
}

// -------------------------------------------------------------------------------------------------------------- facts

function typeOf({ symbol }: Candidate): string | undefined {
  return symbol.kind === 'fact' ? symbol.factType.type : undefined;
}

function isCountable(candidate: Candidate): boolean {
  const type = typeOf(candidate);
  return type === 'count' || type === 'quantity' || type === 'duration';
}

function isFigure(candidate: Candidate): boolean {
  const type = typeOf(candidate);
  return type === undefined || type === 'money' || type === 'rate' || isCountable(candidate);
}

const lists = (scene: Scene): Draft[] => names.values(scene, (fact) => typeOf(fact) === 'list');

const keys = (scene: Scene): Draft[] =>
  raised(
    names.values(scene, (fact) => typeOf(fact) === 'key'),
    2,
  );

/** Whose awards a cap holds down: what the measure is for. */
function subjects({ measure }: Scene): Draft[] {
  if (measure === undefined) return [];
  const each = measure.each === undefined ? [] : [nameDraft(measure.each.name, 'fact', 0)];
  return [...each, ...measure.parties.map((party) => nameDraft(party.name, 'party', 1))];
}

// ------------------------------------------------------------------------------------- measures, benefits, readings

/** `措施.▮`: its benefits; `政策.▮`: its measures. */
function afterDot(scene: Scene): Draft[] {
  const owner = scene.place.before.at(-2) as T.Token | undefined;
  const name = owner?.text || owner?.image;
  const { policies } = scene.snapshot.checked;
  const measures = policies.flatMap((policy) => policy.measures).filter((m) => m.symbol.name === name);
  const policy = policies.find(({ symbol }) => symbol.name === name);
  return [
    ...measures.flatMap((measure) =>
      measure.benefits.flatMap(({ label }) =>
        label === undefined ? [] : [nameDraft(label, 'benefit', 0, { detail: measure.symbol.name })],
      ),
    ),
    ...(policy === undefined ? [] : measuresOf(policy.symbol, policy.measures)),
  ];
}

function measuresOf(policy: PolicySymbol, measures: readonly CheckedMeasure[]): Draft[] {
  return measures.map(({ symbol, title }) =>
    nameDraft(symbol.name, 'measure', 0, { detail: policy.name, text: title }),
  );
}

/** The places that the text leaves open, by name. */
function readings(scene: Scene): Draft[] {
  return readingNodes(scene).map(({ name, question }) => nameDraft(name.text, 'value', 0, { text: question?.value }));
}

/** The ways in which the reading just named can be read. */
function readingOptions(scene: Scene): Draft[] {
  const named = new Set(scene.place.before.map((token) => (token as T.Token).text).filter(Boolean));
  const [found] = readingNodes(scene).filter(({ name }) => named.has(name.text));
  const options = new Set(found?.options.flatMap(({ members }) => members.map((member) => member.text)));
  return [...options].map((option) => nameDraft(option, 'value', 0, { detail: found?.name.text ?? '' }));
}

function readingNodes({ snapshot, file, policy }: Scene) {
  const files = new Set([file, ...(policy?.symbol.files ?? [])]);
  const found = [...files].flatMap((one) => {
    const tree = snapshot.source(one)?.tree;
    return tree === undefined ? [] : [...nodesOf(tree, 'Reading')];
  });
  return [...new Map(found.map((node) => [node.name.text, node])).values()];
}

// --------------------------------------------------------------------------------------------------- items of a list

/** The fields of the items of the list that `平台（…` or `of 平台 where …` goes through at the cursor. */
export function fieldsAround(scene: Scene): Draft[] {
  const record = listAround(scene);
  return (record?.fields ?? []).map((field, i) => names.factDraft(field, i / 1000 - 1, scene));
}

export function listAround(scene: Scene) {
  const { before } = scene.place;
  for (let i = before.length - 1; i >= 1; i--) {
    const token = before[i]!;
    const opens = token.tokenType === T.LParen || T.has(token, 'where') || T.has(token, 'de');
    if (!opens) continue;
    const list = before[i - 1] as T.Token;
    const type = T.canBeName(list)
      ? factNamed({ ...scene, item: undefined }, list.text || list.image)?.factType
      : undefined;
    if (type?.type === 'list') return type.record;
  }
  return undefined;
}

/** What tells items apart. */
function isGrouping(fact: Candidate): boolean {
  return ['key', 'enum'].includes(typeOf(fact) ?? '');
}
