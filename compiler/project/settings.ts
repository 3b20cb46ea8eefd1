import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { settings as problems } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Localised } from '../../language/diagnostics/diagnostic.ts';
import { at, type Span } from '../../language/source/span.ts';
import type { Host } from './host.ts';
import { expectedWords, memberAdvice } from './words-settings.ts';

/** The file of a workspace's settings: the nearest one above a policy holds for it, and no other. */
export const settingsName = 'cuoshi.json';

/** A member of `lint`, as it is written: what it means is for those who know the checks. */
export interface Setting {
  readonly name: string;
  readonly nameSpan: Span;
  readonly level: string;
  readonly levelSpan: Span;
}

export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly lint: readonly Setting[];
  /** What is wrong with the file as a file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file of settings can hold. */
const members = ['lint', '$schema'];

/** The settings that hold for what lies in a folder. */
export function settingsAbove(folder: string, host: Host): SettingsFile | undefined {
  for (let above: string | undefined = folder; above !== undefined; above = host.parent(above)) {
    const path = host.join(above, settingsName);
    const read = host.read(path);
    if (read.kind === 'text') return readSettings(path, read.text);
    // A file that is no text holds for its folder all the same, and is told of.
    if (read.kind !== 'missing')
      return { path, text: '', lint: [], diagnostics: [diagnose(problems.notJson, path, at(0), {})] };
  }
  return undefined;
}

/** Reads a file of settings strictly, as JSON. What cannot be read is told and left out. */
export function readSettings(path: string, text: string): SettingsFile {
  const diagnostics: Diagnostic[] = [];
  const expected = (node: Node, what: Localised) => {
    diagnostics.push(diagnose(problems.shape, path, spanOf(node), { expected: what }));
  };
  const faults: ParseError[] = [];
  // A byte order mark is no part of the text; its place is kept.
  const root = parseTree(text.replace(/^\ufeff/, ' '), faults, { disallowComments: true });
  const [fault] = faults;
  if (fault !== undefined || root === undefined) {
    const span = fault === undefined ? at(0) : { start: fault.offset, end: fault.offset + fault.length };
    return { path, text, lint: [], diagnostics: [diagnose(problems.notJson, path, span, {})] };
  }
  const lint: Setting[] = [];
  if (root.type !== 'object') expected(root, expectedWords.object);
  for (const [key, value] of membersOf(root)) {
    const name = String(key.value);
    if (!members.includes(name)) {
      const advice = memberAdvice(name, members);
      diagnostics.push(diagnose(problems.unknownMember, path, spanOf(key), { name, advice }));
    } else if (name === 'lint') {
      if (value.type !== 'object') expected(value, expectedWords.lint);
      for (const [own, level] of membersOf(value)) {
        if (level.type !== 'string') expected(level, expectedWords.level);
        else
          lint.push({
            name: String(own.value),
            nameSpan: spanOf(own),
            level: String(level.value),
            levelSpan: spanOf(level),
          });
      }
    }
  }
  return { path, text, lint, diagnostics };
}

/** The members of an object, as keys and values; of anything else, none. */
function membersOf(node: Node): readonly (readonly [Node, Node])[] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
