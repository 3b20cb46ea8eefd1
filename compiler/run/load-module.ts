import type { ParsedFacts, ParseOptions } from '../../stdlib/runtime/parse-facts.ts';
import type { Award, EvaluateOptions, Facts, Lang, Metadata, Result } from '../../stdlib/runtime/types.ts';
import { exportLine } from '../emit/typescript/emit.ts';

export { stackAcross } from '../../stdlib/runtime/stack-across.ts';

/** An emitted policy, loaded. Its facts are those of its own schema. */
export interface PolicyModule {
  readonly evaluate: (facts: Facts, options: EvaluateOptions) => Result;
  readonly parseFacts: (input: unknown, options?: ParseOptions) => ParsedFacts;
  readonly explain: (award: Award, lang?: Lang) => readonly string[];
  readonly metadata: Metadata;
}

/**
 * Loads the JavaScript flavour of an emitted module into this process. It is code of our own making, from an IR that was
 * verified; texts of the policy are only ever inside its literals. Throws an Error for anything else.
 */
export function loadModule(javascript: string): PolicyModule {
  const parts = javascript.split(`\n${exportLine}`);
  if (parts.length !== 2) throw new Error('this is no emitted module');
  const body = `"use strict";\n${parts.join('\n')}\nreturn { evaluate, explain, metadata, parseFacts };`;
  return new Function(body)() as PolicyModule;
}
