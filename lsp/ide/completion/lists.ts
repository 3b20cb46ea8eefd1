import type { IToken } from 'chevrotain';
import type { FactSymbol, RecordSymbol } from '../../../compiler/bind/symbols.ts';
import { nameAt } from '../../../language/formatter/words.ts';
import * as T from '../../../language/syntax/tokens.ts';
import { choice, type Draft, literal, nameDraft, stop } from './item.ts';
import * as names from './names.ts';
import type { Frame } from './place.ts';
import { factNamed, factsOf, type Scene, wordOf } from './scene.ts';
import { keywords } from './sentence.ts';

/** What can stand in the list that the cursor is in. */
export function inList(scene: Scene): Draft[] {
  const { frames, before } = scene.place;
  const outer = frames[0];
  const inner = frames.at(-1);
  if (outer === undefined || inner === undefined) return [];
  const head = outer.statement?.head;
  if (outer.statement !== undefined && head === undefined && scene.place.context === 'example') {
    return given(frames, before, scene);
  }
  if (head === 'record' || head === 'party') return inField(before, scene);
  if (head === 'enum' || head === 'target') return [];
  return inExpressionList(inner, before, scene);
}

const nameOf = (token: IToken | undefined): string => {
  if (token === undefined || !T.canBeName(token)) return '';
  return (token as T.Token).text || token.image;
};

const isColon = (token: IToken | undefined): boolean => token?.tokenType === T.Colon;

// -------------------------------------------------------------------------------------------------------------- fields

/** `硕士 alias master: count "…"`: the type after the colon, and what goes around it. */
function inField(before: readonly IToken[], scene: Scene): Draft[] {
  if (before.length === 0) return [];
  const colon = before.findIndex(isColon);
  const last = before.at(-1)!;
  if (colon < 0) return T.has(last, 'alias') ? [] : keywords(['alias'], scene);
  if (before.some((token) => token.tokenType === T.Equals))
    return factsOf(scene, []).map(({ symbol }) => names.factDraft(symbol, 0, scene));
  if (T.has(last, 'listOf')) return names.simple(scene, 'record');
  if (isColon(last)) return types(scene);
  if (scene.vocabulary === 'zh' && before.length === colon + 2)
    return keywords(['listAfter', 'signed', 'basis'], scene);
  return keywords(['signed', 'basis'], scene);
}

function types(scene: Scene): Draft[] {
  const builtIn = keywords(['money', 'count', 'bool', 'rate', 'date', 'duration', 'key'], scene);
  const lists = names.simple(scene, 'record', 1).map((record): Draft => {
    const insert =
      scene.vocabulary === 'zh'
        ? `${record.insert} ${wordOf('listAfter', scene)}`
        : `${wordOf('listOf', scene)} ${record.insert}`;
    return { ...record, label: insert, insert };
  });
  return [...builtIn, ...names.simple(scene, 'enum', 1), ...lists, ...names.simple(scene, 'unit', 2)];
}

// --------------------------------------------------------------------------------------- tables, members, enumerations

function inExpressionList(frame: Frame, before: readonly IToken[], scene: Scene): Draft[] {
  const { owner } = frame;
  const opener = owner.at(-1);
  if (T.has(opener, 'in') || T.has(opener, 'notIn')) {
    const type = factNamed(scene, nameOf(owner.at(-2)))?.factType;
    if (type?.type !== 'enum') return [];
    const taken = new Set(frame.entries.flatMap((entry) => entry.tokens.map(nameOf)));
    return names.memberDrafts(
      type.enum.members.filter((member) => !taken.has(member)),
      type.enum.name,
    );
  }
  const fact = tableSubject(owner, scene);
  if (fact === undefined) return [];
  if (before.some(isColon))
    return [
      ...names.values(scene, ({ symbol }) => symbol.kind === 'let' || symbol.factType.type === 'money'),
      ...keywords(['upTo', 'none'], scene, 5),
    ];
  if (fact.factType.type !== 'enum') return [];
  const taken = new Set(
    frame.entries.flatMap((entry) => entry.tokens.slice(0, entry.tokens.findIndex(isColon)).map(nameOf)),
  );
  const { members, name } = fact.factType.enum;
  const rows = members
    .filter((member) => !taken.has(member))
    .map((member, i): Draft => {
      const written = nameAt(member, 'label');
      const colon = scene.vocabulary === 'zh' ? '：' : ': ';
      return { ...nameDraft(member, 'member', i / 1000, { detail: name }), insert: `${written}${colon}` };
    });
  return [...rows, ...keywords(['otherwise', 'otherwiseNone'], scene, 1)];
}

/** `table 等次 {`, 按 等次 分别 {. */
function tableSubject(owner: readonly IToken[], scene: Scene): FactSymbol | undefined {
  const last = owner.at(-1);
  if (T.has(last, 'respectively')) return factNamed(scene, nameOf(owner.at(-2)));
  return T.has(owner.at(-2), 'table') ? factNamed(scene, nameOf(last)) : undefined;
}

// ------------------------------------------------------------------------------------------------------------ examples

