import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Binding } from '../bind/bind.ts';
import type { Lookup, Use } from '../bind/scope.ts';
import type { FactSymbol, PolicySymbol } from '../bind/symbols.ts';
import { relocateTo } from '../project/relocate.ts';
import { checkSharing, sharingOf } from './among-applicants.ts';
import { checkApplication } from './analogies.ts';
import { checkBounds } from './bounds.ts';
import { type Context, report } from './context.ts';
import { checkExample } from './examples.ts';
import { checkAnyValue, checkValue, letType } from './expressions.ts';
import { factsIn } from './facts-in.ts';
import { checkDenial, checkEffective, checkExtension, checkMeasure, isReason } from './measures.ts';
import type {
  Checked,
  CheckedApplication,
  CheckedBudget,
  CheckedExtension,
  CheckedMeasure,
  CheckedPart,
  CheckedPieces,
  CheckedPolicy,
  CheckedRuleAllowance,
  CheckedStacking,
  CheckedWaiver,
  Meaning,
} from './model.ts';
import { checkParameter } from './parameters.ts';
import { inPart, noPieces, once, type Room } from './parts.ts';
import { checkPeriod } from './periods.ts';
import { checkReadings } from './readings.ts';
import { resolveAgencies, resolveMeasures } from './resolve.ts';
import { equalTypes, money, typeWord } from './types.ts';

/**
 * Symbols → types. Always returns something; what is wrong is told, and an unknown type is silent after that. Of an
 * earlier version, parts are taken over that say the same and see the same: the result is as without it.
 */
export function check(binding: Binding, before?: Checked): Checked {
  const { scope } = binding;
  const known = before !== undefined && before.binding.declarations === binding.declarations ? before : undefined;
  const relocate = known && relocateTo(binding.program, known.binding.program);
  const told = new Map<CheckedPart, readonly Diagnostic[]>();
  const isAsBefore = (part: CheckedPart): boolean => {
    if (!scope.agrees(part.asked)) return false;
    const again = relocate?.(known?.told.get(part) ?? []);
    if (again !== undefined) told.set(part, again);
    return again !== undefined;
  };
  const anew = <F>(found: { readonly found: F; readonly part: CheckedPart; readonly diagnostics: Diagnostic[] }) => {
    told.set(found.part, found.diagnostics);
    return found;
  };
  const shared =
    known !== undefined && isAsBefore(known.shared) ? known.shared : anew(inPart(binding, undefined, checkShared)).part;
  const pieces = known?.shared === shared ? known.pieces : noPieces();
  const parts = new Map(
    binding.policies.map((symbol) => {
      const earlier = known?.shared === shared ? known.parts.get(symbol) : undefined;
      if (earlier !== undefined && isAsBefore(earlier.part)) return [symbol, earlier];
      const { found, part } = anew(
        inPart(binding, shared, (room) => checkPolicy(symbol, room, pieces), symbol.measures),
      );
      return [symbol, { policy: found, part }];
    }),
  );
  const all: readonly CheckedPart[] = [shared, ...[...parts.values()].map(({ part }) => part)];
  return {
    binding,
    policies: [...parts.values()].map(({ policy }) => policy),
    types: lookUpIn(all, (part) => part.types),
    references: lookUpIn(all, (part) => part.references),
    targets: lookUpIn(all, (part) => part.targets),
    pastAwards: lookUpIn(all, (part) => part.pastAwards),
    uses: usesIn(all, binding),
    diagnostics: all.flatMap((part) => told.get(part) ?? []),
    told,
    shared,
    parts,
    pieces,
  };
}

/** The same program, with the meaning of one policy's own sources at hand: what a pass over the policy looks up. */
export function within(checked: Checked, policy: CheckedPolicy): Checked {
  const own = checked.parts.get(policy.symbol)?.part;
  if (own === undefined) return checked;
  const all = [own, checked.shared];
  return {
    ...checked,
    types: lookUpIn(all, (part) => part.types),
    references: lookUpIn(all, (part) => part.references),
    targets: lookUpIn(all, (part) => part.targets),
    pastAwards: lookUpIn(all, (part) => part.pastAwards),
    uses: usesIn(all, checked.binding),
  };
}

