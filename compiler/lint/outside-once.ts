import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { CheckedPolicy } from '../check/model.ts';
import type { Host } from '../project/host.ts';
import { lintOutside } from './lint.ts';

/** What was asked about what lies beside a policy, with the answer. */
interface Asked {
  readonly again: (host: Host) => unknown;
  readonly answer: unknown;
}

const known = new WeakMap<CheckedPolicy, { readonly asked: readonly Asked[]; readonly found: readonly Diagnostic[] }>();

/** What depends on what lies beside the sources, looked at anew only where that, or the policy, is another than before. */
export function lintOutsideOnce(policy: CheckedPolicy, host: Host): readonly Diagnostic[] {
  const before = known.get(policy);
  if (before?.asked.every(({ again, answer }) => isSameAnswer(again(host), answer))) return before.found;
  const asked: Asked[] = [];
  const note = <V>(again: (host: Host) => V): V => {
    const answer = again(host);
    asked.push({ again, answer });
    return answer;
  };
  const found = lintOutside({
    policy,
    host: {
      ...host,
      read: (path) => note((of) => of.read(path)),
      exists: (path) => note((of) => of.exists(path)),
      list: (path) => note((of) => of.list(path)),
      standard: (module) => note((of) => of.standard(module)),
      standardModules: () => note((of) => of.standardModules()),
    },
  });
  known.set(policy, { asked, found });
  return found;
}

/** The same object, or a file with the same text. */
function isSameAnswer(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [x, y] = [textIn(a), textIn(b)];
  return x !== undefined && x === y;
}

function textIn(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string'
    ? answer.text
    : undefined;
}
