import * as vscode from 'vscode';
import { openAt } from './places.ts';
import type { ClauseItem, ClausesOfDocument } from './protocol-trees.ts';
import type { Server } from './server.ts';
import { makeTree, type Tree } from './tree.ts';
import { say } from './words.ts';

/** A row of the tree of clauses. */
export type ClauseRow =
  | { readonly kind: 'document'; readonly document: ClausesOfDocument; readonly only: boolean }
  | { readonly kind: 'clause'; readonly policy: string; readonly clause: ClauseItem };

type Status = Exclude<ClauseItem['status'], 'heading'>;

const icons: Readonly<Record<Status, vscode.ThemeIcon>> = {
  encoded: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed')),
  partly: new vscode.ThemeIcon('color-mode', new vscode.ThemeColor('charts.orange')),
  missing: new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('charts.red')),
  waived: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground')),
};

/** The clauses of the official texts: which are encoded, and what is missing. */
export function makeClausesView(server: () => Promise<Server>, changed: vscode.Event<void>): Tree<ClauseRow> {
  return makeTree<ClauseRow>({
    id: 'cuoshi.clauses',
    changed,
    load: async () => {
      const it = await server();
      const { documents } = it.can.trees === true ? await it.clauses() : { documents: [] };
      // Where no policy names its text, the view says how to begin.
      if (documents.every(({ clauses }) => clauses === undefined)) return [];
      return documents.map((document) => ({ kind: 'document', document, only: documents.length === 1 }));
    },
    childrenOf: (row) => {
      const policy = row.kind === 'document' ? row.document.policy : row.policy;
      const below = row.kind === 'document' ? (row.document.clauses ?? []) : row.clause.children;
      return below.map((clause) => ({ kind: 'clause', policy, clause }));
    },
    itemOf: (row) =>
      row.kind === 'document' ? documentItem(row.document, row.only) : clauseItem(row.policy, row.clause),
  });
}

/** Writes a measure for a clause that has none: of the row, or chosen among all. */
export async function insertSkeleton(server: Server, row: ClauseRow | undefined): Promise<void> {
  const wanted =
    row?.kind === 'clause' ? { policy: row.policy, clause: row.clause.clause } : await chooseClause(server);
  if (wanted === undefined) return;
  const answer = await server.skeleton(wanted);
  if (answer === null) return;
  const { line, character } = answer.position;
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(answer.uri));
  const at = new vscode.Position(line, character);
  await editor.insertSnippet(new vscode.SnippetString(answer.snippet), at);
  editor.revealRange(new vscode.Range(at, at.translate(10)), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function chooseClause(server: Server) {
  const { documents } = await server.clauses();
  const missing = documents.flatMap(({ policy, title, clauses = [] }) =>
    allOf(clauses)
      .filter(({ status }) => status === 'missing')
      .map(({ clause, description }) => ({ label: clause, description, detail: title ?? policy, policy, clause })),
  );
  if (missing.length === 0) {
    vscode.window.showInformationMessage(say('noClauseMissing'));
    return undefined;
  }
  return vscode.window.showQuickPick(missing, { title: say('whichClause'), matchOnDetail: true });
}

function allOf(clauses: readonly ClauseItem[]): readonly ClauseItem[] {
  return clauses.flatMap((clause) => [clause, ...allOf(clause.children)]);
}

function documentItem(
  { policy, title, place, description, clauses }: ClausesOfDocument,
  only: boolean,
): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const isWhole = clauses?.every((clause) => worst(clause) !== 'missing' && worst(clause) !== 'partly') === true;
  const item = new vscode.TreeItem(
    title ?? policy,
    clauses === undefined ? None : only || !isWhole ? Expanded : Collapsed,
  );
  item.id = policy;
  item.description = description;
  item.tooltip = [title ?? policy, description].join('\n');
  item.iconPath = new vscode.ThemeIcon(clauses === undefined ? 'question' : 'book');
  item.command = openAt(place, say('open'));
  item.accessibilityInformation = { label: `${title ?? policy}, ${description}` };
  return item;
}

function clauseItem(policy: string, clause: ClauseItem): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const status = worst(clause);
  const isOpen = status === 'missing' || status === 'partly';
  const name = [clause.clause, ...clause.measures].join('  ');
  const item = new vscode.TreeItem(name, clause.children.length === 0 ? None : isOpen ? Expanded : Collapsed);
  const description = clause.status === 'heading' ? share(clause) : clause.description;
  item.id = `${policy}/${clause.clause}`;
  item.description = description;
  item.tooltip = [`${clause.clause}: ${say(status)}`, ...clause.details].join('\n');
  item.iconPath = icons[status];
  item.contextValue = clause.status;
  if (clause.place !== undefined) item.command = openAt(clause.place, say('open'));
  item.accessibilityInformation = { label: [name, say(status), description].filter((part) => part !== '').join(', ') };
  return item;
}

/** A heading is as its worst clause is. */
function worst({ status, children }: ClauseItem): Status {
  const all = [...(status === 'heading' ? [] : [status]), ...children.map(worst)];
  if (all.length > 0 && all.every((one) => one === 'missing')) return 'missing';
  if (all.some((one) => one === 'missing' || one === 'partly')) return 'partly';
  return all.every((one) => one === 'waived') ? 'waived' : 'encoded';
}

/** Of the clauses below a heading, how many are done. */
function share({ children }: ClauseItem): string {
  const asked = allOf(children).filter(({ status }) => status !== 'heading');
  const done = asked.filter(({ status }) => status === 'encoded' || status === 'waived').length;
  return `${done}/${asked.length}`;
}
