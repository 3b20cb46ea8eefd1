import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { attachDecisions } from '../run/attach-decisions.ts';
import { attachLedger } from '../run/attach-ledger.ts';
import { attachLists, nameOf } from '../run/attach-lists.ts';
import { readFacts } from '../run/read-facts.ts';
import { type FileProblem, fileProblem, type Reading } from '../run/record.ts';

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

/** A file of facts beyond this does not fit into memory as text. */
const maximumBytes = 256 * 1024 * 1024;

/** Reads the facts with their lists and decisions. What cannot be read is a problem, and the rest is kept. */
export function readInput(options: FactsOptions): Reading {
  const main = readTable(options.facts);
  const tables = options.list.map((given) => {
    const { list, file } = splitList(given);
    return { list, file, reading: readTable(file) };
  });
  const listed = attachLists(noticeTwins(main), tables);
  const joined = options.ledger === undefined ? listed : attachLedger(listed, readTable(options.ledger));
  if (options.decisions === undefined) return joined;
  const decisions = readBytes(options.decisions);
  return 'bytes' in decisions
    ? attachDecisions(joined, decisions.bytes, options.decisions)
    : { records: joined.records, problems: [...joined.problems, decisions.problem] };
}

/** The two halves of `--list NAME=FILE`. */
export function splitList(given: string): { list: string; file: string } {
  const at = given.indexOf('=');
  return { list: given.slice(0, at), file: given.slice(at + 1) };
}

function readTable(file: string): Reading {
  const read = readBytes(file);
  return 'bytes' in read ? readFacts(read.bytes, file) : { records: [], problems: [read.problem] };
}

export function readBytes(file: string): { readonly bytes: Uint8Array } | { readonly problem: FileProblem } {
  const place = { file, line: 0, record: 0 };
  let handle: number;
  try {
    handle = file === '-' ? 0 : openSync(file, 'r');
  } catch {
    return { problem: fileProblem(runs.noFile, place, { file }) };
  }
  try {
    const { size } = fstatSync(handle);
    if (size > maximumBytes) {
      const [mine, limit] = [size, maximumBytes].map((bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`);
      return { problem: fileProblem(runs.tooLarge, place, { file, size: mine ?? '', limit: limit ?? '' }) };
    }
    return { bytes: readFileSync(handle) };
  } catch {
    // A folder, or a disk that fails.
    return { problem: fileProblem(runs.noFile, place, { file }) };
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

/** Notices an applicant that is there twice: each record is evaluated by itself, and the same award may be paid twice. */
function noticeTwins(main: Reading): Reading {
  const first = new Map<string, number>();
  const problems: FileProblem[] = [];
  for (const { values, place } of main.records) {
    const applicant = nameOf(values);
    if (applicant === undefined) continue;
    const before = first.get(applicant);
    if (before === undefined) first.set(applicant, place.record);
    else problems.push(fileProblem(runs.sameApplicant, place, { applicant, first: before, second: place.record }));
  }
  return { records: main.records, problems: [...main.problems, ...problems] };
}
