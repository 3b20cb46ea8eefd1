import { type ChildProcess, fork } from 'node:child_process';
import type * as vscode from 'vscode';

/**
 * The server that is packed with the extension, run by the Node of the editor itself: the one program that is ever
 * started. Begun before anything else is loaded, so that both get ready at the same time.
 */
export function startProcess(context: vscode.ExtensionContext): ChildProcess {
  const server = fork(
    context.asAbsolutePath('dist/server/cuoshi-lsp.js'),
    [
      '--stdio',
      // It ends when the editor does, however that ends.
      `--clientProcessId=${process.pid}`,
      `--code-cache=${context.globalStorageUri.fsPath}`,
    ],
    {
      cwd: context.asAbsolutePath('dist/server'),
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
      execArgv: [],
      silent: true,
    },
  );
  // That it could not be started is seen by the client, as its streams end.
  server.on('error', () => undefined);
  return server;
}
