import { catalogue } from '../language/diagnostics/catalogue/index.ts';
import type { Entry } from '../language/diagnostics/define.ts';
import type { Lang, Localised, Severity } from '../language/diagnostics/diagnostic.ts';
import { inKeywords } from '../language/diagnostics/keywords.ts';
import { formatSource } from '../language/formatter/format.ts';

/**
 * A fenced block of code in the language. Behind ```` ```cuoshi ```` may stand what kind it is: `preamble` (the other
 * blocks of the page build on it), `zh` (the generated twin of the block above), or `all` (a block whose twin shows its
 * examples, too; mostly once is enough).
 */
export interface Block {
  /** Counts from 1. */
  readonly line: number;
  readonly kind: '' | 'all' | 'preamble' | 'zh';
  readonly code: string;
}

const fence = /^```cuoshi *(|all|preamble|zh)\n([\s\S]*?)^```\n/gm;

/** The blocks of code in the language, in the order of the page. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(fence)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length,
    kind: (match[1] ?? '') as Block['kind'],
    code: match[2] ?? '',
  }));
}

/** The page with every block of code formatted, and each in English keywords followed by the same in Chinese ones. */
export async function withBothVocabularies(markdown: string): Promise<string> {
  let page = '';
  let end = 0;
  for (const match of markdown.matchAll(fence)) {
    page += markdown.slice(end, match.index);
    end = match.index + match[0].length;
    const [whole, kind = '', code = ''] = match;
    if (kind === 'zh') {
      // Written anew below its English twin; the line between the two goes with it.
      page = page.replace(/\n$/, '');
      continue;
    }
    const english = await formatSource(code, { keywords: 'en' });
    if (english.diagnostics.length > 0) {
      page += whole;
      continue;
    }
    page += block(kind, english.text);
    if (kind === 'preamble') continue;
    const shown = kind === 'all' ? code : code.replace(/\n*^(\/\/.*\n)*example [\s\S]*/m, '\n');
    page += `\n${block('zh', (await formatSource(shown, { keywords: 'zh' })).text)}`;
  }
  return page + markdown.slice(end);
}

function block(kind: string, code: string): string {
  return `\`\`\`cuoshi${kind && ` ${kind}`}\n${code}\`\`\`\n`;
}

const families: readonly (readonly [prefix: string, title: string])[] = [
  ['CS1', '写法 · Syntax'],
  ['CS2', '名称、单位和类型 · Names, units and types'],
  ['CS3', '结构和起草 · Structure and drafting'],
  ['CS4', '措施之间、政策之间 · Between measures and policies'],
  ['CS5', '原文 · Source text'],
  ['CS6', '申报数据和运行 · Facts and runs'],
];

const severityWords: Readonly<Record<Severity, Localised>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '说明', en: 'note' },
  hint: { zh: '提示', en: 'hint' },
};

