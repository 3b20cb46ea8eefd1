import { names } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import type { KeywordsOf } from '../../language/diagnostics/render.ts';
import { at } from '../../language/source/span.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';
import type { Use } from '../../language/syntax/tree.ts';
import { type Host, maximumSourceBytes } from './host.ts';
import { type StandardModule, standardNames } from './standard-names.ts';

/** One parsed file with the modules it uses. */
export interface Module {
  readonly file: string;
  readonly parsed: ParsedFile;
  /** Files of the modules that its `use` lines name, as far as they were found. */
  readonly uses: readonly string[];
  /** The unit the file belongs to; undefined for a module that is only used. */
  readonly unit: string | undefined;
  readonly standard: boolean;
}

/** What was asked for: one POLICY, a file or a folder whose files belong together. */
export interface Unit {
  readonly path: string;
  /** The name of a policy that declares none: the folder's or the file's. */
  readonly name: string;
  readonly files: readonly string[];
}

export interface Program {
  readonly units: readonly Unit[];
  readonly modules: ReadonlyMap<string, Module>;
  readonly diagnostics: readonly Diagnostic[];
  /** Also of modules that nothing uses. */
  readonly standardModule: StandardModule;
}

/**
 * Reads and parses what was asked for and all it uses. A file that cannot be read is a diagnostic, never an exception. A
 * module of which nothing changed since `before` stays the same object.
 */
export function loadProgram(
  paths: readonly string[],
  host: Host,
  parseFile: typeof parse = parse,
  before?: Program,
): Program {
  const diagnostics: Diagnostic[] = [];
  const modules = new Map<string, Module>();
  const units = paths.flatMap((path) => unitsAt(path, host, diagnostics));
  const pending: { file: string; text: string; unit: string | undefined; standard: boolean }[] = [];

  const take = (file: string, unit: string | undefined): boolean => {
    const read = host.read(file);
    switch (read.kind) {
      case 'text':
        pending.push({ file, text: read.text, unit, standard: false });
        return true;
      case 'too-large':
        diagnostics.push(
          diagnose(names.tooLarge, file, at(0), { size: mebibytes(read.bytes), limit: mebibytes(maximumSourceBytes) }),
        );
        return true;
      case 'binary':
        diagnostics.push(diagnose(names.notText, file, at(0), { file }));
        return true;
      case 'missing':
        return false;
      default:
        return read satisfies never;
    }
  };

  for (const unit of units) {
    for (const file of unit.files) {
      if (!take(file, unit.path)) diagnostics.push(diagnose(names.noSuchFile, file, at(0), { file }));
    }
  }
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (modules.has(next.file)) continue;
    const parsed = parseFile(next.text, next.file);
    diagnostics.push(...parsed.diagnostics);
    const uses: string[] = [];
    for (const item of parsed.tree.items) {
      // That its name is missing was told when the file was parsed.
      if (item.kind !== 'Use' || item.path.parts.some((part) => part.text === '')) continue;
      const used = resolveUse(item, next.file, host);
      if (used === undefined) {
        diagnostics.push(unknownModule(item, next.file, host));
        continue;
      }
      uses.push(used.path);
      if (used.text === undefined) {
        if (!modules.has(used.path)) take(used.path, undefined);
      } else pending.push({ file: used.path, text: used.text, unit: undefined, standard: true });
    }
    const module: Module = { file: next.file, parsed, uses, unit: next.unit, standard: next.standard };
    const earlier = before?.modules.get(next.file);
    modules.set(next.file, earlier !== undefined && isSameModule(earlier, module) ? earlier : module);
  }
  return { units, modules, diagnostics, standardModule: standardNames(host, parseFile) };
}

function isSameModule(a: Module, b: Module): boolean {
  return (
    a.parsed === b.parsed &&
    a.unit === b.unit &&
    a.standard === b.standard &&
    a.uses.length === b.uses.length &&
    a.uses.every((used, i) => used === b.uses[i])
  );
}

/** A folder with sources is one unit; a folder of such folders is several; a file is a unit of its own. */
function unitsAt(path: string, host: Host, diagnostics: Diagnostic[]): Unit[] {
  const listing = host.list(path);
  if (listing === undefined) {
    if (host.exists(path)) return [{ path, name: host.stem(path), files: [path] }];
    diagnostics.push(diagnose(names.noSuchFile, path, at(0), { file: path }));
    return [];
  }
  if (listing.files.length > 0) return [{ path, name: host.stem(path), files: listing.files }];
  const inner = listing.folders.flatMap((folder) => {
    const files = host.list(folder)?.files ?? [];
    return files.length > 0 ? [{ path: folder, name: host.stem(folder), files }] : [];
  });
  if (inner.length === 0) diagnostics.push(diagnose(names.emptyFolder, path, at(0), { folder: path }));
  return inner;
}

/** `std.…` names the standard library; any other module is a file beside the one that uses it. */
function resolveUse(use: Use, from: string, host: Host): { path: string; text: string | undefined } | undefined {
  const parts = use.path.parts.map((part) => part.text);
  if (parts[0] === 'std') return host.standard(parts.join('.'));
  const folder = host.dirname(from);
  const path = `${parts.reduce((base, part) => host.join(base, part), folder)}.cuoshi`;
  return host.exists(path) ? { path, text: undefined } : undefined;
}

function unknownModule(use: Use, file: string, host: Host): Diagnostic {
  const name = use.path.parts.map((part) => part.text).join('.');
  const suggestions = didYouMean(name, host.standardModules());
  const best = suggestions[0];
  return best === undefined
    ? diagnose(names.unknownModule, file, use.path.span, { name, modules: host.standardModules().join('、') })
    : diagnose(
        names.unknownModuleSuggest,
        file,
        use.path.span,
        { name, suggestion: best },
        {
          fixes: [
            { title: { zh: `改为 ${best}`, en: `Change to ${best}` }, edits: [{ span: use.path.span, text: best }] },
          ],
        },
      );
}

function mebibytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

/** Which keywords the files of a program are written in, for what is said of them. */
export function keywordsIn({ modules }: Program): KeywordsOf {
  return (file) => {
    const parsed = modules.get(file)?.parsed;
    return parsed && dominantVocabulary(parsed);
  };
}
