import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import { columns } from '../../../language/source/columns.ts';
import { sampleFacts, samplePolicy } from '../init-sample.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { commandLine } from '../text.ts';
import { words } from '../words.ts';

/** Makes a small policy that checks, tests and runs as it stands. Never overwrites. */
export function init(folder: string, terminal: Terminal): ExitStatus {
  const files = [
    { name: 'policy.cuoshi', text: samplePolicy(terminal.lang) },
    { name: 'applicants.json', text: sampleFacts },
  ].map(({ name, text }) => ({ path: join(folder, name), text }));
  const existing = files.find(({ path }) => existsSync(path));
  if (existing !== undefined) {
    terminal.err(terminal.say(words.initExists, { file: existing.path }));
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of files) {
    writeFileSync(path, text);
    terminal.out(terminal.say(words.wrote, { file: path }));
  }
  terminal.out(`\n${terminal.say(words.nextSteps)}\n${nextSteps(folder, terminal).join('\n')}`);
  return 0;
}

function nextSteps(folder: string, { command, lang }: Terminal): string[] {
  const facts = join(folder, 'applicants.json');
  const steps: readonly (readonly [readonly string[], Localised])[] = [
    [['check', folder], words.stepCheck],
    [['test', folder], words.stepTest],
    [['run', folder, '--facts', facts], words.stepRun],
    [['explain', folder, '--facts', facts, '人才培养'], words.stepExplain],
  ];
  const lines = steps.map(([args, what]) => ({ line: `${command} ${commandLine(args)}`, what: what[lang] }));
  const width = Math.max(...lines.map(({ line }) => columns(line)));
  return lines.map(({ line, what }) => `  ${line}${' '.repeat(width - columns(line))}  ${what}`);
}
