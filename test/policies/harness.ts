import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compilation, compile } from '../../compiler/compile.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import type { Host } from '../../compiler/project/host.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import type { Award, EvaluateOptions, Facts, Result } from '../../stdlib/runtime/types.ts';
import { memoryHost } from '../harness/memory-host.ts';

/** The folder of the repository, with which the paths of these tests begin. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inRepository = (path: string): string => join(repository, path);

export const textOf = (path: string): string => readFileSync(inRepository(path), 'utf8');

/** Compiles a policy of the repository. */
export function compileFolder(path: string): Compilation {
  return compile([inRepository(path)], nodeHost);
}

/** Compiles a policy of the repository as if it accepted nothing of what the rules of drafting find. */
export function compileUnaccepted(path: string): Compilation {
  const host: Host = {
    ...nodeHost,
    read: (file) => {
      const read = nodeHost.read(file);
      return read.kind === 'text'
        ? { ...read, text: read.text.replaceAll(/^ *allow [a-z-]+ because ".*"$/gm, '') }
        : read;
    },
  };
  return compile([inRepository(path)], host);
}

/** Compiles sources that stand on no disk, as the files of one folder. */
export function compileSources(sources: Readonly<Record<string, string>>): Compilation {
  const files = Object.entries(sources).map(([name, text]) => [`policy/${name}`, text]);
  return compile(['policy'], memoryHost(Object.fromEntries(files)));
}

/** The only policy of a compilation that went well. */
export function onlyPolicy(compilation: Compilation): PolicyIr {
  const errors = compilation.diagnostics.filter((d) => d.severity === 'error');
  const [policy] = compilation.policies;
  if (errors.length > 0 || policy === undefined || compilation.policies.length > 1) {
    throw new Error(`expected one policy without errors: ${problemsOf(compilation).join('\n')}`);
  }
  return policy;
}

/** Each diagnostic as `CODE severity line: the text it is at`, in the order of the files. */
export function problemsOf({ diagnostics, textOf }: Compilation): string[] {
  return diagnostics.map(({ code, severity, file, span }) => {
    const text = textOf(file) ?? '';
    const line = text.slice(0, span.start).split('\n').length;
    return `${code} ${severity} ${line}: ${text.slice(span.start, span.end)}`;
  });
}

const asOf = '2026-06-30';

/** Facts are checked ones: fen, not yuan. */
export function evaluate(policy: PolicyIr, facts: Facts, options: Partial<EvaluateOptions> = {}): Result {
  return interpret(policy, facts, { asOf, ...options });
}

/** The award of a benefit, `measure`, `measure/benefit` or `measure/benefit/item`. */
export function awardOf({ awards }: Result, key: string): Award {
  const found = awards.find((award) => keyOf(award) === key);
  if (found === undefined) throw new Error(`no award ${key} among ${awards.map(keyOf).join(', ')}`);
  return found;
}

export function keyOf({ measure, benefit, item }: Pick<Award, 'measure' | 'benefit' | 'item'>): string {
  return [measure, benefit, item].filter((part) => part !== null && part !== undefined).join('/');
}

export const yuan = (amount: number): number => Math.round(amount * 100);
