import type { ParsedFacts, ParseOptions } from '../../stdlib/runtime/parse-facts.ts';
import type { Award, EvaluateOptions, Facts, Lang, Metadata, Result } from '../../stdlib/runtime/types.ts';
import { exportLine } from '../emit/typescript/emit.ts';
import { namesOf } from '../emit/typescript/runtime-source.ts';

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
  return new Function(`"use strict";\n${bodyOf(javascript)}`)() as PolicyModule;
}

const libraries = new Map<string, { readonly names: ReadonlySet<string>; readonly library: unknown }>();

/**
 * Loads a policy's own part of a module (`emitOwnPart`) beside the whole runtime, of which there is one in a process
 * however many parts are loaded: the same code as in a module of its own, without reading the runtime again.
 */
export function loadBeside(runtime: string, ownPart: string): PolicyModule {
  let known = libraries.get(runtime);
  if (known === undefined) {
    const names = namesOf(runtime);
    const library = new Function(`"use strict";\n${runtime}\nreturn { ${names.join(', ')} };`)();
    known = { names: new Set(names), library };
    libraries.set(runtime, known);
  }
  const { names, library } = known;
  // A part names few of the hundreds of functions; whatever else is a word in it, in a text say, does no harm.
  const used = new Set((ownPart.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((word) => names.has(word)));
  return new Function('runtime', `"use strict";\nconst { ${[...used].join(', ')} } = runtime;\n${bodyOf(ownPart)}`)(
    library,
  ) as PolicyModule;
}

/** A module as the body of a function that returns what the module exports. */
function bodyOf(javascript: string): string {
  const parts = javascript.split(`\n${exportLine}`);
  if (parts.length !== 2) throw new Error('this is no emitted module');
  return `${parts.join('\n')}\nreturn { evaluate, explain, metadata, parseFacts };`;
}
