import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

/**
 * The language server as a program of its own: `node cuoshi-lsp.js --stdio`, or whatever transport a client names on
 * the command line. Standard output belongs to the protocol; what is to be logged goes to the client. `whenIdle` is called
 * once, when all has been told for the first time.
 */
export function run(whenIdle: () => void): void {
  const named = process.argv.some((argument) => /^--(stdio|node-ipc|pipe=|pipe$|socket=)/.test(argument));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

  const log = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  // A drafter's editor must not lose its server to one bug.
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);

  serve(connection, whenIdle);
}
