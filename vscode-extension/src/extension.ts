import * as vscode from 'vscode';
import { check } from './check.ts';
import { type ClauseRow, insertSkeleton, makeClausesView } from './clauses-view.ts';
import { compare } from './compare.ts';
import { type Connection, connect } from './connection.ts';
import { convert } from './convert.ts';
import { makeOverlapsView, type OverlapRow } from './overlaps-view.ts';
import { followEditors } from './panel.ts';
import { openProse, remakeProse } from './prose.ts';
import type { Server } from './server.ts';
import { overview, showStatus } from './status.ts';
import { makeTests, type Tests } from './tests.ts';
import type { Tree } from './tree.ts';
import { remakeTrials, tryMeasure } from './trial.ts';
import { copyPolicies, newPolicy, openWalkthrough, secondMeasure } from './walkthrough.ts';

export { connect };

/** What tests within the editor look at. */
export interface Api {
  readonly tests: Tests;
  readonly clauses: Tree<ClauseRow>;
  readonly overlaps: Tree<OverlapRow>;
}

/** Puts on show what the server can do. Nothing of the workspace is ever executed. */
export function activate(context: vscode.ExtensionContext, connection: Connection): Api {
  const { current, changed } = connection;
  const withServer =
    <A extends readonly unknown[]>(run: (server: Server, ...args: A) => Promise<void>) =>
    async (...args: A) => {
      await run(await current(), ...args);
    };
  const tests = makeTests(current, changed);
  const clauses = makeClausesView(current, changed);
  const overlaps = makeOverlapsView(current, changed);
  context.subscriptions.push(
    followEditors(),
    tests,
    clauses,
    overlaps,
    vscode.commands.registerCommand('cuoshi.check', withServer(check)),
    vscode.commands.registerCommand('cuoshi.tryMeasure', () => tryMeasure(current, context)),
    vscode.commands.registerCommand('cuoshi.openProse', () => openProse(current, context)),
    vscode.commands.registerCommand('cuoshi.insertSkeleton', withServer(insertSkeleton)),
    vscode.commands.registerCommand(
      'cuoshi.compare',
      withServer((it, clicked?: vscode.Uri, selected?: vscode.Uri[]) => compare(it, context, clicked, selected)),
    ),
    showStatus(current),
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
      await connection.stop();
      await current();
      remakeTrials();
      remakeProse();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      // The server words its messages, so it has to be told from the start.
      if (change.affectsConfiguration('cuoshi.language') || change.affectsConfiguration('cuoshi.officialTexts'))
        await vscode.commands.executeCommand('cuoshi.restart');
    }),
    { dispose: connection.stop },
  );
  return { tests, clauses, overlaps };
}
