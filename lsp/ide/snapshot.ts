import type { Checked, CheckedMeasure, CheckedPolicy } from '../../compiler/check/model.ts';
import { type Compilation, compile } from '../../compiler/compile.ts';
import type { Host } from '../../compiler/project/host.ts';
import type { ParsedFile } from '../../language/syntax/parse.ts';
import type * as T from '../../language/syntax/tree.ts';
import { memoise, once } from './memoise.ts';
import { indexNames, type NameIndex } from './names.ts';

/** One file of a snapshot. */
export interface Source extends ParsedFile {
  /** Of the standard library: it can be looked at, not changed. */
  readonly standard: boolean;
}

/**
 * One version of all sources of a program with everything that was found out about them. It never changes; each feature
 * of the editor is a pure function of it. Indexes are made when they are first asked for.
 */
export interface Snapshot {
  readonly compilation: Compilation;
  readonly checked: Checked;
  /** Undefined for a file that is no part of the program. */
  source(file: string): Source | undefined;
  readonly files: readonly string[];
  readonly names: NameIndex;
  /** What was found out about a measure of the tree. */
  measureAt(node: T.Measure): { readonly policy: CheckedPolicy; readonly measure: CheckedMeasure } | undefined;
  /** The same program with other texts for some of its files. */
  with(texts: ReadonlyMap<string, string>): Snapshot;
  /** Names of the modules of the standard library. */
  readonly standardModules: readonly string[];
}

/** Compiles what lies at the paths. `host` must give the same answers for as long as the snapshot is used. */
export function takeSnapshot(paths: readonly string[], host: Host): Snapshot {
  const compilation = compile(paths, host);
  const { checked } = compilation;
  const { modules } = checked.binding.program;
  const source = memoise((file: string): Source | undefined => {
    const module = modules.get(file);
    return module && { ...module.parsed, standard: module.standard };
  });
  const measures = once(() => {
    const all = checked.policies.flatMap((policy) => policy.measures.map((measure) => ({ policy, measure })));
    return new Map(all.map((entry) => [entry.measure.symbol.node, entry]));
  });
  const names = once(() => indexNames(checked));
  return {
    compilation,
    checked,
    source,
    files: [...modules.keys()],
    get names() {
      return names();
    },
    measureAt: (node) => measures().get(node),
    with: (texts) => takeSnapshot(paths, withTexts(host, texts)),
    standardModules: host.standardModules(),
  };
}

/** A host that gives these texts for these files, whatever lies there. */
export function withTexts(host: Host, texts: ReadonlyMap<string, string>): Host {
  return {
    ...host,
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? host.read(path) : { kind: 'text', text };
    },
    exists: (path) => texts.has(path) || host.exists(path),
  };
}
