import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  TextDocumentEdit,
  TextEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { manifestOf, readText } from '../../compiler/source-text/extract.ts';
import { type Client, positionOf, startServer } from './client.ts';

/** An invented document: short, so that all of it can be looked at. */
const official = `某市支持产教融合若干措施

为推动产教融合，制定本措施。
一、联合培养
（一）培养硕士。对高校按每名6000元给予补助，每年最高50万元。（责任单位：市教育局）
（二）建设学院。对高校给予最高300万元支持。（责任单位：市科技局）
`;
const manifest = JSON.stringify(manifestOf(readText(official), 'chanjiao-2026'), undefined, 2);

const sources = {
  en: `use std.parties
use std.jinan
use std.matters

policy chanjiao-2026 "产教融合" {
  level city
  effective 2026-01-01 to 2027-12-31
  source "产教.source.json"
}

party 高校 {
  硕士: count
  评价: 等次
}

enum 等次 { 优秀, 良好 }

measure 培养 "联合培养" {
  clause "一（一）"
  for 高校
  about 产业教授
  by 市教育局
  grant 6000元 per 硕士 cap 500000
}

measure 引进 {
  for 高校
  about 产业教授
  by 市科技局
  grant up to 80万元 after 绩效评估 when 评价 is 优秀
}

example "十名硕士" of 培养 {
  高校 { 硕士: 10, 评价: 良好 }
  expect = 6万元
}
`,
  zh: `引用 std.parties
引用 std.jinan
引用 std.matters

政策 chanjiao-2026 “产教融合” {
  层级 市级
  施行日期 2026-01-01 至 2027-12-31
  原文 “产教.source.json”
}

主体 高校 {
  硕士：数目
  评价：等次
}

分类 等次 { 优秀、良好 }

措施 培养 “联合培养” {
  条款 “一（一）”
  对象 高校
  事项 产业教授
  责任单位 市教育局
  补助 6000元／硕士，最高不超过 500000
}

措施 引进 {
  对象 高校
  事项 产业教授
  责任单位 市科技局
  补助 评价 为 优秀 的，经 绩效评估 后，最高 80万元
}

算例 “十名硕士” 用于 培养 {
  高校 { 硕士：10、评价：良好 }
  应得 ＝ 6万元
}
`,
} as const;

const name = 'draft/main.cuoshi';
const clients: Client[] = [];
afterAll(async () => {
  for (const client of clients) {
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
  }
});

async function opened(text: string, initialization: Readonly<Record<string, unknown>> = {}): Promise<Client> {
  const client = await startServer({ [name]: text, 'draft/产教.source.json': manifest }, { initialization });
  clients.push(client);
  await client.open(name, text);
  return client;
}

