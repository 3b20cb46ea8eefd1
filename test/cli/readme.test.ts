import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../audit/tracked.ts';
import { cuoshi, workspace } from './cuoshi.ts';

it('every command of the README works as it stands, one after the other', () => {
  const cwd = workspace({});
  cpSync(join(root, 'policies'), join(cwd, 'policies'), { recursive: true });
  const lines = readFileSync(join(root, 'README.md'), 'utf8').match(/^npx cuoshi .*$/gm) ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(9);
  for (const line of lines) {
    const [, , ...args] = line.split(' ');
    const { status, stderr } = cuoshi(args, { cwd });
    expect(status, `${line}\n${stderr}`).toBe(0);
  }
});
