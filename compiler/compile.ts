import type { Diagnostic } from '../language/diagnostics/diagnostic.ts';
import type { KeywordsOf, TextOf } from '../language/diagnostics/render.ts';
import type { parse } from '../language/syntax/parse.ts';
import { analyse } from './analyse/analyse.ts';
import type { Replay } from './analyse/overlap.ts';
import { bind } from './bind/bind.ts';
import { check, within } from './check/check.ts';
import { withoutFollowOns } from './check/follow-on.ts';
import type { Checked, CheckedPolicy } from './check/model.ts';
import type { PolicyIr } from './ir/ir.ts';
import { keepParts } from './ir/keep-parts.ts';
import { lowerPolicy, sourcesOf } from './ir/lower/lower.ts';
import { verify } from './ir/verify.ts';
import { lint } from './lint/lint.ts';
import { lintOutsideOnce } from './lint/outside-once.ts';
import { settle } from './lint/settle.ts';
import { type Levels, severitiesOf } from './lint/severities.ts';
import type { Host } from './project/host.ts';
import { keywordsIn, loadProgram, type Module } from './project/program.ts';

/** What compiling gives: everything that was found out, and the policies that are free of errors. */
export interface Compilation {
  /** In the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
  readonly policies: readonly PolicyIr[];
  readonly checked: Checked;
  readonly textOf: TextOf;
  readonly keywordsOf: KeywordsOf;
  /** All files that were read, used modules included. */
  readonly files: readonly string[];
}

export interface CompileOptions {
  /** With it, what lies between the measures is analysed as well: every finding is replayed before it is told. */
  readonly replay?: Replay;
  /** Another way to parse: one that remembers what it parsed before, in an editor. */
  readonly parse?: typeof parse;
  /** Severities that go before those of the settings (cuoshi.json) above the policies. */
  readonly levels?: Levels;
}

/** What stands in the sources: names, types and all that is wrong with them by themselves. */
export interface Front {
  readonly checked: Checked;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses, binds and checks each POLICY, a file or a folder. Always returns something. What did not change since `before`
 * is taken over from it.
 */
export function checkPaths(paths: readonly string[], host: Host, parseFile?: typeof parse, before?: Front): Front {
  const program = loadProgram(paths, host, parseFile, before?.checked.binding.program);
  const binding = bind(program, before?.checked.binding);
  const checked = check(binding, before?.checked);
  const meant = withoutFollowOns([...binding.diagnostics, ...checked.diagnostics], program);
  return { checked, diagnostics: [...program.diagnostics, ...meant] };
}

/** What lowering gives: the policies that are free of errors, and advice about each of them by itself. */
export interface LoweredPolicies {
  readonly policies: readonly PolicyIr[];
  readonly advice: readonly Diagnostic[];
}

/** Lowers the policies that are free of errors. */
export function lowerChecked(front: Front, host: Host): LoweredPolicies {
  const steps = lowerInSteps(front, host);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The policies of a program as they were last lowered, by file and name. */
export type EarlierPolicies = Map<string, PolicyIr>;

/**
 * The same, policy by policy. What was lowered is remembered, whoever gives up in between. Of `earlier` policies, which
 * are spent by that, the parts are kept that say the same.
 */
export function* lowerInSteps(
  { checked, diagnostics }: Front,
  host: Host,
  earlier?: EarlierPolicies,
): Generator<void, LoweredPolicies> {
  const broken = new Set(diagnostics.filter((d) => d.severity === 'error').map((d) => d.file));
  const policies: PolicyIr[] = [];
  const found: Diagnostic[] = [];
  for (const policy of checked.policies) {
    const sources = sourcesOf(policy, checked);
    if (sources.some((module) => broken.has(module.file))) continue;
    const { ir, advice } = lowered(policy, checked, sources, earlier);
    const told = settle(policy, [...advice, ...lintOutsideOnce(policy, host)]);
    found.push(...told);
    if (told.every((d) => d.severity !== 'error')) policies.push(ir);
    yield;
  }
  return { policies, advice: found };
}

interface Lowered {
  readonly ir: PolicyIr;
  readonly advice: readonly Diagnostic[];
}

/** What was made of a policy, and of which sources; nothing else goes into it. */
const known = new WeakMap<
  CheckedPolicy,
  { readonly declarations: unknown; readonly sources: readonly Module[]; readonly made: Lowered }
>();

/** A policy that is the same as before, beside the same declarations and sources, comes to the same. */
function lowered(
  policy: CheckedPolicy,
  checked: Checked,
  sources: readonly Module[],
  earlier: EarlierPolicies | undefined,
): Lowered {
  const { declarations } = checked.binding;
  const before = known.get(policy);
  if (before?.declarations === declarations && sameModules(before.sources, sources)) return before.made;
  const own = within(checked, policy);
  const key = `${policy.symbol.file}\n${policy.symbol.name}`;
  const last = earlier?.get(key);
  const fresh = lowerPolicy(policy, own);
  const ir = last === undefined ? fresh : keepParts(last, fresh);
  earlier?.set(key, ir);
  const violations = verify(ir);
  if (violations.length > 0)
    throw new Error(`the lowering of ${ir.name} is not well formed:\n${violations.join('\n')}`);
  const made = { ir, advice: lint({ policy, ir, checked: own }) };
  known.set(policy, { declarations, sources, made });
  return made;
}

function sameModules(a: readonly Module[], b: readonly Module[]): boolean {
  return a.length === b.length && a.every((module, i) => module === b[i]);
}

/** Checks and lowers each POLICY, a file or a folder. Always returns something; a policy with errors is not lowered. */
export function compile(paths: readonly string[], host: Host, options: CompileOptions = {}): Compilation {
  const front = checkPaths(paths, host, options.parse);
  const { checked } = front;
  const { policies, advice } = lowerChecked(front, host);
  const found = [...front.diagnostics, ...advice];
  if (options.replay) found.push(...analyse(policies, checked, options.replay));
  const { modules } = checked.binding.program;
  const order = [...modules.keys()];
  const severities = severitiesOf(order, host, options.levels);
  return {
    diagnostics: inOrder([...severities.problems, ...severities.apply(found)], order),
    policies,
    checked,
    textOf: (file) => modules.get(file)?.parsed.text ?? severities.textOf(file),
    keywordsOf: keywordsIn(checked.binding.program),
    files: order,
  };
}

export function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const rank = new Map(files.map((file, i) => [file, i]));
  const of = (d: Diagnostic) => rank.get(d.file) ?? -1;
  return [...diagnostics].sort((a, b) => of(a) - of(b) || a.span.start - b.span.start || (a.code < b.code ? -1 : 1));
}
