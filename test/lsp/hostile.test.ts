import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { startServer } from './client.ts';
import { declarations } from './fixture.ts';

/** `CUOSHI_HOSTILE=1000` for the full run. */
const edits = Number(process.env.CUOSHI_HOSTILE ?? 60);
const name = 'draft/main.cuoshi';
const requests = [
  'completion',
  'hover',
  'codeLens',
  'inlayHint',
  'semanticTokens/full',
  'codeAction',
  'documentSymbol',
];

it(`goes on answering through ${edits} hostile edits, truncations and pastes of binary`, async () => {
  const text = `${declarations.en}
measure 甲 {
  for 高校
  about 产业教授
  by 市教育局
  grant 6000元 per 硕士 cap 50万元 per year
}
`;
  const client = await startServer({ [name]: text });
  await client.open(name, text);
  const document = { uri: client.uri(name) };
  const junk = fc.oneof(
    fc.constantFrom(
      '{'.repeat(500),
      '"',
      '/*',
      '\u0000\u0001\ufffd',
      '\ud800',
      '（',
      '`',
      '9'.repeat(400),
      '-'.repeat(300),
    ),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  const step = fc.record({
    junk,
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.boolean(),
    request: fc.constantFrom(...requests),
  });
  let version = 1;
  for (const { junk, at, cut, request } of fc.sample(step, { numRuns: edits, seed: 11 })) {
    const offset = Math.floor(at * text.length);
    const next = text.slice(0, offset) + junk + (cut ? '' : text.slice(offset));
    version++;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...document, version },
      contentChanges: [{ text: next }],
    });
    const line = next.slice(0, offset).split('\n').length - 1;
    const range = { start: { line: 0, character: 0 }, end: { line: line + 1, character: 0 } };
    await client.connection.sendRequest(`textDocument/${request}`, {
      textDocument: document,
      position: { line, character: 1 },
      range,
      context: { diagnostics: [] },
    });
  }
  // A request that fails fails alone, and is logged.
  await expect(
    client.connection.sendRequest('textDocument/hover', { textDocument: document, position: null }),
  ).rejects.toThrow();
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { ...document, version: version + 1 },
    contentChanges: [{ text }],
  });
  const line = text.split('\n').findIndex((l) => l.includes('6000元'));
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: document,
    position: { line, character: 10 },
  });
  expect(JSON.stringify(hover.contents)).toContain('6000元');
  expect(client.log.length).toBe(1);
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
});
