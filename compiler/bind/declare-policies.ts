import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { at } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Module, Program, Unit } from '../project/program.ts';
import { clash } from './clash.ts';
import type { Tables } from './scope.ts';
import type { BudgetSymbol, LetSymbol, MeasureSymbol, PolicySymbol } from './symbols.ts';

type Member = MeasureSymbol | BudgetSymbol;

/** What the files of one unit declare. */
export interface UnitDeclarations {
  readonly unit: Unit;
  readonly modules: readonly Module[];
  readonly policies: readonly PolicySymbol[];
  /** Among the policies, the one without a header. */
  readonly implied: PolicySymbol | undefined;
  /** Measures and budgets, in the order of the source. */
  readonly members: readonly Member[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says which measures belong to which policy. A file with a `policy` block is that policy's; the other files of a
 * folder belong to its only policy; where there is none, the folder or file itself is a policy without a header. A unit
 * of which nothing changed since `before` keeps its symbols.
 */
export function declarePolicies(
  program: Program,
  tables: Tables,
  diagnostics: Diagnostic[],
  before: readonly UnitDeclarations[] = [],
): readonly UnitDeclarations[] {
  const known = new Map(before.map((unit) => [unit.unit.path, unit]));
  return program.units.map((unit) => {
    const modules = unit.files.flatMap((file) => program.modules.get(file) ?? []);
    const earlier = known.get(unit.path);
    const declared =
      earlier !== undefined && isSameUnit(earlier, unit, modules) ? earlier : declareUnit(unit, modules, earlier);
    enter(declared, tables, diagnostics);
    return declared;
  });
}

function isSameUnit(earlier: UnitDeclarations, unit: Unit, modules: readonly Module[]): boolean {
  return (
    earlier.unit.name === unit.name &&
    earlier.modules.length === modules.length &&
    earlier.modules.every((module, i) => module === modules[i])
  );
}

/** Makes what a unit declares known to the program. */
function enter(declared: UnitDeclarations, tables: Tables, diagnostics: Diagnostic[]): void {
  diagnostics.push(...declared.diagnostics);
  for (const policy of declared.policies) {
    const holder = tables.policies.get(policy.name);
    if (policy === declared.implied) {
      if (policy.measures.size > 0 && holder === undefined) tables.policies.set(policy.name, policy);
    } else if (holder === undefined) tables.policies.set(policy.name, policy);
    else for (const place of policy.declarations) diagnostics.push(clash(policy, place, holder));
  }
  for (const member of declared.members) {
    if (member.kind === 'measure') appendTo(tables.measures, member);
    else appendTo(tables.budgets, member);
  }
}

function appendTo<S extends Member>(table: Map<string, S[]>, symbol: S): void {
  const known = table.get(symbol.name);
  if (known === undefined) table.set(symbol.name, [symbol]);
  else known.push(symbol);
}

function declareUnit(unit: Unit, modules: readonly Module[], earlier: UnitDeclarations | undefined): UnitDeclarations {
  const diagnostics: Diagnostic[] = [];
  // Where something clashed, which one stands may be decided anew.
  const again = earlier?.diagnostics.length === 0 ? earlier.members : [];
  const known = new Map<T.Statement, Member>(again.map((member) => [member.node, member]));
  const declared: PolicySymbol[] = [];
  const ownPolicy = new Map<string, PolicySymbol>();
  for (const module of modules) {
    for (const item of module.parsed.tree.items) {
      if (item.kind !== 'Policy') continue;
      const first = ownPolicy.get(module.file);
      if (first !== undefined) {
        diagnostics.push(
          diagnose(
            messages.twoPolicies,
            module.file,
            item.name.span,
            { first: first.name, second: item.name.text },
            { related: relatedTo(first) },
          ),
        );
        continue;
      }
      const policy = makePolicy(item.name.text || unit.name, item, module.file);
      ownPolicy.set(module.file, policy);
      declared.push(policy);
    }
  }
  let implied: PolicySymbol | undefined;
  const shared = (): PolicySymbol => {
    const only = declared.length === 1 ? declared[0] : undefined;
    if (only !== undefined) return only;
    implied ??= makePolicy(unit.name, undefined, unit.files[0] ?? unit.path);
    return implied;
  };
  const members: Member[] = [];
  for (const module of modules) {
    const policy = ownPolicy.get(module.file) ?? shared();
    policy.files.push(module.file);
    for (const item of module.parsed.tree.items) {
      const member = declareMember(item, module, policy, known.get(item), diagnostics);
      if (member !== undefined) members.push(member);
    }
  }
  const policies = implied === undefined ? declared : [...declared, implied];
  return { unit, modules, policies, implied, members, diagnostics };
}

/** Declares the named values of the program, those at the top level of its files. */
export function declareLets(program: Program, tables: Tables, diagnostics: Diagnostic[]): void {
  for (const { file, parsed } of program.units.flatMap((u) => u.files.flatMap((f) => program.modules.get(f) ?? []))) {
    for (const item of parsed.tree.items) {
      if (item.kind !== 'Let' || item.name.text === '') continue;
      declareOnce(tables.lets, letSymbol(item, file, undefined), diagnostics);
    }
  }
}

/** A score is the name of the sum of its rows. */
function namedScore({ span, name, rows }: T.Score): T.Let {
  const [first, ...rest] = rows.map(
    (row): T.Expression => ({ kind: 'Parenthesised', span: row.value.span, inner: row.value }),
  );
  const missing: T.Expression = { kind: 'Missing', span: at(span.end) };
  const value = rest.reduce<T.Expression>(
    (left, right) => ({ kind: 'Binary', span, operator: '+', left, right }),
    first ?? missing,
  );
  return { kind: 'Let', span, name, value, rounding: undefined };
}

function letSymbol(node: T.Let, file: string, measure: MeasureSymbol | undefined): LetSymbol {
  return { kind: 'let', name: node.name.text, node, file, measure, declarations: [{ file, name: node.name }] };
}

function makePolicy(name: string, node: T.Policy | undefined, file: string): PolicySymbol {
  return {
    kind: 'policy',
    name,
    node,
    file,
    files: [],
    declarations: node ? [{ file, name: node.name }] : [{ file, name: { kind: 'Name', span: at(0), text: name } }],
    measures: new Map(),
    budgets: new Map(),
  };
}

/**
 * The measure or budget that a statement declares; undefined where it declares none, or one that there is already. The
 * same statement in a policy of the same name declares the same one: who asked about it need not ask again.
 */
function declareMember(
  item: T.Statement,
  { file }: Module,
  policy: PolicySymbol,
  before: Member | undefined,
  diagnostics: Diagnostic[],
): Member | undefined {
  if (before?.kind === 'measure' && before.file === file && before.policy.name === policy.name) {
    // The earlier version is spent, as its tree is.
    (before as { policy: PolicySymbol }).policy = policy;
    return declareOnce(policy.measures, before, diagnostics) ? before : undefined;
  }
  if (before?.kind === 'budget' && before.file === file)
    return declareOnce(policy.budgets, before, diagnostics) ? before : undefined;
  if (item.kind === 'Measure') {
    const measure: MeasureSymbol = {
      kind: 'measure',
      name: item.name.text,
      node: item,
      file,
      policy,
      declarations: [{ file, name: item.name }],
      lets: new Map(),
    };
    for (const line of item.body) {
      const named = line.kind === 'Score' ? namedScore(line) : line;
      if (named.kind !== 'Let' || named.name.text === '') continue;
      declareOnce(measure.lets, letSymbol(named, file, measure), diagnostics);
    }
    return measure.name !== '' && declareOnce(policy.measures, measure, diagnostics) ? measure : undefined;
  }
  if (item.kind !== 'Budget' || item.name.text === '') return undefined;
  const budget: BudgetSymbol = {
    kind: 'budget',
    name: item.name.text,
    node: item,
    file,
    declarations: [{ file, name: item.name }],
  };
  return declareOnce(policy.budgets, budget, diagnostics) ? budget : undefined;
}

function declareOnce<S extends Member | LetSymbol>(
  table: Map<string, S>,
  symbol: S,
  diagnostics: Diagnostic[],
): boolean {
  const holder = table.get(symbol.name);
  const place = symbol.declarations[0];
  if (holder === undefined || place === undefined) {
    table.set(symbol.name, symbol);
    return true;
  }
  diagnostics.push(clash(symbol, place, holder));
  return false;
}

function relatedTo(policy: PolicySymbol) {
  return policy.declarations.map((d) => ({
    file: d.file,
    span: d.name.span,
    message: { zh: '先在这里声明', en: 'first declared here' },
  }));
}
