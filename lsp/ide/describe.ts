import { factTypeWord } from '../../compiler/bind/declare-facts.ts';
import type {
  AnySymbol,
  EnumSymbol,
  FactSymbol,
  LetSymbol,
  PartySymbol,
  UnitSymbol,
} from '../../compiler/bind/symbols.ts';
import { symbolWord } from '../../compiler/bind/symbols.ts';
import { typeWord } from '../../compiler/check/types.ts';
import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { bothWords } from '../../language/syntax/keywords.ts';
import type { Role } from '../../language/syntax/vocabulary.ts';
import { pathAt } from '../../language/syntax/walk.ts';
import { benefitCard, measureCard } from './describe-measure.ts';
import { partCard } from './describe-parts.ts';
import { type Card, listed } from './markdown.ts';
import type { Meaning } from './meaning.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceOf } from './source-of.ts';
import { words } from './words.ts';

type Line = readonly [Localised, string];

/** What is known of the thing that a name stands for. */
export function describe(meaning: Meaning, snapshot: Snapshot, lang: Lang): Card {
  switch (meaning.kind) {
    case 'symbol':
      return withPlace(symbolCard(meaning.symbol, snapshot, lang), meaning.symbol, snapshot, lang);
    case 'member':
      return memberCard(meaning.of, meaning.member, snapshot, lang);
    case 'benefit':
      return benefitCard(meaning.measure, meaning.label, snapshot, lang);
    case 'process':
      return processCard(meaning.name, snapshot, lang);
    case 'module':
      return moduleCard(meaning.name, meaning.file, snapshot, lang);
    case 'row':
    case 'stage':
    case 'reading':
    case 'option':
    case 'object':
    case 'holder':
    case 'rule':
      return partCard(meaning, snapshot, lang);
    default:
      return meaning satisfies never;
  }
}

function symbolCard(symbol: AnySymbol, snapshot: Snapshot, lang: Lang): Card {
  const kind = symbolWord[symbol.kind][lang];
  const { name } = symbol;
  switch (symbol.kind) {
    case 'agency':
      return {
        name,
        kind,
        lines: [
          [words.alias, listed(symbol.aliases, lang)],
          [words.formerly, listed(symbol.formerly, lang)],
        ],
      };
    case 'party':
      return { name, kind, text: labelOf(symbol, snapshot), lines: partyLines(symbol, snapshot, lang) };
    case 'enum':
      return { name, kind, lines: [[words.members, listed(symbol.members, lang)]] };
    case 'record':
      return {
        name,
        kind,
        lines: [],
        list: symbol.fields.map((field) => typed(field, lang)),
      };
    case 'unit':
      return { name, kind: ownKind(symbol, snapshot, lang), lines: [[words.alias, listed(symbol.aliases, lang)]] };
    case 'matter':
      return {
        name,
        kind,
        text: symbol.label,
        lines: [
          [words.under, symbol.parent ?? ''],
          [words.about, listed(measuresAbout(name, snapshot), lang)],
        ],
      };
    case 'fact':
      return factCard(symbol, snapshot, lang);
    case 'let': {
      const type = snapshot.checked.types.get(symbol.node.value);
      return {
        name,
        kind: `${ownKind(symbol, snapshot, lang)}${type === undefined ? '' : ` · ${typeWord(type)[lang]}`}`,
        lines: [[words.formula, sourceOf(snapshot, symbol.file, symbol.node.value.span)]],
      };
    }
    case 'budget':
      return {
        name,
        kind,
        lines: [
          [words.amount, sourceOf(snapshot, symbol.file, symbol.node.amount.span)],
          [words.by, listed(budgetBodies(name, snapshot), lang)],
        ],
      };
    case 'measure':
      return measureCard(symbol, snapshot, lang);
    case 'policy': {
      const policy = snapshot.checked.policies.find((p) => p.symbol === symbol);
      const level = policy?.level;
      return {
        name,
        kind,
        text: policy?.title,
        lines: [
          [words.level, level === undefined ? '' : bothWords(level)[lang]],
          [words.status, policy === undefined ? '' : bothWords(statusRole[policy.status])[lang]],
          [words.by, listed(policy?.leads.map((agency) => agency.name) ?? [], lang)],
          [words.measures, String(symbol.measures.size)],
        ],
      };
    }
    default:
      return symbol satisfies never;
  }
}

/** A unit that is a currency, and a named value that is a score, are called so. */
function ownKind(symbol: UnitSymbol | LetSymbol, snapshot: Snapshot, lang: Lang): string {
  const [place] = symbol.declarations;
  const tree = place && snapshot.source(place.file)?.tree;
  const node = tree && pathAt(tree, place.name.span.start).at(-2);
  if (node?.kind === 'UnitDeclaration' && node.currency) return bothWords('currency')[lang];
  return node?.kind === 'Score' ? bothWords('score')[lang] : symbolWord[symbol.kind][lang];
}

const statusRole = { draft: 'draft', 'in-force': 'inForce', repealed: 'repealed' } as const satisfies Record<
  string,
  Role
>;