describe.each(['en', 'zh'] as const)('over stdio, in the %s vocabulary', (vocabulary) => {
  const text: string = sources[vocabulary];
  const zh = vocabulary === 'zh';
  const start = opened(text, {
    officialTexts: (() => {
      const folder = mkdtempSync(join(tmpdir(), 'cuoshi-texts-'));
      writeFileSync(join(folder, '某市.txt'), official);
      return folder;
    })(),
  });
  const ask = async <R>(method: string, params: object): Promise<R> => {
    const client = await start;
    return client.connection.sendRequest<R>(method, { textDocument: { uri: client.uri(name) }, ...params });
  };
  const at = (piece: string, within = 0) => ({ position: positionOf(text, piece, within) });
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

  it('has no error to begin with, and finds the overlap', async () => {
    const client = await start;
    const found = await client.diagnostics(name, (all) => all.some((d) => d.code === 'CS4001'));
    expect(found.filter((d) => d.severity === 1)).toEqual([]);
    expect(found.find((d) => d.code === 'CS4001')?.codeDescription?.href).toMatch(
      /docs\/diagnostics\.md#cs4001-警告--warning$/,
    );
  });

  it('gives diagnostics to those who ask, and says when nothing changed', async () => {
    const first = await ask<{ kind: string; resultId: string; items: Diagnostic[] }>('textDocument/diagnostic', {});
    expect(first.kind).toBe('full');
    expect(first.items.map((d) => d.code)).toContain('CS4001');
    const again = await ask<{ kind: string }>('textDocument/diagnostic', { previousResultId: first.resultId });
    expect(again.kind).toBe('unchanged');
    const client = await start;
    const gone = { uri: client.uri('draft/gone.cuoshi'), value: 'x' };
    const all = await ask<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
      previousResultIds: [gone],
    });
    expect(all.items.find(({ uri }) => uri === client.uri(name))?.items.length).toBe(first.items.length);
    expect(all.items.find(({ uri }) => uri === gone.uri)?.items).toEqual([]);
  });

  it('finds names by the first letters of their pinyin', async () => {
    const items = await ask<CompletionItem[]>('textDocument/completion', at('市教育局'));
    expect(items.find(({ label }) => label === '市教育局')?.filterText?.split(' ')).toContain('sjyj');
  });

  it('offers the clauses that no measure answers, and measures for them', async () => {
    const begun = text.replace(/((?:measure|措施) 引进 \{\n)/, `$1  ${zh ? '条款 “”' : 'clause ""'}\n`);
    const client = await opened(begun);
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: client.uri(name) },
      position: positionOf(begun, zh ? '“”' : '""', 1),
    });
    expect(items.map(({ label }) => label)).toEqual(['一（二）']);
    expect(items[0]?.labelDetails?.description).toContain('300万元');
    const whole = await ask<CompletionItem[]>('textDocument/completion', { position: { line: 3, character: 0 } });
    const measure = whole.find(({ label }) => label.includes('一（二）'));
    expect(measure?.textEdit?.newText).toMatch(/一（二）[\s\S]*市科技局[\s\S]*300万元/);
  });

  it('offers the figures of the clause that are still missing', async () => {
    const without = text.replace('6000元', zh ? '' : '');
    const client = await opened(without);
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: client.uri(name) },
      position: positionOf(without, zh ? '补助 ' : 'grant ', zh ? 3 : 6),
    });
    expect(items.map(({ label }) => label)).toContain('6000元');
  });

  it('shows the form of a statement and the part of it at hand', async () => {
    const help = await ask<SignatureHelp>('textDocument/signatureHelp', at('500000'));
    const [form] = help.signatures;
    const [from, to] = (form?.parameters?.[form.activeParameter ?? 99]?.label ?? [0, 0]) as [number, number];
    expect(form?.label.slice(from, to)).toContain(zh ? '最高不超过' : 'cap');
  });

  it('leads from a matter to its measures', async () => {
    const places = await ask<Location[]>('textDocument/implementation', at('产业教授'));
    const lines = ['培养', '引进'].map(
      (measure) => positionOf(text, zh ? `措施 ${measure}` : `measure ${measure}`).line,
    );
    expect(places.map((place) => place.range.start.line)).toEqual(lines);
  });

  it('finds what is declared anywhere, by initials too', async () => {
    const client = await start;
    for (const query of ['引进', 'yj']) {
      const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query });
      expect(found.map((symbol) => symbol.name)).toContain('引进');
    }
  });

  it('grows a selection from the word to the file', async () => {
    const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', {
      positions: [positionOf(text, '6000元', 2)],
    });
    let count = 0;
    for (let s = selection; s !== undefined; s = s.parent) {
      count++;
      if (s.parent === undefined) expect(s.range.start).toEqual({ line: 0, character: 0 });
    }
    expect(selection?.range.start).toEqual(positionOf(text, '6000元'));
    expect(count).toBeGreaterThan(4);
  });

  it('sends tokens whole, of a range, and what changed', async () => {
    const whole = await ask<SemanticTokens>('textDocument/semanticTokens/full', {});
    const some = await ask<SemanticTokens>('textDocument/semanticTokens/range', {
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
    });
    expect(some.data.length).toBeGreaterThan(0);
    expect(some.data).toEqual(whole.data.slice(0, some.data.length));
    const delta = await ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      previousResultId: whole.resultId,
    });
    expect(delta.edits).toEqual([]);
  });

  it('says within lines what they leave unsaid', async () => {
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range });
    const end = positionOf(text, '500000', '500000'.length);
    const there = hints.filter(({ position }) => position.line === end.line).map(({ label }) => label);
    expect(there).toContain('元（50万元）');
    expect(there.join()).toContain('申报主体');
    expect(there.join()).toContain('当年');
  });

  it('links clauses to their line of the manifest', async () => {
    const links = await ask<DocumentLink[]>('textDocument/documentLink', {});
    const line = manifest.split('\n').findIndex((l) => l.includes('"clause": "一（一）"')) + 1;
    const client = await start;
    expect(links.map(({ target }) => target)).toContain(`${client.uri('draft/产教.source.json')}#L${line}`);
  });

  it('shows above lines what they pay and overlap with, and runs examples', async () => {
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', {});
    const titles = lenses.map(({ command }) => command?.title);
    expect(titles).toContain('最多50万元');
    expect(titles).toContain('与“引进”重叠');
    const run = lenses.find(({ command }) => command?.command === 'cuoshi.runExample')?.command;
    const client = await start;
    const outcome = await client.connection.sendRequest('workspace/executeCommand', {
      command: run?.command,
      arguments: run?.arguments,
    });
    expect(outcome).toEqual({ passed: true, message: '算例“十名硕士”通过' });
  });

  it('shows the words of a clause where the text is at hand, and what a measure can pay', async () => {
    const clause = await ask<Hover>('textDocument/hover', at('一（一）', 1));
    expect(JSON.stringify(clause.contents)).toContain('每名6000元');
    const measure = await ask<Hover>('textDocument/hover', at(zh ? '措施 培养' : 'measure 培养', zh ? 3 : 8));
    const said = JSON.stringify(measure.contents);
    expect(said).toContain('付给符合的人');
    expect(said).toContain('重叠：引进');
    expect(said).toContain('每名6000元');
  });

  it('formats the statement that a closing brace ends, and a range, whatever else is wrong', async () => {
    const messy = `${zh ? '措施' : 'measure'} 坏 {\n\n${zh ? '分类' : 'enum'} 甲 {乙${zh ? '、' : ','}丙}\n`;
    const client = await startServer({ [name]: messy });
    clients.push(client);
    await client.open(name, messy);
    const document = { textDocument: { uri: client.uri(name) }, options: { tabSize: 2, insertSpaces: true } };
    const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
      ...document,
      range,
    });
    expect(edits.map(({ newText }) => newText).join()).toContain(zh ? '{ 乙、丙 }' : '{ 乙, 丙 }');
    const typed = await client.connection.sendRequest<TextEdit[]>('textDocument/onTypeFormatting', {
      ...document,
      position: positionOf(messy, '丙}', 2),
      ch: '}',
    });
    expect(typed).toEqual(edits);
  });

  it('saves the case of a finding as an example that comes out', async () => {
    const client = await start;
    const [overlap] = (await client.diagnostics(name)).filter((d) => d.code === 'CS4001');
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      range: overlap?.range,
      context: { diagnostics: [overlap] },
    });
    const save = actions.find(({ title }) => title === '把例子存为算例');
    const edit = (save?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits[0] as TextEdit | undefined;
    const grown = await opened(text + (edit?.newText ?? ''));
    const lenses = await grown.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: grown.uri(name) },
    });
    const runs = lenses.filter(({ command }) => command?.command === 'cuoshi.runExample');
    expect(runs.length).toBe(2);
    const outcome = await grown.connection.sendRequest('workspace/executeCommand', {
      command: 'cuoshi.runExample',
      arguments: runs.at(-1)?.command?.arguments,
    });
    expect(outcome).toMatchObject({ passed: true });
  });

  it('fixes all that has one fix, and splits a sum that two decide', async () => {
    const broken = text
      .replace(zh ? '责任单位 市教育局' : 'by 市教育局', zh ? '责任单位 市教育句' : 'by 市教育句')
      .replace(
        zh ? /补助 评价 .*/ : /grant up to 80.*/,
        zh ? '补助 （最高 80万元）＋（最高 20万元）' : 'grant (up to 80万元) + (up to 20万元)',
      );
    const client = await opened(broken);
    await client.diagnostics(name, (all) => all.some((d) => d.severity === 1));
    const document = { textDocument: { uri: client.uri(name) } };
    const all = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...document,
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.cuoshi']);
    expect(JSON.stringify(all[0]?.edit)).toContain('市教育局');
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...document,
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const split = actions.find(({ title }) => title === '拆成两项');
    expect(JSON.stringify(split?.edit)).toMatch(/80万元.*\\n.*20万元/);
  });
});
