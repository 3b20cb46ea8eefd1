import { analyseInSteps } from '../../compiler/analyse/analyse.ts';
import { type Domains, domainsOf } from '../../compiler/analyse/domains.ts';
import type { Replay } from '../../compiler/analyse/overlap.ts';
import { makeOverlapIndex, type OverlapIndex } from '../../compiler/analyse/overlap-index.ts';
import type { Checked, CheckedMeasure, CheckedPolicy } from '../../compiler/check/model.ts';
import {
  checkPaths,
  type EarlierPolicies,
  type Front,
  inOrder,
  type LoweredPolicies,
  lowerInSteps,
} from '../../compiler/compile.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { severitiesOf } from '../../compiler/lint/severities.ts';
import type { Host } from '../../compiler/project/host.ts';
import { coverDocument, type Document } from '../../compiler/source-text/coverage/documents.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { LineIndex } from '../../language/source/line-index.ts';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';
import type * as T from '../../language/syntax/tree.ts';
import { memoise, once } from './memoise.ts';
import { indexNames, type NameIndex } from './names.ts';

/** One file of a snapshot. */
export interface Source extends ParsedFile {
  /** Of the standard library: it can be looked at, not changed. */
  readonly standard: boolean;
}

/**
 * One version of all sources of a program with everything that was found out about them. Each feature of the editor is a
 * pure function of it. What takes time is found out when it is first asked for. A later version that was parsed from its
 * trees takes their statements over and moves them: from then on this one is not asked any more.
 */
export interface Snapshot {
  readonly checked: Checked;
  /** What the next version can take over. */
  readonly front: Front;
  /** The policies that are free of errors, lowered. */
  readonly policies: readonly PolicyIr[];
  /** Of syntax, names and types: the first stage, at hand at once. */
  readonly typing: readonly Diagnostic[];
  /** Of syntax, names and types, and of each policy by itself once it was lowered. */
  readonly diagnostics: readonly Diagnostic[];
  /** Between the measures and policies. */
  readonly findings: readonly Diagnostic[];
  /**
   * Finds out what the later stages tell, a little at a time: done to the end, `diagnostics` and `findings` are at hand.
   * Whoever asks for them before waits for the rest.
   */
  steps(): Iterator<void>;
  /** Undefined for a file that is no part of the program. */
  source(file: string): Source | undefined;
  readonly files: readonly string[];
  /** The lines of a file that diagnostics point into: a source, or the settings (cuoshi.json). */
  linesOf(file: string): LineIndex | undefined;
  readonly names: NameIndex;
  /** What stands in one file of each. */
  inFile(file: string): Pick<Snapshot, 'typing' | 'diagnostics' | 'findings'>;
  /** What was found out about a measure of the tree. */
  measureAt(node: T.Measure): { readonly policy: CheckedPolicy; readonly measure: CheckedMeasure } | undefined;
  /** The same program with other texts for some of its files. */
  with(texts: ReadonlyMap<string, string>): Snapshot;
  /** Names of the modules of the standard library. */
  readonly standardModules: readonly string[];
  /** A policy set beside the manifest that it names; undefined where it names none, or it cannot be compared. */
  document(policy: CheckedPolicy): Document | undefined;
  /** The manifest that a policy names, as it is written. */
  manifest(policy: CheckedPolicy): { readonly path: string; readonly text: string } | undefined;
  /** What the facts of all policies can be: what bounds of amounts are found with. */
  readonly domains: Domains;
}

export interface SnapshotOptions {
  /** Remembers what it parsed before. */
  readonly parse?: typeof parse;
  /** An earlier version of the program: what did not change since is taken over. */
  readonly before?: Front;
  /** Remembers what was found between measures: only what changed is asked again. */
  readonly overlaps?: OverlapIndex;
  /** The policies as they were last lowered: parts that say the same are kept, with all that was found out about them. */
  readonly policies?: EarlierPolicies;
  /** Is told of a bug in a later stage; what the earlier stages found stands all the same. */
  readonly report?: (error: unknown) => void;
}

/** By the reference interpreter, of the measures at hand: an editor runs no code that was made from what lies in a folder. */
export const interpreted: Replay = (policy, { facts, asOf, ledger }, measures) => {
  const plans =
    measures === undefined
      ? policy.plans
      : policy.plans.filter((p) => !('measure' in p) || measures.includes(p.measure));
  return interpret({ ...policy, plans }, facts, { asOf, ...(ledger && { ledger }) });
};

