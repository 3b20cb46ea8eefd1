import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource, type Hover, type Location } from 'vscode-languageserver/node';
import { at, measures, name, opened, stop } from './served.ts';

describe('the server', () => {
  it('announces what it can do, and ends when it is told to', async () => {
    const client = await opened();
    expect(client.initialized.serverInfo?.name).toBe('cuoshi');
    const { capabilities } = client.initialized;
    expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: 2 });
    for (const provider of [
      ...([
        'hoverProvider',
        'completionProvider',
        'definitionProvider',
        'referencesProvider',
        'renameProvider',
      ] as const),
      ...(['documentHighlightProvider', 'documentSymbolProvider', 'documentFormattingProvider'] as const),
      ...(['codeActionProvider', 'foldingRangeProvider', 'semanticTokensProvider'] as const),
    ]) {
      expect(capabilities[provider], provider).toBeTruthy();
    }
    expect(await stop(client)).toBe(0);
  });

  it('is what cuoshi lsp --stdio starts', async () => {
    const command = [join(import.meta.dirname, '..', '..', 'dist', 'cuoshi.js'), 'lsp', '--stdio'];
    const client = await opened({ command });
    await client.diagnostics(name, (all) => all.length > 0);
    expect(await stop(client)).toBe(0);
  });
});

it('compiled code is kept for the next start; what is broken is made anew', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cuoshi-code-')));
  const server = join(import.meta.dirname, '..', '..', 'dist', 'cuoshi-lsp.js');
  const cache = join(folder, 'cache');
  const start = async () => {
    const client = await opened({ command: [server, '--stdio', `--code-cache=${cache}`] });
    await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    // Kept when nobody waits for anything any more.
    await vi.waitFor(() => expect(readdirSync(cache)).toEqual([expect.stringMatching(/\.bin$/)]), 10_000);
    await vi.waitFor(() => expect(sizeOf()).toBeGreaterThan(500_000), 10_000);
    await stop(client);
  };
  const file = () => join(cache, readdirSync(cache)[0] ?? '');
  const sizeOf = () => statSync(file()).size;
  try {
    await start();
    const { mtimeMs } = statSync(file());
    await start();
    expect(statSync(file()).mtimeMs).toBe(mtimeMs);
    writeFileSync(file(), readFileSync(file()).subarray(0, 1000));
    await start();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('whatever happens', () => {
  it('a request that fails fails alone, and is logged', async () => {
    const client = await opened();
    await expect(client.connection.sendRequest('textDocument/hover', {})).rejects.toThrow();
    await expect(
      client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: null }),
    ).rejects.toThrow();
    await expect(client.connection.sendRequest('cuoshi/evaluate', null)).rejects.toThrow();
    await expect(client.connection.sendRequest('no/such/method', {})).rejects.toThrow();
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(client, '硕士', 1));
    expect(hover.range).toBeDefined();
    expect(client.log.join('\n')).toContain('TypeError');
    await stop(client);
  });

  it('a request that is no longer wanted is answered as cancelled', async () => {
    const client = await opened();
    const params = { ...at(client, '硕士', 1), context: { includeDeclaration: true } };
    const source = new CancellationTokenSource();
    const wanted = Array.from({ length: 20 }, () =>
      client.connection.sendRequest<Location[]>('textDocument/references', params),
    );
    const answer = client.connection.sendRequest('textDocument/references', params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    for (const places of await Promise.all(wanted)) expect(places).toHaveLength(4);
    await stop(client);
  });

  it('binary pastes, truncations and strange edits leave it answering', async () => {
    const client = await opened();
    const uri = client.uri(name);
    const hostile = [
      '\0\x01\x02PNG\u{10ffff}'.repeat(50),
      '{'.repeat(5_000),
      '（'.repeat(3_000),
      '"'.repeat(999),
      '\u202e措施\u200b 甲 { 对象'.repeat(200),
      '\ud800 measure \udc00 {',
      '',
      'measure '.repeat(3_000),
      'grant '.concat('1 + '.repeat(3_000)),
    ];
    let version = 2;
    const change = (text: string) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: version++ },
        contentChanges: [{ text }],
      });
    const ask = async (text: string) => {
      const lines = text.split('\n');
      const position = { line: lines.length - 1, character: lines.at(-1)!.length };
      const textDocument = { uri };
      const params = { textDocument, position };
      await client.connection.sendRequest('textDocument/hover', params);
      await client.connection.sendRequest('textDocument/completion', params);
      await client.connection.sendRequest('textDocument/definition', params);
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
      await client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
      await client.connection.sendRequest('textDocument/foldingRange', { textDocument });
      await client.connection.sendRequest('textDocument/formatting', {
        textDocument,
        options: { tabSize: 2, insertSpaces: true },
      });
    };
    for (const text of hostile) {
      await change(text);
      await ask(text);
    }
    for (let end = measures.length; end > 0; end -= 17) {
      await change(measures.slice(0, end));
      await ask(measures.slice(0, end));
    }
    // Ranges that lie outside of the document, as a client that lost track would send them.
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version++ },
      contentChanges: [{ range: { start: { line: 900, character: 3 }, end: { line: 901, character: 0 } }, text: 'x' }],
    });
    await change(measures);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(client, '硕士', 1));
    expect(hover.range).toBeDefined();
    expect(client.log).toEqual([]);
    await stop(client);
  });
});
