import * as vscode from 'vscode';
import { language, say } from './words.ts';
import { lesson } from './words-lesson.ts';

/** Opens the introduction. */
export async function openWalkthrough(context: vscode.ExtensionContext): Promise<void> {
  const category = `${context.extension.id}#start`;
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', category, false);
  // It is come back to after every step: what a step opens must not take its place.
  await vscode.commands.executeCommand('workbench.action.keepEditor');
}

/** Puts the example policies, which come with the extension, into the folder that is open. */
export async function copyPolicies(context: vscode.ExtensionContext): Promise<void> {
  const folder = await openFolder();
  if (folder === undefined) return;
  const from = vscode.Uri.joinPath(context.extensionUri, 'dist', 'policies', language());
  const present: string[] = [];
  for (const [name] of await vscode.workspace.fs.readDirectory(from)) {
    const to = vscode.Uri.joinPath(folder, name);
    // What is there may have been worked on.
    if (await isThere(to)) present.push(name);
    else await vscode.workspace.fs.copy(vscode.Uri.joinPath(from, name), to);
  }
  if (present.length > 0) vscode.window.showInformationMessage(say('present', present.join('、')));
  const shown = vscode.Uri.joinPath(folder, 'jinan-2026', 'jinan-2026.cuoshi');
  await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.One, preview: false });
  tickOff('policiesCopied');
}

/** A first measure, written from a clause that stands above it, in a file of its own. */
export async function newPolicy(): Promise<void> {
  const folder = await openFolder();
  if (folder === undefined) return;
  const file = await freeFile(folder);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(lesson[language()].first));
  const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One, preview: false });
  lessonFile = file;
  showEnd(editor);
  tickOff('policyWritten');
}

/** The second measure of the introduction, below the first; it pays those whom the first one pays. */
export async function secondMeasure(): Promise<void> {
  if (lessonFile === undefined || !(await isThere(lessonFile))) await newPolicy();
  if (lessonFile === undefined) return;
  const editor = await vscode.window.showTextDocument(lessonFile, {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
  });
  const { document } = editor;
  const { first, second } = lesson[document.getText().includes('measure ') ? 'en' : 'zh'];
  const end = document.lineAt(document.lineCount - 1).range.end;
  if (!document.getText().includes(second.trim())) {
    const gap = document.getText().endsWith('\n') ? '' : '\n';
    await editor.edit((edit) => edit.insert(end, document.getText().trim() === '' ? first + second : gap + second));
  }
  showEnd(editor);
}

/** A step of the introduction is done: not when its button is pressed, but when there is what it promises. */
export function tickOff(
  step: 'policiesCopied' | 'policyWritten' | 'overlapSeen' | 'overlapSettled' | 'measureTried' | 'versionsCompared',
): void {
  vscode.commands.executeCommand('setContext', `cuoshi.${step}`, true);
}

/** The file that the introduction wrote, in this session. */
let lessonFile: vscode.Uri | undefined;

function showEnd(editor: vscode.TextEditor): void {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  // Into the last line of the last measure: commands mean the measure at the cursor.
  const within = document.validatePosition(new vscode.Position(Math.max(end.line - 2, 0), 2));
  editor.selection = new vscode.Selection(within, within);
  editor.revealRange(new vscode.Range(within, end));
}

async function openFolder(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder !== undefined) return folder;
  const open = say('openFolder');
  const chosen = await vscode.window.showInformationMessage(say('needFolder'), open);
  if (chosen === open) await vscode.commands.executeCommand('workbench.action.files.openFolder');
  return undefined;
}

async function freeFile(folder: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? say('newName') : `${say('newName')}-${number}`;
    const own = vscode.Uri.joinPath(folder, name);
    if (!(await isThere(own))) return vscode.Uri.joinPath(own, `${name}.cuoshi`);
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
