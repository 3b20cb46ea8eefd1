import { spawnSync } from 'node:child_process';

/** `cuoshi check` on one policy and `cuoshi coverage` on all of them as whole processes, beside a Node that does nothing. Median of twenty each. */
const runs = 20;
const commands = {
  'node -e 0': ['-e', '0'],
  'cuoshi check policies/jinan-2026': ['dist/cuoshi.js', 'check', 'policies/jinan-2026'],
  // What it finds does not matter here.
  'cuoshi coverage policies': ['dist/cuoshi.js', 'coverage', 'policies', '--fail-under', '0'],
};

function milliseconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')}: exit status ${status}\n${stderr}`);
  return elapsed;
}

const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let run = 0; run < runs; run++) {
  for (const [name, args] of Object.entries(commands)) times.get(name)?.push(milliseconds(args));
}
for (const [name, values] of times) {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, middle] = [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0];
  console.log(
    `${name.padEnd(36)} median ${middle.toFixed(0).padStart(5)} ms   least ${least.toFixed(0).padStart(5)} ms`,
  );
}
