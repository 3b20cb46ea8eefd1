import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Localised } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Module } from '../project/program.ts';
import { clash } from './clash.ts';
import type { Scope, Tables } from './scope.ts';
import type { FactSymbol, FactType, PartySymbol, Place, RecordSymbol } from './symbols.ts';

/** Names in an applicant's record that are not facts. */
export const reservedFactNames: readonly string[] = ['applicant', 'id', 'party', 'asOf', 'decisions', 'ledger'];

const builtInTypeNames: readonly string[] = ['money', 'rate', 'count', 'date', 'duration', 'bool', 'key'];

/** Declares the facts of parties (one over the whole program) and the fields of records (each its record's own). */
export function declareFacts(
  modules: readonly Module[],
  tables: Tables,
  scope: Scope,
  diagnostics: Diagnostic[],
): void {
  const inFile = (file: string) => ({ file, tables, scope, diagnostics });
  for (const { file, parsed } of modules) {
    for (const item of parsed.tree.items) {
      if (item.kind !== 'RecordDeclaration') continue;
      const record = scope.find('record', item.name.text, file);
      // A second record of the same name was told of already; its fields would only repeat the message.
      if (record === undefined || record.declarations[0]?.name !== item.name) continue;
      for (const field of item.fields) declareField(field, record, inFile(file));
    }
  }
  for (const { file, parsed } of modules) {
    for (const item of parsed.tree.items) {
      if (item.kind !== 'PartyDeclaration') continue;
      const party = tables.parties.get(item.name.text);
      if (party === undefined) continue;
      for (const field of item.fields) declareFact(field, party, inFile(file));
    }
  }
  for (const { file, parsed } of modules) {
    for (const item of parsed.tree.items) {
      if (item.kind === 'ParameterDeclaration') declareParameter(item, inFile(file));
    }
  }
}

/** A parameter is a fact of nobody in particular: whoever computes gives it, where its sources do not. */
function declareParameter(node: T.ParameterDeclaration, context: Context): void {
  const { tables, diagnostics, file } = context;
  if (node.name.text === '') return;
  const symbol: FactSymbol = {
    kind: 'fact',
    name: node.name.text,
    declarations: [{ file, name: node.name }],
    aliases: node.aliases.map((alias) => alias.text),
    factType: parameterType(node, context),
    signed: false,
    byYear: false,
    label: node.label?.value,
    basis: undefined,
    derived: undefined,
    parties: [],
    record: undefined,
    parameter: { node, file },
  };
  for (const name of [node.name, ...node.aliases]) {
    const holder = tables.facts.get(name.text);
    if (holder === undefined) tables.facts.set(name.text, symbol);
    else diagnostics.push(clash(symbol, { file, name }, holder));
  }
}

function parameterType(node: T.ParameterDeclaration, context: Context): FactType {
  const { scope, file, diagnostics } = context;
  if (node.per !== undefined) {
    const unit = scope.resolve('unit', node.per, file, diagnostics);
    if (node.type?.kind !== 'NamedType' || !['元', 'yuan', 'money'].includes(node.type.name.text)) {
      diagnostics.push(diagnose(messages.priceInYuan, file, (node.type ?? node.name).span, {}));
    }
    return unit ? { type: 'money', per: unit } : { type: 'unknown' };
  }
  if (node.type !== undefined) {
    const type = resolveType(node.type, context);
    return type.type === 'list' ? { type: 'unknown' } : type;
  }
  const first = node.values[0]?.value;
  return first?.kind === 'NumberLiteral' ? literalType(first, node, context) : { type: 'unknown' };
}

function literalType(first: T.NumberLiteral, node: T.ParameterDeclaration, { scope, file }: Context): FactType {
  const { unit: kind } = first;
  switch (kind) {
    case 'money':
      return { type: 'money' };
    case 'months':
      return { type: 'duration' };
    case 'named': {
      const unit = first.named && scope.find('unit', first.named.text, file);
      return unit ? { type: 'quantity', unit } : { type: 'count' };
    }
    case 'percent':
    case 'permille':
      return { type: 'rate' };
    case 'days':
      return { type: 'unknown' };
    case 'none':
      return node.values.every(({ value }) => value.kind !== 'NumberLiteral' || value.denominator === 1n)
        ? { type: 'count' }
        : { type: 'rate' };
    default:
      return kind satisfies never;
  }
}

interface Context {
  readonly file: string;
  readonly tables: Tables;
  readonly scope: Scope;
  readonly diagnostics: Diagnostic[];
}

function declareField(field: T.Field, record: RecordSymbol, context: Context): void {
  if (field.name.text === '') return;
  const symbol = factSymbol(field, [], record, context);
  for (const name of [field.name, ...field.aliases]) {
    const holder = record.fields.find((f) => f.name === name.text || f.aliases.includes(name.text));
    if (holder === undefined) continue;
    context.diagnostics.push(clash(symbol, { file: context.file, name }, holder));
    return;
  }
  if (symbol.factType.type === 'list') {
    context.diagnostics.push(diagnose(messages.nestedList, context.file, field.type.span, { field: field.name.text }));
    return;
  }
  record.fields.push(symbol);
}

