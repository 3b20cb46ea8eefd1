import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeOverlapIndex } from '../../compiler/analyse/overlap-index.ts';
import type { Front } from '../../compiler/compile.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';
import { printTree } from '../../language/syntax/print-tree.ts';
import { type Snapshot, takeSnapshot } from '../../lsp/ide/snapshot.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { declarations } from './fixture.ts';

/** `CUOSHI_EDITS=2000` for the full run, which takes minutes. */
const edits = Number(process.env.CUOSHI_EDITS ?? 60);
const timeout = Math.max(60_000, edits * 1000);

const measure = (name: string, sum: string) => `
measure ${name} {
  for 高校
  about 产业教授
  by 市教育局
  grant up to ${sum} after 绩效评估 when 评价 is 优秀
}
`;

const pieces = [
  '90万元',
  '市科技局',
  '优秀',
  '\n',
  '}',
  '{',
  '"',
  'when',
  '订单式',
  ' ',
  '甲',
  '乙',
  'excludes 甲\n',
  '0',
];

function told(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(diagnostics);
}

/** The tree of a file, and what its names stand for. */
function spelledOut(snapshot: Snapshot, file: string): string {
  const tree = snapshot.source(file)?.tree;
  const names = snapshot.names
    .in(file)
    .map(({ span, text, meaning, declares }) => [
      ...[span.start, span.end, text, declares, meaning.kind],
      'symbol' in meaning && meaning.symbol.declarations.map((d) => [d.file, d.name.span.start, d.name.text]),
      snapshot.names.of(meaning).map((other) => [other.file, other.span.start]),
    ]);
  return `${tree && printTree(tree)}\n${JSON.stringify(names)}`;
}

/** Texts that change step by step; each step as a snapshot that takes over what it can, and as one from nothing. */
function editor(texts: Record<string, string>, paths: readonly string[]) {
  const known = new Map<string, ParsedFile>();
  const remembering: typeof parse = (text, file) => {
    const before = known.get(file);
    if (before?.text === text) return before;
    const parsed = parse(text, file, before);
    known.set(file, parsed);
    return parsed;
  };
  const overlaps = makeOverlapIndex();
  const policies = new Map();
  let before: Front | undefined;
  /** Syntax and types are looked at each time, the names of some files, and what is between the measures where `whole`. */
  return (whole: boolean, files = Object.keys(texts)): Snapshot => {
    const failed: unknown[] = [];
    const report = (error: unknown) => failed.push(error);
    const host = memoryHost({ ...texts });
    const now = takeSnapshot(paths, host, {
      parse: remembering,
      overlaps,
      policies,
      report,
      ...(before && { before }),
    });
    before = now.front;
    const anew = takeSnapshot(paths, host, { report });
    expect(told(now.typing), JSON.stringify(texts)).toBe(told(anew.typing));
    if (whole) {
      expect(told(now.diagnostics), JSON.stringify(texts)).toBe(told(anew.diagnostics));
      expect(told(now.findings), JSON.stringify(texts)).toBe(told(anew.findings));
    }
    for (const file of files) {
      expect(spelledOut(now, file), JSON.stringify(texts)).toBe(spelledOut(anew, file));
    }
    expect(failed).toEqual([]);
    return now;
  };
}

describe('what was remembered from earlier texts', () => {
  it(`gives the same as starting anew, after each of ${edits} random edits`, { timeout }, () => {
    const texts: Record<string, string> = {
      'p/facts.cuoshi': declarations.en,
      'p/a.cuoshi': measure('甲', '50万元') + measure('乙', '80万元'),
      'p/b.cuoshi': measure('丙', '60万元'),
    };
    const first = { ...texts };
    const look = editor(texts, ['p']);
    const step = fc.record({
      file: fc.constantFrom(...Object.keys(texts)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(6),
      insert: fc.constantFrom('', ...pieces),
      // Undone now and then, so that there is something to analyse.
      undo: fc.boolean(),
    });
    let analysed = 0;
    for (const { file, at, remove, insert, undo } of fc.sample(step, { numRuns: edits, seed: 7 })) {
      if (undo) Object.assign(texts, first);
      else {
        const text = texts[file] ?? '';
        const offset = Math.floor(at * text.length);
        texts[file] = text.slice(0, offset) + insert + text.slice(offset + remove);
      }
      if (look(true).findings.length > 0) analysed++;
    }
    expect(analysed).toBeGreaterThan(edits / 10);
  });

  it(
    'gives the same as starting anew, in two policies in force that are edited line by line',
    () => {
      const folder = (name: string) => readdirSync(join('policies', name)).filter((file) => file.endsWith('.cuoshi'));
      const texts = Object.fromEntries(
        ['liaocheng', 'shandong-2024'].flatMap((name) =>
          folder(name).map((file) => [`all/${name}/${file}`, readFileSync(join('policies', name, file), 'utf8')]),
        ),
      );
      const first = { ...texts };
      const look = editor(texts, ['all/liaocheng', 'all/shandong-2024']);
      look(true, []);
      const step = fc.record({
        file: fc.constantFrom(...Object.keys(texts)),
        line: fc.double({ min: 0, max: 1, noNaN: true }),
        what: fc.constantFrom('double', 'drop', 'swap', 'blank', 'comment', 'shift', 'undo', 'undo'),
      });
      for (const { file, line, what } of fc.sample(step, { numRuns: Math.ceil(edits / 6), seed: 11 })) {
        const lines = (texts[file] ?? '').split('\n');
        const at = Math.floor(line * lines.length);
        const own = lines[at] ?? '';
        if (what === 'undo') Object.assign(texts, first);
        else {
          if (what === 'double') lines.splice(at, 0, own);
          else if (what === 'drop') lines.splice(at, 1);
          else if (what === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', own);
          else if (what === 'blank') lines.splice(at, 0, '');
          else if (what === 'comment') lines.splice(at, 0, '/* 甲 */ // 乙');
          else lines[at] = `是${own}`;
          texts[file] = lines.join('\n');
        }
        look(what === 'blank', what === 'undo' ? [file] : []);
      }
    },
    timeout,
  );
});
