import { catalogue } from '../../../language/diagnostics/catalogue/index.ts';
import type { Diagnostic, Lang, Severity } from '../../../language/diagnostics/diagnostic.ts';
import { inKeywords } from '../../../language/diagnostics/keywords.ts';
import { hint, type KeywordsOf, message, type TextOf } from '../../../language/diagnostics/render.ts';
import { LineIndex } from '../../../language/source/line-index.ts';
import { version } from '../../version.ts';

/** The levels that SARIF knows. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** Diagnostics as a SARIF 2.1.0 log of one run (OASIS, sarif-schema-2.1.0). Columns count UTF-16 code units from 1. */
export function sarifLog(
  diagnostics: readonly Diagnostic[],
  { textOf, keywordsOf }: { readonly textOf: TextOf; readonly keywordsOf: KeywordsOf },
  lang: Lang,
): Record<string, unknown> {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const indices = new Map<string, LineIndex>();
  const region = ({ file, span }: Diagnostic) => {
    const index = indices.get(file) ?? new LineIndex(textOf(file) ?? '');
    indices.set(file, index);
    const [start, end] = [index.position(span.start), index.position(span.end)];
    return {
      startLine: start.line + 1,
      startColumn: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
    };
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cuoshi',
            version,
            rules: codes.map((code) => rule(code, lang)),
          },
        },
        columnKind: 'utf16CodeUnits',
        language: lang === 'zh' ? 'zh-CN' : 'en-US',
        results: diagnostics.map((d) => ({
          ruleId: d.code,
          ruleIndex: codes.indexOf(d.code),
          level: levels[d.severity],
          message: {
            text: [message(d, lang, keywordsOf(d.file)), hint(d, lang, keywordsOf(d.file))]
              .filter((s) => s !== undefined)
              .join('\n'),
          },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: uriOf(d.file) }, region: region(d) },
            },
          ],
          // The same finding in a later run, whatever moved above it.
          partialFingerprints: { 'cuoshi/1': `${d.code}:${d.file}:${message(d, 'en')}` },
        })),
      },
    ],
  };
}

function rule(code: string, lang: Lang): Record<string, unknown> {
  const entry = catalogue.get(code);
  return {
    id: code,
    shortDescription: { text: inKeywords(entry?.[lang] ?? code, lang) },
    ...(entry?.hint !== undefined && { help: { text: entry.hint[lang] } }),
    defaultConfiguration: { level: levels[entry?.severity ?? 'warning'] },
  };
}

/** A relative URI reference: forward slashes, characters outside the URI alphabet escaped. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return /^[A-Za-z]%3A\//.test(escaped)
    ? `file:///${escaped.replace('%3A', ':')}`
    : escaped.startsWith('/')
      ? `file://${escaped}`
      : escaped;
}
