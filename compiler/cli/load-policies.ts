import type { EvaluateOptions, Facts, JointResult, Metadata } from '../../stdlib/runtime/types.ts';
import { type Compilation, compile } from '../compile.ts';
import { emitTypeScript } from '../emit/typescript/emit.ts';
import { interpretTogether } from '../ir/interpret/interpret.ts';
import type { PolicyIr } from '../ir/ir.ts';
import type { Host } from '../project/host.ts';
import { nodeHost } from '../project/node-host.ts';
import { namesKnown, type RunPlan } from '../run/evaluate-record.ts';
import { loadModule, type PolicyModule, stackAcross } from '../run/load-module.ts';
import { version } from '../version.ts';
import { refuse } from './report.ts';
import { runtime } from './runtime.ts';
import type { Terminal } from './terminal.ts';
import { joinNames } from './text.ts';
import { today } from './today.ts';
import { words } from './words.ts';

/** Policies that are ready to evaluate. */
export interface Loaded {
  readonly compilation: Compilation;
  readonly policies: readonly PolicyIr[];
  /** Of each policy by itself, compiled, in the same order. */
  readonly evaluators: readonly Evaluate[];
  readonly plan: RunPlan;
}

type Evaluate = (facts: Facts, options: EvaluateOptions) => JointResult;

export interface LoadOptions {
  /** ISO date of the whole run. */
  readonly asOf?: string;
  /** Evaluate by the reference interpreter. */
  readonly reference?: boolean;
  /** `边界=甲`: how to read what the policies leave open. */
  readonly reading?: readonly string[];
  /** Tell errors as JSON. */
  readonly json?: boolean;
  /** Where the policies are read; the disk where it is left out. */
  readonly host?: Host;
}

/**
 * Compiles the policies and loads the modules. Where there are errors, tells them, and what is
 * `refused` for them, and gives undefined.
 */
export function loadPolicies(
  paths: readonly string[],
  options: LoadOptions,
  terminal: Terminal,
  refused = terminal.say(words.notRun),
): Loaded | undefined {
  const compilation = compile(paths, options.host ?? nodeHost);
  if (refuse(compilation, terminal, refused, options.json)) return undefined;
  const { policies } = compilation;
  const modules = policies.map((policy) => loadModule(emitTypeScript(policy, runtime(), version).javascript));
  const metadata = modules.map((module) => module.metadata);
  const readings = tried(options.reading ?? [], metadata, terminal);
  if (readings === undefined) return undefined;
  const evaluate: Evaluate = options.reference
    ? (facts, o) => interpretTogether(policies, facts, o)
    : evaluateTogether(modules);
  return {
    compilation,
    policies,
    evaluators: modules.map((module) => evaluateTogether([module])),
    plan: {
      policies: metadata,
      known: namesKnown(metadata),
      evaluate,
      asOf: options.asOf,
      ...(Object.keys(readings).length > 0 && { readings }),
      today: today(),
      lang: terminal.lang,
    },
  };
}

/** The readings that a run tries; undefined, once it was told, where a policy has none of that name or no such option. */
function tried(
  given: readonly string[],
  policies: readonly Metadata[],
  terminal: Terminal,
): Readonly<Record<string, string>> | undefined {
  const readings = policies.flatMap((policy) => policy.readings ?? []);
  const found: Record<string, string> = Object.create(null);
  for (const pair of given) {
    const at = pair.indexOf('=');
    const [name, option] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
    if (!readings.some((reading) => reading.name === name && reading.options.includes(option))) {
      const known = readings.flatMap((reading) => reading.options.map((other) => `${reading.name}=${other}`));
      terminal.err(terminal.say(words.noReading, { reading: pair, known: joinNames(known, terminal) }));
      return undefined;
    }
    found[name] = option;
  }
  return found;
}

/** Each policy by its module, then all of them stacked against each other. */
function evaluateTogether(modules: readonly PolicyModule[]): Evaluate {
  const metadata = modules.map((module) => module.metadata);
  return (facts, options) => {
    const results = modules.map((module) => module.evaluate(facts, options));
    const [only] = results;
    if (only === undefined || results.length > 1) return stackAcross(results, metadata, options.lang ?? 'zh');
    const { policy, ...joint } = only;
    return { policies: [policy], ...joint };
  };
}
