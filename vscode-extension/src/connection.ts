import * as vscode from 'vscode';
import { type Server, startServer } from './server.ts';
import type { ServerProcess } from './server-process.ts';
import { say } from './words.ts';

/** The one server at a time that everything asks. */
export interface Connection {
  /** The server that runs; where it was stopped, a new one. */
  current(): Promise<Server>;
  /** Fires when what the server answers may have changed. */
  readonly changed: vscode.Event<void>;
  stop(): Promise<void>;
}

/**
 * Connects to the server that was started before anything was loaded. To be called as soon as the extension is loaded: the
 * editor takes its time until it activates it, and a drafter looks at the text already.
 */
export function connect(started: ServerProcess): Connection {
  const changed = new vscode.EventEmitter<void>();
  const start = (first: ServerProcess | undefined) => {
    const server = startServer(first, () => changed.fire());
    server.then(showCommands, (error: unknown) => vscode.window.showErrorMessage(say('serverFailed', String(error))));
    return server;
  };
  let server: Promise<Server> | undefined = start(started);
  return {
    current: () => (server ??= start(undefined)),
    changed: changed.event,
    async stop() {
      const running = server;
      server = undefined;
      await running?.then((it) => it.stop()).catch(() => undefined);
    },
  };
}

/** Sets what the conditions of menus in the manifest ask for: commands that this server can serve. */
function showCommands({ can }: Server): void {
  const shown = {
    running: true,
    check: can.check,
    trial: can.trial,
    diff: can.diff,
    prose: can.prose,
    trees: can.trees,
  };
  for (const [command, it] of Object.entries(shown)) {
    vscode.commands.executeCommand('setContext', `cuoshi.${command}`, it === true);
  }
}
