import pc from 'picocolors';
import { sayWhatIf } from '../run/what-if/say-what-if.ts';
import type { WhatIf } from '../run/what-if/what-if.ts';
import { whatIfWords } from '../run/what-if/words-what-if.ts';
import { familyName } from './show-result.ts';
import type { Terminal } from './terminal.ts';
import { joinNames } from './text.ts';
import { words } from './words.ts';

/** What would change the result of one applicant, as people read it. */
export function showWhatIf(whatIf: WhatIf, terminal: Terminal): string {
  const { say, lang } = terminal;
  const { result } = whatIf;
  const c = pc.createColors(terminal.colour);
  const basis = joinNames([...result.policies, say(words.yearOf, { asOf: result.asOf, year: result.year })], terminal);
  const lines = sayWhatIf(whatIf, lang, (family) => familyName(family, terminal)).flatMap(({ title, entries }) => [
    `  ${c.bold(title)}`,
    ...entries.flatMap(({ text, lines: following }) => [`    ${text}`, ...following.map((line) => `      ${line}`)]),
  ]);
  return [
    `${c.bold(result.applicant ?? say(words.nameless))}  ${c.dim(basis)}`,
    ...(lines.length === 0 ? [`  ${say(whatIfWords.nothing)}`] : lines),
    ...(whatIf.truncated ? [`  ${say(whatIfWords.truncated)}`] : []),
  ].join('\n');
}
