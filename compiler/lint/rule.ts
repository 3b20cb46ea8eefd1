import type { Entry } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Checked, CheckedPolicy } from '../check/model.ts';
import type { PolicyIr } from '../ir/ir.ts';
import type { Host } from '../project/host.ts';

/** What a drafting rule reads. */
export interface LintInput {
  readonly policy: CheckedPolicy;
  readonly ir: PolicyIr;
  readonly checked: Checked;
}

/** What a rule about the surroundings of a policy reads. */
export interface OutsideInput {
  readonly policy: CheckedPolicy;
  readonly host: Host;
}

/** One rule of drafting: what it finds in a policy that has no errors. */
export interface Rule {
  /** In kebab case; its file, its page and its cases are called so. */
  readonly name: string;
  /** The same in Chinese. */
  readonly zh: string;
  /** The kinds of diagnostic that it makes. */
  readonly entries: readonly Entry[];
  /**
   * What it finds can be read in two ways, so that two readers would compute two amounts: its severity is not
   * configured, and it cannot be accepted.
   */
  readonly fixed?: true;
  /** Absent where the checker finds it, having to know it to go on. */
  readonly check?: (input: LintInput) => readonly Diagnostic[];
  /** What depends on more than the sources: on what lies beside them. Asked anew each time. */
  readonly checkOutside?: (input: OutsideInput) => readonly Diagnostic[];
}
