import { readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { formatSource } from '../../../language/formatter/format.ts';
import type { Keywords } from '../../../language/formatter/page.ts';
import { dominantVocabulary } from '../../../language/syntax/dominant-vocabulary.ts';
import { parse } from '../../../language/syntax/parse.ts';
import { nodeHost } from '../../project/node-host.ts';
import { diagnosticsText } from '../report.ts';
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
  const files = args.flatMap((arg) => sourcesAt(arg, terminal));
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await formatFile(file, keywords, options.check === true, terminal));
  const changed = outcomes.filter((outcome) => outcome === 'changed').length;
  const failed = outcomes.includes('failed') || args.some((arg) => sourcesAt(arg).length === 0);
  if (failed || (options.check && changed > 0)) return 1;
  const told = changed === 0 ? words.alreadyFormatted : words.formatted;
  terminal.err(terminal.say(told, { n: changed === 0 ? files.length : changed }));
  return 0;
}

type Outcome = 'same' | 'changed' | 'failed';

async function formatFile(file: string, keywords: Keywords, only: boolean, terminal: Terminal): Promise<Outcome> {
  const read = nodeHost.read(file);
  if (read.kind !== 'text') {
    terminal.err(terminal.say(words.unreadable, { file }));
    return 'failed';
  }
  const { text, diagnostics } = await formatSource(read.text, { keywords, file });
  if (diagnostics.length > 0) {
    tell(read.text, diagnostics, file, terminal);
    return 'failed';
  }
  if (text === read.text) return 'same';
  if (only) terminal.err(terminal.say(words.notFormatted, { file }));
  else writeFileSync(file, text);
  return 'changed';
}

async function formatStream(keywords: Keywords, terminal: Terminal): Promise<ExitStatus> {
  const given = readFileSync(0, 'utf8');
  const file = terminal.say(words.standardInput);
  const { text, diagnostics } = await formatSource(given, { keywords, file });
  // What cannot be formatted comes back as it was: an editor that pipes its buffer through loses nothing.
  process.stdout.write(text);
  if (diagnostics.length === 0) return 0;
  tell(given, diagnostics, file, terminal);
  return 1;
}

function tell(text: string, diagnostics: readonly Diagnostic[], file: string, terminal: Terminal): void {
  const keywords = dominantVocabulary(parse(text, file));
  const found = { diagnostics, textOf: () => text, keywordsOf: () => keywords };
  for (const message of diagnosticsText(found, terminal)) terminal.err(`${message}\n`);
  terminal.err(terminal.say(words.notParsed, { file }));
}

/** The file itself, or the sources of a folder and of the folders below it. None is told, where there is a terminal. */
function sourcesAt(path: string, terminal?: Terminal): string[] {
  const listing = nodeHost.list(path);
  const files =
    listing === undefined
      ? nodeHost.exists(path)
        ? [path]
        : []
      : [...listing.files, ...listing.folders.flatMap((folder) => sourcesAt(folder))];
  if (files.length === 0 && terminal !== undefined) terminal.err(terminal.say(words.noSources, { file: path }));
  return files;
}
