import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { capabilitiesPage } from '../../docs/generate.ts';
import { startServer } from './client.ts';

const page = join(import.meta.dirname, '..', '..', 'docs', 'capabilities.md');

/** The formatter of the repository pads tables. */
const unpadded = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

it('docs/capabilities.md is what the server announces', async () => {
  const client = await startServer({ 'a/a.cuoshi': 'use std.parties\n' }, { initialization: { diagnostics: 'pull' } });
  const { capabilities } = client.initialized;
  const generated = capabilitiesPage(Object.fromEntries(Object.entries(capabilities)));
  expect(generated).not.toContain('?');
  if (process.env.UPDATE_DOCS) writeFileSync(page, generated);
  const run = 'run UPDATE_DOCS=1 npx vitest run test/lsp/capabilities';
  expect(unpadded(readFileSync(page, 'utf8')), run).toBe(unpadded(generated));
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
});
