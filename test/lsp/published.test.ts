import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, WatchKind } from 'vscode-languageserver/node';
import { positionOf, startServer } from './client.ts';
import { facts, files, measures, name, opened, stop } from './served.ts';

describe('diagnostics', () => {
  it('are published for all files of the workspace, with both places of a finding', async () => {
    const client = await opened();
    const found = await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    const overlap = found.find((d) => d.code === 'CS4001');
    expect(overlap?.source).toBe('cuoshi');
    expect(overlap?.severity).toBe(2);
    expect(overlap?.message).toContain('产业教授');
    expect(overlap?.relatedInformation?.[0]?.location.uri).toBe(client.uri(name));
    expect(overlap?.relatedInformation?.[0]?.location.range.start).toEqual(positionOf(measures, 'grant 培养'));
    // 丙 stands in a file that nobody opened; it names no matter.
    const other = await client.diagnostics('other/zh.cuoshi');
    expect(other.map((d) => d.code)).toContain('CS4040');
    await stop(client);
  });

  it('follow each edit, and what is saved elsewhere', async () => {
    const client = await opened();
    await client.diagnostics(name, (all) => all.length > 0);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri(name), version: 2 },
      contentChanges: [
        {
          range: { start: positionOf(measures, '市科技局'), end: positionOf(measures, '市科技局', 4) },
          text: '市科局',
        },
      ],
    });
    const broken = await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS2012'));
    expect(broken.find((d) => d.code === 'CS2012')?.range).toEqual({
      start: positionOf(measures, '市科技局'),
      end: positionOf(measures, '市科技局', 3),
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri(name), version: 3 },
      contentChanges: [{ text: measures }],
    });
    await client.diagnostics(name, (all) => all.every((d) => d.code !== 'CS2012'));
    writeFileSync(join(client.folder, 'draft/facts.cuoshi'), facts.replace('评价: 等次', '评价: count'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('draft/facts.cuoshi'), type: 2 }],
    });
    await client.diagnostics(name, (all) => all.some((d) => d.severity === 1));
    await stop(client);
  });

  it('follow the folders that are open, and the files in them', async () => {
    const client = await startServer(files, { folders: ['other'] });
    // Alone, the measure of this folder has no 硕士 to count.
    await client.diagnostics('other/zh.cuoshi', (all) => all.some((d) => d.severity === 1));
    expect(client.registered).toContainEqual(
      expect.objectContaining({
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: {
          watchers: [
            { globPattern: '**/*.cuoshi' },
            { globPattern: '**/*.source.json' },
            { globPattern: '**/cuoshi.json' },
            { globPattern: '**/*', kind: WatchKind.Delete },
          ],
        },
      }),
    );
    const folder = { uri: client.uri('draft'), name: 'draft' };
    const tell = (added: unknown[], removed: unknown[]) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await tell([folder], []);
    await client.diagnostics('other/zh.cuoshi', (all) => all.every((d) => d.severity !== 1));
    await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    await tell([], [folder]);
    await client.diagnostics('other/zh.cuoshi', (all) => all.some((d) => d.severity === 1));
    expect(await client.diagnostics(name, (all) => all.length === 0)).toEqual([]);
    await stop(client);
  });

  it('follow the settings of the workspace, and tell what is wrong with those', async () => {
    const client = await opened();
    const settings = (lint: Readonly<Record<string, string>>) => {
      writeFileSync(join(client.folder, 'cuoshi.json'), JSON.stringify({ lint }));
      return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri('cuoshi.json'), type: 2 }],
      });
    };
    const severity = (all: readonly { readonly code?: unknown; readonly severity?: number }[]) =>
      all.find(({ code }) => code === 'CS4001')?.severity;
    expect(severity(await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001')))).toBe(2);
    await settings({ overlap: 'error', overlaps: 'off' });
    await client.diagnostics(name, (all) => severity(all) === 1);
    const [wrong, ...others] = await client.diagnostics('cuoshi.json', (all) => all.length > 0);
    expect(others).toEqual([]);
    expect([wrong?.code, wrong?.range]).toEqual([
      'CS3103',
      { start: { line: 0, character: 27 }, end: { line: 0, character: 37 } },
    ]);
    expect(wrong?.message).toContain('overlap');
    await settings({ CS4001: 'off' });
    await client.diagnostics(name, (all) => severity(all) === undefined);
    await client.diagnostics('cuoshi.json', (all) => all.length === 0);
    await stop(client);
  });

  it('go when the file goes', async () => {
    const client = await startServer(files);
    await client.open('draft/extra.cuoshi', 'measure 丁 { for 没有 }\n');
    await client.diagnostics('draft/extra.cuoshi', (all) => all.length > 0);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('draft/extra.cuoshi') },
    });
    expect(await client.diagnostics('draft/extra.cuoshi', (all) => all.length === 0)).toEqual([]);
    await stop(client);
  });

  it('are in English where the client is', async () => {
    const client = await opened({ locale: 'en-US' });
    const found = await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    expect(found.find((d) => d.code === 'CS4001')?.message).toContain('can both pay one applicant');
    await stop(client);
  });

  it('come for a document outside of the folders, with its own folder, and for one that was never saved', async () => {
    const client = await startServer(files, { folders: ['other'] });
    await client.open(name, measures);
    await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'cuoshi', version: 1, text: 'measure 甲 { for 没有 }' },
    });
    const answer = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: 'untitled:Untitled-1' },
    });
    expect(answer[0]?.name).toBe('甲');
    await stop(client);
  });
});