function declareFact(field: T.Field, party: PartySymbol, context: Context): void {
  const { tables, diagnostics, file } = context;
  if (field.name.text === '') return;
  const reserved = [field.name, ...field.aliases].find((n) => reservedFactNames.includes(n.text));
  if (reserved !== undefined) {
    diagnostics.push(
      diagnose(messages.reservedFact, file, reserved.span, {
        name: reserved.text,
        reserved: reservedFactNames.join('、'),
      }),
    );
    return;
  }
  const symbol = factSymbol(field, [party], undefined, context);
  const holder = tables.facts.get(field.name.text);
  if (holder === undefined) {
    for (const alias of field.aliases) {
      const other = tables.facts.get(alias.text);
      if (other !== undefined) diagnostics.push(clash(symbol, { file, name: alias }, other));
    }
    for (const name of [field.name, ...field.aliases]) {
      if (!tables.facts.has(name.text)) tables.facts.set(name.text, symbol);
    }
    return;
  }
  if (!sameType(holder.factType, symbol.factType) || holder.signed !== symbol.signed) {
    const first = holder.declarations[0];
    diagnostics.push(
      diagnose(
        messages.factTwoTypes,
        file,
        field.name.span,
        { name: field.name.text, one: factTypeWord(holder.factType), other: factTypeWord(symbol.factType) },
        {
          related: first
            ? [{ file: first.file, span: first.name.span, message: { zh: '先在这里声明', en: 'first declared here' } }]
            : [],
        },
      ),
    );
    return;
  }
  (holder as { byYear: boolean }).byYear ||= symbol.byYear;
  // Facts of one name and type are one fact: the parties, aliases and places of both.
  (holder.declarations as Place[]).push(...symbol.declarations);
  if (!holder.parties.includes(party)) (holder.parties as PartySymbol[]).push(party);
  for (const alias of field.aliases) {
    const other = tables.facts.get(alias.text);
    if (other !== undefined && other !== holder) diagnostics.push(clash(symbol, { file, name: alias }, other));
    else {
      tables.facts.set(alias.text, holder);
      if (!holder.aliases.includes(alias.text)) (holder.aliases as string[]).push(alias.text);
    }
  }
}

function factSymbol(
  field: T.Field,
  parties: readonly PartySymbol[],
  record: RecordSymbol | undefined,
  context: Context,
): FactSymbol {
  return {
    kind: 'fact',
    name: field.name.text,
    declarations: [{ file: context.file, name: field.name }],
    aliases: field.aliases.map((a) => a.text),
    factType: resolveType(field.type, context),
    signed: field.signed,
    byYear: field.byYear,
    label: field.label?.value,
    basis: field.basis?.value,
    derived: field.value && { value: field.value, file: context.file },
    parties: [...parties],
    record,
  };
}

function resolveType(type: T.TypeReference, context: Context): FactType {
  const { scope, file, diagnostics } = context;
  if (type.kind === 'ListType') {
    const record = scope.resolve('record', type.of, file, diagnostics);
    return record ? { type: 'list', record } : { type: 'unknown' };
  }
  if (type.builtIn !== undefined) return { type: type.builtIn };
  if (type.name.text === '') return { type: 'unknown' };
  const named = scope.find('enum', type.name.text, file);
  if (named !== undefined) {
    scope.note(type.name, file, named);
    return { type: 'enum', enum: named };
  }
  const unit = scope.find('unit', type.name.text, file);
  if (unit !== undefined) {
    scope.note(type.name, file, unit);
    return { type: 'quantity', unit };
  }
  const record = scope.find('record', type.name.text, file);
  if (record !== undefined) {
    diagnostics.push(
      diagnose(
        messages.recordIsNoType,
        file,
        type.span,
        { name: type.name.text },
        {
          fixes: [
            {
              title: { zh: `改为 ${type.name.text} 名单`, en: `Change to list of ${type.name.text}` },
              edits: [{ span: type.span, text: `list of ${type.name.text}` }],
            },
          ],
        },
      ),
    );
    return { type: 'unknown' };
  }
  const found = scope.unknown(['enum', 'unit', 'record'], { zh: '类型', en: 'type' }, type.name, file, [
    ...builtInTypeNames,
    ...scope.visibleNames('enum', file),
    ...scope.visibleNames('unit', file),
    ...scope.visibleNames('record', file),
  ]);
  // Of types there are few: where nothing like it is known, all are told.
  const isLikeNothing = found.code === messages.unknown.code;
  diagnostics.push(
    isLikeNothing ? diagnose(messages.unknownType, file, type.name.span, { name: type.name.text }) : found,
  );
  return { type: 'unknown' };
}

export function sameType(a: FactType, b: FactType): boolean {
  if (a.type === 'unknown' || b.type === 'unknown') return true;
  if (a.type === 'enum' && b.type === 'enum') return a.enum === b.enum;
  if (a.type === 'quantity' && b.type === 'quantity') return a.unit === b.unit;
  if (a.type === 'list' && b.type === 'list') return a.record === b.record;
  return a.type === b.type && ('per' in a ? a.per : undefined) === ('per' in b ? b.per : undefined);
}

/** A type as messages name it. */
export function factTypeWord(type: FactType): Localised {
  switch (type.type) {
    case 'money':
      if (type.per) return { zh: `每${type.per.name}的单价`, en: `price per ${type.per.name}` };
      return { zh: '金额', en: 'money' };
    case 'rate':
      return { zh: '比率', en: 'rate' };
    case 'count':
      return { zh: '数目', en: 'count' };
    case 'date':
      return { zh: '日期', en: 'date' };
    case 'duration':
      return { zh: '时长', en: 'duration' };
    case 'bool':
      return { zh: '是否', en: 'bool' };
    case 'key':
      return { zh: '标识', en: 'key' };
    case 'enum':
      return { zh: `分类“${type.enum.name}”`, en: `enum ${type.enum.name}` };
    case 'quantity':
      return { zh: `以${type.unit.name}计的数量`, en: `quantity in ${type.unit.name}` };
    case 'list':
      return { zh: `${type.record.name} 名单`, en: `list of ${type.record.name}` };
    case 'unknown':
      return { zh: '未知类型', en: 'unknown type' };
    default:
      return type satisfies never;
  }
}
