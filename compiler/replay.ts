import type { Replay } from './analyse/overlap.ts';
import { emitTypeScript } from './emit/typescript/emit.ts';
import type { RuntimeSource } from './emit/typescript/runtime-source.ts';
import type { PolicyIr } from './ir/ir.ts';
import { loadModule, type PolicyModule } from './run/load-module.ts';
import { version } from './version.ts';

/**
 * Evaluates a policy by its emitted module, which is made when it is first asked for: what the analyser claims of an
 * applicant is what a deployed module says of it.
 */
export function makeReplay(runtime: () => RuntimeSource): Replay {
  const modules = new WeakMap<PolicyIr, PolicyModule>();
  return (policy, { facts, asOf, ledger }) => {
    let module = modules.get(policy);
    if (module === undefined) {
      module = loadModule(emitTypeScript(policy, runtime(), version).javascript);
      modules.set(policy, module);
    }
    return module.evaluate(facts, { asOf, ...(ledger && { ledger }) });
  };
}
