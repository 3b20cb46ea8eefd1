import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/**
 * The built language server over stdio, beside a Node that does nothing: a workspace of 1,000 generated measures (or as
 * many as the first argument says) in policies of fifty, a file each; the same measures in one file, which nobody writes,
 * without limits; and the five policies. Every keystroke adds or takes away a character near the top of its file, so that
 * all below it moves. Ends by status 1 where a limit is passed, if `--enforce`.
 */
const [count = '1000', ...flags] = process.argv.slice(3);
const keystrokes = 60;
/** Keystrokes before those that count: whoever edits has typed before. */
const warmUp = 10;
const body = '市教育局';
const generatedMark = '措施甲';
const perPolicy = 50;

const baseline = median(
  Array.from({ length: 10 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - start;
  }),
);
console.log(`node -e 0                                  ${baseline.toFixed(0)} ms`);
console.log(`${keystrokes} keystrokes of each kind, after ${warmUp} that do not count`);
let passed = 0;

/** `--only=policies`, `--only=file` or `--only=five`: one of the three. */
const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length);
const wants = (name: 'policies' | 'file' | 'five') => only === undefined || only === name;
const limits: Limits = { types: 50, overlaps: 150, completion: 30, hover: 15, cold: 1500, memory: 300 };
if (wants('policies')) {
  const { folder, file } = generate(Number(count), perPolicy);
  await measure(`${count} measures, ${perPolicy} to a policy`, folder, file, limits);
}
if (wants('file')) {
  const { folder, file } = generate(Number(count), Number(count));
  await measure(`${count} measures in one file`, folder, file, {});
}
if (wants('five')) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cuoshi-bench-')));
  cpSync('policies', folder, { recursive: true });
  await measure('five policies', folder, join(folder, 'jinan-2026', 'jinan-2026.cuoshi'), { ...limits, types: 16 });
}
console.log(`\nload ${loadavg()[0]?.toFixed(1)}`);
if (flags.includes('--enforce') && passed > 0) process.exitCode = 1;

/** Milliseconds; undefined: only told. */
interface Limits {
  readonly types?: number;
  readonly overlaps?: number;
  readonly completion?: number;
  readonly hover?: number;
  readonly cold?: number;
  /** MiB. */
  readonly memory?: number;
}

async function measure(title: string, folder: string, file: string, limits: Limits) {
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/cuoshi-lsp.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(file).href;
  let heard: ((diagnostics: readonly Diagnostic[]) => void) | undefined;
  let version = 1;
  // What is told of an earlier version is no answer to a keystroke.
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.uri === uri && params.version === version) heard?.(params.diagnostics);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const published = (fits: (d: readonly Diagnostic[]) => boolean) =>
    new Promise<number>((resolve) => {
      heard = (diagnostics) => {
        if (fits(diagnostics)) resolve(performance.now());
      };
    });
  await connection.sendRequest('initialize', {
    processId: null,
    capabilities: {
      textDocument: { publishDiagnostics: {} },
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
  });
  const intact = readFileSync(file, 'utf8');
  const place = intact.indexOf(body);
  // A mistake in a name, so that the first diagnostics are known to be of names and types.
  let text = `${intact.slice(0, place)}是${intact.slice(place)}`;
  const first = published(isBroken);
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'cuoshi', version: 1, text },
  });
  const cold = (await first) - begun;
  // All that is found between measures is there when this is answered.
  await connection.sendRequest('cuoshi/check');
  const warm = performance.now() - begun;

  const edit = async (at: number, remove: number, insert: string) => {
    const [start, end] = [positionOf(text, at), positionOf(text, at + remove)];
    text = text.slice(0, at) + insert + text.slice(at + remove);
    version++;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text: insert }],
    });
  };
  const types: number[] = [];
  let before = 0;
  for (let i = -warmUp; i < keystrokes; i++) {
    if (i === 0) before = cpuOf(child.pid);
    // One keystroke mends the name, the next one makes it unknown again.
    const mends = i % 2 === 0;
    const done = published((d) => isBroken(d) !== mends);
    const start = performance.now();
    if (mends) await edit(place, 1, '');
    else await edit(place, 0, '是');
    const took = (await done) - start;
    if (i >= 0) types.push(took);
    await pause(120);
  }
  await edit(place, 1, '');
  await pause(500);
  const overlaps: number[] = [];
  const sum = text.indexOf('80万元', place);
  let keys = keystrokes;
  if (text.includes(generatedMark)) {
    for (let i = 0; i < keystrokes; i++) {
      const adds = i % 2 === 0;
      const wanted = adds ? /(?<!\d)180万元/ : /(?<!\d)80万元/;
      const done = published((d) =>
        d.some(({ code, message }) => code === 'CS4001' && wanted.test(JSON.stringify(message))),
      );
      const start = performance.now();
      if (adds) await edit(sum, 0, '1');
      else await edit(sum, 1, '');
      overlaps.push((await done) - start);
      await pause(120);
    }
    keys += keystrokes;
  }
  const perKey = (cpuOf(child.pid) - before) / keys;
  const position = positionOf(text, place + 1);
  const asked = async (method: string) => {
    const times: number[] = [];
    for (let i = 0; i < keystrokes; i++) {
      // After a keystroke, as it happens.
      await edit(text.length, 0, ' ');
      await pause(150);
      const start = performance.now();
      await connection.sendRequest(method, { textDocument: { uri }, position });
      times.push(performance.now() - start);
    }
    return times;
  };
  const completion = await asked('textDocument/completion');
  const hover = await asked('textDocument/hover');
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  console.log(`\n${title}`);
  line('cold start to first diagnostics', cold, limits.cold, 'ms');
  line('  and to all overlaps', warm, undefined, 'ms');
  line('keystroke to syntax and types, p95', p95(types), limits.types, 'ms', median(types));
  if (overlaps.length > 0) line('keystroke to overlaps, p95', p95(overlaps), limits.overlaps, 'ms', median(overlaps));
  line('completion, p95', p95(completion), limits.completion, 'ms', median(completion));
  line('hover, p95', p95(hover), limits.hover, 'ms', median(hover));
  line('processor time per keystroke', perKey, undefined, 'ms');
  line('memory', memory, limits.memory, 'MiB');
  await stop(connection);
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}

