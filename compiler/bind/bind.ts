import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Module, Program } from '../project/program.ts';
import { relocateTo } from '../project/relocate.ts';
import { clash } from './clash.ts';
import { declareFacts } from './declare-facts.ts';
import { declareLets, declarePolicies, type UnitDeclarations } from './declare-policies.ts';
import { ancestors } from './hierarchy.ts';
import { makeScope, makeSight, type Scope, type Sight, type Tables, type Use } from './scope.ts';
import type {
  AgencySymbol,
  EnumSymbol,
  MatterSymbol,
  PartySymbol,
  Place,
  PolicySymbol,
  RecordSymbol,
  UnitSymbol,
} from './symbols.ts';

/** Names → symbols, for one program. What uses a name is resolved later, through `scope`. */
export interface Binding {
  readonly program: Program;
  readonly policies: readonly PolicySymbol[];
  readonly scope: Scope;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * What the whole program sees. As long as it is the same object, everything in it is as it was, but for the places of
   * statements that moved.
   */
  readonly declarations: Declarations;
  /** What was found wrong with the declarations, where it stands now. */
  readonly declared: readonly Diagnostic[];
  /** What each unit declares for itself. */
  readonly units: readonly UnitDeclarations[];
}

/** All that is declared but policies, measures and budgets. */
export interface Declarations {
  /** What it was made of: files with what they use, and declarations, in order. */
  readonly parts: readonly unknown[];
  readonly tables: Tables;
  readonly sight: Sight;
  readonly uses: Map<T.Name, Use>;
}

/**
 * Collects every declaration of a program. Always returns something; what clashes is told, and the first one stands.
 * Of an earlier binding what did not change is taken over, symbols and all: the result is the same as without it.
 */
export function bind(program: Program, before?: Binding): Binding {
  const parts = partsOf([...program.modules.values()]);
  const known = before !== undefined && sameList(parts, before.declarations.parts) ? before : undefined;
  const relocated = known && relocateTo(program, known.program)(known.declared);
  const { declarations, declared } =
    known !== undefined && relocated !== undefined
      ? { declarations: known.declarations, declared: relocated }
      : declareAll(program, parts);
  const diagnostics = [...declared];
  const tables: Tables = { ...declarations.tables, measures: new Map(), budgets: new Map(), policies: new Map() };
  const units = declarePolicies(program, tables, diagnostics, before?.units);
  const scope = makeScope(program, tables, declarations.sight, declarations.uses);
  const policies = units.flatMap((unit) => unit.policies);
  return { program, policies, scope, diagnostics, declarations, declared, units };
}

function declareAll(program: Program, parts: readonly unknown[]): Pick<Binding, 'declarations' | 'declared'> {
  const modules = [...program.modules.values()];
  const diagnostics: Diagnostic[] = [];
  const tables = emptyTables();
  const sight = makeSight(program);
  const uses = new Map<T.Name, Use>();
  const scope = makeScope(program, tables, sight, uses);
  for (const module of modules) declareNames(module, tables, program, diagnostics);
  for (const module of modules) declareHierarchy(module, tables, scope, diagnostics);
  declareFacts(modules, tables, scope, diagnostics);
  declareLets(program, tables, diagnostics);
  return { declarations: { parts, tables, sight, uses }, declared: diagnostics };
}

/** Nodes never change but for their places: the same node is the same declaration. */
function partsOf(modules: readonly Module[]): readonly unknown[] {
  return modules.flatMap(({ file, unit, standard, uses, parsed }) => [
    file,
    unit,
    standard,
    uses.length,
    ...uses,
    ...parsed.tree.items.filter((item) => isSeenByAll[item.kind] === true),
    // What is named at the top level is read by the bounds of its policy.
    ...parsed.tree.items.flatMap((item) =>
      item.kind === 'Policy' ? item.body.filter((line) => line.kind === 'Bounds') : [],
    ),
  ]);
}

const isSeenByAll: Partial<Record<T.Statement['kind'], true>> = {
  AgencyDeclaration: true,
  PartyDeclaration: true,
  EnumDeclaration: true,
  RecordDeclaration: true,
  UnitDeclaration: true,
  MatterDeclaration: true,
  DisjointDeclaration: true,
  ParameterDeclaration: true,
  Let: true,
};

