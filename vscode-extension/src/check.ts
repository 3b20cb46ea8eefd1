import * as vscode from 'vscode';
import type { Server } from './server.ts';
import { say } from './words.ts';

/** Has the server read every policy of the workspace, opened or not, and shows what it found. */
export async function check(server: Server): Promise<void> {
  const { policies, files, errors, warnings } = await server.check();
  if (files === 0) {
    vscode.window.showInformationMessage(say('nothingToCheck'));
    return;
  }
  if (errors + warnings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  vscode.window.setStatusBarMessage(say('checked', policies, files, errors, warnings), 15_000);
}