function factCard(fact: FactSymbol, snapshot: Snapshot, lang: Lang): Card {
  const type = fact.factType;
  const own = fact.parameter === undefined ? symbolWord.fact[lang] : bothWords('parameter')[lang];
  const kind = fact.record === undefined ? own : `${fact.record.name} · ${words.field[lang]}`;
  const yearly = fact.byYear ? ` · ${bothWords('yearly')[lang]}` : '';
  const members = type.type === 'enum' ? type.enum.members : [];
  const fields = type.type === 'list' ? type.record.fields.map((field) => field.name) : [];
  return {
    name: fact.name,
    kind: `${kind} · ${factTypeWord(type)[lang]}${yearly}`,
    text: fact.label,
    lines: [
      [words.alias, listed(fact.aliases, lang)],
      [
        words.parties,
        listed(
          fact.parties.map((party) => party.name),
          lang,
        ),
      ],
      [words.members, listed(members, lang)],
      [words.fields, listed(fields, lang)],
      [words.unit, type.type === 'quantity' ? type.unit.name : ''],
      [words.basis, fact.basis ?? ''],
      [words.values, parameterValues(fact, snapshot, lang)],
      [words.signed, fact.signed ? words.mayBeNegative[lang] : ''],
      [words.formula, fact.derived ? sourceOf(snapshot, fact.derived.file, fact.derived.value.span) : ''],
    ],
  };
}

/** What a parameter is worth, each value with its day, as written. */
function parameterValues({ parameter }: FactSymbol, snapshot: Snapshot, lang: Lang): string {
  if (parameter === undefined) return '';
  const { node, file } = parameter;
  if (node.values.length === 0) return words.givenLater[lang];
  return listed(
    node.values.map((value) => sourceOf(snapshot, file, value.span)),
    lang,
  );
}

/** `硕士：数目` */
export function typed(fact: FactSymbol, lang: Lang): string {
  return `${fact.name}${lang === 'zh' ? '：' : ': '}${factTypeWord(fact.factType)[lang]}`;
}

function partyLines(party: PartySymbol, snapshot: Snapshot, lang: Lang): Line[] {
  const { tables } = snapshot.checked.binding.scope;
  const others = tables.disjoint.filter((set) => set.includes(party)).flat();
  const facts = [...new Set(tables.facts.values())].filter((fact) => fact.parties.includes(party));
  return [
    [words.alias, listed(party.aliases, lang)],
    [
      words.is,
      listed(
        party.parents.map((parent) => parent.name),
        lang,
      ),
    ],
    [
      words.disjoint,
      listed(
        [...new Set(others.map((p) => p.name))].filter((name) => name !== party.name),
        lang,
      ),
    ],
    [
      words.facts,
      listed(
        facts.map((fact) => fact.name),
        lang,
      ),
    ],
  ];
}

/** The first label that a declaration of the party gives. */
export function labelOf(party: PartySymbol, snapshot: Snapshot): string | undefined {
  for (const { file, name } of party.declarations) {
    const node = snapshot.source(file)?.tree.items.find((i) => i.kind === 'PartyDeclaration' && i.name === name);
    if (node?.kind === 'PartyDeclaration' && node.label !== undefined) return node.label.value;
  }
  return undefined;
}

function memberCard(of: EnumSymbol, member: string, snapshot: Snapshot, lang: Lang): Card {
  const matter = snapshot.checked.binding.scope.tables.matters.get(member);
  return {
    name: member,
    kind: `${of.name} · ${words.member[lang]}`,
    lines: [
      [words.members, listed(of.members, lang)],
      [words.alsoMatter, matter === undefined ? '' : [matter.name, matter.label].filter(Boolean).join(' ')],
    ],
  };
}

function processCard(name: string, snapshot: Snapshot, lang: Lang): Card {
  const benefits = snapshot.checked.policies.flatMap((policy) =>
    policy.measures.flatMap((measure) =>
      measure.benefits
        .filter((b) => b.after.some((a) => a.process.text === name) || b.selectedBy?.process.text === name)
        .map((b) => [measure.symbol.name, b.label].filter((part) => part !== undefined).join('/')),
    ),
  );
  return { name, kind: words.process[lang], lines: [[words.decides, listed([...new Set(benefits)], lang)]] };
}

function moduleCard(name: string, file: string | undefined, snapshot: Snapshot, lang: Lang): Card {
  const source = file === undefined ? undefined : snapshot.source(file);
  const declared = source === undefined ? [] : snapshot.names.in(source.file).filter((o) => o.declares);
  const names = new Set(declared.flatMap((o) => (o.meaning.kind === 'symbol' ? [o.meaning.symbol.name] : [])));
  return { name, kind: words.module[lang], lines: [[words.declares, listed([...names], lang)]] };
}

function measuresAbout(matter: string, snapshot: Snapshot): string[] {
  const measures = snapshot.checked.policies.flatMap((policy) => policy.measures);
  const isAbout = (m: (typeof measures)[number]) =>
    [m.matter, ...m.benefits.map((benefit) => benefit.matter)].some((about) =>
      about?.kind === 'fact'
        ? about.fact.factType.type === 'enum' && about.fact.factType.enum.members.includes(matter)
        : about?.name === matter,
    );
  return measures.filter(isAbout).map((m) => m.symbol.name);
}

function budgetBodies(name: string, snapshot: Snapshot): string[] {
  const budget = snapshot.checked.policies.flatMap((p) => p.budgets).find((b) => b.symbol.name === name);
  return budget?.by.map((agency) => agency.name) ?? [];
}

function withPlace(card: Card, symbol: AnySymbol, snapshot: Snapshot, lang: Lang): Card {
  const place = symbol.declarations[0];
  const source = place && snapshot.source(place.file);
  if (place === undefined || source === undefined) return card;
  const file = place.file.replace(/^.*[/\\]/, '');
  const line = source.lines.position(place.name.span.start).line + 1;
  const where = source.standard ? `${words.standard[lang]} ${file}:${line}` : `${file}:${line}`;
  return { ...card, lines: [...card.lines, [words.declared, where]] };
}
