import { catalogue, settings as problems } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Finding, Severity } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import type { Host } from '../project/host.ts';
import { type Setting, type SettingsFile, settingsAbove } from '../project/settings.ts';
import { ruleNamed, ruleNames, ruleOf } from './registry.ts';
import { checkAdvice, levelAdvice } from './words-lint.ts';

/** How severely what a check finds is told; `off`: not at all. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off'];

/** The findings between measures, by which what is found there can be named. */
const findings: readonly Finding[] = [
  'overlap',
  'duplicate',
  'shadowed',
  'vacuous',
  'always-true',
  'conflict',
  'stale',
  'double-base',
  'budget',
];

/** The codes that can be named: of what `check` and `coverage` tell, and an error only where it is not always one. */
const codes = [...catalogue.values()].filter(({ code }) => !/^CS(50|6)/.test(code));
const configurable = codes.filter(({ code, severity }) => severity !== 'error' && ruleOf(code)?.fixed !== true);

/** Every name that a severity can be set for: of a rule of drafting in either language, of a finding, a code. */
export const checkNames: readonly string[] = [
  ...ruleNames.filter((name) => ruleNamed(name)?.fixed !== true),
  ...findings,
  ...configurable.map(({ code }) => code),
];

const known = new Set(checkNames);

/** Why a severity cannot be set for a name, or undefined where it can. */
export function cannotSet(name: string): 'unknown' | 'fixed' | undefined {
  if (known.has(name)) return undefined;
  return ruleNamed(name) !== undefined || codes.some(({ code }) => code === name) ? 'fixed' : 'unknown';
}

/** What is set, by the key that all names of one check share. */
export type Levels = ReadonlyMap<string, Level>;

/** A rule has two names and goes by the English one. */
export function keyOf(name: string): string {
  return ruleNamed(name)?.name ?? name;
}

export function isLevel(text: string): text is Level {
  return levels.some((level) => level === text);
}

/** How the workspace wants what is found to be told. */
export interface Severities {
  /** The same with the severities that are set, without what is turned off. An error of the language stays one. */
  apply(found: readonly Diagnostic[]): readonly Diagnostic[];
  /** What is wrong with the settings themselves. */
  readonly problems: readonly Diagnostic[];
  /** The text of a file of settings that was read. */
  textOf(file: string): string | undefined;
}

/** Reads the settings above each of the files. What is `given` goes before all of them. */
export function severitiesOf(files: readonly string[], host: Host, given: Levels = new Map()): Severities {
  const byFolder = new Map<string, Read | undefined>();
  const byPath = new Map<string, Read>();
  const above = (file: string): Read | undefined => {
    // What was never saved lies in no folder, and the library is the same everywhere.
    if (/^([a-z][a-z0-9+.-]+:|<std>)/i.test(file)) return undefined;
    const folder = host.dirname(file);
    if (!byFolder.has(folder)) {
      const found = settingsAbove(folder, host);
      const read = found && (byPath.get(found.path) ?? interpret(found));
      if (read !== undefined) byPath.set(read.file.path, read);
      byFolder.set(folder, read);
    }
    return byFolder.get(folder);
  };
  for (const file of files) above(file);
  const read = [...byPath.values()];
  const isAnySet = given.size > 0 || read.some(({ levels }) => levels.size > 0);
  return {
    apply: (found) => {
      if (!isAnySet) return found;
      return found.flatMap((d) => {
        const level = levelOf(d, given) ?? levelOf(d, above(d.file)?.levels);
        if (level === 'off') return [];
        return level === undefined || level === d.severity ? d : withSeverity(d, level);
      });
    },
    problems: read.flatMap(({ problems }) => problems),
    textOf: (path) => byPath.get(path)?.file.text,
  };
}

interface Read {
  readonly file: SettingsFile;
  readonly levels: Levels;
  readonly problems: readonly Diagnostic[];
}

/** What the settings of a file come to; a setting that cannot be understood sets nothing. */
function interpret(file: SettingsFile): Read {
  const levels = new Map<string, Level>();
  const places = new Map<string, Span>();
  const problems = [...file.diagnostics];
  for (const setting of file.lint) {
    const key = keyOf(setting.name);
    const problem = problemWith(setting, file.path, places.get(key));
    if (problem !== undefined) problems.push(problem);
    else if (isLevel(setting.level)) levels.set(key, setting.level);
    if (!places.has(key)) places.set(key, setting.nameSpan);
  }
  return { file, levels, problems };
}

function problemWith(
  { name, nameSpan, level, levelSpan }: Setting,
  path: string,
  before: Span | undefined,
): Diagnostic | undefined {
  const why = cannotSet(name);
  if (why === 'fixed') return diagnose(problems.fixed, path, nameSpan, { name });
  if (why === 'unknown')
    return diagnose(problems.unknownRule, path, nameSpan, { name, advice: checkAdvice(name, checkNames) });
  if (before !== undefined) return diagnose(problems.twice, path, nameSpan, { name });
  if (!isLevel(level))
    return diagnose(problems.level, path, levelSpan, { name, level, advice: levelAdvice(level, levels) });
  return undefined;
}

/** What is set for a diagnostic: for its code, else for its rule, else for the kind of finding it is. */
function levelOf({ code, finding }: Diagnostic, set: Levels | undefined): Level | undefined {
  if (set === undefined || set.size === 0 || catalogue.get(code)?.severity === 'error') return undefined;
  const rule = ruleOf(code);
  if (rule?.fixed) return undefined;
  return set.get(code) ?? (rule && set.get(rule.name)) ?? (finding && set.get(finding));
}

/** The same object every time: editors are told anew only of what is another one. */
const made = new WeakMap<Diagnostic, Diagnostic>();

function withSeverity(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  const before = made.get(diagnostic);
  if (before?.severity === severity) return before;
  const after = { ...diagnostic, severity };
  made.set(diagnostic, after);
  return after;
}
