import { formatYuanFixed } from '../../stdlib/runtime/format.ts';
import type { Range } from '../../stdlib/runtime/types.ts';
import type { Heading, Moved, Population, Sum, Versions } from './population.ts';

/** Two versions over the same applicants, as `cuoshi diff --facts --format json` writes them; money in yuan. */
export function populationJson(population: Population): unknown {
  const { applicants, winners, losers, mixed, unchanged } = population;
  return {
    applicants,
    winners,
    losers,
    mixed,
    unchanged,
    totals: population.totals.map(headingJson),
    byMeasure: population.byMeasure.map(headingJson),
    byBody: population.byBody.map(headingJson),
    byKind: population.byKind.map(headingJson),
    gains: population.gains.map(movedJson),
    losses: population.losses.map(movedJson),
  };
}

function headingJson({ name, byAnalogy, ...sums }: Heading): unknown {
  return { name, ...(byAnalogy && { byAnalogy }), old: sumJson(sums.old), new: sumJson(sums.new) };
}

function sumJson({ awards, min, max }: Sum): unknown {
  return { awards, min: bigYuan(min), max: max === null ? null : bigYuan(max) };
}

function movedJson({ applicant, record, totals, reasons }: Moved): unknown {
  return {
    ...(applicant !== undefined && { applicant }),
    record,
    totals: totals.map(({ family, byAnalogy, ...versions }) => ({
      family,
      ...(byAnalogy && { byAnalogy }),
      ...versionsJson(versions),
    })),
    reasons: reasons.map(({ on, byAnalogy, denied, ...versions }) => ({
      on,
      ...(byAnalogy && { byAnalogy }),
      ...versionsJson(versions),
      ...(denied !== undefined && { denied }),
    })),
  };
}

function versionsJson(versions: Versions<Range>): { old: unknown; new: unknown } {
  const range = ({ min, max }: Range) => ({
    min: formatYuanFixed(min),
    max: max === null ? null : formatYuanFixed(max),
  });
  return { old: range(versions.old), new: range(versions.new) };
}

/** Fen of any size as a decimal number of yuan with two places. */
function bigYuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
