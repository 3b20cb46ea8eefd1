import { isA } from '../../../compiler/bind/hierarchy.ts';
import type { FactSymbol, LetSymbol, PartySymbol, RecordSymbol } from '../../../compiler/bind/symbols.ts';
import type { CheckedMeasure, CheckedPolicy } from '../../../compiler/check/model.ts';
import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import { dominantVocabulary } from '../../../language/syntax/dominant-vocabulary.ts';
import { type Vocabulary, vocabulary } from '../../../language/syntax/vocabulary.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Place } from './place.ts';

/** A place with what is known about the things around it. */
export interface Scene {
  readonly snapshot: Snapshot;
  readonly place: Place;
  readonly file: string;
  readonly lang: Lang;
  /** Whose keywords to offer: those that the file uses most. */
  readonly vocabulary: Vocabulary;
  readonly policy: CheckedPolicy | undefined;
  /** The measure that the cursor is in, or that the example around it is of. */
  readonly measure: CheckedMeasure | undefined;
  /** The record of the item that the measure goes through. */
  readonly item: RecordSymbol | undefined;
}

export function sceneOf(snapshot: Snapshot, place: Place, file: string, lang: Lang): Scene {
  const policy = snapshot.checked.policies.find((p) => p.symbol.files.includes(file));
  const measure = measureAround(place, file, policy);
  const type = measure?.each?.factType;
  return {
    snapshot,
    place,
    file,
    lang,
    vocabulary: dominantVocabulary(place.source) ?? lang,
    policy,
    measure,
    item: type?.type === 'list' ? type.record : undefined,
  };
}

function measureAround(place: Place, file: string, policy: CheckedPolicy | undefined): CheckedMeasure | undefined {
  const outer = place.around.at(-1);
  if (outer === undefined || policy === undefined) return undefined;
  const { start } = outer.span;
  const example = policy.examples.find((e) => e.file === file && e.node.span.start === start);
  if (example !== undefined) return policy.measures.find((m) => m.symbol === example.measure);
  return policy.measures.find((m) => m.file === file && m.symbol.node.span.start === start);
}

/** A fact or named value that may stand in an expression, the likelier the smaller its tier. */
export interface Candidate {
  readonly symbol: FactSymbol | LetSymbol;
  readonly tier: number;
}

/** The fields of the item at hand, the facts of the parties, and the named values. */
export function valuesAt(scene: Scene): Candidate[] {
  const { snapshot, file, measure, item } = scene;
  const { scope } = snapshot.checked.binding;
  return [
    ...(item?.fields ?? []).map((symbol) => ({ symbol, tier: 0 })),
    ...[...(measure?.symbol.lets.values() ?? [])].map((symbol) => ({ symbol, tier: 1 })),
    ...factsOf(scene, measure?.parties ?? []),
    ...scope.visible('let', file).map((symbol) => ({ symbol, tier: 4 })),
  ];
}

/** The facts that applicants of these kinds give; of all kinds where none is named. */
export function factsOf(
  { snapshot, file }: Scene,
  parties: readonly PartySymbol[],
): (Candidate & { symbol: FactSymbol })[] {
  const facts = snapshot.checked.binding.scope.visible('fact', file);
  if (parties.length === 0) return facts.map((symbol) => ({ symbol, tier: 2 }));
  return facts.flatMap((symbol) => {
    const own = symbol.parties.some((owner) => parties.includes(owner));
    const inherited = symbol.parties.some((owner) => parties.some((party) => isA(party, owner)));
    const narrower = symbol.parties.some((owner) => parties.some((party) => isA(owner, party)));
    const tier = own ? 2 : inherited ? 3 : narrower ? 5 : undefined;
    return tier === undefined ? [] : [{ symbol, tier }];
  });
}

/** The fact that a name stands for, seen from the item and the applicant. */
export function factNamed({ snapshot, file, item }: Scene, name: string): FactSymbol | undefined {
  const field = item?.fields.find((f) => f.name === name || f.aliases.includes(name));
  return field ?? snapshot.checked.binding.scope.find('fact', name, file);
}

/** A word of the scene's vocabulary, or of the other one where it has none. */
export function wordOf(role: keyof typeof vocabulary, scene: Scene): string {
  return vocabulary[role][scene.vocabulary][0] ?? vocabulary[role].en[0] ?? vocabulary[role].zh[0] ?? '';
}
