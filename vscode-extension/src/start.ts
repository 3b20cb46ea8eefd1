import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import type * as extension from './extension.ts';
import { startProcess } from './server-process.ts';

/**
 * What the editor loads: small, so that the server is under way before anything else is read, and before the editor has
 * collected what it hands to `activate`. All of it gets ready at the same time.
 */
const started = startProcess();
const loaded = createRequire(__filename)('./extension.cjs') as typeof extension;

export function activate(context: vscode.ExtensionContext): Promise<extension.Api> {
  return loaded.activate(context, started);
}

export function deactivate(): Promise<void> {
  return loaded.deactivate();
}
