import { coverage as findings } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import type { KeywordsOf } from '../../../language/diagnostics/render.ts';
import { at } from '../../../language/source/span.ts';
import { bind } from '../../bind/bind.ts';
import { check } from '../../check/check.ts';
import type { Checked, CheckedPolicy } from '../../check/model.ts';
import type { Host } from '../../project/host.ts';
import { keywordsIn, loadProgram } from '../../project/program.ts';
import type { Manifest } from '../manifest.ts';
import { manifestFormat, readManifest } from '../read-manifest.ts';
import { cover } from './cover.ts';
import { type Coverage, isComplete } from './coverage.ts';
import { problemsOf } from './problems.ts';

/** One policy beside its text. Without `coverage` there was nothing to compare with, and a diagnostic says why. */
export interface Document {
  readonly policy: CheckedPolicy;
  readonly name: string;
  /** The manifest's path, where the policy names one. */
  readonly manifestPath: string | undefined;
  readonly coverage: Coverage | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Documents {
  readonly documents: readonly Document[];
  /** Errors of the program itself; where there are any, nothing is compared. */
  readonly errors: readonly Diagnostic[];
  /** All files that were read. */
  readonly files: readonly string[];
  readonly textOf: (file: string) => string | undefined;
  readonly keywordsOf: KeywordsOf;
}

/** Sets every policy of the paths beside the manifest it names. Neither lowers nor analyses: that is `check`'s business. */
export function coverPaths(paths: readonly string[], host: Host): Documents {
  const program = loadProgram(paths, host);
  const binding = bind(program);
  const checked = check(binding);
  const found = [...program.diagnostics, ...binding.diagnostics, ...checked.diagnostics];
  const errors = found.filter((d) => d.severity === 'error');
  return {
    documents: errors.length > 0 ? [] : checked.policies.map((policy) => coverDocument(policy, checked, host)),
    errors,
    files: [...program.modules.keys()],
    textOf: (file) => program.modules.get(file)?.parsed.text,
    keywordsOf: keywordsIn(program),
  };
}

export function coverDocument(policy: CheckedPolicy, checked: Checked, host: Host): Document {
  const { name } = policy.symbol;
  const read = manifestOf(policy, host);
  if ('diagnostic' in read) {
    return { policy, name, manifestPath: read.path, coverage: undefined, diagnostics: [read.diagnostic] };
  }
  const coverage = cover(policy, checked, read.manifest);
  return { policy, name, manifestPath: read.path, coverage, diagnostics: problemsOf(coverage) };
}

/** Nothing is missing on either side, and nothing else is amiss. */
export function isCovered({ coverage, diagnostics }: Document): boolean {
  return (
    coverage !== undefined &&
    isComplete(coverage) &&
    diagnostics.every(({ severity }) => severity === 'info' || severity === 'hint')
  );
}

type Read =
  | { readonly path: string; readonly manifest: Manifest }
  | { readonly path: string | undefined; readonly diagnostic: Diagnostic };

/** The manifest that a policy names, or why there is none. */
export function manifestOf({ source, symbol }: CheckedPolicy, host: Host): Read {
  const policy = symbol.name;
  if (source === undefined) {
    const span = symbol.node?.name.span ?? at(0);
    return { path: undefined, diagnostic: diagnose(findings.noSource, symbol.file, span, { policy }) };
  }
  const named = source.path.value;
  const path = host.join(host.dirname(symbol.file), named);
  const fail = (diagnostic: Diagnostic): Read => ({ path, diagnostic });
  const place = [symbol.file, source.path.span] as const;
  const text = host.read(path);
  if (text.kind === 'missing') return fail(diagnose(findings.noManifest, ...place, { path: named, policy }));
  if (text.kind !== 'text') return fail(diagnose(findings.manifestNotJson, ...place, { path: named }));
  const read = readManifest(text.text);
  if ('fault' in read) {
    const { fault } = read;
    switch (fault.kind) {
      case 'not-json':
        return fail(diagnose(findings.manifestNotJson, ...place, { path: named }));
      case 'other-format':
        return fail(
          diagnose(findings.manifestFormat, ...place, { path: named, found: fault.found, expected: manifestFormat }),
        );
      case 'malformed': {
        const { where, expected, found } = fault;
        return fail(diagnose(findings.manifestShape, ...place, { path: named, where, expected, found }));
      }
      default:
        return fault satisfies never;
    }
  }
  const { manifest } = read;
  if (manifest.policy !== policy) {
    return fail(diagnose(findings.manifestPolicy, ...place, { path: named, found: manifest.policy, policy }));
  }
  return { path, manifest };
}
