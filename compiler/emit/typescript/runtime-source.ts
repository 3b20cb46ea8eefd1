/**
 * The text of the runtime as emitted modules carry it, in both flavours. The host reads `stdlib/runtime/*.ts`, assembles it
 * with `assembleRuntime`, and strips its types once, when the compiler is built.
 */
export interface RuntimeSource {
  readonly typescript: string;
  readonly javascript: string;
}

/** The files of `stdlib/runtime` that emitted modules need: they and what they import. */
const entryFiles = ['evaluate.ts', 'explain.ts', 'parse-facts.ts', 'types.ts'];

/**
 * Joins the files of the runtime to one text that imports and exports nothing, what is imported before what imports it. Their
 * top-level names must differ, from each other and from those of generated code. Throws an Error where they do not, and for a
 * file that is missing or an import from elsewhere.
 */
export function assembleRuntime(files: Readonly<Record<string, string>>): string {
  const order: string[] = [];
  const visit = (file: string): void => {
    if (order.includes(file)) return;
    const text = files[file];
    if (text === undefined) throw new Error(`the runtime has no file ${file}`);
    for (const [, from = ''] of text.matchAll(importPattern)) {
      if (!from.startsWith('./')) throw new Error(`${file} imports ${from}, which an emitted module cannot`);
      visit(from.slice(2));
    }
    order.push(file);
  };
  for (const file of entryFiles) visit(file);
  const joined = order.map((file) => strip(files[file] ?? '')).join('\n');
  checkNames(joined);
  return joined;
}

const importPattern = /^import\s[^;]*?\sfrom\s+'([^']+)';\n/gm;

function strip(text: string): string {
  return `${text
    .replace(importPattern, '')
    .replace(/^\/\/ -{8,}.*\n/gm, '')
    .replace(/^export (?=(?:async )?(?:function|const|let|class|interface|type)\b)/gm, '')
    .trim()}\n`;
}

/** Names that generated code gives: of its own constants, and of steps. */
const generatedName = /^(?:(?:fact|list|benefit)_.*|.*\d|evaluate|explain|metadata|parseFacts|program|PolicyFacts)$/;

function checkNames(text: string): void {
  const seen = new Set<string>();
  for (const { name } of declarationsOf(text)) {
    if (generatedName.test(name)) throw new Error(`the runtime declares ${name}, a name that generated code may give`);
    if (seen.has(name)) throw new Error(`the runtime declares ${name} twice`);
    seen.add(name);
  }
}

// ----------------------------------------------------------------------------------------------- what a module uses

/** A declaration at the top level, with the comments above it. */
interface TopLevel {
  readonly name: string;
  readonly text: string;
}

/** The declarations of an assembled runtime: they begin in the first column, where else only comments and brackets do. */
function declarationsOf(text: string): readonly TopLevel[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, i) => {
    const name = /^(?:async )?(?:function|const|let|class|interface|type|var) ([\p{ID_Continue}$]+)/u.exec(line)?.[1];
    return name === undefined ? [] : [{ name, from: commentsAbove(lines, i) }];
  });
  return starts.map(({ name, from }, i) => ({
    name,
    text: lines
      .slice(from, starts[i + 1]?.from ?? lines.length)
      .join('\n')
      .trim(),
  }));
}

/** The first line of the comments directly above a line. */
function commentsAbove(lines: readonly string[], line: number): number {
  let first = line;
  while (/^(?:\/\*\*| \*|\/\/)/.test(lines[first - 1] ?? '')) first -= 1;
  return first;
}

/** The part of an assembled runtime that `code` uses, directly or through what it uses, in the order of the runtime. */
export function usedRuntime(runtime: string, code: string): string {
  const index = indexOf(runtime);
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    for (const needed of index.needs.get(name) ?? []) use(needed);
  };
  for (const name of namesIn(code, index.needs)) use(name);
  return `${index.declarations
    .filter(({ name }) => used.has(name))
    .map(({ text }) => text)
    .join('\n\n')}\n`;
}

/** The names that an assembled runtime declares. */
export function namesOf(runtime: string): readonly string[] {
  return declarationsOf(runtime).map(({ name }) => name);
}

/** The declarations of a runtime, and what each of them uses. */
interface RuntimeIndex {
  readonly declarations: readonly TopLevel[];
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

/** Taking a runtime apart takes longer than emitting a policy; there are two of them in a process. */
const indices = new Map<string, RuntimeIndex>();

function indexOf(runtime: string): RuntimeIndex {
  const known = indices.get(runtime);
  if (known !== undefined) return known;
  const declarations = declarationsOf(runtime);
  const needs = new Map<string, readonly string[]>(declarations.map(({ name }) => [name, []]));
  for (const { name, text } of declarations) needs.set(name, namesIn(text, needs));
  const index = { declarations, needs };
  indices.set(runtime, index);
  return index;
}

/** Which of the declared names a text uses. */
function namesIn(text: string, declared: ReadonlyMap<string, unknown>): string[] {
  const names = new Set<string>();
  for (const [word] of withoutTexts(text).matchAll(namePattern)) if (declared.has(word)) names.add(word);
  return [...names];
}

/** A name that is no member of something and no key: `x`, `...x`, but not `a.x`, `x: 1`, `x?: T`. */
const namePattern = /(?<=\.{3}|(?<![.\p{ID_Continue}$]))[\p{ID_Continue}$]+(?![\p{ID_Continue}$]|\??:)/gu;

/** Code without its comments and quoted strings; what stands in templates stays. */
function withoutTexts(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '');
}
