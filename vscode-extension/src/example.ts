import * as vscode from 'vscode';
import type { FactRecord } from './protocol.ts';
import type { Server } from './server.ts';
import { say } from './words.ts';

interface Trial {
  readonly uri: string;
  readonly facts: FactRecord;
  readonly asOf?: string;
  readonly measure: string;
}

/** Puts a trial into the source as an example that the server has seen pass, and shows it. */
export async function saveExample(server: Server, { uri, facts, asOf, measure }: Trial): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: say('exampleTitle'),
    value: say('exampleDefault', measure),
  });
  if (title === undefined || title.trim() === '') return;
  const answer = await server.example({ uri, facts, measure, title, ...(asOf !== undefined && { asOf }) });
  if (answer.kind !== 'example') {
    const text = answer.kind === 'errors' ? say('exampleErrors', answer.count) : say('exampleUnsayable');
    vscode.window.showWarningMessage(text);
    return;
  }
  const { line, character } = answer.end;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.uri));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, character), answer.text);
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(answer.line, 0, answer.line, 0),
  });
  vscode.window.setStatusBarMessage(say('exampleSaved'), 15_000);
}
