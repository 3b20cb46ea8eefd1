import * as vscode from 'vscode';
import { chooseApplicant } from './applicant.ts';
import { saveExample } from './example.ts';
import { messageOf, openPanel, type Panel, policyEditor } from './panel.ts';
import type { FromTrial, ToTrial } from './protocol-messages.ts';
import type { Server } from './server.ts';
import { tickOff } from './walkthrough.ts';
import { say } from './words.ts';

/** How long nobody must have typed before the page follows the source. */
const quiet = 400;

/** Gives the server that runs now: it may have been restarted since a page was opened. */
type CurrentServer = () => Promise<Server>;

interface Trial extends Panel<ToTrial> {
  /** Shows the measure at a line, or keeps the one shown. */
  readonly show: (line: number | undefined) => Promise<void>;
}

/** One page for each document, by its URI. */
const trials = new Map<string, Trial>();

/** Opens the page that tries the measure at the cursor; the page follows the source as it changes. */
export async function tryMeasure(server: CurrentServer, context: vscode.ExtensionContext): Promise<void> {
  const editor = await policyEditor();
  if (editor === undefined) return;
  const uri = editor.document.uri.toString();
  const line = editor.selection.active.line;
  const open = trials.get(uri);
  if (open !== undefined) {
    open.view.reveal(undefined, true);
    await open.show(line);
    return;
  }
  const trial = openTrial(server, context, editor.document, line);
  trials.set(uri, trial);
  trial.view.onDidDispose(() => trials.delete(uri));
}

/** Makes all open pages anew. What was filled in stays. */
export function remakeTrials(): void {
  for (const trial of trials.values()) trial.remake();
}

function openTrial(
  server: CurrentServer,
  context: vscode.ExtensionContext,
  document: vscode.TextDocument,
  firstLine: number,
): Trial {
  const uri = document.uri.toString();
  const title = () => `${say('trial')} ${vscode.workspace.asRelativePath(document.uri)}`;
  /** Whatever fails is told where it was asked for. */
  const answering = async (answer: (server: Server) => Promise<ToTrial>) => {
    try {
      tell(await answer(await server()));
    } catch (error) {
      tell({ type: 'failed', message: messageOf(error) });
    }
  };
  const show = (line: number | undefined) =>
    answering(async (it) => {
      const answer = await it.schema({ uri, ...(line !== undefined && { line }) });
      const choose = answer.kind === 'schema' ? answer.at : undefined;
      return { type: 'schema', answer, ...(choose !== undefined && { choose }) };
    });

  let line: number | undefined = firstLine;
  const heard = async (message: FromTrial) => {
    switch (message.type) {
      case 'ready':
        // Also when the page was hidden and is made again: then it knows what it showed.
        await show(line);
        line = undefined;
        break;
      case 'evaluate': {
        const { id, facts, asOf } = message;
        await answering(async (it) => {
          const answer = await it.evaluate({ uri, facts, ...(asOf !== undefined && { asOf }) });
          tickOff('measureTried');
          return { type: 'result', id, answer };
        });
        break;
      }
      case 'whatIf': {
        const { id, facts, asOf, measure } = message;
        await answering(async (it) => {
          const asked = { uri, facts, ...(asOf !== undefined && { asOf }), ...(measure !== undefined && { measure }) };
          return { type: 'whatIf', id, answer: await it.whatIf(asked) };
        });
        break;
      }
      case 'save':
        await saveExample(await server(), { uri, ...message });
        break;
      case 'load': {
        const record = await chooseApplicant();
        if (record !== undefined) tell({ type: 'record', record });
        break;
      }
      default:
        message satisfies never;
    }
  };
  const { view, tell, remake } = openPanel<FromTrial, ToTrial>(context, {
    page: 'trial',
    title,
    focus: true,
    heard,
    quiet,
    changed: () => show(undefined),
  });
  remake();
  return { view, tell, remake, show };
}
