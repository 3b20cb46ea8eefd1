import pc from 'picocolors';
import { fill } from '../../language/diagnostics/render.ts';
import type { RunProblem } from '../run/record.ts';
import type { Terminal } from './terminal.ts';
import { bracketed, joinNames } from './text.ts';
import { words } from './words.ts';

/** One problem of a facts file as people read it: where, who, what, and what to do. */
export function showProblem(problem: RunProblem, terminal: Terminal): string {
  const c = pc.createColors(terminal.colour);
  const { severity, code, message, hint } = told(problem, terminal);
  const mark = severity === 'warning' ? words.warning : words.error;
  const paint = severity === 'warning' ? c.yellow : c.red;
  const first = `${place(problem, terminal)} ${paint(`${terminal.say(mark)} ${code}`)} ${message}`;
  return hint === undefined ? first : `${first}\n  ${terminal.say(words.hint, { hint })}`;
}

/** The same as an object, for programs. */
export function problemJson(problem: RunProblem, terminal: Terminal): Record<string, unknown> {
  const { severity, code, message, hint } = told(problem, terminal);
  const { file, line, record } = problem.place;
  return {
    code,
    severity,
    message,
    hint: hint ?? null,
    file,
    line: line === 0 ? null : line,
    record: record === 0 ? null : record,
    ...(problem.kind === 'fact' && {
      applicant: problem.applicant ?? null,
      field: problem.problem.field,
      found: problem.problem.found,
      expected: problem.problem.expected,
    }),
  };
}

function told(problem: RunProblem, terminal: Terminal) {
  switch (problem.kind) {
    case 'file': {
      const { entry, args } = problem;
      const hint = entry.hint && fill(entry.hint[terminal.lang], args, terminal.lang);
      return {
        severity: entry.severity,
        code: entry.code,
        message: fill(entry[terminal.lang], args, terminal.lang),
        hint,
      };
    }
    case 'fact':
      // The runtime composes the sentence, since emitted modules say it without this compiler.
      return {
        severity: 'error' as const,
        code: problem.problem.code,
        message: problem.problem.message,
        hint: undefined,
      };
    default:
      return problem satisfies never;
  }
}

/** applicants.csv, line 3 (record 2, 甲大学). */
function place(problem: RunProblem, terminal: Terminal): string {
  const { file, line, record } = problem.place;
  const where = line === 0 ? file : terminal.say(words.problemPlace, { file, line });
  const number = record === 0 ? '' : terminal.say(words.problemRecord, { record });
  const who = (problem.kind === 'fact' && problem.applicant) || '';
  const whose = joinNames(
    [number, who].filter((part) => part !== ''),
    terminal,
  );
  return whose === '' ? where : where + bracketed(whose, terminal);
}
