import { cpus } from 'node:os';
import { type Applicant, checksum, expectedChecksum, makeApplicants } from './applicants.ts';
import { amounts, explained } from './by-hand.ts';
import { compileCuoshi, toFacts, totalOf } from './cuoshi.ts';
import { compileJsonLogic } from './json-logic.ts';
import { compileJsonRules } from './json-rules.ts';

/** Evaluations per second of one policy on one thread: hand-written, Cuoshi's emitted module, two peers. */
interface Contender {
  readonly name: string;
  /** How often the applicants are gone through in one timing, so that each takes a measurable while. */
  readonly repeats: number;
  run(): Promise<number[]> | number[];
}

const rounds = Number(process.argv[3] ?? 5);
const applicants = makeApplicants(20_000);

/** All totals of one pass; a plain loop, so that the harness costs every contender the same. */
function passOver<T>(inputs: readonly T[], total: (input: T) => number): number[] {
  const totals = new Array<number>(inputs.length);
  for (let i = 0; i < inputs.length; i++) totals[i] = total(inputs[i]!);
  return totals;
}

const evaluate = await compileCuoshi();
const facts = applicants.map(toFacts);
const options = { asOf: '2026-06-30', year: 2026 };
const jsonLogic = compileJsonLogic();
const jsonRules = compileJsonRules();

const contenders: readonly Contender[] = [
  { name: 'by hand, five amounts', repeats: 50, run: () => passOver(applicants, (a: Applicant) => amounts(a).total) },
  { name: 'by hand, explained', repeats: 20, run: () => passOver(applicants, (a: Applicant) => explained(a).total) },
  { name: 'json-logic-engine, compiled', repeats: 20, run: () => passOver(applicants, jsonLogic) },
  {
    name: 'cuoshi, every step explained',
    repeats: 1,
    run: () => passOver(facts, (f) => totalOf(evaluate(f, options))),
  },
  {
    name: 'json-rules-engine',
    repeats: 1,
    run: async () => {
      const totals: number[] = [];
      for (const applicant of applicants) totals.push(await jsonRules(applicant));
      return totals;
    },
  },
];

/** Evaluations per second of one timing, after checking that the totals are right. */
async function time({ name, repeats, run }: Contender): Promise<number> {
  let totals: number[] = [];
  const start = process.hrtime.bigint();
  for (let k = 0; k < repeats; k++) totals = await run();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const sum = checksum(totals);
  if (sum !== expectedChecksum) throw new Error(`${name}: checksum ${sum}, not ${expectedChecksum}`);
  return (repeats * applicants.length) / seconds;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

for (const contender of contenders) await time(contender);
const rates = new Map(contenders.map(({ name }) => [name, [] as number[]]));
for (let round = 0; round < rounds; round++) {
  // Interleaved and rotated: a slow moment of the machine hits all alike.
  for (let k = 0; k < contenders.length; k++) {
    const contender = contenders[(k + round) % contenders.length]!;
    rates.get(contender.name)?.push(await time(contender));
  }
}

const medians = new Map([...rates].map(([name, values]) => [name, median(values)]));
const base = medians.get('by hand, five amounts') ?? Number.NaN;
console.log(`${applicants.length} applicants, ${rounds} rounds, node ${process.version}, ${cpus()[0]?.model ?? ''}`);
console.log(`checksum ${expectedChecksum}: all agree`);
for (const [name, rate] of medians) {
  console.log(
    `${name.padEnd(30)} ${Math.round(rate).toLocaleString('en').padStart(12)} /s   ${(base / rate).toFixed(1).padStart(8)} × slower than by hand`,
  );
}
