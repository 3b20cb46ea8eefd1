import { bind } from '../../compiler/bind/bind.ts';
import { check } from '../../compiler/check/check.ts';
import type { Checked } from '../../compiler/check/model.ts';
import { compile } from '../../compiler/compile.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import type { Host } from '../../compiler/project/host.ts';
import { loadProgram } from '../../compiler/project/program.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { coverDocument } from '../../compiler/source-text/coverage/documents.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { message } from '../../language/diagnostics/render.ts';
import { LineIndex } from '../../language/source/line-index.ts';
import { parse } from '../../language/syntax/parse.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/**
 * `divided`: the text names several bodies for a clause together, without saying which does what (按职责分工负责, or none of them
 * pays), so that the code may name one of them in one line of the clause and not in another. No change to what the text says.
 */
export type Verdict = 'check' | 'coverage' | 'example' | 'divided' | 'survived';

export interface Judged {
  readonly mutant: Mutant;
  readonly by: Verdict;
}

export interface Bench {
  readonly mutants: readonly Mutant[];
  /** What notices a mutant first. */
  judge(mutant: Mutant): Judged;
  /** `FILE:LINE what: before → after`, from line 1. */
  say(mutant: Mutant): string;
}

const clock = { today: '2026-06-30', lang: 'zh' } as const;

/** A policy, a folder, made ready to be changed in one place at a time. What it is told of before the change does not count. */
export function openBench(folder: string, host: Host): Bench {
  const parsed = new Map<string, ReturnType<typeof parse>>();
  const original = compile([folder], host, {
    parse: (text, file) => {
      const result = parse(text, file);
      parsed.set(`${file}\n${text}`, result);
      return result;
    },
  });
  // Whatever did not change is not parsed again.
  const parseChanged: typeof parse = (text, file) => parsed.get(`${file}\n${text}`) ?? parse(text, file);
  const files = original.files.filter((file) => !file.startsWith('<'));
  const mutants = files.flatMap((file) => {
    const module = original.checked.binding.program.modules.get(file);
    return module === undefined ? [] : mutantsOf(file, module.parsed.text, module.parsed.tree, original.checked);
  });
  const baseline = countsOf(coverageFindings(original.checked, host));
  const broken = new Set(failing(original.policies, undefined));

  const judge = (mutant: Mutant): Judged => {
    const { file, span, text } = mutant;
    const source = original.textOf(file) ?? '';
    const changed = source.slice(0, span.start) + text + source.slice(span.end);
    const read: Host['read'] = (path) => (path === file ? { kind: 'text', text: changed } : host.read(path));
    const mutated: Host = { ...host, read };
    const program = loadProgram([folder], mutated, parseChanged);
    const binding = bind(program);
    const checked = check(binding);
    const found = [...program.diagnostics, ...binding.diagnostics, ...checked.diagnostics];
    if (hasError(found)) return { mutant, by: 'check' };
    if (hasMore(countsOf(coverageFindings(checked, mutated)), baseline)) return { mutant, by: 'coverage' };
    // Lowering and examples cost most, and few changes get so far.
    const { diagnostics, policies } = compile([folder], mutated, { parse: parseChanged });
    if (hasError(diagnostics)) return { mutant, by: 'check' };
    const isNoticed = failing(policies, mutant.measure).some((title) => !broken.has(title));
    if (isNoticed) return { mutant, by: 'example' };
    return { mutant, by: mutant.repeated ? 'divided' : 'survived' };
  };
  const say = ({ file, span, text, what }: Mutant): string => {
    const source = original.textOf(file) ?? '';
    const line = new LineIndex(source).position(span.start).line + 1;
    const short = (s: string) => (s.trim() === '' ? '（删去）' : s.trim().replace(/\s+/g, ' ').slice(0, 60));
    return `${file}:${line} ${what}: ${short(source.slice(span.start, span.end))} → ${short(text)}`;
  };
  return { mutants, judge, say };
}

function coverageFindings(checked: Checked, host: Host): string[] {
  return checked.policies.flatMap((policy) =>
    coverDocument(policy, checked, host)
      .diagnostics.filter(({ severity }) => severity !== 'info')
      .map((d) => `${d.code} ${message(d, 'zh')}`),
  );
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Titles of the examples that fail; of a change within a measure, only those that look at it are run. */
function failing(policies: readonly PolicyIr[], measure: string | undefined): string[] {
  return policies.flatMap((policy) => {
    const own = policy.examples.filter((e) => measure === undefined || (e.measure ?? measure) === measure);
    const runs = runExamples(
      { ...policy, examples: own },
      (facts, options) => interpretTogether([policy], facts, options),
      clock,
    );
    return runs.filter(({ failures }) => failures.length > 0).map(({ example }) => example.title);
  });
}

function countsOf(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function hasMore(counts: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): boolean {
  return [...counts].some(([item, n]) => n > (before.get(item) ?? 0));
}
