import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffPolicies } from '../compiler/analyse/diff/diff.ts';
import { compile } from '../compiler/compile.ts';
import type { RuntimeSource } from '../compiler/emit/typescript/runtime-source.ts';
import type { PolicyIr } from '../compiler/ir/ir.ts';
import { nodeHost } from '../compiler/project/node-host.ts';
import { makeReplay } from '../compiler/replay.ts';

/**
 * Two versions compared: one changed measure in this process, with proof and replay in the emitted evaluators, which are
 * emitted anew each time; whole processes beside a Node that does nothing. Elapsed times and processor times; the first
 * comparisons, in which the engine is still translating the code, are not counted.
 */
const comparisons = { warming: 60, counted: 100 };
const processes = 20;
const folder = mkdtempSync(join(tmpdir(), 'cuoshi-bench-'));

function write(name: string, text: string): string {
  const path = join(folder, `${name}.cuoshi`);
  writeFileSync(path, text);
  return path;
}

const head = (name: string) =>
  `policy ${name} "${name}" { level city }\nparty 高校 { 硕士: count, 经费: money, 评优: bool }\n`;
const one = (name: string, rate: number, cap: number) =>
  `${head(name)}measure 培养 { for 高校 about 人才 grant ${rate}元 per 硕士 + 10% of 经费 cap ${cap}万元 per year when 评优 }\n`;

/** Twenty of a thousand measures differ in rate and cap. */
function thousand(name: string, changed: boolean): string {
  const measures = Array.from({ length: 1000 }, (_, i) => {
    const other = changed && i % 50 === 0;
    const [rate, cap] = [5000 + i + (other ? 700 : 0), 30 + (i % 40) - (other ? 5 : 0)];
    return `measure 措施${letters(i)} { for 高校 about 事${letters(i)} grant ${rate}元 per 硕士 cap ${cap}万元 per year when 经费 >= ${i}元 }`;
  });
  return `${head(name)}${measures.join('\n')}\n`;
}

/** A number in Han characters: names hold no digits. */
function letters(n: number): string {
  return [...String(n)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
}

function loaded(path: string): PolicyIr {
  const [policy] = compile([path], nodeHost).policies;
  if (policy === undefined) throw new Error(`${path} has errors`);
  return policy;
}

interface Time {
  readonly elapsed: number;
  /** Of the processor, in this process or its child. */
  readonly used: number;
}

function timed(work: () => void): Time {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: Number(process.hrtime.bigint() - start) / 1e6, used: (user + system) / 1000 };
}

/** A process; the one that it measures the processor time of is its child. */
function timedProcess(args: readonly string[]): Time {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['-r', reporter, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')}: exit status ${status}\n${stderr}`);
  return { elapsed, used: Number(/processor (\d+)\s*$/.exec(stderr)?.[1] ?? Number.NaN) / 1000 };
}

/** Has a process tell at its end what it used. */
const reporter = join(folder, 'reporter.cjs');
writeFileSync(
  reporter,
  `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\nprocessor ' + (user + system)); });`,
);

function tell(name: string, times: readonly Time[]): void {
  const of = (pick: (time: Time) => number) => {
    const sorted = times.map(pick).sort((a, b) => a - b);
    const [least, middle] = [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0];
    return `median ${middle.toFixed(1).padStart(7)} least ${least.toFixed(1).padStart(7)}`;
  };
  console.log(
    `${name.padEnd(42)} elapsed ms: ${of(({ elapsed }) => elapsed)}   processor ms: ${of(({ used }) => used)}`,
  );
}

try {
  const runtime = JSON.parse(readFileSync('dist/runtime.json', 'utf8')) as RuntimeSource;
  const versions = Array.from({ length: comparisons.warming + comparisons.counted }, (_, i) => {
    const [old, now] = [write('one-old', one('甲', 6000 + i, 50)), write('one-new', one('乙', 8000 + i, 40))];
    return [loaded(old), loaded(now)] as const;
  });
  const times = versions.map(([old, now]) =>
    timed(() => {
      const [matter] = diffPolicies(
        old,
        now,
        makeReplay(() => runtime),
      ).compared;
      if (!matter?.gain?.largest.proved || !matter.loss?.largest.proved) throw new Error('nothing was proved');
    }),
  );
  tell('one changed measure, proved, in process', times.slice(comparisons.warming));
  const olds = write('many-old', thousand('甲', false));
  const news = write('many-new', thousand('乙', true));
  const commands: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': ['-e', '0'],
    'cuoshi diff jinan-2023 jinan-2026': ['dist/cuoshi.js', 'diff', 'policies/jinan-2023', 'policies/jinan-2026'],
    'cuoshi diff, 20 of 1,000 measures changed': ['dist/cuoshi.js', 'diff', olds, news],
  };
  const measured = new Map(Object.keys(commands).map((name) => [name, [] as Time[]]));
  for (let run = 0; run < processes; run++) {
    for (const [name, args] of Object.entries(commands)) measured.get(name)?.push(timedProcess(args));
  }
  for (const [name, of] of measured) tell(name, of);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
