import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { language } from './words.ts';

/**
 * The frame of a page: its styles and its one script come from the extension, nothing else may load or run. `body` is
 * markup whose text is escaped.
 */
export function frame(
  webview: vscode.Webview,
  context: vscode.ExtensionContext,
  { title, page, body }: { readonly title: string; readonly page: string; readonly body: string },
): string {
  const nonce = randomBytes(16).toString('base64');
  const at = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(context), file)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language() === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(at('page.css'))}">
<link rel="stylesheet" href="${escaped(at(`${page}.css`))}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${escaped(at(`${page}.js`))}"></script>
</body>
</html>`;
}

/** The folder that pages may load from. */
export function pageFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
