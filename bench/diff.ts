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
 * Two versions compared: one changed measure in this process, with proof and replay in the emitted evaluators; whole
 * processes beside a Node that does nothing. Median of twenty each, taken in turn.
 */
const runs = 20;
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

function processTime(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')}: exit status ${status}\n${stderr}`);
  return elapsed;
}

try {
  const runtime = JSON.parse(readFileSync('dist/runtime.json', 'utf8')) as RuntimeSource;
  const pair = [loaded(write('one-old', one('甲', 6000, 50))), loaded(write('one-new', one('乙', 8000, 40)))] as const;
  const olds = write('many-old', thousand('甲', false));
  const news = write('many-new', thousand('乙', true));
  const changed = (): number => {
    const start = process.hrtime.bigint();
    const { compared } = diffPolicies(
      ...pair,
      makeReplay(() => runtime),
    );
    const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
    const [matter] = compared;
    if (!matter?.gain?.largest.proved || !matter.loss?.largest.proved) throw new Error('nothing was proved');
    return elapsed;
  };
  const timed: Readonly<Record<string, () => number>> = {
    'node -e 0': () => processTime(['-e', '0']),
    'one changed measure, proved (in process)': changed,
    'cuoshi diff jinan-2023 jinan-2026': () =>
      processTime(['dist/cuoshi.js', 'diff', 'policies/jinan-2023', 'policies/jinan-2026']),
    'cuoshi diff, 20 of 1,000 measures changed': () => processTime(['dist/cuoshi.js', 'diff', olds, news]),
  };
  const times = new Map(Object.keys(timed).map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) for (const [name, time] of Object.entries(timed)) times.get(name)?.push(time());
  for (const [name, values] of times) {
    const sorted = [...values].sort((a, b) => a - b);
    const [least, middle] = [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0];
    console.log(
      `${name.padEnd(44)} median ${middle.toFixed(1).padStart(7)} ms   least ${least.toFixed(1).padStart(7)} ms`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
