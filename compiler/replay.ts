import type { Replay } from './analyse/overlap.ts';
import { emitOwnPart } from './emit/typescript/emit.ts';
import type { RuntimeSource } from './emit/typescript/runtime-source.ts';
import type { PolicyIr } from './ir/ir.ts';
import { loadBeside, type PolicyModule } from './run/load-module.ts';
import { version } from './version.ts';

/**
 * Evaluates a policy by what is emitted for it, which is made when it is first asked for: what the analyser claims of an
 * applicant is what a deployed module says of it. Where measures are named, of these alone.
 */
export function makeReplay(runtime: () => RuntimeSource): Replay {
  const modules = new WeakMap<PolicyIr, Map<string, PolicyModule>>();
  return (policy, { facts, asOf, ledger }, measures) => {
    const made = modules.get(policy) ?? new Map<string, PolicyModule>();
    modules.set(policy, made);
    const key = measures === undefined ? '' : JSON.stringify(measures);
    let module = made.get(key);
    if (module === undefined) {
      module = loadBeside(runtime().javascript, emitOwnPart(partOf(policy, measures), version));
      made.set(key, module);
    }
    return module.evaluate(facts, { asOf, ...(ledger && { ledger }) });
  };
}

/** The policy with these measures only, and what reaches all of them. */
function partOf(policy: PolicyIr, measures: readonly string[] | undefined): PolicyIr {
  if (measures === undefined) return policy;
  const plans = policy.plans.filter((plan) => !('measure' in plan) || measures.includes(plan.measure));
  return { ...policy, plans, examples: [] };
}
