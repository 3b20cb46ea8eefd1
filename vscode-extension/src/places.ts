import * as vscode from 'vscode';
import type { Location, Range } from './protocol-tests.ts';

/** Places as the server names them, as the editor names them. */
export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function locationOf({ uri, range }: Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
}

/** What a row of a tree does when it is chosen. */
export function openAt({ uri, range }: Location, title: string): vscode.Command {
  const { start } = rangeOf(range);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
  return { command: 'vscode.open', title, arguments: [vscode.Uri.parse(uri), options] };
}