function usesIn(parts: readonly CheckedPart[], { declarations }: Binding): Meaning['uses'] {
  return lookUpIn<Pick<Meaning, 'uses'>, T.Name, Use>([...parts, declarations], (part) => part.uses);
}

/** A node belongs to one part: the first that knows it. */
function lookUpIn<P, K, V>(parts: readonly P[], of: (part: P) => Lookup<K, V>): Lookup<K, V> {
  const maps = parts.map(of);
  return {
    get: (key) => {
      for (const map of maps) {
        const value = map.get(key);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

function checkShared({ binding, contextOf }: Room): void {
  checkDerivedFacts({ binding, contextOf });
  for (const fact of new Set(binding.scope.tables.facts.values())) {
    if (fact.parameter) checkParameter(fact, fact.parameter.node, contextOf(fact.parameter.file));
  }
  for (const symbol of binding.scope.tables.lets.values()) letType(symbol, symbol.node.name, contextOf(symbol.file));
}

function checkPolicy(symbol: PolicySymbol, room: Room, pieces: CheckedPieces): CheckedPolicy {
  const { binding, contextOf } = room;
  const header = symbol.node?.body ?? [];
  const context = contextOf(symbol.file);
  const lines = <K extends T.Statement['kind']>(kind: K) =>
    header.filter((s): s is Extract<T.Statement, { kind: K }> => s.kind === kind);
  const items = symbol.files.flatMap((file) =>
    (binding.program.modules.get(file)?.parsed.tree.items ?? []).map((item) => ({ file, item })),
  );
  const waivers: CheckedWaiver[] = [
    ...lines('Waive').map((node) => ({ node, file: symbol.file, measure: undefined })),
    ...items.flatMap(({ file, item }) => (item.kind === 'Waive' ? [{ node: item, file, measure: undefined }] : [])),
    ...[...symbol.measures.values()].flatMap((measure) =>
      measure.node.body.flatMap((s) => (s.kind === 'Waive' ? [{ node: s, file: measure.file, measure }] : [])),
    ),
  ];
  for (const { node, file } of waivers) {
    if (!isReason(node.because))
      report(contextOf(file), structure.waiverWithoutReason, node.span, { figure: node.figure.value });
  }
  const ruleAllowances: CheckedRuleAllowance[] = [
    ...lines('AllowRule').map((node) => ({ node, file: symbol.file, measure: undefined })),
    ...[...symbol.measures.values()].flatMap((measure) =>
      measure.node.body.flatMap((s) => (s.kind === 'AllowRule' ? [{ node: s, file: measure.file, measure }] : [])),
    ),
  ];
  for (const { node, file } of ruleAllowances) {
    if (!isReason(node.because)) report(contextOf(file), structure.allowanceWithoutReason, node.span, {});
  }
  const extensions: CheckedExtension[] = [
    ...lines('Extend').map((node) => checkExtension(node, context)),
    ...items.flatMap(({ file, item }) => (item.kind === 'Extend' ? [checkExtension(item, contextOf(file))] : [])),
  ];
  const applications: CheckedApplication[] = [
    ...lines('Apply').flatMap((node) => checkApplication(node, context)),
    ...items.flatMap(({ file, item }) => (item.kind === 'Apply' ? checkApplication(item, contextOf(file)) : [])),
  ];
  const measures = [...symbol.measures.values()].map((measure) =>
    once(pieces.measures, measure, measure.file, symbol, room, (own) => checkMeasure(measure, own)),
  );
  const effective = checkEffective(lines('Effective')[0], context);
  checkBounds(lines('Bounds'), context);
  const readings = checkReadings(
    symbol.files.map((file) => ({ file, items: binding.program.modules.get(file)?.parsed.tree.items ?? [] })),
    contextOf,
  );
  return {
    symbol,
    title: symbol.node?.title?.value,
    level: lines('Level')[0]?.level,
    status: lines('Status')[0]?.status ?? 'in-force',
    effective,
    asOf: lines('AsOf')[0]?.date,
    leads: [...lines('LedBy'), ...lines('IssuedBy')].flatMap((line) => resolveAgencies(line.agencies, context)),
    replaces: lines('Replaces').flatMap((line) => line.policies.map((name) => name.text)),
    source: lines('Source')[0],
    stackings: lines('Stacking').map((node) => checkStacking(node, context)),
    extensions,
    applications,
    periods: [...lines('Covers'), ...lines('Deadline')].map((line) => checkPeriod(line, context)),
    denials: [
      ...lines('Deny').map((node) => checkDenial(node, context)),
      ...items.flatMap(({ file, item }) => (item.kind === 'Deny' ? [checkDenial(item, contextOf(file))] : [])),
    ],
    waivers,
    ruleAllowances,
    readings,
    measures,
    budgets: [...symbol.budgets.values()].map((budget) => checkBudget(budget, measures, contextOf(budget.file))),
    examples: items.flatMap(({ file, item }) => {
      if (item.kind !== 'Example') return [];
      // Which readings there are, and with which options, is known of the policy as a whole.
      if (item.body.some((line) => line.kind === 'TryReading')) return [checkExample(item, readings, contextOf(file))];
      return [once(pieces.examples, item, file, symbol, room, (own) => checkExample(item, [], own))];
    }),
  };
}

function checkStacking(node: T.Stacking, context: Context): CheckedStacking {
  const { scope } = context.binding;
  const keys = new Map<T.Reach, FactSymbol>();
  for (const reach of node.reaches) {
    if (reach.key === undefined || reach.key.text === '') continue;
    const fact = scope.resolve('fact', reach.key, context.file, context.output.diagnostics);
    if (fact === undefined) continue;
    if (fact.factType.type !== 'list' && fact.factType.type !== 'unknown')
      report(context, messages.eachNeedsList, reach.key.span, { name: reach.key.text });
    else keys.set(reach, fact);
  }
  return { node, file: context.file, between: resolveMeasures(node.between, context), keys };
}

function checkBudget(
  symbol: CheckedBudget['symbol'],
  measures: readonly CheckedMeasure[],
  context: Context,
): CheckedBudget {
  const { node, file } = symbol;
  checkValue(node.amount, money, context);
  if (node.total) checkValue(node.total, money, context);
  if (node.years) checkAnyValue(node.years, context);
  const own = checkSharing(
    node.modifiers.find((m) => m.kind === 'Sharing'),
    true,
    undefined,
    context,
  );
  return {
    symbol,
    file,
    by: node.modifiers.flatMap((m) => (m.kind === 'By' ? resolveAgencies(m.agencies, context) : [])),
    clause: node.modifiers.find((m) => m.kind === 'Clause'),
    sharing: sharingOf(symbol, own, measures, context),
  };
}

/** The formula of a derived fact has the type of the fact, and no derived fact depends on itself. */
function checkDerivedFacts({ binding, contextOf }: Pick<Room, 'binding' | 'contextOf'>): void {
  const { tables } = binding.scope;
  const facts = new Set([...tables.facts.values(), ...[...tables.records.values()].flat().flatMap((r) => r.fields)]);
  for (const fact of facts) {
    if (fact.derived === undefined) continue;
    const context: Context = { ...contextOf(fact.derived.file), item: fact.record };
    const type = checkAnyValue(fact.derived.value, context, fact.factType);
    if (
      type.type !== 'unknown' &&
      fact.factType.type !== 'unknown' &&
      !equalTypes(type, fact.factType) &&
      type.type !== 'number'
    ) {
      report(context, messages.wrongType, fact.derived.value.span, {
        found: typeWord(type),
        expected: typeWord(fact.factType),
      });
    }
  }
  for (const fact of facts) {
    if (fact.derived === undefined || !dependsOnItself(fact, contextOf(fact.derived.file))) continue;
    const place = fact.declarations[0];
    if (place) report(contextOf(place.file), messages.derivedCycle, place.name.span, { name: fact.name });
  }
}

function dependsOnItself(fact: FactSymbol, context: Context): boolean {
  const seen = new Set<FactSymbol>();
  const pending = [fact];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.derived === undefined) continue;
    for (const used of factsIn(next.derived.value, context.output.references)) {
      if (used === fact) return true;
      if (seen.has(used)) continue;
      seen.add(used);
      pending.push(used);
    }
  }
  return false;
}
