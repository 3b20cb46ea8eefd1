import * as vscode from 'vscode';
import { coverageOf, type Details } from './coverage.ts';
import { locationOf, rangeOf } from './places.ts';
import type { Location, MeasureTests, PolicyTests, Range, TestRunAnswer } from './protocol-tests.ts';
import type { Server } from './server.ts';
import { say } from './words.ts';

/** The examples of all policies in the editor's own test explorer. The server interprets them; nothing is executed. */
export interface Tests {
  readonly controller: vscode.TestController;
  /** Asks the server which examples there are. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** `changed` tells that the sources are others than before, and that nobody is typing. */
export function makeTests(server: () => Promise<Server>, changed: vscode.Event<void>): Tests {
  const controller = vscode.tests.createTestController('cuoshi', say('examples'));
  const details: Details = new WeakMap();
  let shown = '';
  let edited = false;

  const refresh = async () => {
    const it = await server();
    if (it.can.tests !== true) return;
    const { policies } = await it.tests();
    const text = JSON.stringify(policies);
    if (text !== shown) controller.items.replace(policies.map((policy, i) => policyItem(controller, policy, i)));
    shown = text;
    // What an example came to before the policy was changed says little of what it comes to now.
    if (edited) controller.invalidateTestResults();
    edited = false;
  };
  const run = async (request: vscode.TestRunRequest, token: vscode.CancellationToken, coverage: boolean) => {
    const run = controller.createTestRun(request, say('examples'));
    const items = chosen(controller, request);
    for (const item of items.values()) run.enqueued(item);
    try {
      const it = await server();
      for (const item of items.values()) run.started(item);
      const { runs, notRun, coverage: reached } = await it.runTests({ ids: [...items.keys()], coverage }, token);
      for (const answer of runs) {
        const item = items.get(answer.id);
        if (item !== undefined) tell(run, item, answer);
      }
      for (const id of notRun) {
        const item = items.get(id);
        if (item !== undefined) run.errored(item, new vscode.TestMessage(say('exampleNotRun')));
      }
      for (const file of reached) run.addCoverage(coverageOf(file, details));
    } catch (error) {
      if (!token.isCancellationRequested) {
        for (const item of items.values()) run.errored(item, new vscode.TestMessage(String(error)));
      }
    } finally {
      run.end();
    }
  };
  const profile = (label: string, kind: vscode.TestRunProfileKind) => {
    const coverage = kind === vscode.TestRunProfileKind.Coverage;
    const made = controller.createRunProfile(
      label,
      kind,
      async (request, token) => {
        await run(request, token, coverage);
        if (request.continuous !== true) return;
        const again = changed(() => run(request, token, coverage));
        token.onCancellationRequested(() => again.dispose());
      },
      true,
      undefined,
      true,
    );
    made.loadDetailedCoverage = async (_, file) => [...(details.get(file) ?? [])];
  };
  profile(say('runExamples'), vscode.TestRunProfileKind.Run);
  profile(say('coverExamples'), vscode.TestRunProfileKind.Coverage);
  controller.refreshHandler = refresh;

  const listeners = [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId === 'cuoshi' && contentChanges.length > 0) edited = true;
    }),
    // While the server starts or stops there is nothing to ask; it tells when it is there.
    changed(() => refresh().catch(() => undefined)),
  ];
  return {
    controller,
    refresh,
    dispose: () => {
      for (const listener of listeners) listener.dispose();
      controller.dispose();
    },
  };
}

function policyItem(controller: vscode.TestController, policy: PolicyTests, order: number): vscode.TestItem {
  const { name, title, place, files } = policy;
  const item = itemAt(controller, name, title ?? name, place, order);
  if (title !== undefined) item.description = name;
  item.children.replace(
    files.map(({ uri, measures }, i) => {
      const file = controller.createTestItem(`${name}/${uri}`, fileName(uri), vscode.Uri.parse(uri));
      file.sortText = inOrder(i);
      file.children.replace(measures.map((measure, k) => measureItem(controller, `${name}/${uri}`, uri, measure, k)));
      return file;
    }),
  );
  return item;
}

function measureItem(
  controller: vscode.TestController,
  parent: string,
  uri: string,
  { name, place, examples }: MeasureTests,
  order: number,
): vscode.TestItem {
  const item = itemAt(controller, `${parent}#${name ?? ''}`, name ?? say('wholePolicy'), place, order);
  item.children.replace(examples.map(({ id, title, range }, i) => itemAt(controller, id, title, { uri, range }, i)));
  return item;
}

function itemAt(
  controller: vscode.TestController,
  id: string,
  label: string,
  place: Location | undefined,
  order: number,
): vscode.TestItem {
  const item = controller.createTestItem(id, label, place && vscode.Uri.parse(place.uri));
  if (place !== undefined) item.range = firstLine(place.range);
  item.sortText = inOrder(order);
  return item;
}

/** An example is found by its head; its marks belong there too. */
function firstLine({ start, end }: Range): vscode.Range {
  return rangeOf({ start, end: end.line === start.line ? end : start });
}

function inOrder(index: number): string {
  return String(index).padStart(6, '0');
}

function fileName(uri: string): string {
  return vscode.Uri.parse(uri).path.split('/').at(-1) ?? uri;
}

/** The examples that a request asks for, by id. */
function chosen(
  controller: vscode.TestController,
  { include, exclude = [] }: vscode.TestRunRequest,
): ReadonlyMap<string, vscode.TestItem> {
  const found = new Map<string, vscode.TestItem>();
  const left = new Set(exclude);
  const visit = (item: vscode.TestItem) => {
    if (left.has(item)) return;
    if (item.children.size === 0) found.set(item.id, item);
    else item.children.forEach(visit);
  };
  if (include === undefined) controller.items.forEach(visit);
  else for (const item of include) visit(item);
  return found;
}

function tell(run: vscode.TestRun, item: vscode.TestItem, { milliseconds, failures, lines }: TestRunAnswer): void {
  // A terminal wants both.
  run.appendOutput(`${lines.join('\r\n')}\r\n`, undefined, item);
  if (failures.length === 0) {
    run.passed(item, milliseconds);
    return;
  }
  const messages = failures.map(({ place, message, expected, found }) => {
    const said = vscode.TestMessage.diff(message, expected, found);
    said.location = locationOf(place);
    return said;
  });
  run.failed(item, messages, milliseconds);
}
