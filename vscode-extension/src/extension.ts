import * as vscode from 'vscode';
import { check } from './check.ts';
import { type ClauseRow, insertSkeleton, makeClausesView } from './clauses-view.ts';
import { compare } from './compare.ts';
import { convert } from './convert.ts';
import { makeOverlapsView, type OverlapRow } from './overlaps-view.ts';
import { followEditors } from './panel.ts';
import { openProse, remakeProse } from './prose.ts';
import { type Server, startServer } from './server.ts';
import type { ServerProcess } from './server-process.ts';
import { overview, showStatus } from './status.ts';
import { makeTests, type Tests } from './tests.ts';
import type { Tree } from './tree.ts';
import { remakeTrials, tryMeasure } from './trial.ts';
import { copyPolicies, newPolicy, openWalkthrough, secondMeasure } from './walkthrough.ts';
import { say } from './words.ts';

let server: Promise<Server> | undefined;

/** What tests within the editor look at. */
export interface Api {
  readonly tests: Tests;
  readonly clauses: Tree<ClauseRow>;
  readonly overlaps: Tree<OverlapRow>;
}

/**
 * Connects to the server, which was started before this was loaded, and puts the commands that it can serve on show.
 * Nothing of the workspace is ever executed.
 */
export async function activate(context: vscode.ExtensionContext, started: ServerProcess): Promise<Api> {
  let first: ServerProcess | undefined = started;
  const changed = new vscode.EventEmitter<void>();
  const start = () => {
    server = startServer(first, () => changed.fire());
    first = undefined;
    server.then(
      ({ can }) =>
        showCommands({
          running: true,
          check: can.check,
          trial: can.trial,
          diff: can.diff,
          prose: can.prose,
          trees: can.trees,
        }),
      (error: unknown) => vscode.window.showErrorMessage(say('serverFailed', String(error))),
    );
    return server;
  };
  const stop = async () => {
    const running = server;
    server = undefined;
    await running?.then((it) => it.stop()).catch(() => undefined);
  };
  const withServer =
    <A extends readonly unknown[]>(run: (server: Server, ...args: A) => Promise<void>) =>
    async (...args: A) => {
      await run(await (server ?? start()), ...args);
    };
  const current = () => server ?? start();
  const tests = makeTests(current, changed.event);
  const clauses = makeClausesView(current, changed.event);
  const overlaps = makeOverlapsView(current, changed.event);
  context.subscriptions.push(
    changed,
    followEditors(),
    tests,
    clauses,
    overlaps,
    vscode.commands.registerCommand('cuoshi.check', withServer(check)),
    vscode.commands.registerCommand('cuoshi.tryMeasure', () => tryMeasure(() => server ?? start(), context)),
    vscode.commands.registerCommand('cuoshi.openProse', () => openProse(() => server ?? start(), context)),
    vscode.commands.registerCommand('cuoshi.insertSkeleton', withServer(insertSkeleton)),
    vscode.commands.registerCommand(
      'cuoshi.compare',
      withServer((it, clicked?: vscode.Uri, selected?: vscode.Uri[]) => compare(it, context, clicked, selected)),
    ),
    showStatus(() => server ?? start()),
    vscode.commands.registerCommand(
      'cuoshi.convert',
      withServer((it, clicked?: vscode.Uri) => convert(it, clicked)),
    ),
    vscode.commands.registerCommand('cuoshi.overview', overview),
    vscode.commands.registerCommand('cuoshi.walkthrough', () => openWalkthrough(context)),
    vscode.commands.registerCommand('cuoshi.copyPolicies', () => copyPolicies(context)),
    vscode.commands.registerCommand('cuoshi.newPolicy', newPolicy),
    vscode.commands.registerCommand('cuoshi.secondMeasure', secondMeasure),
    vscode.commands.registerCommand('cuoshi.restart', async () => {
      await stop();
      await start();
      remakeTrials();
      remakeProse();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      // The server words its messages, so it has to be told from the start.
      if (change.affectsConfiguration('cuoshi.language') || change.affectsConfiguration('cuoshi.officialTexts'))
        await vscode.commands.executeCommand('cuoshi.restart');
    }),
    { dispose: stop },
  );
  start();
  return { tests, clauses, overlaps };
}

export async function deactivate(): Promise<void> {
  await server?.then((it) => it.stop()).catch(() => undefined);
}

/** Sets what the conditions of menus in the manifest ask for. */
function showCommands(can: { readonly [command: string]: boolean | undefined }): void {
  for (const [command, shown] of Object.entries(can)) {
    vscode.commands.executeCommand('setContext', `cuoshi.${command}`, shown === true);
  }
}
