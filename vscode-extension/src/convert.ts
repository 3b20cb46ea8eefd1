import * as vscode from 'vscode';
import type { Server } from './server.ts';
import { say } from './words.ts';

/** Puts a file, or every source of a folder, into one vocabulary. Nothing is saved: it can be looked at and undone. */
export async function convert(server: Server, clicked: vscode.Uri | undefined): Promise<void> {
  const target = clicked ?? vscode.window.activeTextEditor?.document.uri;
  if (target === undefined) {
    vscode.window.showInformationMessage(say('openPolicyFirst'));
    return;
  }
  const files = await sourcesAt(target);
  const items = [
    { label: '中文', description: say('toChinese'), to: 'zh' as const },
    { label: 'English', description: say('toEnglish'), to: 'en' as const },
  ];
  const title = say('convertTitle', files.length);
  const chosen = files.length === 0 ? undefined : await vscode.window.showQuickPick(items, { title });
  if (chosen === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  const refused: string[] = [];
  let changed = 0;
  for (const file of files) {
    // Opened, so that the server speaks of what the editor holds.
    const document = await vscode.workspace.openTextDocument(file);
    const answer = await server.convert({ uri: document.uri.toString(), to: chosen.to });
    if (answer.kind === 'refused') refused.push(vscode.workspace.asRelativePath(file));
    else if (answer.edits.length > 0) {
      changed += 1;
      const edits = answer.edits.map(({ range: { start, end }, newText }) => {
        const range = new vscode.Range(start.line, start.character, end.line, end.character);
        return new vscode.TextEdit(range, newText);
      });
      edit.set(document.uri, edits);
    }
  }
  await vscode.workspace.applyEdit(edit);
  vscode.window.setStatusBarMessage(say('converted', changed), 15_000);
  if (refused.length > 0) vscode.window.showWarningMessage(say('notConverted', refused.join('、')));
}

async function sourcesAt(target: vscode.Uri): Promise<readonly vscode.Uri[]> {
  if (target.path.endsWith('.cuoshi') || target.scheme !== 'file') return [target];
  const within = new vscode.RelativePattern(target, '**/*.cuoshi');
  return vscode.workspace.findFiles(within, '**/node_modules/**');
}
