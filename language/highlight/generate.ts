import { languageConfiguration } from './configuration.ts';
import { textMateGrammar } from './textmate.ts';

/** The generated files by their path in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const print = (data: object) => `${JSON.stringify(data, undefined, 2)}\n`;
  return new Map([
    ['vscode-extension/syntaxes/cuoshi.tmLanguage.json', print(textMateGrammar())],
    ['vscode-extension/syntaxes/language-configuration.json', print(languageConfiguration())],
  ]);
}
