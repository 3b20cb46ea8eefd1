import { readFileSync, writeFileSync } from 'node:fs';
import { format, type Keywords } from '../../../language/formatter/format.ts';
import { nodeHost } from '../../project/node-host.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

export interface FmtOptions {
  readonly check?: boolean;
  readonly keywords?: 'zh' | 'en';
  readonly stdin?: boolean;
}

/** Formats files in place, or only says which are not formatted. A file with syntax errors is left alone. */
export async function fmt(args: readonly string[], options: FmtOptions, terminal: Terminal): Promise<ExitStatus> {
  const keywords: Keywords = options.keywords ?? 'keep';
  if (options.stdin) return formatStream(keywords, terminal);
  if (args.length === 0) {
    terminal.err(terminal.say(words.fmtFiles));
    return 2;
  }
  let status: ExitStatus = 0;
  const fail = (text: string) => {
    terminal.err(text);
    status = 1;
  };
  let changed = 0;
  let seen = 0;
  for (const arg of args) {
    const files = sourcesAt(arg);
    if (files.length === 0) fail(terminal.say(words.noSources, { file: arg }));
    for (const file of files) {
      seen += 1;
      const outcome = await formatFile(file, keywords, options.check === true);
      switch (outcome) {
        case 'same':
          break;
        case 'changed':
          changed += 1;
          if (options.check) fail(terminal.say(words.notFormatted, { file }));
          break;
        case 'unreadable':
        case 'syntax':
          fail(terminal.say(outcome === 'syntax' ? words.notParsed : words.unreadable, { file }));
          break;
        default:
          outcome satisfies never;
      }
    }
  }
  if (status === 0)
    terminal.err(
      terminal.say(changed === 0 ? words.alreadyFormatted : words.formatted, { n: changed === 0 ? seen : changed }),
    );
  return status;
}

type Outcome = 'same' | 'changed' | 'syntax' | 'unreadable';

async function formatFile(file: string, keywords: Keywords, only: boolean): Promise<Outcome> {
  const read = nodeHost.read(file);
  if (read.kind !== 'text') return 'unreadable';
  const formatted = await format(read.text, keywords);
  if (formatted === undefined) return 'syntax';
  if (formatted === read.text) return 'same';
  if (!only) writeFileSync(file, formatted);
  return 'changed';
}

async function formatStream(keywords: Keywords, terminal: Terminal): Promise<ExitStatus> {
  const text = readFileSync(0, 'utf8');
  const formatted = await format(text, keywords);
  // What cannot be formatted comes back as it was: an editor that pipes its buffer through loses nothing.
  process.stdout.write(formatted ?? text);
  if (formatted === undefined) terminal.err(terminal.say(words.notParsed, { file: '-' }));
  return formatted === undefined ? 1 : 0;
}

/** The file itself, or the sources of a folder and of the folders below it. */
function sourcesAt(path: string): string[] {
  const listing = nodeHost.list(path);
  if (listing === undefined) return nodeHost.exists(path) ? [path] : [];
  return [...listing.files, ...listing.folders.flatMap(sourcesAt)];
}
