import * as vscode from 'vscode';

/** A tree beside the editor whose rows come from the server. */
export interface Tree<Row> {
  readonly view: vscode.TreeView<Row>;
  readonly provider: vscode.TreeDataProvider<Row>;
  dispose(): void;
}

interface Options<Row> {
  /** Of the view, in the manifest. */
  readonly id: string;
  readonly changed: vscode.Event<void>;
  readonly load: () => Promise<readonly Row[]>;
  readonly childrenOf: (row: Row) => readonly Row[];
  readonly itemOf: (row: Row) => vscode.TreeItem;
  /** Called with what was loaded. Where it is given, the rows are loaded though nobody sees them. */
  readonly loaded?: (rows: readonly Row[], view: vscode.TreeView<Row>) => void;
}

/** Loads the rows when the tree is seen for the first time, and again when the sources have changed. */
export function makeTree<Row>({ id, changed, load, childrenOf, itemOf, loaded }: Options<Row>): Tree<Row> {
  const refresh = new vscode.EventEmitter<undefined>();
  let rows: Promise<readonly Row[]> | undefined;
  const current = (): Promise<readonly Row[]> => {
    const mine = rows ?? load();
    rows = mine;
    mine.then(
      (found) => {
        if (mine !== rows) return;
        // Before, nobody knows whether there is nothing to show.
        vscode.commands.executeCommand('setContext', `${id}.known`, true);
        loaded?.(found, view);
      },
      // While the server starts or stops there is nothing to show; it tells when it is there.
      () => {
        if (mine === rows) rows = undefined;
      },
    );
    return mine.catch(() => []);
  };
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: refresh.event,
    getChildren: async (row) => [...(row === undefined ? await current() : childrenOf(row))],
    getTreeItem: itemOf,
  };
  const view = vscode.window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });
  const listener = changed(() => {
    rows = undefined;
    if (loaded !== undefined) current();
    refresh.fire(undefined);
  });
  return {
    view,
    provider,
    dispose: () => {
      listener.dispose();
      view.dispose();
      refresh.dispose();
    },
  };
}
