import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '../../project/node-host.ts';
import type { ExitStatus } from '../terminal.ts';

/**
 * Starts the language server: a bundle of its own, which speaks over standard input and output from the moment it is
 * loaded and ends the process when the client says so.
 */
export async function lsp(): Promise<ExitStatus> {
  await import(pathToFileURL(join(packageFolder(), 'dist', 'cuoshi-lsp.js')).href);
  return await new Promise<ExitStatus>(() => {});
}
