import type { CheckedPolicy } from '../../compiler/check/model.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { sourcesOf } from '../../compiler/ir/lower/lower.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import type { HasErrors, NoPolicy } from './custom-requests.ts';
import type { Programs } from './programs.ts';

/** A policy that has a meaning at present. */
export interface Found {
  readonly snapshot: Snapshot;
  readonly checked: CheckedPolicy;
  readonly ir: PolicyIr;
}

/** The policy that a file belongs to, if it has a meaning at present. */
export function findPolicy(file: string, programs: Programs): Found | HasErrors | NoPolicy {
  const snapshot = programs.snapshotOf(file);
  const checked = snapshot?.checked.policies.find(({ symbol }) => symbol.files.includes(file));
  if (snapshot === undefined || checked === undefined || checked.symbol.measures.size === 0)
    return { kind: 'no-policy' };
  return withMeaning(checked, snapshot);
}

/** The policy with its meaning; how many errors it has where it has none. */
export function withMeaning(checked: CheckedPolicy, snapshot: Snapshot): Found | HasErrors {
  const ir = snapshot.policies.find(({ name }) => name === checked.symbol.name);
  if (ir !== undefined) return { snapshot, checked, ir };
  const files = new Set(sourcesOf(checked, snapshot.checked).map((module) => module.file));
  const errors = snapshot.diagnostics.filter((d) => d.severity === 'error' && files.has(d.file));
  return { kind: 'errors', count: errors.length };
}
