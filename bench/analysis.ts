import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findingsOf, groupFindings, type Replay } from '../compiler/analyse/overlap.ts';
import { makeOverlapIndex } from '../compiler/analyse/overlap-index.ts';
import { overlapDiagnostic } from '../compiler/analyse/report.ts';
import { interpret } from '../compiler/ir/interpret/interpret.ts';
import { type Density, edited, workspace } from '../test/harness/generate-workspace.ts';

/**
 * How long the analyser takes: `npm run bench:analysis`. Each cold figure is the median over processes of their own, from
 * the start of the process to its end, beside `node -e 0` in the same run; the workspace is generated within it.
 */
const runs = 20;
const edits = 40;
const sizes = [250, 500, 1000, 2000, 5000, 10_000];

const replay: Replay = (policy, { facts, asOf }, measures) => {
  const plans = policy.plans.filter((p) => measures === undefined || !('measure' in p) || measures.includes(p.measure));
  return interpret({ ...policy, plans }, facts, { asOf });
};

interface Cold {
  readonly generate: number;
  readonly scan: number;
  readonly tell: number;
  readonly asked: number;
  readonly pairs: number;
  readonly told: number;
  readonly edit: number;
}

function measure(size: number, density: Density): Cold {
  const start = performance.now();
  const policies = workspace(size, density);
  const generated = performance.now();
  const index = makeOverlapIndex();
  const pairs = index.update(policies);
  const scanned = performance.now();
  const { asked } = index;
  const groups = groupFindings(findingsOf(pairs).findings);
  const diagnostics = groups.map((finding) => overlapDiagnostic(finding, { domains: index.domains, replay }));
  const told = performance.now();
  // One measure after another is written anew, each time in the workspace as it was left.
  const times: number[] = [];
  let now = policies;
  if (process.argv[4] === 'edit') {
    for (let i = 0; i < edits; i++) {
      now = edited(now, density, 1000 + i);
      const before = performance.now();
      index.update(now);
      times.push(performance.now() - before);
    }
  }
  return {
    generate: generated - start,
    scan: scanned - generated,
    tell: told - scanned,
    asked,
    pairs: pairs.length,
    told: diagnostics.length,
    edit: median(times),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const [role, density] = process.argv.slice(2);
if (role !== undefined && /^\d+$/.test(role)) {
  console.log(JSON.stringify(measure(Number(role), density === 'dense' ? 'dense' : 'sparse')));
} else {
  const self = fileURLToPath(import.meta.url);
  const timed = (args: readonly string[]): { readonly wall: number; readonly out: string } => {
    const start = performance.now();
    const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return { wall: performance.now() - start, out: stdout };
  };
  const show = (n: number) => (n < 10 ? n.toFixed(2) : n.toFixed(0));
  const rows: Record<string, string | number>[] = [];
  for (const kind of ['sparse', 'dense'] as const) {
    for (const size of sizes) {
      const times = runs;
      const bare: number[] = [];
      const walls: number[] = [];
      const colds: Cold[] = [];
      for (let i = 0; i < times; i++) {
        bare.push(timed(['-e', '0']).wall);
        const { wall, out } = timed([self, String(size), kind]);
        walls.push(wall);
        colds.push(JSON.parse(out) as Cold);
      }
      const once = JSON.parse(timed([self, String(size), kind, 'edit']).out) as Cold;
      rows.push({
        workspace: kind,
        measures: size,
        'node -e 0, ms': show(median(bare)),
        'cold process, ms': show(median(walls)),
        'less node, ms': show(median(walls) - median(bare)),
        'scan alone, ms': show(median(colds.map((c) => c.scan))),
        'witnesses and sentences, ms': show(median(colds.map((c) => c.tell))),
        'one edit, ms': show(once.edit),
        'pairs asked': once.asked,
        'pairs that meet': once.pairs,
        diagnostics: once.told,
      });
      console.error(JSON.stringify(rows.at(-1)));
    }
  }
  console.table(rows);
}