/** The page of all diagnostics, from the catalogue. */
export function diagnosticsPage(): string {
  const entries = [...catalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const sections = families.flatMap(([prefix, title]) => {
    const own = entries.filter(({ code }) => code.startsWith(prefix));
    return own.length === 0 ? [] : [`## ${title}\n`, ...own.map(describe)];
  });
  return `${intro}\n${sections.join('\n')}`;
}

const intro = `# 诊断 · Diagnostics

由诊断目录生成，不要手改。花括号里是每次填入的内容。错误挡编译，警告不挡。

Generated from the catalogue of diagnostics; do not edit. Braces stand for what is filled in. Errors stop a build, warnings do not.
`;

/** With the code that is in it in the keywords of the language. */
function text(words: Localised, lang: Lang): string {
  return escapeMarkdown(inKeywords(words[lang], lang));
}

function describe({ code, severity, zh, en, hint }: Entry): string {
  const words = severityWords[severity];
  const advice = hint ? `- 建议：${text(hint, 'zh')}\n- Hint: ${text(hint, 'en')}\n` : '';
  return `### ${code} ${words.zh} · ${words.en}\n\n${text({ zh, en }, 'zh')}\n\n${text({ zh, en }, 'en')}\n${advice && `\n${advice}`}`;
}

/** Markdown would take these for emphasis, code or a tag. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<]/g, '\\$&');
}

/** Words for what the server announces; a test holds this table to the announcement. */
const capabilityWords: Readonly<Record<string, { readonly method: string; readonly words: Localised }>> = {
  textDocumentSync: { method: 'textDocument/didChange', words: { zh: '增量同步', en: 'incremental synchronisation' } },
  hoverProvider: { method: 'textDocument/hover', words: { zh: '悬停', en: 'hover' } },
  completionProvider: { method: 'textDocument/completion', words: { zh: '补全', en: 'completion' } },
  signatureHelpProvider: {
    method: 'textDocument/signatureHelp',
    words: { zh: '语句的写法', en: 'form of the statement' },
  },
  definitionProvider: { method: 'textDocument/definition', words: { zh: '转到定义', en: 'definition' } },
  implementationProvider: {
    method: 'textDocument/implementation',
    words: { zh: '事项由哪些措施落实', en: 'measures about a matter' },
  },
  referencesProvider: { method: 'textDocument/references', words: { zh: '引用', en: 'references' } },
  documentHighlightProvider: { method: 'textDocument/documentHighlight', words: { zh: '高亮', en: 'highlights' } },
  documentSymbolProvider: { method: 'textDocument/documentSymbol', words: { zh: '大纲', en: 'outline' } },
  workspaceSymbolProvider: {
    method: 'workspace/symbol',
    words: { zh: '在工作区里找名称', en: 'symbols of the workspace' },
  },
  renameProvider: { method: 'textDocument/rename', words: { zh: '重命名', en: 'rename' } },
  documentFormattingProvider: { method: 'textDocument/formatting', words: { zh: '格式化', en: 'formatting' } },
  documentRangeFormattingProvider: {
    method: 'textDocument/rangeFormatting',
    words: { zh: '格式化所选', en: 'formatting of a range' },
  },
  documentOnTypeFormattingProvider: {
    method: 'textDocument/onTypeFormatting',
    words: { zh: '输入右花括号时格式化', en: 'formatting at a closing brace' },
  },
  codeActionProvider: { method: 'textDocument/codeAction', words: { zh: '快速修复', en: 'code actions' } },
  codeLensProvider: { method: 'textDocument/codeLens', words: { zh: '行上提示', en: 'code lenses' } },
  documentLinkProvider: { method: 'textDocument/documentLink', words: { zh: '条款和引用的链接', en: 'links' } },
  inlayHintProvider: { method: 'textDocument/inlayHint', words: { zh: '行内提示', en: 'inlay hints' } },
  foldingRangeProvider: { method: 'textDocument/foldingRange', words: { zh: '折叠', en: 'folding' } },
  selectionRangeProvider: {
    method: 'textDocument/selectionRange',
    words: { zh: '扩展选区', en: 'growing selections' },
  },
  semanticTokensProvider: { method: 'textDocument/semanticTokens', words: { zh: '语义着色', en: 'semantic tokens' } },
  executeCommandProvider: { method: 'workspace/executeCommand', words: { zh: '命令', en: 'commands' } },
  diagnosticProvider: {
    method: 'textDocument/diagnostic, workspace/diagnostic',
    words: { zh: '由编辑器来取的诊断', en: 'diagnostics that are asked for' },
  },
  workspace: { method: 'workspace/didChangeWorkspaceFolders', words: { zh: '多个文件夹', en: 'several folders' } },
  experimental: { method: 'cuoshi/*', words: { zh: '另外的请求', en: 'other requests' } },
};

/** The page of what the language server announces. */
export function capabilitiesPage(announced: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(announced).map(([name, value]) => {
    const { method, words } = capabilityWords[name] ?? { method: '?', words: { zh: '?', en: '?' } };
    const details = value === true ? '' : `\`${JSON.stringify(value)}\``;
    return `| ${words.zh} · ${words.en} | \`${name}\` | \`${method}\` | ${details} |`;
  });
  return `# 语言服务器的能力 · What the language server can do

由服务器在 \`initialize\` 里的答复生成，不要手改；测试与真正运行的服务器核对。诊断推送给编辑器；只会自己来取的编辑器，或 \`initializationOptions.diagnostics\` 为 \`"pull"\` 时，由编辑器来取。

Generated from what the server answers to \`initialize\`; do not edit. Diagnostics are sent; clients that can only ask for them, or set \`initializationOptions.diagnostics\` to \`"pull"\`, ask.

| 能力 capability | 名称 name | 方法 method | 细节 details |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
