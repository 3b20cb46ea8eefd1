import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { nodesOf } from '../../../language/syntax/walk.ts';
import type { AgencySymbol } from '../../bind/symbols.ts';
import type { CheckedPolicy } from '../../check/model.ts';
import { manifestBeside, normativeParts } from '../manifest-beside.ts';
import type { Rule } from '../rule.ts';

/** A body that the code makes responsible and the text names nowhere. */
export const bodyNotInText: Rule = {
  name: 'body-not-in-text',
  zh: '原文没有这个单位',
  entries: [drafting.bodyNotInText],
  checkOutside: ({ policy, host }) => {
    const manifest = manifestBeside(policy, host);
    if (manifest === undefined) return [];
    const named = new Set(
      normativeParts(manifest).flatMap(({ bodies }) => bodies.flatMap(({ name, alias }) => [name, alias ?? name])),
    );
    if (named.size === 0) return [];
    const waived = new Set(policy.waivers.map(({ node }) => node.figure.value));
    const isNamed = (names: readonly string[]) => names.some((name) => named.has(name) || waived.has(name));
    const agencies = agenciesOf(policy);
    // Nearly always; where they stand need not be looked for then.
    if ([...agencies.values()].every((agency) => isNamed(namesOf(agency)))) return [];
    const told = new Set<string>();
    return linesOf(policy).flatMap(({ file, names }) =>
      names.flatMap((name) => {
        const agency = agencies.get(name.text);
        const body = agency?.name ?? name.text;
        if (told.has(body) || isNamed(agency === undefined ? [body] : namesOf(agency))) return [];
        told.add(body);
        return [diagnose(drafting.bodyNotInText, file, name.span, { body })];
      }),
    );
  },
};

interface Line {
  readonly file: string;
  readonly names: readonly T.Name[];
}

/** The lines that say who is responsible, in the order of the source. */
function linesOf({ symbol, measures, budgets }: CheckedPolicy): readonly Line[] {
  const by = (file: string, node: T.Node): readonly Line[] =>
    nodesOf(node, 'By').map(({ agencies }) => ({ file, names: agencies }));
  const heads = (symbol.node?.body ?? []).flatMap((line) =>
    line.kind === 'LedBy' || line.kind === 'IssuedBy' ? [{ file: symbol.file, names: line.agencies }] : [],
  );
  return [
    ...heads,
    ...measures.flatMap((measure) => by(measure.file, measure.symbol.node)),
    ...budgets.flatMap((budget) => by(budget.file, budget.symbol.node)),
  ];
}

/** The agencies that act in a policy, by each of their names. */
function agenciesOf({ leads, measures, budgets }: CheckedPolicy): ReadonlyMap<string, AgencySymbol> {
  const all = [
    ...leads,
    ...measures.flatMap(({ by, benefits, norms }) => [...by, ...[...benefits, ...norms].flatMap((one) => one.by)]),
    ...budgets.flatMap(({ by }) => by),
  ];
  return new Map(all.flatMap((agency) => namesOf(agency).map((name) => [name, agency] as const)));
}

const namesOf = ({ name, aliases, formerly }: AgencySymbol): readonly string[] => [name, ...aliases, ...formerly];
