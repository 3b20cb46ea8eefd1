import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import { sampleFacts, samplePolicy } from '../init-sample.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
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
  terminal.out(`\n${terminal.say(words.nextSteps)}\n${nextSteps(folder, terminal.lang).join('\n')}`);
  return 0;
}

function nextSteps(folder: string, lang: Lang): string[] {
  const facts = join(folder, 'applicants.json');
  const steps: readonly (readonly [string, string, string])[] = [
    [`cuoshi check ${folder}`, '检查', 'check it'],
    [`cuoshi test ${folder}`, '运行算例', 'run its examples'],
    [`cuoshi run ${folder} --facts ${facts}`, '计算样例申报人', 'evaluate the sample applicants'],
    [`cuoshi explain ${folder} --facts ${facts} 人才培养`, '看一笔奖补怎么来的', 'see how one award comes about'],
  ];
  const width = Math.max(...steps.map(([command]) => [...command].length));
  return steps.map(([command, zh, en]) => `  ${command.padEnd(width)}  ${lang === 'zh' ? zh : en}`);
}
