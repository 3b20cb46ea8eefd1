import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import type { PolicyIr } from '../ir/ir.ts';
import { nodeHost } from '../project/node-host.ts';
import type { FactRecord, Reading } from '../run/record.ts';
import { nameOf } from '../run/roll.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** What exists on the disk or could is a policy; whatever else follows selects awards. */
export function splitArguments(args: readonly string[]): { paths: string[]; selections: string[] } {
  const isPath = (arg: string) => nodeHost.exists(arg) || arg.endsWith('.cuoshi');
  const [first, ...rest] = args;
  const paths = first === undefined ? [] : [first, ...rest.filter(isPath)];
  return { paths, selections: rest.filter((arg) => !isPath(arg)) };
}

/** What to say of a selection that names no award of these policies; undefined where there is none. */
export function unknownSelection(
  selections: readonly string[],
  policies: readonly PolicyIr[],
  terminal: Terminal,
): string | undefined {
  const names = namesOf(policies);
  const unknown = selections.find((selection) => !names.some((name) => isNamed(name, selection)));
  if (unknown === undefined) return undefined;
  return terminal.say(words.noAward, { award: unknown, meant: suggestion(didYouMean(unknown, names), terminal) });
}

/** The records of an applicant, or all; where there is none of that name, what to say of it. */
export function chooseRecords(
  input: Reading,
  applicant: string | undefined,
  terminal: Terminal,
): { readonly records: readonly FactRecord[] } | { readonly message: string } {
  const records = input.records.filter(({ values }) => applicant === undefined || nameOf(values) === applicant);
  if (applicant === undefined || records.length > 0) return { records };
  const names = input.records.flatMap(({ values }) => nameOf(values) ?? []);
  return {
    message: terminal.say(words.noApplicant, { applicant, meant: suggestion(didYouMean(applicant, names), terminal) }),
  };
}

/** All that a selection may name: measures, benefits, and the two together. */
function namesOf(policies: readonly PolicyIr[]): string[] {
  return policies.flatMap((policy) =>
    policy.plans.flatMap((plan) =>
      plan.k === 'benefit'
        ? [plan.measure, ...(plan.label === null ? [] : [plan.label, `${plan.measure}/${plan.label}`])]
        : [],
    ),
  );
}

function isNamed(name: string, selection: string): boolean {
  const wanted = selection.replaceAll('／', '/');
  return (
    wanted === name || wanted.startsWith(`${name}/`) || wanted.endsWith(`/${name}`) || wanted.includes(`/${name}/`)
  );
}

function suggestion([best]: readonly string[], terminal: Terminal): string {
  return best === undefined ? '' : terminal.say(words.didYouMean, { suggestion: best });
}