function isBroken(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === 'CS2012');
}

/** Milliseconds of processor time that a process has used so far, all its threads together. */
function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // User and system time, in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function line(what: string, value: number, limit: number | undefined, unit: string, middle?: number): void {
  const over = limit !== undefined && value > limit;
  if (over) passed++;
  const allowed = limit === undefined ? '' : `  ${over ? 'OVER' : 'within'} ${limit} ${unit}`;
  const ratio = unit === 'ms' ? `  ${(value / baseline).toFixed(2)}× node -e 0` : '';
  const half = middle === undefined ? '' : `  (median ${middle.toFixed(1)})`;
  console.log(`${what.padEnd(42)} ${value.toFixed(1)} ${unit}${allowed}${half}${ratio}`);
}

async function stop(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
}

function positionOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - (before.lastIndexOf('\n') + 1) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Policies of so many measures each, in a file of its own; every tenth measure competes with the one before it. */
function generate(measures: number, each: number): { readonly folder: string; readonly file: string } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cuoshi-bench-')));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const matters = ['产业教授', '创新团队', '产业学院', '学科建设', '人才集聚区', '技术转移人才'];
  for (let start = 0; start < measures; start += each) {
    const policy = start / each;
    const head = `policy \`p-${policy}\` "第${policy}号" { level city effective 2026-01-01 to 2028-12-31 }

use std.parties
use std.jinan
use std.matters

enum 等次 { 优秀, 良好, 合格 }

party 高校 {
  硕士: count
  评价: 等次
}

`;
    const bodies = Array.from({ length: Math.min(each, measures - start) }, (_, i) => {
      const n = start + i;
      const meets = n % 10 === 1;
      const low = (n - (meets ? 1 : 0)) * 10;
      return `measure ${generatedMark}${letters(n)} "第${n}项" {
  clause "${n + 1}"
  for 高校
  about ${matters[policy % matters.length]}
  by ${body}
  when 硕士 >= ${low} and 硕士 < ${low + 10}
  grant up to ${meets ? 80 : 50}万元 after 绩效评估 when 评价 is 优秀
}
`;
    });
    write(`p${policy}/p${policy}.cuoshi`, head + bodies.join('\n'));
  }
  return { folder, file: join(folder, 'p0', 'p0.cuoshi') };
}

function letters(n: number): string {
  return [...String(n)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
}
