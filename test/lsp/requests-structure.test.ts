import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, FoldingRange, SemanticTokens } from 'vscode-languageserver/node';
import { name, opened, stop } from './served.ts';

describe('structure', () => {
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
});
