import * as vscode from 'vscode';
import { messageOf, openPanel, type Panel, policyEditor } from './panel.ts';
import type { FromProse, ToProse } from './protocol-messages.ts';
import type { Server } from './server.ts';
import { type Lang, language, say } from './words.ts';

/** How long nobody must have typed before the page follows the source. */
const quiet = 300;
/** How long after the page moved the editor the editor does not move the page. */
const echo = 250;

type CurrentServer = () => Promise<Server>;

interface ProsePanel extends Panel<ToProse> {
  readonly turnTo: (editor: vscode.TextEditor) => Promise<void>;
}

/** There is one page, which follows the editor that is looked at. */
let shown: ProsePanel | undefined;

/** Opens the policy at hand as people read it, beside its source. */
export async function openProse(server: CurrentServer, context: vscode.ExtensionContext): Promise<void> {
  const editor = await policyEditor();
  if (editor === undefined) return;
  if (shown !== undefined) {
    shown.view.reveal(undefined, true);
    await shown.turnTo(editor);
    return;
  }
  shown = makeProse(server, context, editor);
  shown.view.onDidDispose(() => {
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
  const title = () => `${say('prose')} ${vscode.workspace.asRelativePath(document.uri)}`;
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
      tell({ type: 'failed', message: messageOf(error) });
    }
  };
  const tellPlace = (editor: vscode.TextEditor) => {
    const line = editor.visibleRanges[0]?.start.line;
    if (line !== undefined) tell({ type: 'scroll', line });
  };
  const turnTo = async (editor: vscode.TextEditor) => {
    if (editor.document === document || editor.document.languageId !== 'cuoshi') return;
    document = editor.document;
    view.title = title();
    await show();
  };
  const heard = async (message: FromProse) => {
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
  };
  const { view, tell, remake } = openPanel<FromProse, ToProse>(context, {
    page: 'prose',
    title,
    focus: false,
    heard,
    quiet,
    changed: show,
    listeners: [
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && turnTo(editor)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (textEditor.document === document && Date.now() - movedByPage > echo) tellPlace(textEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (textEditor.document === document && selection) tell({ type: 'cursor', line: selection.active.line });
      }),
    ],
  });
  remake();
  return { view, tell, remake, turnTo };
}

/** Puts the cursor at a line, in the column where the source is looked at. */
async function openPlace(uri: string, line: number, column: vscode.ViewColumn | undefined): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection: new vscode.Range(line, 0, line, 0),
    viewColumn: column ?? vscode.ViewColumn.One,
  });
}
