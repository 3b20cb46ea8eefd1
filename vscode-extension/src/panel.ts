import * as vscode from 'vscode';
import { frame, pageFolder } from './page.ts';
import { language, say } from './words.ts';

/** A page beside the source that follows it as it changes. */
export interface Panel<To> {
  readonly view: vscode.WebviewPanel;
  readonly tell: (message: To) => void;
  /** Makes the page anew, in the language of now. */
  readonly remake: () => void;
}

export interface PanelOptions<From> {
  /** Names the script, the style and the element that the page is made in. */
  readonly page: 'prose' | 'trial';
  /** Asked again whenever the page is made anew. */
  readonly title: () => string;
  /** Whether the keyboard goes to the page. */
  readonly focus: boolean;
  readonly heard: (message: From) => Promise<void>;
  /** Milliseconds for which nobody must have typed before the page follows the source. */
  readonly quiet: number;
  /** Called when a policy changed and nobody types. */
  readonly changed: () => void;
  /** What ends with the page. */
  readonly listeners?: readonly vscode.Disposable[];
}

export function openPanel<From, To>(
  context: vscode.ExtensionContext,
  { page, title, focus, heard, quiet, changed, listeners = [] }: PanelOptions<From>,
): Panel<To> {
  const view = vscode.window.createWebviewPanel(
    `cuoshi.${page}`,
    title(),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: !focus },
    { enableScripts: true, enableFindWidget: true, localResourceRoots: [pageFolder(context)] },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const own = [
    view.webview.onDidReceiveMessage(heard),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== 'cuoshi') return;
      clearTimeout(timer);
      timer = setTimeout(changed, quiet);
    }),
  ];
  view.onDidDispose(() => {
    clearTimeout(timer);
    for (const listener of [...own, ...listeners]) listener.dispose();
  });
  const remake = () => {
    view.title = title();
    view.webview.html = frame(view.webview, context, {
      title: title(),
      page,
      body: `<main id="${page}" data-lang="${language()}"></main>`,
    });
  };
  return { view, tell: (message) => view.webview.postMessage(message), remake };
}

/** The policy that was looked at last. */
let last: vscode.TextDocument | undefined;

/** Remembers which policy is looked at: a page or the introduction may lie in front of it. */
export function followEditors(): vscode.Disposable {
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId === 'cuoshi') last = editor.document;
  };
  follow(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(follow);
}

/** The editor of the policy that is looked at, or was before what is now in front; without one, says to open one. */
export async function policyEditor(): Promise<vscode.TextEditor | undefined> {
  const isPolicy = (editor: vscode.TextEditor | undefined) => editor?.document.languageId === 'cuoshi';
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = isPolicy(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isPolicy);
  if (editor !== undefined) return editor;
  if (last !== undefined && !last.isClosed) return vscode.window.showTextDocument(last);
  vscode.window.showInformationMessage(say('openPolicyFirst'));
  return undefined;
}

/** What went wrong, as it is told. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
