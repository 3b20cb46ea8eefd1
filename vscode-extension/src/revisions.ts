import * as vscode from 'vscode';
import { say } from './words.ts';

/** A policy as it was at a revision of its repository. */
export interface Revision {
  readonly folder: vscode.Uri;
  readonly hash: string;
  /** All its sources then, by URI. */
  readonly texts: Readonly<Record<string, string>>;
  /** Where a file can be read as it was. */
  readonly at: (uri: vscode.Uri) => vscode.Uri;
}

/** As much of the editor's own git extension as is used here. It is not there in workspaces that are not trusted. */
interface Git {
  getRepository(uri: vscode.Uri): Repository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface Repository {
  log(options: { readonly maxEntries?: number; readonly path?: string }): Promise<readonly Commit[]>;
  show(ref: string, path: string): Promise<string>;
  diffWith(ref: string): Promise<readonly { readonly originalUri: vscode.Uri }[]>;
}

interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
}

/** Whether the folder lies in a repository that the editor knows. */
export async function hasRevisions(folder: vscode.Uri): Promise<boolean> {
  return ((await gitOf())?.getRepository(folder) ?? null) !== null;
}

/** Lets the user choose a commit that touched the folder. Undefined where none was chosen. */
export async function chooseRevision(folder: vscode.Uri): Promise<Revision | undefined> {
  const git = await gitOf();
  const repository = git?.getRepository(folder);
  if (!git || !repository) return undefined;
  const commits = await repository.log({ maxEntries: 50, path: folder.fsPath });
  if (commits.length === 0) {
    vscode.window.showInformationMessage(say('noRevisions', vscode.workspace.asRelativePath(folder)));
    return undefined;
  }
  const items = commits.map((commit) => ({
    label: commit.message.split('\n')[0] ?? commit.hash,
    description: [commit.authorDate?.toISOString().slice(0, 10), commit.hash.slice(0, 8)].join(' '),
    hash: commit.hash,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: say('revision'), matchOnDescription: true });
  if (chosen === undefined) return undefined;
  const { hash } = chosen;
  return { folder, hash, texts: await textsAt(folder, hash, repository), at: (uri) => git.toGitUri(uri, hash) };
}

/** The sources of a folder at a revision: of those that are there now or were changed since, the ones that it has. */
async function textsAt(folder: vscode.Uri, hash: string, repository: Repository): Promise<Record<string, string>> {
  const present = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.cuoshi'));
  const changed = (await repository.diffWith(hash)).map(({ originalUri }) => originalUri);
  const within = (uri: vscode.Uri) => uri.path.startsWith(`${folder.path}/`) && uri.path.endsWith('.cuoshi');
  const files = new Map([...present, ...changed.filter(within)].map((uri) => [uri.toString(), uri]));
  const texts: Record<string, string> = {};
  for (const [key, uri] of files) {
    try {
      texts[key] = await repository.show(hash, uri.fsPath);
    } catch {
      // It was not there yet.
    }
  }
  return texts;
}

async function gitOf(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
  try {
    return extension && (await extension.activate()).getAPI(1);
  } catch {
    // It is switched off.
    return undefined;
  }
}
