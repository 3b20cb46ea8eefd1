import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { attachDecisions, withProblems } from '../run/attach-decisions.ts';
import { attachLedger } from '../run/attach-ledger.ts';
import { attachLists } from '../run/attach-lists.ts';
import { openFacts } from '../run/read-facts.ts';
import { collect, type FileProblem, fileProblem, type Reading, type RecordSource, sourceOf } from '../run/record.ts';
import { nameOf, rollOf } from '../run/roll.ts';
import { openBytes } from './open-bytes.ts';
import { openScratch } from './scratch.ts';

/** The options that say where facts come from. */
export interface FactsOptions {
  readonly facts: string;
  /** `NAME=FILE`, a list as a table of its own. */
  readonly list: readonly string[];
  readonly decisions?: string;
  /** Past awards. */
  readonly ledger?: string;
  readonly asOf?: string;
}

/** Reads the facts with their lists and decisions. What cannot be read is a problem, and the rest is kept. */
export function readInput(options: FactsOptions): Reading {
  return collect(openInput(options));
}

/** The same, without holding the records of JSON Lines and tables: they are read anew each time. */
export function openInput(options: FactsOptions): RecordSource {
  const facts = openTable(options.facts);
  const tables = options.list.map((given) => {
    const { list, file } = splitList(given);
    return { list, file, source: openTable(file) };
  });
  const main = noticeTwins(facts);
  if (tables.length === 0 && options.ledger === undefined && options.decisions === undefined) return main;
  const lists = tables.map(({ list }) => list);
  const roll = rollOf(facts, lists);
  const scratch = openScratch();
  const listed = attachLists(main, tables, roll, scratch);
  const joined = options.ledger === undefined ? listed : attachLedger(listed, openTable(options.ledger), roll, scratch);
  if (options.decisions === undefined) return joined;
  const decisions = readBytes(options.decisions);
  return 'bytes' in decisions
    ? attachDecisions(joined, decisions.bytes, options.decisions, roll)
    : withProblems(joined, [decisions.problem]);
}

/** The two halves of `--list NAME=FILE`. */
export function splitList(given: string): { list: string; file: string } {
  const at = given.indexOf('=');
  return { list: given.slice(0, at), file: given.slice(at + 1) };
}

function openTable(file: string): RecordSource {
  const opened = openBytes(file);
  return 'problem' in opened ? sourceOf({ records: [], problems: [opened.problem] }) : openFacts(opened, file);
}

/** A file whole. */
export function readBytes(file: string): { readonly bytes: Uint8Array } | { readonly problem: FileProblem } {
  const opened = openBytes(file);
  return 'problem' in opened ? opened : { bytes: Buffer.concat([...opened.chunks()]) };
}

/** Notices an applicant that is there twice: each record is evaluated by itself, and the same award may be paid twice. */
function noticeTwins(main: RecordSource): RecordSource {
  return {
    *records(tell) {
      const first = new Map<string, number>();
      const twins: FileProblem[] = [];
      for (const record of main.records(tell)) {
        const { values, place } = record;
        const applicant = nameOf(values);
        const before = applicant === undefined ? undefined : first.get(applicant);
        if (applicant !== undefined && before === undefined) first.set(applicant, place.record);
        if (applicant !== undefined && before !== undefined) {
          twins.push(fileProblem(runs.sameApplicant, place, { applicant, first: before, second: place.record }));
        }
        yield record;
      }
      for (const twin of twins) tell(twin);
    },
    taken: main.taken,
  };
}
