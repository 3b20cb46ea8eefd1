import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  DocumentSymbol,
  Hover,
  Location,
  SelectionRange,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type Client, positionOf, startServer } from './client.ts';

const source = `use std.parties

party 高校 { 硕士 alias master: count }

measure 甲 {
  for 高校
  about 人才
  grant 6000元 per 硕士
}
`;
const wrong = source.replace('per 硕士', 'per 没有');

const ask = <R>(client: Client, method: string, params: object) =>
  client.connection.sendRequest<R>(`textDocument/${method}`, params);
const inFile = (client: Client, name: string) => ({ textDocument: { uri: client.uri(name) } });
/** What a request is refused with. */
const refused = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { readonly code: number; readonly message: string }) => `${error.code} ${error.message}`,
  );
const codes = (client: Client, name: string, ...wanted: string[]) =>
  client.diagnostics(name, (found) => found.map((d) => d.code).join() === wanted.join());

describe('a client that can do next to nothing', () => {
  const start = startServer({ 'a/x.cuoshi': source, 'out/y.cuoshi': wrong }, { capabilities: {}, folders: ['a'] });
  const opened = start.then((client) => client.open('a/x.cuoshi', source));
  const document = async () => {
    await opened;
    return inFile(await start, 'a/x.cuoshi');
  };

  it('gets plain text, symbols in a list, and changes without versions', async () => {
    const client = await start;
    const at = { ...(await document()), position: positionOf(source, '硕士\n') };
    const { contents } = await ask<Hover>(client, 'hover', at);
    expect(contents).toMatchObject({ kind: 'plaintext' });
    const symbols = await ask<SymbolInformation[]>(client, 'documentSymbol', await document());
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['高校', undefined],
      ['硕士', '高校'],
      ['甲', undefined],
      ['补助', '甲'],
    ]);
    expect(symbols[1]?.location.range.start).toEqual(positionOf(source, '硕士'));
    const edit = await ask<WorkspaceEdit>(client, 'rename', { ...at, newName: '研究生' });
    expect(edit.changes?.[client.uri('a/x.cuoshi')]).toHaveLength(2);
    const completions = await ask<readonly object[]>(client, 'completion', {
      ...(await document()),
      position: positionOf(source, 'about', 6),
    });
    expect(completions.some((item) => 'insertTextFormat' in item && item.insertTextFormat === 2)).toBe(false);
  });

  it('is told why nothing can be renamed at keywords, numbers and modules', async () => {
    const client = await start;
    for (const [word, why] of [
      ['measure', '没有可以改名的名称'],
      ['6000', '没有可以改名的名称'],
      ['std.parties', '模块'],
    ] as const) {
      const at = { ...(await document()), position: positionOf(source, word, 2) };
      expect(await refused(ask(client, 'prepareRename', at))).toContain(why);
    }
  });

  it('is answered about documents that are not open, and about none at all where there is no file', async () => {
    const client = await start;
    const closed = { ...inFile(client, 'a/x.cuoshi'), position: positionOf(source, '硕士') };
    expect(await ask(client, 'hover', closed)).not.toBeNull();
    const nowhere = { textDocument: { uri: 'file:///nowhere/z.cuoshi' }, position: { line: 0, character: 0 } };
    for (const method of ['hover', 'definition', 'references', 'documentSymbol', 'prepareRename', 'foldingRange']) {
      expect([method, await ask(client, method, { ...nowhere, context: { includeDeclaration: true } })]).toEqual([
        method,
        null,
      ]);
    }
  });

  it('grows selections from any place, also beyond the end', async () => {
    const positions = [{ line: 999, character: 5 }, positionOf(source, '6000', 1)];
    const ranges = await ask<SelectionRange[]>(await start, 'selectionRange', { ...(await document()), positions });
    expect(ranges).toHaveLength(2);
    const outwards: string[] = [];
    for (let range: SelectionRange | undefined = ranges[1]; range !== undefined; range = range.parent) {
      const { start: from, end } = range.range;
      outwards.push(`${from.line}:${from.character}-${end.line}:${end.character}`);
    }
    expect(outwards).toEqual(['7:8-7:13', '7:8-7:20', '7:2-7:20', '4:0-8:1', '0:0-9:0']);
  });

  it('may change a document in several places at once, and in whole', async () => {
    const client = await start;
    const { textDocument } = await document();
    const whole = { line: 0, character: 0 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [
        { range: { start: positionOf(source, '6000'), end: positionOf(source, '6000', 4) }, text: '7000' },
        { range: { start: whole, end: whole }, text: '// 注\n' },
      ],
    });
    const hover = await ask<Hover>(client, 'hover', { textDocument, position: { line: 8, character: 9 } });
    expect(JSON.stringify(hover.contents)).toContain('0.7万元');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: 3 },
      contentChanges: [
        { range: { start: { line: 500, character: 3 }, end: { line: 900, character: 0 } }, text: 'nonsense' },
        { text: source },
      ],
    });
    expect(await ask<SymbolInformation[]>(client, 'documentSymbol', { textDocument })).toHaveLength(4);
  });

  it('may open what lies outside of its folder, and what was never saved, each by itself', async () => {
    const client = await start;
    await client.open('out/y.cuoshi', wrong);
    await codes(client, 'out/y.cuoshi', 'CS2011');
    const uris = ['untitled:无标题-1', 'untitled:无标题-2'];
    for (const uri of uris) {
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'cuoshi', version: 1, text: source },
      });
    }
    const found = await ask<Location[]>(client, 'references', {
      textDocument: { uri: uris[1] },
      position: positionOf(source, '硕士'),
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri }) => uri)).toEqual([uris[1], uris[1], uris[1]]);
  });

  it('is refused what it asks after it has said that it ends, and sees a clean end', async () => {
    const client = await start;
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    await client.connection.sendRequest('shutdown');
    expect(await refused(ask(client, 'documentSymbol', inFile(client, 'a/x.cuoshi')))).toBe('-32600 shut down');
    await client.connection.sendNotification('exit');
    expect(await exited).toBe(0);
    expect(client.log).toEqual([]);
  });
});

