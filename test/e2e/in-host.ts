import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ClauseRow } from '../../vscode-extension/src/clauses-view.ts';
import type { Api } from '../../vscode-extension/src/extension.ts';
import type { OverlapRow } from '../../vscode-extension/src/overlaps-view.ts';

/** Runs within the extension host, beside the extension, in a workspace that nobody trusts. See in-host-run.ts. */
export async function run(): Promise<void> {
  const lines: string[] = [];
  for (const [name, act] of tests) {
    const begun = Date.now();
    try {
      await act();
      lines.push(`ok ${name} (${Date.now() - begun} ms)`);
    } catch (error) {
      lines.push(`failed: ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  writeFileSync(process.env.CUOSHI_IN_HOST_RESULT ?? '', lines.join('\n'));
}

const tests: readonly (readonly [string, () => Promise<void>])[] = [
  ['is active in a workspace that nobody trusts, and takes no folder from its settings', isActive],
  ['registers every command of its manifest', registersCommands],
  ['lists examples by policy, file and measure, and follows what is typed', listsExamples],
  ['shows the clauses of a text, and writes a measure for one', showsClauses],
  ['shows overlaps, and counts those that no rule settles', showsOverlaps],
  ['underlines a mistake', underlinesMistake],
];

const extension = () => vscode.extensions.getExtension<Api>('cuoshi.cuoshi');
const api = async (): Promise<Api> => {
  const found = extension();
  assert.ok(found, 'the extension is installed');
  return found.isActive ? found.exports : found.activate();
};

async function isActive(): Promise<void> {
  assert.equal(vscode.workspace.isTrusted, false);
  await until('the extension to be active', () => extension()?.isActive === true);
  assert.equal(vscode.workspace.getConfiguration('cuoshi').get('officialTexts'), '');
}

async function registersCommands(): Promise<void> {
  const found = extension();
  assert.ok(found);
  const { contributes } = found.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  const registered = new Set(await vscode.commands.getCommands(true));
  const declared = contributes.commands.map(({ command }) => command);
  assert.ok(declared.length >= 5);
  assert.deepEqual(
    declared.filter((command) => !registered.has(command)),
    [],
  );
}

async function listsExamples(): Promise<void> {
  const { tests } = await api();
  const { items } = tests.controller;
  const below = (item: vscode.TestItem | undefined) => [...(item?.children ?? [])].map(([, child]) => child);
  const policy = () => items.get('夜校办法');
  await until('the examples to be listed', () => policy() !== undefined);
  assert.equal(policy()?.label, '社区夜校补助办法');
  const titles = () => below(below(below(policy())[0])[0]).map(({ label }) => label);
  assert.deepEqual(titles(), ['三个班', '九个班，封顶']);
  const document = await open('夜校.cuoshi');
  const at = document.positionAt(document.getText().indexOf('三个班'));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, '甲校');
  await vscode.workspace.applyEdit(edit);
  await until('the tree to follow', () => titles()[0] === '甲校三个班');
}

async function showsClauses(): Promise<void> {
  const { clauses } = await api();
  const children = async (row?: ClauseRow) => (await clauses.provider.getChildren(row)) ?? [];
  const rowsOf = async (policy: string) => {
    const all = await children();
    const document = all.find((row) => row.kind === 'document' && row.document.policy === policy);
    return document === undefined ? [] : children(document);
  };
  const statusOf = async (clause: string) => {
    const rows = await rowsOf('夜校办法');
    return rows.flatMap((row) => (row.kind === 'clause' && row.clause.clause === clause ? [row.clause.status] : []))[0];
  };
  await until('the clauses to be known', async () => (await statusOf('第一条')) === 'encoded');
  assert.deepEqual(await Promise.all(['第二条', '第三条', '第四条'].map(statusOf)), ['missing', 'partly', 'waived']);
  const row = (await rowsOf('夜校办法')).find((one) => one.kind === 'clause' && one.clause.clause === '第二条');
  assert.ok(row);
  const item = await clauses.provider.getTreeItem(row);
  assert.equal(item.contextValue, 'missing');
  assert.match(item.accessibilityInformation?.label ?? '', /第二条.*缺/);
  await vscode.commands.executeCommand('cuoshi.insertSkeleton', row);
  const document = await open('夜校.cuoshi');
  assert.match(document.getText(), /clause "第二条"\n {2}for 社会组织/);
  await until('the clause to have a measure', async () => (await statusOf('第二条')) === 'partly');
}

async function showsOverlaps(): Promise<void> {
  const { overlaps } = await api();
  const children = async (row?: OverlapRow) => (await overlaps.provider.getChildren(row)) ?? [];
  await until('the overlaps to be known', async () => (await children()).length > 0);
  const rows = await children();
  const matters = rows.filter((row) => row.kind === 'matter');
  const findings = (await Promise.all(matters.map(children))).flat();
  await until('the badge', () => overlaps.view.badge?.value === findings.length);
  const [finding] = findings;
  const below = finding === undefined ? [] : await children(finding);
  assert.ok(below.filter(({ kind }) => kind === 'side').length >= 2);
  assert.equal(below.at(-1)?.kind, 'witness');
}

async function underlinesMistake(): Promise<void> {
  const { uri } = await open('draft.cuoshi');
  await until('the mistake', () => vscode.languages.getDiagnostics(uri).some(({ code }) => codeOf(code) === 'CS2012'));
}

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

async function open(name: string): Promise<vscode.TextDocument> {
  const [uri] = await vscode.workspace.findFiles(`**/${name}`);
  assert.ok(uri, name);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