/** Compiles what lies at the paths. `host` must give the same answers for as long as the snapshot is used. */
export function takeSnapshot(
  paths: readonly string[],
  host: Host,
  { before, ...options }: SnapshotOptions = {},
): Snapshot {
  const front = checkPaths(paths, host, options.parse, before);
  const { checked } = front;
  const order = [...checked.binding.program.modules.keys()];
  const later = inStages(front, host, options);
  const lowered = later.lowered;
  const severities = severitiesOf(order, host);
  const first = [...severities.problems, ...severities.apply(front.diagnostics)];
  const typing = inOrder(first, order);
  const all = once(() => inOrder([...first, ...severities.apply(lowered().advice)], order));
  const { modules } = checked.binding.program;
  const source = memoise((file: string): Source | undefined => {
    const module = modules.get(file);
    if (module === undefined) return undefined;
    const { parsed, standard } = module;
    const { text, tree, diagnostics, lines } = parsed;
    return {
      file,
      text,
      tree,
      diagnostics,
      lines,
      standard,
      // Looked up when they are asked for.
      get tokens() {
        return parsed.tokens;
      },
      get trivia() {
        return parsed.trivia;
      },
    };
  });
  const measures = once(() => {
    const all = checked.policies.flatMap((policy) => policy.measures.map((measure) => ({ policy, measure })));
    return new Map(all.map((entry) => [entry.measure.symbol.node, entry]));
  });
  const names = once(() => indexNames(checked));
  const domains = once(() => domainsOf(lowered().policies));
  const findings = once(() => severities.apply(later.findings()));
  const linesOfSettings = memoise((file: string): LineIndex | undefined => {
    const text = severities.textOf(file);
    return text === undefined ? undefined : new LineIndex(text);
  });
  const typed = once(() => groupByFile(typing));
  const own = once(() => groupByFile(all()));
  const between = once(() => groupByFile(findings()));
  return {
    checked,
    front,
    typing,
    get policies() {
      return lowered().policies;
    },
    get diagnostics() {
      return all();
    },
    inFile: (file) => ({
      typing: typed().get(file) ?? [],
      get diagnostics() {
        return own().get(file) ?? [];
      },
      get findings() {
        return between().get(file) ?? [];
      },
    }),
    get findings() {
      return findings();
    },
    source,
    files: [...modules.keys()],
    linesOf: (file) => modules.get(file)?.parsed.lines ?? linesOfSettings(file),
    get names() {
      return names();
    },
    measureAt: (node) => measures().get(node),
    steps: later.steps,
    // The index is for the program as it is, and so are the trees: those of other texts are built anew.
    with: (texts) =>
      takeSnapshot(paths, withTexts(host, texts), {
        before: front,
        parse: (text, file) => {
          const known = modules.get(file)?.parsed;
          return known?.text === text ? known : parse(text, file);
        },
        ...(options.report && { report: options.report }),
      }),
    standardModules: host.standardModules(),
    document: memoise((policy: CheckedPolicy): Document | undefined => {
      if (policy.source === undefined) return undefined;
      try {
        return coverDocument(policy, checked, host);
      } catch (error) {
        // Half-written measures are set beside the text as well.
        options.report?.(error);
        return undefined;
      }
    }),
    manifest: memoise((policy: CheckedPolicy) => {
      if (policy.source === undefined) return undefined;
      const path = host.join(host.dirname(policy.symbol.file), policy.source.path.value);
      const read = host.read(path);
      return read.kind === 'text' ? { path, text: read.text } : undefined;
    }),
    get domains() {
      return domains();
    },
  };
}

/** The stages after names and types. A bug in one leaves it empty. */
function inStages(
  front: Front,
  host: Host,
  { overlaps = makeOverlapIndex(), policies: earlier, report }: SnapshotOptions,
) {
  let policies: LoweredPolicies | undefined;
  let found: readonly Diagnostic[] | undefined;
  function* work(): Generator<void> {
    try {
      policies = yield* lowerInSteps(front, host, earlier);
    } catch (error) {
      report?.(error);
      policies = { policies: [], advice: [] };
    }
    yield;
    try {
      found = yield* analyseInSteps(policies.policies, front.checked, interpreted, overlaps);
    } catch (error) {
      report?.(error);
      found = [];
    }
  }
  const steps = work();
  const until = <V>(value: () => V | undefined): V => {
    for (let known = value(); ; known = value()) {
      if (known !== undefined) return known;
      if (steps.next().done === true && value() === undefined) throw new Error('the stages ended without a result');
    }
  };
  return { steps: () => steps, lowered: () => until(() => policies), findings: () => until(() => found) };
}

function groupByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = groups.get(diagnostic.file);
    if (known === undefined) groups.set(diagnostic.file, [diagnostic]);
    else known.push(diagnostic);
  }
  return groups;
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
