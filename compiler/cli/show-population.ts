import pc from 'picocolors';
import { printed, type Role, roles } from '../../language/syntax/vocabulary.ts';
import { formatMoneyRange } from '../../stdlib/runtime/format.ts';
import type { Heading, Moved, Population, Reason } from '../run/population.ts';
import { alignDecimals, showRange } from './amounts.ts';
import { familyName, plainTable, trimLines } from './show-result.ts';
import type { Terminal } from './terminal.ts';
import { bracketed } from './text.ts';
import { words } from './words.ts';
import { populationWords } from './words-population.ts';

/** Two versions over the same applicants, as people read it: how many gain and lose, sums, and who is moved most. */
export function showPopulation(population: Population, terminal: Terminal): string {
  const { say } = terminal;
  const c = pc.createColors(terminal.colour);
  const { applicants, winners, losers, mixed, unchanged } = population;
  const tables: [keyof typeof populationWords, readonly Heading[], (name: string) => string][] = [
    ['totals', population.totals, (name) => familyName(name, terminal)],
    ['byMeasure', population.byMeasure, (name) => name],
    ['byBody', population.byBody, (name) => name || say(populationWords.noBody)],
    ['byKind', population.byKind, (name) => kindName(name, terminal)],
  ];
  const movers: [keyof typeof populationWords, readonly Moved[]][] = [
    ['gains', population.gains],
    ['losses', population.losses],
  ];
  return [
    c.bold(say(populationWords.title, { n: applicants })),
    `  ${say(populationWords.counts, { winners, losers, mixed, unchanged })}`,
    ...tables.flatMap(([title, headings, nameOf]) =>
      headings.length === 0 ? [] : ['', headingsTable(say(populationWords[title]), headings, nameOf, terminal)],
    ),
    ...movers.flatMap(([title, moved]) =>
      moved.length === 0
        ? []
        : ['', c.bold(say(populationWords[title])), ...moved.flatMap((one) => movedLines(one, terminal))],
    ),
  ].join('\n');
}

function headingsTable(
  title: string,
  headings: readonly Heading[],
  nameOf: (name: string) => string,
  terminal: Terminal,
): string {
  const { say } = terminal;
  const { columnAwards, columnOld, columnNew } = populationWords;
  const table = plainTable(
    [title, ...[columnAwards, columnOld, columnAwards, columnNew].map((word) => say(word))],
    ['left', 'right', 'right', 'right', 'right'],
    terminal,
  );
  const before = alignDecimals(headings.map((heading) => showRange(heading.old, terminal)));
  const after = alignDecimals(headings.map((heading) => showRange(heading.new, terminal)));
  headings.forEach((heading, i) => {
    const { old, new: now } = heading;
    table.push([
      marked(nameOf(heading.name), heading.byAnalogy, terminal),
      old.awards,
      before[i] ?? '',
      now.awards,
      after[i] ?? '',
    ]);
  });
  return trimLines(table.toString());
}

function movedLines({ applicant, record, totals, reasons }: Moved, terminal: Terminal): string[] {
  const { say, lang } = terminal;
  const name = applicant ?? say(populationWords.record, { n: record });
  return [
    ...totals.map(
      ({ family, byAnalogy, old, new: now }) =>
        `  ${say(populationWords.moved, {
          applicant: name,
          family: marked(familyName(family, terminal), byAnalogy, terminal),
          old: formatMoneyRange(old.min, old.max, lang),
          new: formatMoneyRange(now.min, now.max, lang),
        })}`,
    ),
    ...reasons.map((reason) => `    ${sayReason(reason, terminal)}`),
  ];
}

function sayReason({ on, byAnalogy, old, new: now, denied }: Reason, terminal: Terminal): string {
  const { say, lang } = terminal;
  return say(populationWords.reason, {
    on: marked(on, byAnalogy, terminal),
    old: formatMoneyRange(old.min, old.max, lang),
    new: formatMoneyRange(now.min, now.max, lang),
    denied: denied === undefined ? '' : say(populationWords.denied, { why: denied }),
  });
}

function marked(name: string, byAnalogy: boolean, terminal: Terminal): string {
  return byAnalogy ? name + bracketed(terminal.say(words.byAnalogy), terminal) : name;
}

/** 补助, 奖励: the word that a clause begins with. */
export function kindName(kind: string, { lang }: Terminal): string {
  const role = roles.find((one): one is Role => one === kind);
  return (role && printed(role, lang)) ?? kind;
}
