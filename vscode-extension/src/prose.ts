import * as vscode from 'vscode';
import { frame, pageFolder } from './page.ts';
import type { FromProse, ToProse } from './protocol-pages.ts';
import type { Server } from './server.ts';
import { type Lang, language, say } from './words.ts';

/** How long nobody must have typed before the page follows the source. */
const quiet = 300;
/** How long after the page moved the editor the editor does not move the page. */
const echo = 250;

type CurrentServer = () => Promise<Server>;

interface ProsePanel {
  readonly panel: vscode.WebviewPanel;
  readonly turnTo: (editor: vscode.TextEditor) => Promise<void>;
  readonly remake: () => void;
}

/** There is one page, which follows the editor that is looked at. */
let shown: ProsePanel | undefined;

/** Opens the policy at hand as people read it, beside its source. */
export async function openProse(server: CurrentServer, context: vscode.ExtensionContext): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cuoshi') {
    vscode.window.showInformationMessage(say('openPolicyFirst'));
    return;
  }
  if (shown !== undefined) {
    shown.panel.reveal(undefined, true);
    await shown.turnTo(editor);
    return;
  }
  shown = makeProse(server, context, editor);
  shown.panel.onDidDispose(() => {
    shown = undefined;
  });
}

/** Makes the page anew, in the language of now. */
export function remakeProse(): void {
  shown?.remake();
}

function makeProse(server: CurrentServer, context: vscode.ExtensionContext, first: vscode.TextEditor): ProsePanel {
  let document = first.document;
  /** The language of the prose, where the reader chose one. */
  let chosen: Lang | undefined;
  let movedByPage = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const title = () => `${say('prose')} ${vscode.workspace.asRelativePath(document.uri)}`;
  const panel = vscode.window.createWebviewPanel(
    'cuoshi.prose',
    title(),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, enableFindWidget: true, localResourceRoots: [pageFolder(context)] },
  );
  const tell = (message: ToProse) => panel.webview.postMessage(message);
  const editorNow = () => vscode.window.visibleTextEditors.find((editor) => editor.document === document);

  const show = async () => {
    try {
      const lang = chosen ?? language();
      const uri = document.uri.toString();
      const answer = await (await server()).prose({ uri, lang });
      tell({ type: 'page', answer, uri, lines: document.lineCount, lang });
      const editor = editorNow();
      if (editor === undefined) return;
      tellPlace(editor);
      tell({ type: 'cursor', line: editor.selection.active.line });
    } catch (error) {
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const tellPlace = (editor: vscode.TextEditor) => {
    const line = editor.visibleRanges[0]?.start.line;
    if (line !== undefined) tell({ type: 'scroll', line });
  };
  const turnTo = async (editor: vscode.TextEditor) => {
    if (editor.document === document || editor.document.languageId !== 'cuoshi') return;
    document = editor.document;
    panel.title = title();
    await show();
  };
  const listeners = [
    panel.webview.onDidReceiveMessage(async (message: FromProse) => {
      switch (message.type) {
        case 'ready':
          await show();
          break;
        case 'scrolled': {
          movedByPage = Date.now();
          const line = Math.min(message.line, document.lineCount - 1);
          editorNow()?.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
          break;
        }
        case 'open':
          await openPlace(message.uri, message.line, editorNow()?.viewColumn);
          break;
        case 'language':
          chosen = message.lang;
          await show();
          break;
        default:
          message satisfies never;
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document: changed }) => {
      if (changed.languageId !== 'cuoshi') return;
      clearTimeout(timer);
      timer = setTimeout(show, quiet);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && turnTo(editor)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor.document === document && Date.now() - movedByPage > echo) tellPlace(textEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [selection] = selections;
      if (textEditor.document === document && selection) tell({ type: 'cursor', line: selection.active.line });
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  });
  const remake = () => {
    panel.title = title();
    panel.webview.html = frame(panel.webview, context, {
      title: title(),
      page: 'prose',
      body: `<div id="prose" data-lang="${language()}"></div>`,
    });
  };
  remake();
  return { panel, turnTo, remake };
}

/** Puts the cursor at a line, in the column where the source is looked at. */
async function openPlace(uri: string, line: number, column: vscode.ViewColumn | undefined): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection: new vscode.Range(line, 0, line, 0),
    viewColumn: column ?? vscode.ViewColumn.One,
  });
}
