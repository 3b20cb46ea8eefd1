import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { at } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Module, Program, Unit } from '../project/program.ts';
import { clash } from './clash.ts';
import type { Tables } from './scope.ts';
import type { BudgetSymbol, LetSymbol, MeasureSymbol, PolicySymbol } from './symbols.ts';

/**
 * Says which measures belong to which policy. A file with a `policy` block is that policy's; the other files of a
 * folder belong to its only policy; where there is none, the folder or file itself is a policy without a header.
 */
export function declarePolicies(program: Program, tables: Tables, diagnostics: Diagnostic[]): readonly PolicySymbol[] {
  return program.units.flatMap((unit) => declareUnit(unit, program, tables, diagnostics));
}

function declareUnit(unit: Unit, program: Program, tables: Tables, diagnostics: Diagnostic[]): PolicySymbol[] {
  const modules = unit.files.flatMap((file) => program.modules.get(file) ?? []);
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
      const holder = tables.policies.get(policy.name);
      if (holder !== undefined) {
        diagnostics.push(clash(policy, { file: module.file, name: item.name }, holder));
      } else tables.policies.set(policy.name, policy);
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
  for (const module of modules) {
    const policy = ownPolicy.get(module.file) ?? shared();
    policy.files.push(module.file);
    for (const item of module.parsed.tree.items) declareMember(item, module, policy, tables, diagnostics);
  }
  if (implied !== undefined && implied.measures.size > 0 && !tables.policies.has(implied.name)) {
    tables.policies.set(implied.name, implied);
  }
  return implied === undefined ? declared : [...declared, implied];
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

function declareMember(
  item: T.Statement,
  module: Module,
  policy: PolicySymbol,
  tables: Tables,
  diagnostics: Diagnostic[],
): void {
  const { file } = module;
  switch (item.kind) {
    case 'Measure': {
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
        if (line.kind !== 'Let' || line.name.text === '') continue;
        const symbol: LetSymbol = {
          kind: 'let',
          name: line.name.text,
          node: line,
          file,
          measure,
          declarations: [{ file, name: line.name }],
        };
        declareOnce(measure.lets, symbol, diagnostics);
      }
      if (measure.name === '') break;
      if (declareOnce(policy.measures, measure, diagnostics)) {
        tables.measures.set(measure.name, [...(tables.measures.get(measure.name) ?? []), measure]);
      }
      break;
    }
    case 'Budget': {
      const budget: BudgetSymbol = {
        kind: 'budget',
        name: item.name.text,
        node: item,
        file,
        declarations: [{ file, name: item.name }],
      };
      if (budget.name !== '' && declareOnce(policy.budgets, budget, diagnostics)) {
        tables.budgets.set(budget.name, [...(tables.budgets.get(budget.name) ?? []), budget]);
      }
      break;
    }
    case 'Let': {
      const symbol: LetSymbol = {
        kind: 'let',
        name: item.name.text,
        node: item,
        file,
        measure: undefined,
        declarations: [{ file, name: item.name }],
      };
      if (symbol.name !== '') declareOnce(tables.lets, symbol, diagnostics);
      break;
    }
    default:
      break;
  }
}

function declareOnce<S extends MeasureSymbol | BudgetSymbol | LetSymbol>(
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
