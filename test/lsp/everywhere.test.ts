import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { codeActions } from '../../lsp/ide/code-actions.ts';
import { complete } from '../../lsp/ide/completion/complete.ts';
import { documentSymbols } from '../../lsp/ide/document-symbols.ts';
import { folds } from '../../lsp/ide/folding.ts';
import { hover } from '../../lsp/ide/hover.ts';
import { definitions, references } from '../../lsp/ide/places.ts';
import { prepareRename } from '../../lsp/ide/rename.ts';
import { semanticTokens } from '../../lsp/ide/semantic-tokens.ts';
import { type Snapshot, takeSnapshot } from '../../lsp/ide/snapshot.ts';
import { memoryHost } from '../harness/memory-host.ts';

const english = readFileSync('policies/jinan-2026/jinan-2026.cuoshi', 'utf8');
let chinese = '';

beforeAll(async () => {
  chinese = (await formatSource(english, { keywords: 'zh' })).text;
});

const file = 'jinan-2026/jinan-2026.cuoshi';

function snapshotOf(text: string): Snapshot {
  return takeSnapshot(['jinan-2026'], memoryHost({ [file]: text }));
}

/** Asks everything at an offset. */
function askAll(snapshot: Snapshot, offset: number): void {
  hover(snapshot, file, offset, 'zh');
  complete(snapshot, file, offset, 'zh');
  definitions(snapshot, file, offset);
  references(snapshot, file, offset, { declarations: true });
  prepareRename(snapshot, file, offset);
  codeActions(snapshot, file, { start: offset, end: offset }, 'en');
}

describe('a whole document', () => {
  it('can be asked about anywhere, in both vocabularies', () => {
    for (const text of [english, chinese]) {
      const snapshot = snapshotOf(text);
      for (let offset = 0; offset <= text.length; offset += 31) askAll(snapshot, offset);
    }
  });

  it('means the same in both vocabularies, name by name', () => {
    const names = (text: string) => {
      const { names } = snapshotOf(text);
      return names.in(file).map(({ text, meaning, declares }) => {
        const kind = meaning.kind === 'symbol' ? meaning.symbol.kind : meaning.kind;
        return `${kind} ${text} ${declares}`;
      });
    };
    expect(names(english).length).toBeGreaterThan(250);
    expect(names(chinese).sort()).toEqual(names(english).sort());
  });

  it('knows what every name stands for that is not a word of the text', () => {
    const snapshot = snapshotOf(english);
    const kinds = new Set(
      snapshot.names.in(file).map(({ meaning }) => (meaning.kind === 'symbol' ? meaning.symbol.kind : meaning.kind)),
    );
    expect([...kinds].sort()).toEqual(
      [
        'agency',
        'benefit',
        'budget',
        'enum',
        'fact',
        'matter',
        'measure',
        'member',
        'module',
        'object',
        'party',
        'policy',
        'process',
        'record',
        'rule',
      ].sort(),
    );
    // A fact that is used is declared, and what is declared is found from its use.
    for (const { meaning, declares, span } of snapshot.names.in(file)) {
      if (declares || meaning.kind === 'process' || meaning.kind === 'rule') continue;
      expect(definitions(snapshot, file, span.start).length, JSON.stringify(span)).toBeGreaterThan(0);
    }
  });

  it('survives being cut off anywhere, and losing any line', () => {
    const lines = english.split('\n');
    for (let i = 0; i < lines.length; i += 17) {
      const cut = lines.slice(0, i).join('\n');
      const without = lines.toSpliced(i, 1).join('\n');
      for (const text of [cut, without]) {
        const snapshot = snapshotOf(text);
        askAll(snapshot, Math.min(cut.length, text.length));
        documentSymbols(snapshot, file, 'zh');
        folds(snapshot, file);
        semanticTokens(snapshot, file);
      }
    }
  });
});
