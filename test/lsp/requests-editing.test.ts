import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, TextEdit } from 'vscode-languageserver/node';
import { positionOf, startServer } from './client.ts';
import { at, chinese, files, measures, name, opened, stop } from './served.ts';

describe('editing', () => {
  it('completion: with the text it replaces, its type, and snippets only where they are understood', async () => {
    const client = await opened();
    const items = await client.connection.sendRequest<CompletionItem[]>(
      'textDocument/completion',
      at(client, '市科技局', 2),
    );
    const item = items.find(({ label }) => label === '市科技局');
    expect(item?.textEdit).toEqual({
      range: { start: positionOf(measures, '市科技局'), end: positionOf(measures, '市科技局', 2) },
      newText: '市科技局',
    });
    expect(item?.filterText).toContain('jinan-science');
    const top = { textDocument: { uri: client.uri(name) }, position: { line: 6, character: 0 } };
    const snippets = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', top);
    expect(snippets.find(({ label }) => label === 'measure …')?.insertTextFormat).toBe(2);
    await stop(client);
    const plain = await opened({ capabilities: {} });
    const texts = await plain.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      ...top,
      textDocument: { uri: plain.uri(name) },
    });
    expect(texts.every(({ insertTextFormat }) => insertTextFormat === 1)).toBe(true);
    expect(texts.map(({ textEdit }) => textEdit?.newText ?? '').join('')).not.toContain('$');
    await stop(plain);
  });

  it('completion in Chinese follows what was typed just before', async () => {
    const client = await startServer(files);
    await client.open('other/zh.cuoshi', chinese);
    const place = { line: 4, character: '  对象 高校'.length };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri('other/zh.cuoshi'), version: 2 },
      contentChanges: [{ range: { start: place, end: place }, text: '\n  事项 ' }],
    });
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: client.uri('other/zh.cuoshi') },
      position: { line: 5, character: '  事项 '.length },
    });
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['评价']));
    await stop(client);
  });

  it('formatting', async () => {
    const client = await startServer(files);
    const untidy = measures.replace('  for 高校\n  about', 'for   高校\n  about');
    await client.open(name, untidy);
    const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri: client.uri(name) },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits).toContainEqual({
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
      newText: '  for 高校\n',
    });
    await stop(client);
  });

  it('code actions: did you mean, and accept with a reason', async () => {
    const client = await startServer(files);
    const wrong = measures.replace('by 市科技局', 'by 市科局');
    await client.open(name, wrong);
    const diagnostics = await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS2012'));
    const range = { start: positionOf(wrong, '市科局', 1), end: positionOf(wrong, '市科局', 1) };
    const textDocument = { uri: client.uri(name) };
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics },
    });
    expect(action).toMatchObject({ title: '改为 市科技局', kind: 'quickfix', isPreferred: true });
    expect(action?.diagnostics?.map((d) => d.code)).toEqual(['CS2012']);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ text: measures }],
    });
    const found = await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    const overlap = found.find((d) => d.code === 'CS4001')!;
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: overlap.range,
      context: { diagnostics: [overlap], only: ['quickfix'] },
    });
    const accept = actions.find(({ title }) => title.startsWith('接受与“甲”重叠'));
    expect(JSON.stringify(accept?.edit)).toContain('allow overlap with 甲 because');
    const refactorings = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: overlap.range,
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(refactorings).toEqual([]);
    await stop(client);
  });
});
