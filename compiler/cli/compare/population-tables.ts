import { formatMoneyRange } from '../../../stdlib/runtime/format.ts';
import type { Heading, Moved, Population } from '../../run/population.ts';
import { showRange } from '../amounts.ts';
import { kindName } from '../show-population.ts';
import { familyName } from '../show-result.ts';
import type { Terminal } from '../terminal.ts';
import { populationWords } from '../words-population.ts';

export interface PopulationTable {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Two versions over the same applicants, as tables for a memo and a page. */
export function populationTables(population: Population, terminal: Terminal): readonly PopulationTable[] {
  const { say } = terminal;
  const { applicants, winners, losers, mixed, unchanged } = population;
  const headings: readonly (readonly [keyof typeof populationWords, readonly Heading[], (name: string) => string])[] = [
    ['totals', population.totals, (name) => familyName(name, terminal)],
    ['byMeasure', population.byMeasure, (name) => name],
    ['byBody', population.byBody, (name) => name || say(populationWords.noBody)],
    ['byKind', population.byKind, (name) => kindName(name, terminal)],
  ];
  const { columnAwards, columnOld, columnNew } = populationWords;
  const columns = [columnAwards, columnOld, columnAwards, columnNew].map((word) => say(word));
  const moved: readonly (readonly [keyof typeof populationWords, readonly Moved[]])[] = [
    ['gains', population.gains],
    ['losses', population.losses],
  ];
  return [
    {
      title: say(populationWords.title, { n: applicants }),
      note: say(populationWords.counts, { winners, losers, mixed, unchanged }),
      columns: [],
      rows: [],
    },
    ...headings.flatMap(([title, of, nameOf]): PopulationTable[] => {
      if (of.length === 0) return [];
      const rows = of.map((h) => [
        nameOf(h.name),
        `${h.old.awards}`,
        showRange(h.old, terminal),
        `${h.new.awards}`,
        showRange(h.new, terminal),
      ]);
      return [{ title: say(populationWords[title]), columns: ['', ...columns], rows }];
    }),
    ...moved.flatMap(([title, of]): PopulationTable[] =>
      of.length === 0
        ? []
        : [{ title: say(populationWords[title]), columns: ['', '', ''], rows: of.map((m) => movedRow(m, terminal)) }],
    ),
  ];
}

function movedRow({ applicant, record, totals, reasons }: Moved, terminal: Terminal): readonly string[] {
  const { say, lang } = terminal;
  const versions = ({ old, new: now }: Moved['totals'][number] | Moved['reasons'][number]) =>
    `${formatMoneyRange(old.min, old.max, lang)} → ${formatMoneyRange(now.min, now.max, lang)}`;
  return [
    applicant ?? say(populationWords.record, { n: record }),
    totals.map((t) => `${familyName(t.family, terminal)} ${versions(t)}`).join('; '),
    reasons
      .map(
        (r) => `${r.on} ${versions(r)}${r.denied === undefined ? '' : say(populationWords.denied, { why: r.denied })}`,
      )
      .join('; '),
  ];
}
