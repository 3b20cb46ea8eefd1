import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import type * as extension from './extension.ts';
import { startProcess } from './server-process.ts';

/**
 * What the editor loads: small, so that the server is under way before anything else is read. Nor does the connection wait
 * for `activate`, which the editor calls when its window has answered it: that takes half a second while it starts.
 */
const server = startProcess();
const { activate: activateWith, connect } = createRequire(__filename)('./extension.cjs') as typeof extension;
const connection = connect(server);

export function activate(context: vscode.ExtensionContext): extension.Api {
  return activateWith(context, connection);
}

export function deactivate(): Promise<void> {
  return connection.stop();
}
