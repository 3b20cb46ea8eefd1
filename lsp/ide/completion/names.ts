import { factTypeWord } from '../../../compiler/bind/declare-facts.ts';
import type { FactSymbol, LetSymbol } from '../../../compiler/bind/symbols.ts';
import { symbolWord } from '../../../compiler/bind/symbols.ts';
import { typeWord } from '../../../compiler/check/types.ts';
import { rules as draftingRules } from '../../../compiler/lint/rules/index.ts';
import { labelOf } from '../describe.ts';
import { sourceOf } from '../source-of.ts';
import { words } from '../words.ts';
import { type CompletionKind, type Draft, nameDraft } from './item.ts';
import { type Candidate, type Scene, valuesAt } from './scene.ts';

/** The names of things that are declared, as completions. */

export function parties(scene: Scene): Draft[] {
  const { snapshot, file } = scene;
  const used = new Set(
    snapshot.names.in(file).map((o) => (o.meaning.kind === 'symbol' ? o.meaning.symbol : undefined)),
  );
  return snapshot.checked.binding.scope.visible('party', file).map((party) =>
    nameDraft(party.name, 'party', used.has(party) ? 0 : 1, {
      detail: party.parents.map((parent) => parent.name).join('、'),
      text: labelOf(party, snapshot),
      also: party.aliases,
    }),
  );
}

export function agencies({ snapshot, file }: Scene): Draft[] {
  const used = new Set(
    snapshot.names.in(file).map((o) => (o.meaning.kind === 'symbol' ? o.meaning.symbol : undefined)),
  );
  return snapshot.checked.binding.scope
    .visible('agency', file)
    .map((agency) =>
      nameDraft(agency.name, 'agency', used.has(agency) ? 0 : 1, { also: [...agency.aliases, ...agency.formerly] }),
    );
}

/** Matters, and the enum facts whose members are matters. */
export function matters(scene: Scene): Draft[] {
  const { snapshot, file } = scene;
  const { scope } = snapshot.checked.binding;
  const facts = valuesAt(scene).flatMap(({ symbol, tier }) =>
    symbol.kind === 'fact' && symbol.factType.type === 'enum' ? [factDraft(symbol, tier, scene)] : [],
  );
  return [
    ...facts,
    ...scope.visible('matter', file).map((matter) =>
      nameDraft(matter.name, 'matter', matter.parent === undefined ? 7 : 6, {
        detail: matter.parent ?? '',
        text: matter.label,
      }),
    ),
  ];
}

export function simple(scene: Scene, kind: 'enum' | 'record' | 'unit' | 'budget' | 'policy', tier = 0): Draft[] {
  const { snapshot, file, lang } = scene;
  const symbols = snapshot.checked.binding.scope.visible(kind, file);
  return symbols.map((symbol) => nameDraft(symbol.name, kind, tier, { detail: symbolWord[kind][lang] }));
}

/** Measures; those of this file first. */
export function measures({ snapshot, file, measure: own }: Scene, except?: 'own'): Draft[] {
  return snapshot.checked.policies.flatMap((policy) =>
    policy.measures
      .filter((measure) => except === undefined || measure !== own)
      .map((measure) =>
        nameDraft(measure.symbol.name, 'measure', measure.file === file ? 0 : 1, {
          detail: measure.clause?.label.value ?? policy.symbol.name,
          text: measure.title,
        }),
      ),
  );
}

/** Processes that are named anywhere: one name is one process. */
export function processes({ snapshot, measure, lang }: Scene): Draft[] {
  const used = snapshot.checked.policies
    .flatMap((policy) => policy.measures)
    .flatMap((m) =>
      m.benefits.flatMap((b) => [...b.after, ...(b.selectedBy ? [b.selectedBy] : [])].map((p) => ({ m, p }))),
    );
  const tiers = new Map<string, number>();
  for (const { m, p } of used) {
    if (p.process.text !== '')
      tiers.set(p.process.text, Math.min(tiers.get(p.process.text) ?? 1, m === measure ? 0 : 1));
  }
  return [...tiers].map(([name, tier]) => nameDraft(name, 'process', tier, { detail: words.process[lang] }));
}

/** The rules of drafting whose findings can be accepted, by the name of the vocabulary. */
export function rules({ vocabulary, lang }: Scene): Draft[] {
  return draftingRules
    .filter(({ fixed }) => !fixed)
    .map(({ name, zh, entries }) => {
      const [own, other] = vocabulary === 'zh' ? [zh, name] : [name, zh];
      return nameDraft(own, 'member', 0, { detail: other, text: entries[0]?.why?.[lang] });
    });
}

/** Modules of the standard library and files of this folder. */
export function modules({ snapshot, file, lang }: Scene): Draft[] {
  const folder = (path: string) => path.replace(/[/\\][^/\\]*$/, '');
  const stem = (path: string) => path.replace(/^.*[/\\]/, '').replace(/\.cuoshi$/, '');
  const used = new Set(snapshot.names.in(file).flatMap((o) => (o.meaning.kind === 'module' ? [o.meaning.name] : [])));
  const beside = snapshot.files.filter((f) => f !== file && folder(f) === folder(file)).map(stem);
  const draft = (name: string, tier: number): Draft => ({
    label: name,
    kind: 'module',
    insert: name,
    detail: words.module[lang],
    tier: tier + (used.has(name) ? 5 : 0),
  });
  return [...snapshot.standardModules.map((name) => draft(name, 0)), ...beside.map((name) => draft(name, 1))];
}

/** Facts, fields and named values that fit. */
export function values(scene: Scene, fits: (candidate: Candidate) => boolean = () => true): Draft[] {
  return valuesAt(scene)
    .filter(fits)
    .map(({ symbol, tier }) => valueDraft(symbol, tier, scene));
}

function valueDraft(symbol: FactSymbol | LetSymbol, tier: number, scene: Scene): Draft {
  if (symbol.kind === 'fact') return factDraft(symbol, tier, scene);
  const type = scene.snapshot.checked.types.get(symbol.node.value);
  return nameDraft(symbol.name, 'let', tier, {
    detail: type === undefined ? '' : typeWord(type)[scene.lang],
    text: sourceOf(scene.snapshot, symbol.file, symbol.node.value.span),
  });
}

export function factDraft(fact: FactSymbol, tier: number, { lang }: Scene): Draft {
  const kind: CompletionKind = fact.record === undefined ? 'fact' : 'field';
  return nameDraft(fact.name, kind, tier, {
    detail: factTypeWord(fact.factType)[lang],
    text: fact.label,
    also: fact.aliases,
  });
}

export function memberDrafts(members: readonly string[], of: string): Draft[] {
  return members.map((member, i) => nameDraft(member, 'member', i / 1000, { detail: of }));
}
