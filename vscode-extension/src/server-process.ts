import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export type ServerProcess = ChildProcess;

/** The server that is packed with the extension, beside the bundle that this is part of. */
const folder = join(__dirname, 'server');
const program = join(folder, 'cuoshi-lsp.js');

/** Starts the server by the Node of the editor itself: the one program that is ever started. */
export function startProcess(): ServerProcess {
  const server = fork(
    program,
    [
      '--stdio',
      // It ends when the editor does, however that ends.
      `--clientProcessId=${process.pid}`,
      // Goes with the extension when that goes; where it cannot be written, every start is as the first one.
      `--code-cache=${join(folder, 'compiled')}`,
    ],
    {
      cwd: folder,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
      execArgv: [],
      silent: true,
    },
  );
  // That it could not be started is seen by the client, as its streams end.
  server.on('error', () => undefined);
  return server;
}
