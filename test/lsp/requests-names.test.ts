import { describe, expect, it } from 'vitest';
import type { DocumentHighlight, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { positionOf } from './client.ts';
import { at, facts, measures, name, opened, stop } from './served.ts';

describe('names', () => {
  it('hover: in Markdown, or plain for a client that wants it so', async () => {
    const client = await opened();
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(client, '硕士', 1));
    expect(hover.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('**硕士** — 事实 · 数目'),
    });
    expect(hover.range).toEqual({ start: positionOf(measures, '硕士'), end: positionOf(measures, '硕士', 2) });
    const nothing = await client.connection.sendRequest('textDocument/hover', at(client, '"一"', 1));
    expect(nothing).toBeNull();
    await stop(client);
    const plain = await opened({ capabilities: {} });
    const text = await plain.connection.sendRequest<Hover>('textDocument/hover', at(plain, '硕士', 1));
    expect(text.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('硕士 — 事实') });
    await stop(plain);
  });

  it('definition and references: across files, and into the standard library', async () => {
    const client = await opened();
    const definition = await client.connection.sendRequest<Location[]>(
      'textDocument/definition',
      at(client, 'per 硕士', 4),
    );
    expect(definition).toEqual([
      {
        uri: client.uri('draft/facts.cuoshi'),
        range: { start: positionOf(facts, '硕士'), end: positionOf(facts, '硕士', 2) },
      },
    ]);
    const library = await client.connection.sendRequest<Location[]>(
      'textDocument/definition',
      at(client, '市科技局', 1),
    );
    expect(library[0]?.uri).toMatch(/^file:.*\/stdlib\/jinan\.cuoshi$/);
    const references = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...at(client, 'per 硕士', 4),
      context: { includeDeclaration: true },
    });
    expect(references.map(({ uri }) => uri)).toEqual([
      client.uri('draft/facts.cuoshi'),
      client.uri('draft/facts.cuoshi'),
      client.uri(name),
      client.uri('other/zh.cuoshi'),
    ]);
    const highlights = await client.connection.sendRequest<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      at(client, 'per 硕士', 4),
    );
    expect(highlights).toHaveLength(1);
    await stop(client);
  });

  it('rename: all files at once, or a reason why not', async () => {
    const client = await opened();
    const prepared = await client.connection.sendRequest('textDocument/prepareRename', at(client, 'per 硕士', 4));
    expect(prepared).toMatchObject({ placeholder: '硕士' });
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(client, 'per 硕士', 4),
      newName: '学生',
    });
    const changed = edit.documentChanges?.flatMap((change) => ('edits' in change ? [change] : []));
    expect(changed?.map(({ textDocument }) => [textDocument.uri, textDocument.version])).toEqual([
      [client.uri('draft/facts.cuoshi'), null],
      [client.uri(name), 1],
      [client.uri('other/zh.cuoshi'), null],
    ]);
    expect(changed?.flatMap(({ edits }) => edits).every((e) => 'newText' in e && e.newText === '学生')).toBe(true);
    const refused = client.connection.sendRequest('textDocument/rename', { ...at(client, '高校', 1), newName: '大学' });
    await expect(refused).rejects.toThrow('标准库');
    await stop(client);
  });
});
