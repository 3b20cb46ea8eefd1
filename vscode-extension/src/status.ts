import * as vscode from 'vscode';
import type { StateFound } from './protocol-pages.ts';
import type { Server } from './server.ts';
import { tickOff } from './walkthrough.ts';
import { say } from './words.ts';

/** How long nothing must have changed before the policy is asked about. */
const quiet = 300;

/** Shows how the policy that is looked at stands; a click offers what to do about it. */
export function showStatus(server: () => Promise<Server>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('cuoshi.state', vscode.StatusBarAlignment.Right, 90);
  item.name = say('statusName');
  item.command = 'cuoshi.overview';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const show = async () => {
    turn += 1;
    const mine = turn;
    const state = await stateNow(server).catch(() => undefined);
    if (mine !== turn) return;
    if (state === undefined) {
      item.hide();
      return;
    }
    noteProgress(state);
    item.text = textOf(state);
    item.tooltip = new vscode.MarkdownString(tooltipOf(state));
    item.accessibilityInformation = { label: [say('statusName'), ...linesOf(state)].join(', ') };
    item.backgroundColor = state.errors > 0 ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, quiet);
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.languages.onDidChangeDiagnostics(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'cuoshi' && soon()),
  ];
  soon();
  return vscode.Disposable.from(item, ...listeners, { dispose: () => clearTimeout(timer) });
}

/** Policies that were seen with an overlap: one without any later was settled. The introduction ticks both off. */
const withOverlap = new Set<string>();

function noteProgress({ policy, errors, overlaps }: StateFound): void {
  if (overlaps > 0) {
    withOverlap.add(policy);
    tickOff('overlapSeen');
  } else if (errors === 0 && withOverlap.has(policy)) tickOff('overlapSettled');
}

async function stateNow(server: () => Promise<Server>): Promise<StateFound | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'cuoshi') return undefined;
  const answer = await (await server()).state({ uri: document.uri.toString() });
  return answer.kind === 'state' ? answer : undefined;
}

function textOf({ policy, errors, overlaps, coverage, vocabulary }: StateFound): string {
  return [
    `$(law) ${policy}`,
    ...(errors > 0 ? [say('errors', errors)] : []),
    ...(overlaps > 0 ? [say('overlaps', overlaps)] : []),
    ...(coverage === undefined ? [] : [say('coverage', coverage)]),
    ...(errors + overlaps === 0 && coverage === undefined ? ['$(check)'] : []),
    ...(vocabulary === undefined ? [] : [say(vocabulary === 'zh' ? 'inChinese' : 'inEnglish')]),
  ].join('  ');
}

function linesOf(state: StateFound): string[] {
  const { policy, title, measures, errors, warnings, overlaps, settled, coverage, vocabulary, version } = state;
  return [
    title === undefined ? policy : `${policy} ${title}`,
    say('measures', measures),
    `${say('errors', errors)}, ${say('warnings', warnings)}`,
    [say('unsettled', overlaps), ...(settled > 0 ? [say('alsoSettled', settled)] : [])].join(', '),
    coverage === undefined ? say('noText') : say('coverageLong', coverage),
    ...(vocabulary === undefined ? [] : [say(vocabulary === 'zh' ? 'inChinese' : 'inEnglish')]),
    say('version', version),
  ];
}

/** Names of policies and titles are text: signs of Markdown in them mean themselves. */
function tooltipOf(state: StateFound): string {
  return linesOf(state)
    .map((line) => line.replace(/[\\`*_{}[\]()#+.!|<>~-]/g, (sign) => `\\${sign}`))
    .join('  \n');
}

/** What can be done about the policy at hand. Views of other parts are offered where they are. */
export async function overview(): Promise<void> {
  const known = new Set(await vscode.commands.getCommands(true));
  const entries = [
    ['$(warning)', 'showProblems', 'workbench.actions.view.problems'],
    ['$(layers)', 'toOverlaps', 'cuoshi.overlaps.focus'],
    ['$(checklist)', 'toClauses', 'cuoshi.clauses.focus'],
    ['$(book)', 'toProse', 'cuoshi.openProse'],
    ['$(beaker)', 'toTrial', 'cuoshi.tryMeasure'],
    ['$(diff)', 'toCompare', 'cuoshi.compare'],
    ['$(symbol-string)', 'toConvert', 'cuoshi.convert'],
    ['$(mortar-board)', 'toWalkthrough', 'cuoshi.walkthrough'],
  ] as const;
  const items = entries
    .filter(([, , command]) => known.has(command))
    .map(([icon, word, command]) => ({ label: `${icon} ${say(word)}`, command }));
  const chosen = await vscode.window.showQuickPick(items, { title: say('statusName') });
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
}