function emptyTables(): Tables {
  return {
    agencies: new Map(),
    parties: new Map(),
    enums: new Map(),
    records: new Map(),
    units: new Map(),
    matters: new Map(),
    facts: new Map(),
    lets: new Map(),
    measures: new Map(),
    budgets: new Map(),
    policies: new Map(),
    disjoint: [],
  };
}

/** First pass: everything but facts, whose types may name anything. */
function declareNames(module: Module, tables: Tables, program: Program, diagnostics: Diagnostic[]): void {
  const { file } = module;
  const place = (name: T.Name): Place => ({ file, name });
  for (const item of module.parsed.tree.items) {
    switch (item.kind) {
      case 'AgencyDeclaration': {
        const symbol: AgencySymbol = {
          kind: 'agency',
          name: item.name.text,
          declarations: [place(item.name)],
          aliases: item.aliases.map((a) => a.text),
          formerly: item.formerly.map((a) => a.text),
        };
        declareWithAliases(tables.agencies, symbol, [...item.aliases, ...item.formerly], place, diagnostics);
        break;
      }
      case 'PartyDeclaration':
        declareParty(item, tables, place, diagnostics);
        break;
      case 'EnumDeclaration': {
        const members = distinct(item.members, file, diagnostics);
        const same = tables.enums.get(item.name.text)?.find((e) => sameList(e.members, members));
        if (same) {
          (same.declarations as Place[]).push(place(item.name));
          break;
        }
        const symbol: EnumSymbol = { kind: 'enum', name: item.name.text, declarations: [place(item.name)], members };
        declareInModule(tables.enums, symbol, program, diagnostics);
        break;
      }
      case 'RecordDeclaration': {
        const same = tables.records.get(item.name.text)?.find((r) => recordsAlike(r, item, program));
        if (same) {
          (same.declarations as Place[]).push(place(item.name));
          break;
        }
        const symbol: RecordSymbol = {
          kind: 'record',
          name: item.name.text,
          declarations: [place(item.name)],
          fields: [],
        };
        declareInModule(tables.records, symbol, program, diagnostics);
        break;
      }
      case 'UnitDeclaration': {
        const symbol: UnitSymbol = {
          kind: 'unit',
          name: item.name.text,
          declarations: [place(item.name)],
          aliases: item.aliases.map((a) => a.text),
        };
        declareWithAliases(tables.units, symbol, item.aliases, place, diagnostics);
        break;
      }
      case 'MatterDeclaration': {
        const symbol: MatterSymbol = {
          kind: 'matter',
          name: item.name.text,
          declarations: [place(item.name)],
          parent: item.parent?.text,
          label: item.label?.value,
        };
        declareWithAliases(tables.matters, symbol, [], place, diagnostics);
        break;
      }
      default:
        break;
    }
  }
}

function declareParty(
  item: T.PartyDeclaration,
  tables: Tables,
  place: (name: T.Name) => Place,
  diagnostics: Diagnostic[],
): void {
  if (item.name.text === '') return;
  const existing = tables.parties.get(item.name.text);
  const symbol: PartySymbol = existing ?? {
    kind: 'party',
    name: item.name.text,
    declarations: [],
    aliases: [],
    parents: [],
  };
  (symbol.declarations as Place[]).push(place(item.name));
  tables.parties.set(item.name.text, symbol);
  for (const alias of item.aliases) {
    const holder = tables.parties.get(alias.text);
    if (holder !== undefined && holder !== symbol) {
      diagnostics.push(clash(symbol, place(alias), holder));
      continue;
    }
    tables.parties.set(alias.text, symbol);
    if (!symbol.aliases.includes(alias.text)) (symbol.aliases as string[]).push(alias.text);
  }
}

/** Second pass: what a party is, and which kinds exclude each other. */
function declareHierarchy(module: Module, tables: Tables, scope: Scope, diagnostics: Diagnostic[]): void {
  const { file } = module;
  for (const item of module.parsed.tree.items) {
    if (item.kind === 'PartyDeclaration') {
      const symbol = tables.parties.get(item.name.text);
      if (symbol === undefined) continue;
      for (const parentName of item.parents) {
        const parent = scope.resolve('party', parentName, file, diagnostics);
        if (parent === undefined || symbol.parents.includes(parent)) continue;
        if (parent === symbol || ancestors(parent).has(symbol)) {
          diagnostics.push(
            diagnose(messages.partyCycle, file, parentName.span, { party: symbol.name, parent: parent.name }),
          );
          continue;
        }
        symbol.parents.push(parent);
      }
    } else if (item.kind === 'DisjointDeclaration') {
      const parties = item.parties.flatMap((p) => scope.resolve('party', p, file, diagnostics) ?? []);
      for (const [i, a] of parties.entries()) {
        for (const [j, b] of parties.entries()) {
          if (j <= i || (a !== b && !ancestors(a).has(b) && !ancestors(b).has(a))) continue;
          const narrower = ancestors(a).has(b) ? a : b;
          const wider = narrower === a ? b : a;
          const name = item.parties[j] ?? item.parties[0];
          if (name === undefined) continue;
          diagnostics.push(
            diagnose(messages.disjointKinds, file, name.span, { narrower: narrower.name, wider: wider.name }),
          );
        }
      }
      if (parties.length > 1) tables.disjoint.push(parties);
    }
  }
}

