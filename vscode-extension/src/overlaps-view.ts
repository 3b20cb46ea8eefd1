import * as vscode from 'vscode';
import { openAt } from './places.ts';
import type { OverlapItem, OverlapMatter, OverlapSide } from './protocol-trees.ts';
import type { Server } from './server.ts';
import { makeTree, type Tree } from './tree.ts';
import { say } from './words.ts';

/** A row of the tree of overlaps. */
export type OverlapRow =
  | { readonly kind: 'settled'; readonly matters: readonly OverlapMatter[] }
  | { readonly kind: 'matter'; readonly matter: OverlapMatter }
  | { readonly kind: 'finding'; readonly finding: OverlapItem; readonly id: string }
  | { readonly kind: 'side'; readonly side: OverlapSide; readonly severalPolicies: boolean }
  | { readonly kind: 'witness'; readonly witness: string };

/** What would be paid twice, by matter; what a rule or the drafter has settled comes last, by itself. */
export function makeOverlapsView(server: () => Promise<Server>, changed: vscode.Event<void>): Tree<OverlapRow> {
  return makeTree<OverlapRow>({
    id: 'cuoshi.overlaps',
    changed,
    load: async () => {
      const it = await server();
      const { matters } = it.can.trees === true ? await it.overlaps() : { matters: [] };
      const settled = only(matters, true);
      return [
        ...only(matters, false).map((matter): OverlapRow => ({ kind: 'matter', matter })),
        ...(settled.length > 0 ? [{ kind: 'settled', matters: settled } as const] : []),
      ];
    },
    childrenOf,
    itemOf,
    loaded: (rows, view) => {
      const value = rows.flatMap((row) => (row.kind === 'matter' ? row.matter.findings : [])).length;
      view.badge = value === 0 ? undefined : { value, tooltip: say('unsettled', value) };
    },
  });
}

/** The matters with their settled findings alone, or the others; those that are left without any are left out. */
function only(matters: readonly OverlapMatter[], settled: boolean): OverlapMatter[] {
  return matters
    .map(({ matter, findings }) => ({ matter, findings: findings.filter((finding) => finding.settled === settled) }))
    .filter(({ findings }) => findings.length > 0);
}

function childrenOf(row: OverlapRow): readonly OverlapRow[] {
  switch (row.kind) {
    case 'settled':
      return row.matters.map((matter) => ({ kind: 'matter', matter }));
    case 'matter':
      return row.matter.findings.map((finding, i) => ({
        kind: 'finding',
        finding,
        id: [row.matter.matter, ...finding.measures, finding.kind, i].join('/'),
      }));
    case 'finding': {
      const { sides, witness } = row.finding;
      const severalPolicies = new Set(sides.map(({ policy }) => policy)).size > 1;
      return [
        ...sides.map((side): OverlapRow => ({ kind: 'side', side, severalPolicies })),
        { kind: 'witness', witness },
      ];
    }
    case 'side':
    case 'witness':
      return [];
    default:
      return row satisfies never;
  }
}

function itemOf(row: OverlapRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (row.kind) {
    case 'settled': {
      const item = new vscode.TreeItem(say('settled'), Collapsed);
      item.id = 'settled';
      item.description = String(row.matters.flatMap(({ findings }) => findings).length);
      item.tooltip = say('settledHelp');
      item.iconPath = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
      return item;
    }
    case 'matter': {
      const { matter, findings } = row.matter;
      const isSettled = findings.every(({ settled }) => settled);
      const item = new vscode.TreeItem(matter, isSettled ? Collapsed : Expanded);
      item.id = `${isSettled ? 'settled/' : ''}${matter}`;
      item.description = String(findings.length);
      item.iconPath = new vscode.ThemeIcon('tag');
      return item;
    }
    case 'finding': {
      const { finding } = row;
      const name = [...new Set(finding.sides.map((side) => side.name))].join(' ↔ ');
      const what = [finding.kind, finding.sum].filter((part) => part !== '').join(' · ');
      const item = new vscode.TreeItem(what, finding.settled ? Collapsed : Expanded);
      item.id = row.id;
      // The names stand below once more: what it is and what it comes to must not be cut off.
      item.description = name;
      item.tooltip = finding.message;
      item.iconPath = finding.settled
        ? new vscode.ThemeIcon('pass')
        : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
      item.command = openAt(finding.place, say('open'));
      item.accessibilityInformation = { label: `${what}, ${name}` };
      return item;
    }
    case 'side': {
      const { side, severalPolicies } = row;
      const item = new vscode.TreeItem(side.name, None);
      item.description = severalPolicies ? `${side.amount} · ${side.policy}` : side.amount;
      item.tooltip = `${side.policy} ${side.name}: ${side.amount}`;
      item.iconPath = new vscode.ThemeIcon('symbol-method');
      if (side.place !== undefined) item.command = openAt(side.place, say('open'));
      return item;
    }
    case 'witness': {
      const item = new vscode.TreeItem(row.witness, None);
      item.tooltip = row.witness;
      item.iconPath = new vscode.ThemeIcon('person');
      return item;
    }
    default:
      return row satisfies never;
  }
}
