import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findingsOf, groupFindings, type Replay } from '../compiler/analyse/overlap.ts';
import { makeOverlapIndex } from '../compiler/analyse/overlap-index.ts';
import { overlapDiagnostic } from '../compiler/analyse/report.ts';
import { interpret } from '../compiler/ir/interpret/interpret.ts';
import { type Density, edited, workspace } from '../test/harness/generate-workspace.ts';

/**
 * How long the analyser takes: `npm run bench:analysis`, or of some workspaces only
 * `npm run bench:analysis -- --workspace dense --size 1000 --runs 5`.
 *
 * Each cold figure is the median over processes of their own, beside `node -e 0` in the same run. A process first loads the
 * code and then makes up the workspace it is to look at, which is told apart: only the scan (with its witnesses and sentences)
 * is the analyser's. `CPU` is what all threads of the process used meanwhile, which a busy machine does not stretch as much.
 */
const sizes = [250, 500, 1000, 2000, 5000, 10_000];
const edits = 40;
const densities: readonly Density[] = ['sparse', 'dense'];

/** The limits are set for the median of 20; large dense workspaces take as long as they take, and are measured less often. */
const runsOf = (size: number, density: Density) =>
  density === 'sparse' ? (size > 2000 ? 10 : 20) : size > 1000 ? 3 : 5;

const replay: Replay = (policy, { facts, asOf }, measures) => {
  const plans = policy.plans.filter((p) => measures === undefined || !('measure' in p) || measures.includes(p.measure));
  return interpret({ ...policy, plans }, facts, { asOf });
};

interface Cold {
  readonly load: number;
  readonly generate: number;
  readonly scan: number;
  readonly tell: number;
  readonly scanCpu: number;
  readonly tellCpu: number;
  readonly asked: number;
  readonly pairs: number;
  readonly told: number;
  readonly edit: number;
  readonly editCpu: number;
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function measure(size: number, density: Density, withEdits: boolean): Cold {
  const load = performance.now();
  const policies = workspace(size, density);
  const [generated, generatedCpu] = [performance.now(), cpu()];
  const index = makeOverlapIndex();
  const pairs = index.update(policies);
  const [scanned, scannedCpu] = [performance.now(), cpu()];
  const { asked } = index;
  const groups = groupFindings(findingsOf(pairs).findings);
  const diagnostics = groups.map((finding) => overlapDiagnostic(finding, { domains: index.domains, replay }));
  const [told, toldCpu] = [performance.now(), cpu()];
  // One measure after another is written anew, each time in the workspace as it was left.
  const [times, cpuTimes]: [number[], number[]] = [[], []];
  let now = policies;
  for (let i = 0; withEdits && i < edits; i++) {
    now = edited(now, density, 1000 + i);
    const [before, cpuBefore] = [performance.now(), cpu()];
    index.update(now);
    times.push(performance.now() - before);
    cpuTimes.push(cpu() - cpuBefore);
  }
  return {
    load,
    generate: generated - load,
    scan: scanned - generated,
    tell: told - scanned,
    scanCpu: scannedCpu - generatedCpu,
    tellCpu: toldCpu - scannedCpu,
    asked,
    pairs: pairs.length,
    told: diagnostics.length,
    edit: median(times),
    editCpu: median(cpuTimes),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function timed(args: readonly string[]): { readonly wall: number; readonly out: string } {
  const start = performance.now();
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { wall: performance.now() - start, out: stdout };
}

function row(size: number, density: Density, runs: number): Record<string, string | number> {
  const self = fileURLToPath(import.meta.url);
  const child = [self, '--measure', '--size', String(size), '--workspace', density];
  const bare: number[] = [];
  const walls: number[] = [];
  const colds: Cold[] = [];
  for (let i = 0; i < runs; i++) {
    bare.push(timed(['-e', '0']).wall);
    const { wall, out } = timed(child);
    walls.push(wall);
    colds.push(JSON.parse(out) as Cold);
  }
  const once = JSON.parse(timed([...child, '--edits']).out) as Cold;
  const middle = (of: (cold: Cold) => number) => show(median(colds.map(of)));
  return {
    workspace: density,
    measures: size,
    runs,
    'node -e 0, ms': show(median(bare)),
    'cold process, ms': show(median(walls)),
    'less node, ms': show(median(walls) - median(bare)),
    'to load, with node, ms': middle((c) => c.load),
    'to make it up, ms': middle((c) => c.generate),
    'scan, ms': middle((c) => c.scan),
    'witnesses and sentences, ms': middle((c) => c.tell),
    'both, ms': middle((c) => c.scan + c.tell),
    'both, CPU ms': middle((c) => c.scanCpu + c.tellCpu),
    'one edit, ms': show(once.edit),
    'one edit, CPU ms': show(once.editCpu),
    'pairs asked': once.asked,
    'pairs that meet': once.pairs,
    diagnostics: once.told,
  };
}

function show(n: number): string {
  return n < 10 ? n.toFixed(2) : n.toFixed(0);
}

const { values } = parseArgs({
  // Behind the name of the bench, which run.mjs reads.
  args: process.argv.slice(2).filter((arg) => arg !== 'analysis'),
  options: {
    workspace: { type: 'string' },
    size: { type: 'string' },
    runs: { type: 'string' },
    measure: { type: 'boolean', default: false },
    edits: { type: 'boolean', default: false },
  },
});
const chosen = densities.filter((density) => values.workspace === undefined || values.workspace === density);
const chosenSizes = values.size === undefined ? sizes : [Number(values.size)];
if (chosen.length === 0 || chosenSizes.some((size) => !Number.isInteger(size) || size < 1)) {
  throw new Error('--workspace is sparse or dense, --size a number of measures');
}
if (values.measure) {
  for (const density of chosen) {
    for (const size of chosenSizes) console.log(JSON.stringify(measure(size, density, values.edits)));
  }
} else {
  const rows: Record<string, string | number>[] = [];
  for (const density of chosen) {
    for (const size of chosenSizes) {
      rows.push(row(size, density, values.runs === undefined ? runsOf(size, density) : Number(values.runs)));
      console.error(JSON.stringify(rows.at(-1)));
    }
  }
  console.table(rows);
}
