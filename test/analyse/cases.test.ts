import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { makeReplay } from '../../compiler/replay.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

interface Expected {
  readonly finding: string;
  readonly measures: readonly string[];
  readonly settled: boolean;
}

interface Case {
  readonly id: string;
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expect: readonly Expected[];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as readonly Case[];
const cases = [...read('./overlap-cases.json'), ...read('./more-cases.json'), ...read('./form-cases.json')];

/** Cases that need what is not built yet: each is looked at, so that it moves up as soon as it passes. */
const notYet: Readonly<Record<string, string>> = {};

const replay = makeReplay(runtimeSource);

interface Judged {
  readonly errors: readonly string[];
  readonly findings: readonly string[];
}

const judged = new Map<Case['files'], Judged>();

function judge(files: Case['files']): Judged {
  const known = judged.get(files);
  if (known !== undefined) return known;
  const { diagnostics } = compile(Object.keys(files), memoryHost(files), { replay });
  const isError = (d: Diagnostic) => d.severity === 'error' && d.finding === undefined;
  const found: Judged = {
    errors: diagnostics.filter(isError).map((d) => d.code),
    findings: diagnostics.flatMap((d) =>
      d.finding === undefined
        ? []
        : [show({ finding: d.finding, measures: d.measures ?? [], settled: d.settled ?? false })],
    ),
  };
  judged.set(files, found);
  return found;
}

/** The side that never pays comes first; of all other findings the order of the measures says nothing. */
function show({ finding, measures, settled }: Expected): string {
  const names = finding === 'shadowed' ? measures : [...measures].sort();
  return `${finding} ${names.join(' ')} ${settled ? 'settled' : 'unsettled'}`;
}

function passes(c: Case): boolean {
  const { errors, findings } = judge(c.files);
  if (errors.length > 0) return false;
  return c.expect.length === 0 ? findings.length === 0 : c.expect.every((e) => findings.includes(show(e)));
}

/** How much of what is expected is found, and how much of what is found is expected or about the same measures. */
function measure(all: readonly Case[]) {
  let expected = 0;
  let found = 0;
  let told = 0;
  let right = 0;
  for (const c of all) {
    const { findings } = judge(c.files);
    expected += c.expect.length;
    found += c.expect.filter((e) => findings.includes(show(e))).length;
    const about = (finding: string) =>
      c.expect.some((e) => e.measures.every((name) => finding.split(' ').includes(name)));
    told += findings.length;
    right += findings.filter(about).length;
  }
  return { expected, found, told, right, recall: found / expected, precision: right / told };
}

describe('cases of overlap and conflict, right and wrong', () => {
  it.each(cases.filter((c) => notYet[c.id] === undefined).map((c) => [c.id, c.title, c] as const))(
    '%s %s',
    (_, __, c) => {
      const { errors, findings } = judge(c.files);
      expect(errors).toEqual([]);
      if (c.expect.length === 0) expect(findings).toEqual([]);
      else expect(findings).toEqual(expect.arrayContaining(c.expect.map(show)));
    },
  );

  it('knows which cases need more than there is', () => {
    expect(cases.filter((c) => notYet[c.id] !== undefined && passes(c)).map((c) => c.id)).toEqual([]);
    expect(cases.length - Object.keys(notYet).length).toBe(167);
  });

  it('finds all that is expected and nothing else; without matters, what needs none', () => {
    const whole = measure(cases.filter((c) => notYet[c.id] === undefined));
    console.log(`as written: ${JSON.stringify(whole)}`);
    expect([whole.recall, whole.precision]).toEqual([1, 1]);
    const without = cases
      .filter((c) => notYet[c.id] === undefined)
      .map((c) => ({
        ...c,
        files: Object.fromEntries(
          Object.entries(c.files).map(([f, text]) => [f, text.replace(/^\s*about .*\n/gm, '')]),
        ),
      }));
    const bare = measure(without);
    console.log(`without about: ${JSON.stringify(bare)}`);
    expect(bare.precision).toBeGreaterThan(0.9);
    expect(bare.recall).toBeGreaterThan(0.25);
  });
});