describe('folders with files of all kinds', () => {
  const policy = (measure: string) => `policy 案 {
  level city
}

${source.replace('measure 甲', `measure ${measure}`)}`;
  const windows = policy('乙').replaceAll('\n', '\r\n');
  const marked = `\uFEFF${policy('丙')}`;
  const alias = 'measure 丁 {\n  for 高校\n  about 人才\n  grant 1元 per master\n}\n';
  const start = startServer(
    { 'a/x.cuoshi': policy('甲'), 'b/x.cuoshi': windows, 'c/x.cuoshi': marked, 'd/x.cuoshi': alias },
    { folders: ['a', 'b', 'c', 'd'] },
  );

  it('tells once that two of them hold a policy of one name, and serves both', async () => {
    const client = await start;
    await codes(client, 'b/x.cuoshi', 'CS2010');
    const symbols = await ask<DocumentSymbol[]>(client, 'documentSymbol', inFile(client, 'b/x.cuoshi'));
    expect(symbols.map(({ name }) => name)).toEqual(['案', '高校', '乙']);
  });

  it('keeps the places of a file with carriage returns, or with a mark at its beginning', async () => {
    const client = await start;
    await client.open('b/x.cuoshi', windows);
    await client.open('c/x.cuoshi', marked);
    for (const [name, text] of [
      ['b/x.cuoshi', windows],
      ['c/x.cuoshi', marked],
    ] as const) {
      const position = positionOf(text, '硕士');
      const { range } = await ask<Hover>(client, 'hover', { ...inFile(client, name), position });
      expect(range).toEqual({ start: position, end: { ...position, character: position.character + 2 } });
      const options = { tabSize: 2, insertSpaces: true };
      expect(await ask<TextEdit[]>(client, 'formatting', { ...inFile(client, name), options })).toEqual([]);
    }
    const end = positionOf(windows, '6000元', 5);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...inFile(client, 'b/x.cuoshi').textDocument, version: 2 },
      contentChanges: [{ range: { start: end, end }, text: '\r\n   ' }],
    });
    const moved = { line: end.line + 1, character: '    per '.length };
    const { range } = await ask<Hover>(client, 'hover', { ...inFile(client, 'b/x.cuoshi'), position: moved });
    expect(range).toEqual({ start: moved, end: { ...moved, character: moved.character + 2 } });
  });

  it('changes an alias in all files, and leaves the name', async () => {
    const client = await start;
    const position = positionOf(alias, 'master');
    const { documentChanges = [] } = await ask<WorkspaceEdit>(client, 'rename', {
      ...inFile(client, 'd/x.cuoshi'),
      position,
      newName: 'masters',
    });
    expect(documentChanges.map((change) => 'edits' in change && change.edits.length)).toEqual([1, 1, 1, 1]);
    const library = { ...inFile(client, 'd/x.cuoshi'), position: positionOf(alias, '高校') };
    expect(await refused(ask(client, 'rename', { ...library, newName: '大学' }))).toContain('标准库');
    const places = await ask<Location[]>(client, 'definition', library);
    const inLibrary = places.find(({ uri }) => uri.endsWith('/stdlib/parties.cuoshi'))!;
    const uses = await ask<Location[]>(client, 'references', {
      textDocument: { uri: inLibrary.uri },
      position: inLibrary.range.start,
      context: { includeDeclaration: false },
    });
    expect(uses.map(({ uri }) => uri)).toContain(client.uri('d/x.cuoshi'));
  });

  it('follows a file that is renamed or deleted while it is open', async () => {
    const client = await start;
    const broken = alias.replace('master', '没有');
    const changed = (...changes: readonly [name: string, type: number][]) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(([name, type]) => ({ uri: client.uri(name), type })),
      });
    await client.open('d/x.cuoshi', broken);
    await codes(client, 'd/x.cuoshi', 'CS2011');
    renameSync(join(client.folder, 'd/x.cuoshi'), join(client.folder, 'd/y.cuoshi'));
    await client.connection.sendNotification('textDocument/didClose', inFile(client, 'd/x.cuoshi'));
    await client.open('d/y.cuoshi', broken);
    await changed(['d/x.cuoshi', 3], ['d/y.cuoshi', 1]);
    await codes(client, 'd/y.cuoshi', 'CS2011');
    await codes(client, 'd/x.cuoshi');
    rmSync(join(client.folder, 'd/y.cuoshi'));
    await changed(['d/y.cuoshi', 3]);
    // What is open is there until it is closed.
    const at = { ...inFile(client, 'd/y.cuoshi'), position: positionOf(broken, '高校') };
    expect(await ask(client, 'hover', at)).not.toBeNull();
    await client.connection.sendNotification('textDocument/didClose', inFile(client, 'd/y.cuoshi'));
    await codes(client, 'd/y.cuoshi');
    expect(client.log).toEqual([]);
  });

  it('ends with an error where nobody said that it should', async () => {
    const client = await start;
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    await client.connection.sendNotification('exit');
    expect(await exited).toBe(1);
  });
});
