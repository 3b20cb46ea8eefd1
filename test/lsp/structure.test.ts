import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Named } from '../../language/highlight/legend.ts';
import { documentSymbols, type OutlineItem } from '../../lsp/ide/document-symbols.ts';
import { folds } from '../../lsp/ide/folding.ts';
import { format, lineEdits } from '../../lsp/ide/format.ts';
import { semanticTokens } from '../../lsp/ide/semantic-tokens.ts';
import { applyEdits, declarations, fixture } from './fixture.ts';

const measure = `measure 甲 "一" {
  clause "一（一）"
  for 高校
  let 价 = 6000元
  grant 乙: 价 * 硕士
  support 丙: up to 5万元 after 评估
}
example "例一" of 甲 {
  高校 { 硕士: 1 }
  expect 乙 = 6000元
}
`;

describe('the ide', () => {
  it('knows nothing of the protocol', () => {
    const files = readdirSync('lsp/ide', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(20);
    expect(
      files.filter((name) => /from 'vscode|from 'node:/.test(readFileSync(join('lsp/ide', name), 'utf8'))),
    ).toEqual([]);
  });
});

describe('document symbols', () => {
  it('outline a file with what its declarations hold', () => {
    const { snapshot, file, texts } = fixture(`${declarations.en}${measure}`);
    const items = documentSymbols(snapshot, file, 'zh');
    const show = ({ name, kind, children }: OutlineItem): unknown => [kind, name, ...children.map(show)];
    expect(items.map(show)).toEqual([
      ['enum', '等次', ['member', '优秀'], ['member', '良好'], ['member', '合格']],
      ['record', '平台', ['field', '类型'], ['field', '获批']],
      [
        'party',
        '高校',
        ['field', '硕士'],
        ['field', '创新券'],
        ['field', '评价'],
        ['field', '订单式'],
        ['field', '平台'],
      ],
      ['measure', '甲', ['let', '价'], ['benefit', '乙'], ['benefit', '丙']],
      ['example', '例一'],
    ]);
    expect(items.find((item) => item.name === '甲')?.detail).toBe('一（一） 一');
    const within = (item: OutlineItem): void => {
      expect(item.span.start).toBeLessThanOrEqual(item.selection.start);
      expect(item.selection.end).toBeLessThanOrEqual(item.span.end);
      expect(texts[file]!.slice(item.selection.start, item.selection.end)).not.toBe('');
      for (const child of item.children) within(child);
    };
    for (const item of items) within(item);
  });

  it('have a name even where the source has none yet', () => {
    const { snapshot, file } = fixture('measure {\n}\nparty');
    expect(documentSymbols(snapshot, file, 'zh').every((item) => item.name !== '')).toBe(true);
  });
});

describe('folding', () => {
  it('folds blocks, comments and use lines; the closing brace stays in view', () => {
    const { snapshot, file } = fixture(`// 一\n// 二\n${declarations.en}\n${measure}`);
    const lines = (kind: string) =>
      folds(snapshot, file)
        .filter((fold) => fold.kind === kind)
        .map(({ startLine, endLine }) => [startLine, endLine]);
    expect(lines('comment')).toEqual([[0, 1]]);
    expect(lines('imports')).toEqual([[2, 4]]);
    const text = snapshot.source(file)!.lines;
    const blocks = lines('block');
    expect(blocks.map(([start]) => text.line(start!).split(' ')[0])).toEqual(['record', 'party', 'measure', 'example']);
    for (const [, end] of blocks) expect(text.line(end! + 1)).toBe('}');
  });
});

describe('semantic tokens', () => {
  function tokens(source: string): [string, Named, ...string[]][] {
    const { snapshot, file, texts } = fixture(source);
    return semanticTokens(snapshot, file).map(({ span, named, modifiers }) => [
      texts[file]!.slice(span.start, span.end),
      named,
      ...modifiers,
    ]);
  }

  it('say what each name stands for, and where it is declared', () => {
    const found = tokens(`${declarations.en}${measure}`);
    expect(found).toEqual(
      expect.arrayContaining([
        ['std.parties', 'module', 'defaultLibrary'],
        ['等次', 'enum', 'declaration'],
        ['优秀', 'member', 'declaration'],
        ['硕士', 'fact', 'declaration'],
        ['硕士', 'fact'],
        ['甲', 'measure', 'declaration'],
        ['甲', 'measure'],
        ['价', 'let', 'declaration', 'readonly'],
        ['乙', 'benefit', 'declaration'],
        ['乙', 'benefit'],
        ['评估', 'process'],
      ]),
    );
  });

  it('say where a likely name is a keyword, and where it is a name', () => {
    const found = tokens(`use std.parties\nparty 高校 {\n  level: count\n}\npolicy p {\n  level city\n}\n`);
    expect(found.filter(([text]) => text === 'level')).toEqual([
      ['level', 'fact', 'declaration'],
      ['level', 'keyword'],
    ]);
  });

  it('are in order and do not overlap', () => {
    const { snapshot, file } = fixture(`${declarations.zh}\n${measure}`);
    const spans = semanticTokens(snapshot, file).map((token) => token.span);
    for (const [i, span] of spans.entries()) if (i > 0) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
  });
});

describe('formatting', () => {
  it('gives the edits to the formatted text, and none to a formatted one', async () => {
    const { snapshot, file, texts } = fixture('use   std.parties\nmeasure 甲{\nfor 高校\n  grant 1万元\n}\n');
    const after = applyEdits(texts[file]!, await format(snapshot, file));
    expect(after).toBe('use std.parties\n\nmeasure 甲 {\n  for 高校\n  grant 1万元\n}\n');
    const again = fixture(after);
    expect(await format(again.snapshot, again.file)).toEqual([]);
  });

  it('keeps Windows line breaks', async () => {
    const { snapshot, file, texts } = fixture(
      'use   std.parties\r\n\r\nmeasure 甲 {\r\n  for 高校\r\n  grant 1万元\r\n}\r\n',
    );
    const after = applyEdits(texts[file]!, await format(snapshot, file));
    expect(after).toBe('use std.parties\r\n\r\nmeasure 甲 {\r\n  for 高校\r\n  grant 1万元\r\n}\r\n');
  });

  it('leaves a file with syntax errors as it is', async () => {
    const { snapshot, file } = fixture('measure   甲 {\n  for 高校\n  grant (\n}\n');
    expect(await format(snapshot, file)).toEqual([]);
  });

  it('replaces whole lines, and only those that change', () => {
    const before = 'a\nb\nc\nd\n';
    for (const after of ['a\nB\nc\nd\n', 'a\nB\nc\nD\n', 'a\nd\n', 'a\nb\nx\ny\nc\nd\n', '', 'a\nb\nc\nd']) {
      expect(applyEdits(before, lineEdits(before, after))).toBe(after);
    }
    expect(lineEdits(before, 'a\nB\nc\nD\n')).toHaveLength(2);
    expect(lineEdits(before, 'a\nb\nx\nc\nd\n')).toEqual([{ span: { start: 4, end: 4 }, text: 'x\n' }]);
  });
});
