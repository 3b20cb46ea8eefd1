import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { inRepository, textOf } from './harness.ts';

/** `UPDATE_DOCS=1 npx vitest run test/policies/docs test/lint/pages` writes what is generated instead of comparing it. */
export function expectPage(path: string, generated: string): void {
  if (process.env.UPDATE_DOCS) writeFileSync(inRepository(path), generated);
  const advice = `${path} is out of date: run UPDATE_DOCS=1 npx vitest run test/policies/docs test/lint/pages`;
  expect(textOf(path), advice).toBe(generated);
}

/** The same of JSON, which may be laid out as the formatter of the project likes it. */
export function expectJson(path: string, generated: object): void {
  if (process.env.UPDATE_DOCS) writeFileSync(inRepository(path), `${JSON.stringify(generated, null, 2)}\n`);
  expect(JSON.parse(textOf(path)), `${path} is out of date`).toEqual(generated);
}
