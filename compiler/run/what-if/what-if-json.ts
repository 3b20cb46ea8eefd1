import type { Formatted } from '../../../stdlib/runtime/format.ts';
import { formatFact, formatYuanFixed } from '../../../stdlib/runtime/format.ts';
import type { AwardId, FactValue, Range } from '../../../stdlib/runtime/types.ts';
import type { FactDeclaration } from '../../ir/ir.ts';
import type { Effect, FactChange, WhatIf } from './what-if.ts';

/** What formatting needs of a fact. */
export function formatted({ valueType }: FactDeclaration): Formatted {
  return { type: valueType.type, ...(valueType.type === 'quantity' && { unit: valueType.unit }) };
}

/** What would change one result, as `cuoshi what-if --json` writes it; money as decimal strings of yuan. */
export function whatIfJson(whatIf: WhatIf): unknown {
  const { result } = whatIf;
  return {
    ...(result.applicant !== undefined && { applicant: result.applicant }),
    asOf: result.asOf,
    year: result.year,
    policies: result.policies,
    totals: totalsJson(result.totals),
    raises: whatIf.raises.map(effectJson),
    lowers: whatIf.lowers.map(effectJson),
    capped: whatIf.capped.map((award) => ({
      ...idJson(award),
      steps: award.steps.flatMap(({ role, say, cutMin, cutMax }) =>
        role === 'cap' ? [{ say, cutMin: yuan(cutMin ?? 0), cutMax: yuan(cutMax ?? null) }] : [],
      ),
    })),
    suppressed: whatIf.suppressed.map((award) => ({
      ...idJson(award),
      suppressedBy: award.suppressedBy,
      ...(award.forgone && { forgone: { outcome: award.forgone.outcome, ...rangeJson(award.forgone) } }),
    })),
    worthAsking: whatIf.worthAsking.map(({ fact, awards, spread, need }) => ({
      fact,
      kind: need.kind,
      awards: awards.map(idJson),
      spread: yuan(spread),
    })),
    truncated: whatIf.truncated,
  };
}

function effectJson({ changes, direction, totals, awards, justMissed }: Effect): unknown {
  return {
    changes: changes.map(changeJson),
    direction,
    justMissed,
    totals: Object.fromEntries(
      Object.entries(totals).map(([family, { before, after }]) => [
        family,
        { before: rangeJson(before), after: rangeJson(after) },
      ]),
    ),
    awards: awards.map(({ before, after, ...award }) => ({
      ...idJson(award),
      before: { outcome: before.outcome, ...rangeJson(before) },
      after: { outcome: after.outcome, ...rangeJson(after) },
    })),
  };
}

/** Values as `cuoshi run` reads them. */
function changeJson({ variable: { fact, list, item, now }, to }: FactChange): unknown {
  const given = (value: FactValue) => (typeof value === 'number' ? formatFact(value, formatted(fact), 'zh') : value);
  return { fact: fact.name, ...(list !== undefined && { list, item }), from: given(now), to: given(to) };
}

function idJson({ policy, measure, benefit, item }: AwardId & { readonly item?: number }): object {
  return { policy, measure, benefit, ...(item !== undefined && { item }) };
}

function totalsJson(totals: Readonly<Record<string, Range>>): unknown {
  return Object.fromEntries(Object.entries(totals).map(([family, range]) => [family, rangeJson(range)]));
}

function rangeJson({ min, max }: Range): { min: string | null; max: string | null } {
  return { min: yuan(min), max: yuan(max) };
}

function yuan(fen: number | null): string | null {
  return fen === null ? null : formatYuanFixed(fen);
}
