import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionItem,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type SemanticTokens,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type Client, positionOf, startServer } from './client.ts';

const facts = `use std.parties
use std.jinan
use std.matters

enum 等次 { 优秀, 良好 }

party 高校 {
  硕士 alias master: count "联合培养的硕士"
  评价: 等次
}
`;
const measures = `measure 甲 "一" {
  for 高校
  about 产业教授
  by 市科技局
  grant 培养: 6000元 per 硕士 cap 50万元 per year
}

measure 乙 {
  for 高校
  about 产业教授
  by 市教育局
  grant up to 80万元 after 绩效评估 when 评价 is 优秀
}
`;
const chinese = `引用 std.parties
引用 std.jinan

措施 丙 {
  对象 高校
  责任单位 市科技局
  补助 6000元／硕士，最高不超过 5万元
}
`;
const files = { 'draft/facts.cuoshi': facts, 'draft/measures.cuoshi': measures, 'other/zh.cuoshi': chinese };

/** A server with the measures open. */
async function opened(options: Parameters<typeof startServer>[1] = {}): Promise<Client> {
  const client = await startServer(files, options);
  await client.open('draft/measures.cuoshi', measures);
  return client;
}

const name = 'draft/measures.cuoshi';
const at = (client: Client, piece: string, within = 0, text = measures, file = name) => ({
  textDocument: { uri: client.uri(file) },
  position: positionOf(text, piece, within),
});

async function stop(client: Client): Promise<number | null> {
  const exited = new Promise<number | null>((resolve) => client.process.once('exit', resolve));
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  return exited;
}

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
        registerOptions: { watchers: [{ globPattern: '**/*.cuoshi' }, { globPattern: '**/*.source.json' }] },
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

describe('requests', () => {
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

  it('symbols, folding and semantic tokens', async () => {
    const client = await opened();
    const textDocument = { uri: client.uri(name) };
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    });
    expect(symbols.map((symbol) => [symbol.name, symbol.children?.map((child) => child.name)])).toEqual([
      ['甲', ['培养']],
      ['乙', ['补助']],
    ]);
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds).toEqual([
      { startLine: 0, endLine: 4 },
      { startLine: 7, endLine: 11 },
    ]);
    const tokens = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    expect(tokens.data.length % 5).toBe(0);
    const { legend } = client.initialized.capabilities.semanticTokensProvider!;
    const [keyword, measure] = [tokens.data.slice(0, 5), tokens.data.slice(5, 10)];
    const shown = ([line, character, length, type]: number[]) => [line, character, length, legend.tokenTypes[type!]];
    expect(shown(keyword)).toEqual([0, 0, 7, 'keyword']);
    expect(shown(measure)).toEqual([0, 8, 1, 'function']);
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

  it('cuoshi/check, cuoshi/schema and cuoshi/evaluate', async () => {
    const client = await opened();
    const check = await client.connection.sendRequest('cuoshi/check');
    expect(check).toMatchObject({ policies: 2, files: 3, errors: 0 });
    const schema = await client.connection.sendRequest('cuoshi/schema', { uri: client.uri(name), line: 4 });
    expect(schema).toMatchObject({
      kind: 'schema',
      policy: 'draft',
      at: '甲',
      measures: [{ name: '甲' }, { name: '乙' }],
    });
    const result = await client.connection.sendRequest<{ result: { awards: { key: string; amount: string }[] } }>(
      'cuoshi/evaluate',
      { uri: client.uri(name), facts: { 硕士: 60, 评价: '良好' }, asOf: '2026-06-30' },
    );
    expect(result.result.awards.find(({ key }) => key === '甲/培养')?.amount).toBe('36万元');
    const wrong = await client.connection.sendRequest<{ result: { problems: { field: string }[]; awards: unknown[] } }>(
      'cuoshi/evaluate',
      { uri: client.uri(name), facts: { 硕士: -1 } },
    );
    expect(wrong.result.problems.map(({ field }) => field)).toEqual(['硕士']);
    expect(wrong.result.awards).toEqual([]);
    expect(await client.connection.sendRequest('cuoshi/schema', { uri: 'file:///nowhere/x.cuoshi' })).toEqual({
      kind: 'no-policy',
    });
    await client.open('draft/broken.cuoshi', 'measure 丁 { for 没有 }');
    expect(await client.connection.sendRequest('cuoshi/schema', { uri: client.uri(name) })).toMatchObject({
      kind: 'errors',
    });
    await stop(client);
  });
});

describe('cuoshi/diff', () => {
  it('compares two folders, each by itself, and leads to both', async () => {
    const before = `use std.parties\nuse std.matters\nmeasure 甲 {\n  for 高校\n  about 产业教授\n  grant 10万元\n}\n`;
    const client = await startServer({
      '2023/p.cuoshi': before,
      '2026/p.cuoshi': before.replace('10万元', '20万元'),
      'broken/p.cuoshi': before.replace('高校', '大学'),
    });
    const ask = (older: string, newer: string) =>
      client.connection.sendRequest<{ kind: string; title?: string; body?: string; uri?: string }>('cuoshi/diff', {
        old: client.uri(older),
        new: client.uri(newer),
      });
    const page = await ask('2023', '2026');
    expect(page).toMatchObject({ kind: 'page', title: '2023 → 2026' });
    expect(page.body).toContain('产业教授');
    expect(page.body).toContain(`data-uri="${client.uri('2026/p.cuoshi')}" data-line="5"`);
    expect(await ask('2023', 'broken')).toEqual({ kind: 'errors', count: 1, uri: client.uri('broken') });
    expect(await ask('nowhere', '2026')).toMatchObject({ kind: 'no-policy', uri: client.uri('nowhere') });
    await stop(client);
  });
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
