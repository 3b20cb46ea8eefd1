import { readFileSync } from 'node:fs';
import { type Compilation, compile } from '../../compiler/compile.ts';
import type { Rule } from '../../compiler/lint/rule.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { type Marked, marked } from '../harness/markers.ts';
import { memoryHost } from '../harness/memory-host.ts';

/** A small source that a rule of drafting is to find something in, once, or nothing. */
export interface Case {
  readonly kind: 'fires' | 'silent';
  readonly title: string;
  /** Its first part is that of all cases of the file. */
  readonly source: Marked;
  /** Files beside the policy. */
  readonly beside: Readonly<Record<string, string>>;
}

/**
 * Reads the cases of a rule: what stands before the first of them belongs to all. `--- fires: TITLE` and
 * `--- silent: TITLE` begin a case, `+++ PATH` a further file of it; `⟦…⟧` marks what is found.
 */
export function readCases(text: string): readonly Case[] {
  const preamble = text.slice(0, (text.search(/^--- /m) + 1 || text.length + 1) - 1);
  const parts = text
    .slice(preamble.length)
    .split(/^(?=--- )/m)
    .filter(Boolean);
  return parts.map((part) => {
    const head = /^--- (fires|silent): (.+)\n/.exec(part);
    if (head === null) throw new Error(`no case begins with ${part.split('\n')[0]}`);
    const [own = '', ...files] = part.slice(head[0].length).split(/^(?=\+\+\+ )/m);
    const beside = files.map((file) => {
      const end = file.indexOf('\n');
      return [file.slice(4, end), file.slice(end + 1)] as const;
    });
    return {
      kind: head[1] === 'fires' ? 'fires' : 'silent',
      title: head[2]!,
      source: marked(`${preamble}${own}`.trimEnd()),
      beside: Object.fromEntries(beside),
    };
  });
}

export const casesPath = (rule: string): URL => new URL(`cases/${rule}.txt`, import.meta.url);

export function casesOf(rule: Rule): readonly Case[] {
  return readCases(readFileSync(casesPath(rule.name), 'utf8'));
}

export function compileCase({ source, beside }: Case): Compilation {
  return compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': source.text, ...beside }));
}

/** What a rule finds among the diagnostics of a compilation. */
export function foundBy(rule: Rule, { diagnostics }: Compilation): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => rule.entries.some((entry) => entry.code === code));
}

/** What the cases of a rule lack: it has to fire on two at least, and to be silent on three that come near. */
export function lacking(cases: readonly Case[]): readonly string[] {
  const count = (kind: Case['kind']) => cases.filter((one) => one.kind === kind).length;
  return [
    ...(count('fires') < 2 ? [`${count('fires')} cases fire, of at least 2`] : []),
    ...(count('silent') < 3 ? [`${count('silent')} cases are silent, of at least 3`] : []),
    ...cases
      .filter(({ kind, source }) => source.ranges.length !== (kind === 'fires' ? 1 : 0))
      .map(({ title }) => `${title}: one place is marked where it fires, none where it is silent`),
  ];
}
