import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const started: { readonly process: ChildProcess; readonly folder: string }[] = [];

afterAll(() => {
  for (const { process, folder } of started) {
    if (process.exitCode === null) process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What a modern editor can do. */
const everything: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  readonly folder: string;
  /** What the server asked to be told. */
  readonly registered: readonly Registration[];
  /** What the server logged. */
  readonly log: readonly string[];
  uri(name: string): string;
  open(name: string, text: string): Promise<void>;
  /** The diagnostics of a file once they fit; those published so far may fit already. */
  diagnostics(name: string, fits?: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
}

interface Options {
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly command?: readonly string[];
  readonly initialization?: Readonly<Record<string, unknown>>;
  /** The folders that are open, below the client's own; the whole of it where absent. */
  readonly folders?: readonly string[];
}

/** Starts the server that users run, over stdio, in a folder with these files. */
export async function startServer(files: Readonly<Record<string, string>>, options: Options = {}): Promise<Client> {
  if (process.env.CUOSHI_BUILD_FAILED) throw new Error('the server could not be built');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cuoshi-lsp-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { PATH, HOME } = process.env;
  const command = options.command ?? [join(root, 'dist', 'cuoshi-lsp.js'), '--stdio'];
  const child = spawn(process.execPath, [...command], { env: { PATH, HOME }, stdio: ['pipe', 'pipe', 'inherit'] });
  started.push({ process: child, folder });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );

  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const shown = new Map<string, readonly Diagnostic[]>();
  const log: string[] = [];
  let waiting: (() => void)[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
    shown.set(params.uri, params.diagnostics);
    for (const wake of waiting) wake();
    waiting = [];
  });
  connection.onNotification('window/logMessage', (params: { message: string }) => {
    log.push(params.message);
  });
  const registered: Registration[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    registered.push(...registrations);
    return null;
  });
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    locale: options.locale ?? 'zh-cn',
    capabilities: options.capabilities ?? everything,
    ...(options.initialization && { initializationOptions: options.initialization }),
    workspaceFolders: (options.folders ?? ['']).map((name) => ({ uri: uri(name).replace(/\/$/, ''), name })),
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    process: child,
    folder,
    registered,
    log,
    uri,
    open: (name, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId: 'cuoshi', version: 1, text },
      }),
    diagnostics: async (name, fits = () => true) => {
      for (;;) {
        const found = shown.get(uri(name));
        if (found !== undefined && fits(found)) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

/** The position of a piece of text, or of a place within it. */
export function positionOf(text: string, piece: string, within = 0): { line: number; character: number } {
  const offset = text.indexOf(piece) + within;
  if (offset < within) throw new Error(`${piece} is not in the text`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
