import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { AgencySymbol, BudgetSymbol, FactSymbol, MeasureSymbol, PartySymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import type { CheckedMatter } from './model.ts';
import { resolveFact } from './names.ts';

export function resolveParties(names: readonly T.Name[], context: Context): PartySymbol[] {
  const { binding, file, output } = context;
  return names.flatMap((name) => binding.scope.resolve('party', name, file, output.diagnostics) ?? []);
}

export function resolveAgencies(names: readonly T.Name[], context: Context): AgencySymbol[] {
  const { binding, file, output } = context;
  return names.flatMap((name) => {
    const agency = binding.scope.resolve('agency', name, file, output.diagnostics);
    if (agency?.formerly.includes(name.text)) {
      report(
        context,
        messages.formerName,
        name.span,
        { name: name.text, now: agency.name },
        {
          fixes: [
            {
              title: { zh: `改为 ${agency.name}`, en: `Change to ${agency.name}` },
              edits: [{ span: name.span, text: agency.name }],
            },
          ],
        },
      );
    }
    return agency ?? [];
  });
}

export function resolveMeasures(names: readonly T.Name[], context: Context): MeasureSymbol[] {
  const { binding, file, output } = context;
  return names.flatMap((name) => binding.scope.resolve('measure', name, file, output.diagnostics) ?? []);
}

export function resolveBudget(line: T.PaysFrom | undefined, context: Context): BudgetSymbol | undefined {
  const { binding, file, output } = context;
  return line && binding.scope.resolve('budget', line.budget, file, output.diagnostics);
}

export function resolveList(name: T.Name, parties: readonly PartySymbol[], context: Context): FactSymbol | undefined {
  if (name.text === '') return undefined;
  const fact = resolveFact(name, { ...context, parties });
  if (fact === undefined || fact.factType.type === 'list' || fact.factType.type === 'unknown') return fact;
  report(context, messages.eachNeedsList, name.span, { name: name.text });
  return undefined;
}

/** A matter by name, or an enum fact whose members are matters. A name that nobody declared is a new, flat matter. */
export function resolveMatter(name: T.Name, context: Context): CheckedMatter | undefined {
  if (name.text === '') return undefined;
  const { scope } = context.binding;
  const field = context.item?.fields.find((f) => f.name === name.text || f.aliases.includes(name.text));
  const fact = field ?? scope.find('fact', name.text, context.file);
  const symbol = scope.find('matter', name.text, context.file);
  if (fact?.factType.type === 'enum' && symbol === undefined) {
    context.output.references.set(name, { kind: 'fact', fact });
    scope.note(name, context.file, fact);
    return { kind: 'fact', fact };
  }
  if (field !== undefined && symbol === undefined) {
    report(context, messages.matterFactNotEnum, name.span, { name: name.text });
    return undefined;
  }
  if (symbol !== undefined) scope.note(name, context.file, symbol);
  return { kind: 'matter', name: symbol?.name ?? name.text, symbol };
}
