import * as vscode from 'vscode';
import { frame, pageFolder } from './page.ts';
import type { FromComparison } from './protocol-messages.ts';
import { chooseRevision, hasRevisions, type Revision } from './revisions.ts';
import type { Server } from './server.ts';
import { tickOff } from './walkthrough.ts';
import { say } from './words.ts';

/** Compares two versions of a policy: the two selected in the explorer, or asks for them. */
export async function compare(
  server: Server,
  context: vscode.ExtensionContext,
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[] | undefined,
): Promise<void> {
  const versions = await chooseVersions(clicked, selected ?? []);
  if (versions === undefined) return;
  const { revision } = versions;
  const answer = await server.diff({
    old: versions.old.toString(),
    new: versions.new.toString(),
    ...(revision && { oldTexts: revision.texts }),
  });
  if (answer.kind !== 'page') {
    const name = vscode.workspace.asRelativePath(vscode.Uri.parse(answer.uri));
    const text = answer.kind === 'errors' ? say('hasErrors', name, answer.count) : say('noPolicy', name);
    const chosen = await vscode.window.showWarningMessage(text, say('showProblems'));
    if (chosen !== undefined) await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const panel = vscode.window.createWebviewPanel('cuoshi.comparison', answer.title, vscode.ViewColumn.Active, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [pageFolder(context)],
  });
  panel.webview.onDidReceiveMessage(async ({ uri, line, version }: FromComparison) => {
    const at = new vscode.Range(line, 0, line, 0);
    const file = vscode.Uri.parse(uri);
    await vscode.window.showTextDocument(revision && version === 'old' ? revision.at(file) : file, {
      selection: at,
      viewColumn: vscode.ViewColumn.Beside,
    });
  });
  panel.webview.html = frame(panel.webview, context, {
    title: answer.title,
    page: 'comparison',
    body: `<main id="comparison">${answer.body}</main>`,
  });
  tickOff('versionsCompared');
}

interface Versions {
  readonly old: vscode.Uri;
  readonly new: vscode.Uri;
  /** Where the old version is an earlier state of the new one. */
  readonly revision?: Revision;
}

async function chooseVersions(
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[],
): Promise<Versions | undefined> {
  const all = await policiesOfWorkspace();
  const [only] = all;
  const past = only !== undefined && (await hasRevisions(only));
  if (all.length < 2 && !past) {
    const chosen = await vscode.window.showInformationMessage(say('needTwo'), say('copyPolicies'));
    if (chosen !== undefined) await vscode.commands.executeCommand('cuoshi.copyPolicies');
    return undefined;
  }
  // Two were selected: which is the older one is still a question, so they come first.
  const among = selected.length === 2 ? [...selected] : all;
  const ordered = selected.length === 1 && clicked ? withFirst(folderOf(clicked), all) : among;
  const old = await chooseOld(ordered, past);
  if (old === undefined) return undefined;
  if (old === 'revision') {
    const folder = ordered.length === 1 ? ordered[0] : await choose(say('whichPolicy'), ordered);
    const revision = folder && (await chooseRevision(folder));
    return revision && { old: revision.folder, new: revision.folder, revision };
  }
  const others = among.filter((uri) => uri.toString() !== old.toString());
  const next = others.length === 1 ? others[0] : await choose(say('newVersion'), others);
  return next && { old, new: next };
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return uri.path.endsWith('.cuoshi') ? vscode.Uri.joinPath(uri, '..') : uri;
}

/** A policy of the workspace, or an earlier state of one. */
async function chooseOld(among: readonly vscode.Uri[], past: boolean): Promise<vscode.Uri | 'revision' | undefined> {
  const items: { label: string; is: vscode.Uri | 'revision' }[] = among.map((uri) => ({
    label: vscode.workspace.asRelativePath(uri, true),
    is: uri,
  }));
  if (past) items.push({ label: `$(history) ${say('earlier')}`, is: 'revision' });
  return (await vscode.window.showQuickPick(items, { title: say('oldVersion') }))?.is;
}

function withFirst(uri: vscode.Uri, all: readonly vscode.Uri[]): vscode.Uri[] {
  return [uri, ...all.filter((other) => other.toString() !== uri.toString())];
}

async function choose(title: string, among: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = among.map((uri) => ({ label: vscode.workspace.asRelativePath(uri, true), uri }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.uri;
}

/** Folders that hold sources: a folder is one policy, as on the command line. */
async function policiesOfWorkspace(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles('**/*.cuoshi', '**/node_modules/**');
  const folders = new Map(
    files.map((file) => vscode.Uri.joinPath(file, '..')).map((folder) => [folder.toString(), folder]),
  );
  return [...folders.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
