import * as vscode from 'vscode';
import type { FactRecord } from './protocol.ts';
import { readRecords } from './records.ts';
import { say } from './words.ts';

/** One applicant of a JSON file that the user chooses; undefined where the choice was given up. */
export async function chooseApplicant(): Promise<FactRecord | undefined> {
  const file = await chooseFile();
  if (file === undefined) return undefined;
  const records = readRecords(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  if (records === undefined || records.length === 0) {
    vscode.window.showWarningMessage(say('notRecords', vscode.workspace.asRelativePath(file)));
    return undefined;
  }
  if (records.length === 1) return records[0];
  const items = records.map((record, i) => {
    const name = record.applicant ?? record.id;
    const party = Array.isArray(record.party) ? record.party.join('、') : record.party;
    return {
      label: typeof name === 'string' || typeof name === 'number' ? String(name) : say('nthApplicant', i + 1),
      description: typeof party === 'string' ? party : '',
      record,
    };
  });
  return (await vscode.window.showQuickPick(items, { title: say('applicant'), matchOnDescription: true }))?.record;
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.{json,jsonl}', '**/{node_modules,.vscode}/**', 200);
  const files = found
    // Official texts, sentence by sentence, and settings of tools are no applicants.
    .filter(({ path }) => !/\.source\.json$|\/(package|package-lock|tsconfig)\.json$/.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const items = [
    ...files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })),
    { label: say('otherFile'), uri: undefined },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: say('applicantFile') });
  if (chosen === undefined || chosen.uri !== undefined) return chosen?.uri;
  const opened = await vscode.window.showOpenDialog({
    title: say('applicantFile'),
    filters: { JSON: ['json', 'jsonl'] },
  });
  return opened?.[0];
}
