import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf, tracked } from './tracked.ts';

/**
 * Which rooms a room may import from, its own aside. A room is a folder, or a file that stands between folders; the
 * longest path that fits is meant. Whatever is not listed may be imported by nobody else.
 */
const language = ['language/source', 'language/diagnostics', 'language/syntax'];
const front = [...language, 'compiler/version.ts', 'compiler/project', 'compiler/bind', 'compiler/check'];
const allowed: Readonly<Record<string, readonly string[]>> = {
  'language/source': [],
  'language/diagnostics': ['language/source'],
  'language/syntax': ['language/source', 'language/diagnostics'],
  'language/formatter': language,
  'language/highlight': language,
  'stdlib/runtime': [],
  'compiler/version.ts': [],
  'compiler/project': [...language, 'compiler/version.ts'],
  'compiler/bind': [...language, 'compiler/project'],
  'compiler/check': [...language, 'compiler/project', 'compiler/bind', 'compiler/ir/rational.ts'],
  'compiler/ir/rational.ts': [],
  'compiler/ir': [...front, 'compiler/ir/rational.ts', 'stdlib/runtime'],
  'compiler/analyse': [...front, 'compiler/ir', 'compiler/ir/rational.ts', 'stdlib/runtime'],
  'compiler/emit': [...front, 'compiler/ir', 'compiler/ir/rational.ts', 'stdlib/runtime'],
  // What is emitted is loaded: the one edge between siblings.
  'compiler/run': [...front, 'compiler/ir', 'compiler/ir/rational.ts', 'compiler/emit', 'stdlib/runtime'],
  // Sets the code beside the manifest of its text, too.
  'compiler/lint': [
    ...front,
    'compiler/ir',
    'compiler/ir/rational.ts',
    'compiler/analyse',
    'compiler/source-text',
    'stdlib/runtime',
  ],
  // Reads official texts; knows nothing of policies.
  'compiler/source-text': ['language/source', 'language/diagnostics'],
  'compiler/source-text/coverage': [...front, 'compiler/ir/rational.ts', 'compiler/source-text'],
  'compiler/replay.ts': [...front, 'compiler/ir', 'compiler/analyse', 'compiler/emit', 'compiler/run'],
  // Two versions side by side, for whoever shows them: it neither evaluates nor prints.
  'compiler/compare': [...language, 'compiler/ir', 'compiler/analyse'],
  'compiler/compile.ts': [...front, 'compiler/ir', 'compiler/lint', 'compiler/analyse'],
  'compiler/cli': [
    ...front,
    'language/formatter',
    'compiler/lint',
    'compiler/ir',
    'compiler/analyse',
    'compiler/compare',
    'compiler/emit',
    'compiler/run',
    'compiler/source-text',
    'compiler/source-text/coverage',
    'compiler/compile.ts',
    'compiler/replay.ts',
    'stdlib/runtime',
  ],
  'lsp/ide': [
    ...front,
    'language/formatter',
    'language/highlight',
    'compiler/lint',
    'compiler/ir',
    'compiler/analyse',
    'compiler/compare',
    'compiler/emit',
    'compiler/run',
    'compiler/source-text',
    'compiler/source-text/coverage',
    'compiler/compile.ts',
    'stdlib/runtime',
  ],
  'lsp/server': [
    ...front,
    'language/highlight',
    'lsp/ide',
    'compiler/ir',
    'compiler/analyse',
    'compiler/emit',
    'compiler/run',
    'compiler/source-text',
    'compiler/source-text/coverage',
    'compiler/compile.ts',
    'stdlib/runtime',
  ],
};

const sources = tracked.filter((file) => /^(language|compiler|lsp|stdlib)\/.*\.ts$/.test(file));
const known = new Set(tracked);

interface Import {
  readonly from: string;
  readonly to: string;
}

/** All imports of a file: static, type-only, re-exports and dynamic ones. */
function importsOf(file: string): Import[] {
  const text = textOf(file);
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'";]*?\sfrom\s+'([^']+)'/gm),
    ...text.matchAll(/^\s*import\s+'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g),
  ].map((match) => match[1] ?? '');
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ from: file, to: posix.normalize(posix.join(posix.dirname(file), specifier)) }));
}

function roomOf(file: string): string | undefined {
  return Object.keys(allowed)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Why an import may not be, or undefined. */
function fault({ from, to }: Import): string | undefined {
  const [a, b] = [roomOf(from), roomOf(to)];
  if (a === undefined) return `${from} stands in no room of the house`;
  if (b === undefined) return `${from} imports ${to}, which stands in no room of the house`;
  return a === b || allowed[a]?.includes(b) ? undefined : `${from} imports ${to}: ${a} may not know ${b}`;
}

/** One cycle among the imports, as a path that ends where it began; undefined where there is none. */
function cycle(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const found = visit(to, [...path, file]);
      if (found !== undefined) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const found = visit(file, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('imports', () => {
  const imports = sources.flatMap(importsOf);

  it('are found at all', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  it('name files that exist, with their ending', () => {
    expect(imports.filter(({ to }) => !known.has(to))).toEqual([]);
  });

  it('go only in the directions of the house', () => {
    expect(imports.map(fault).filter((f) => f !== undefined)).toEqual([]);
  });

  it('have no cycle', () => {
    expect(cycle(imports) ?? []).toEqual([]);
  });

  it('stay in the runtime within the runtime, since its files are inlined into emitted modules', () => {
    const runtime = tracked.filter((file) => /^stdlib\/runtime\/.*\.ts$/.test(file));
    const outward = runtime.filter((file) => /^\s*(?:import|export)\s[^;]*?from\s+'(?!\.\/)/m.test(textOf(file)));
    expect(outward).toEqual([]);
  });

  it('would be caught: a wrong edge and a cycle', () => {
    expect(fault({ from: 'language/syntax/parse.ts', to: 'compiler/bind/bind.ts' })).toContain('may not know');
    expect(fault({ from: 'compiler/check/check.ts', to: 'compiler/emit/typescript/emit.ts' })).toContain(
      'may not know',
    );
    expect(fault({ from: 'compiler/cli/main.ts', to: 'compiler/run/record.ts' })).toBeUndefined();
    expect(
      cycle([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'b' },
      ]),
    ).toEqual(['b', 'c', 'b']);
  });
});

describe('printing and disk access', () => {
  it('stay in compiler/cli, the language server and the node host that both use', () => {
    const outside = sources.filter((file) => !/^(compiler\/cli|lsp\/server)\/|\/node-host\.ts$/.test(file));
    const pattern = /\bconsole\.|\bprocess\.(stdout|stderr|exit|cwd|argv|env)|from 'node:(fs|child_process|path|os)/;
    expect(outside.filter((file) => pattern.test(textOf(file)))).toEqual([]);
  });
});