/** Facts of an applicant, and fields of the items of a list. */
function given(frames: readonly Frame[], before: readonly IToken[], scene: Scene): Draft[] {
  const party = nameOf(frames[0]!.owner[0]);
  const { scope } = scene.snapshot.checked.binding;
  const symbol = scope.find('party', party, scene.file);
  const facts = factsOf(scene, symbol === undefined ? [] : [symbol]);
  if (frames.length === 1) {
    const colon = before.findIndex(isColon);
    if (colon >= 0) return givenValue(factNamed({ ...scene, item: undefined }, nameOf(before[0])), scene);
    if (before.length > 0) return [];
    const taken = takenNames(frames[0]!);
    const first = new Set(readBy(scene));
    return facts
      .filter(
        ({ symbol: fact }) =>
          !taken.has(fact.name) && !fact.aliases.some((alias) => taken.has(alias)) && fact.derived === undefined,
      )
      .map(({ symbol: fact, tier }) => givenDraft(fact, first.has(fact) ? tier - 5 : tier, scene));
  }
  const list = factNamed({ ...scene, item: undefined }, nameOf(frames[1]!.owner[0]))?.factType;
  if (list?.type !== 'list') return [];
  const inner = frames.at(-1)!;
  if (inner.bracket === '[') {
    return [
      {
        label: '{ … }',
        kind: 'snippet',
        insert: '{  }',
        snippet: itemSnippet(list.record, 1, scene).text,
        detail: list.record.name,
        tier: 0,
      },
    ];
  }
  const field = list.record.fields.find((f) => f.name === nameOf(before[0]) || f.aliases.includes(nameOf(before[0])));
  if (before.some(isColon)) return givenValue(field, scene);
  const taken = takenNames(inner);
  return list.record.fields.filter((f) => !taken.has(f.name)).map((f, i) => givenDraft(f, i / 1000, scene));
}

function takenNames(frame: Frame): Set<string> {
  return new Set(frame.entries.flatMap((entry) => (entry.tokens.some(isColon) ? [nameOf(entry.tokens[0])] : [])));
}

/** What the measure of the example reads, besides what its list says. */
function readBy({ snapshot, measure }: Scene): FactSymbol[] {
  if (measure === undefined) return [];
  const { start, end } = measure.symbol.node.span;
  return snapshot.names
    .in(measure.file)
    .filter((o) => o.span.start >= start && o.span.end <= end)
    .flatMap((o) => (o.meaning.kind === 'symbol' && o.meaning.symbol.kind === 'fact' ? [o.meaning.symbol] : []));
}

function givenDraft(fact: FactSymbol, tier: number, scene: Scene): Draft {
  const draft = names.factDraft(fact, tier, scene);
  const colon = scene.vocabulary === 'zh' ? '：' : ': ';
  return { ...draft, insert: `${nameAt(fact.name, 'label')}${colon}`, snippet: givenSnippet(fact, 1, scene).text };
}

/** A piece of a snippet. */
export interface Stops {
  readonly text: string;
  /** The next stop that is free. */
  readonly next: number;
}

/** A fact with a place for its value: `硕士: ${1:0}`. */
export function givenSnippet(fact: FactSymbol, number: number, scene: Scene): Stops {
  const colon = scene.vocabulary === 'zh' ? '：' : ': ';
  const value = valueSnippet(fact, number, scene);
  return { ...value, text: `${literal(nameAt(fact.name, 'label'))}${colon}${value.text}` };
}

function valueSnippet(fact: FactSymbol, number: number, scene: Scene): Stops {
  const type = fact.factType;
  const one = (text: string): Stops => ({ text, next: number + 1 });
  switch (type.type) {
    case 'bool':
      return one(choice(number, [wordOf('yes', scene), wordOf('no', scene)]));
    case 'enum':
      return one(choice(number, type.enum.members));
    case 'money':
      return one(stop(number, '100万元'));
    case 'rate':
      return one(stop(number, '10%'));
    case 'date':
      return one(stop(number, '2026-01-01'));
    case 'duration':
      return one(stop(number, '12月'));
    case 'quantity':
      return one(stop(number, `100${type.unit.name}`));
    case 'key':
      return one(`"${stop(number, '…')}"`);
    case 'count':
    case 'unknown':
      return one(stop(number, '0'));
    case 'list': {
      const item = itemSnippet(type.record, number, scene);
      return { text: `[${item.text}]`, next: item.next };
    }
    default:
      return type satisfies never;
  }
}

function itemSnippet(record: RecordSymbol, number: number, scene: Scene): Stops {
  const comma = scene.vocabulary === 'zh' ? '、' : ', ';
  let next = number;
  const fields = record.fields.map((field) => {
    const given = givenSnippet(field, next, scene);
    next = given.next;
    return given.text;
  });
  return { text: `{ ${fields.join(comma)} \\}`, next };
}

function givenValue(fact: FactSymbol | undefined, scene: Scene): Draft[] {
  const type = fact?.factType;
  if (fact === undefined || type === undefined) return [];
  if (type.type === 'bool') return keywords(['yes', 'no'], scene);
  if (type.type === 'enum') return names.memberDrafts(type.enum.members, type.enum.name);
  if (type.type !== 'list') return [];
  return [
    {
      label: '[{ … }]',
      kind: 'snippet',
      insert: '[{  }]',
      snippet: valueSnippet(fact, 1, scene).text,
      detail: type.record.name,
      tier: 0,
    },
  ];
}