/** Declares a name that is one over the whole program, with its other names. An identical declaration is no clash. */
function declareWithAliases<S extends AgencySymbol | UnitSymbol | MatterSymbol>(
  table: Map<string, S>,
  symbol: S,
  aliases: readonly T.Name[],
  place: (name: T.Name) => Place,
  diagnostics: Diagnostic[],
): void {
  const declaration = symbol.declarations[0];
  if (symbol.name === '' || declaration === undefined) return;
  const holder = table.get(symbol.name);
  if (holder !== undefined && saysTheSame(holder, symbol)) {
    (holder.declarations as Place[]).push(declaration);
    return;
  }
  if (holder !== undefined) {
    diagnostics.push(clash(symbol, declaration, holder));
    return;
  }
  table.set(symbol.name, symbol);
  for (const alias of aliases) {
    const other = table.get(alias.text);
    if (other !== undefined && other !== symbol) diagnostics.push(clash(symbol, place(alias), other));
    else if (alias.text !== '') table.set(alias.text, symbol);
  }
}

/** Whether two declarations of one name agree in all they say. */
function saysTheSame(
  a: AgencySymbol | UnitSymbol | MatterSymbol,
  b: AgencySymbol | UnitSymbol | MatterSymbol,
): boolean {
  const said = ({ declarations: _, ...rest }: typeof a) => JSON.stringify(rest);
  return said(a) === said(b);
}

/** Declares a name that belongs to its module; two that differ clash only within one unit. */
function declareInModule<S extends EnumSymbol | RecordSymbol>(
  table: Map<string, S[]>,
  symbol: S,
  program: Program,
  diagnostics: Diagnostic[],
): void {
  const declaration = symbol.declarations[0];
  if (symbol.name === '' || declaration === undefined) return;
  const unitOf = (file: string) => program.modules.get(file)?.unit ?? file;
  const others = table.get(symbol.name) ?? [];
  const holder = others.find((o) => o.declarations.some((d) => unitOf(d.file) === unitOf(declaration.file)));
  if (holder) diagnostics.push(clash(symbol, declaration, holder));
  else table.set(symbol.name, [...others, symbol]);
}

/** Whether a record was declared before with the same fields: identical declarations are one. */
function recordsAlike(symbol: RecordSymbol, item: T.RecordDeclaration, program: Program): boolean {
  const first = symbol.declarations[0];
  const declared = program.modules
    .get(first?.file ?? '')
    ?.parsed.tree.items.find((i) => i.kind === 'RecordDeclaration' && i.name === first?.name);
  return declared?.kind === 'RecordDeclaration' && fieldsOf(declared) === fieldsOf(item);
}

function fieldsOf(record: T.RecordDeclaration): string {
  return JSON.stringify(
    record.fields.map((f) => [
      f.name.text,
      f.aliases.map((a) => a.text),
      f.type.kind === 'ListType' ? ['list', f.type.of.text] : f.type.name.text,
      f.signed,
      f.value === undefined,
    ]),
  );
}

function distinct(members: readonly T.Name[], file: string, diagnostics: Diagnostic[]): string[] {
  const seen = new Map<string, T.Name>();
  for (const member of members) {
    if (member.text === '') continue;
    const first = seen.get(member.text);
    if (first === undefined) {
      seen.set(member.text, member);
      continue;
    }
    diagnostics.push(
      diagnose(
        messages.duplicate,
        file,
        member.span,
        { kind: { zh: '分类成员', en: 'enum member' }, name: member.text },
        { related: [{ file, span: first.span, message: { zh: '先写在这里', en: 'first written here' } }] },
      ),
    );
  }
  return [...seen.keys()];
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}
