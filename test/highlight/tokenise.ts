import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { textMateGrammar } from '../../language/highlight/textmate.ts';

export interface Piece {
  readonly text: string;
  readonly start: number;
  /** The innermost scope without its language; '' for plain text. */
  readonly scope: string;
}

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(JSON.stringify(textMateGrammar()), 'cuoshi.json'),
  });
  const grammar = await registry.loadGrammar('source.cuoshi');
  if (grammar === null) throw new Error('no grammar');
  return grammar;
}

let grammar: Promise<textmate.IGrammar> | undefined;

/** Cuts a text as VS Code does, with the editor's own engine. */
export async function tokenise(text: string): Promise<Piece[]> {
  grammar ??= loadGrammar();
  const loaded = await grammar;
  const pieces: Piece[] = [];
  let state = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const read = loaded.tokenizeLine(line, state);
    state = read.ruleStack;
    for (const token of read.tokens) {
      const scope = token.scopes.length > 1 ? token.scopes.at(-1)!.replace(/\.cuoshi$/, '') : '';
      const end = Math.min(token.endIndex, line.length);
      pieces.push({ text: line.slice(token.startIndex, end), start: offset + token.startIndex, scope });
    }
    offset += line.length + 1;
  }
  return pieces;
}
