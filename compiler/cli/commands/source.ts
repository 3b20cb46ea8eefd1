import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { sourceText } from '../../../language/diagnostics/catalogue/index.ts';
import type { ArgumentsOf, Entry } from '../../../language/diagnostics/define.ts';
import { compareManifests } from '../../source-text/compare.ts';
import type { Encoding } from '../../source-text/decode.ts';
import { manifestOf, readText } from '../../source-text/extract.ts';
import type { Manifest, Part } from '../../source-text/manifest.ts';
import { numberingFaults } from '../../source-text/numbering.ts';
import { readManifest } from '../../source-text/read-manifest.ts';
import { writeManifest } from '../../source-text/write.ts';
import { bytesOf, readOfficialText, teller } from '../read-official-text.ts';
import { showManifest } from '../show-manifest.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { joinNames } from '../text.ts';
import { words } from '../words.ts';
import { sourceWords } from '../words-source.ts';

export interface SourceAddOptions {
  readonly policy: string;
  readonly out?: string;
  readonly encoding?: Encoding;
}

/** Reads an official text and writes its manifest; tells what changed where there was one. */
export function sourceAdd(file: string, options: SourceAddOptions, terminal: Terminal): ExitStatus {
  const decoded = readOfficialText(file, terminal, options.encoding);
  if (decoded === undefined) return 1;
  const told = failer(file, terminal);
  const { name, target } = placeOf(options);
  const reading = readText(decoded.text);
  const manifest = manifestOf(reading, name);
  if (!manifest.parts.some(({ role }) => role === 'clause')) return told(sourceText.noClauses, { file });
  for (const fault of numberingFaults(reading.outline)) {
    if (fault.kind === 'repeated') told(sourceText.numberRepeated, { clause: fault.number, name: fault.clause });
    else told(sourceText.numberSkipped, { clause: fault.clause, before: fault.before });
  }
  const before = existsSync(target) ? readManifest(readFileSync(target, 'utf8')) : undefined;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, writeManifest(manifest));
  terminal.out(summary(manifest, decoded.encoding, terminal));
  if (before !== undefined && 'manifest' in before) terminal.out(changes(before.manifest, manifest, terminal));
  terminal.err(terminal.say(words.wrote, { file: target }));
  return 0;
}

/** Prints a manifest as a table. */
export function sourceShow(file: string, terminal: Terminal): ExitStatus {
  const told = failer(file, terminal);
  const bytes = bytesOf(file);
  if (bytes === undefined || typeof bytes === 'number') return told(sourceText.textUnreadable, { file });
  const read = readManifest(new TextDecoder().decode(bytes));
  if ('manifest' in read) {
    terminal.out(showManifest(read.manifest, terminal));
    return 0;
  }
  const { fault } = read;
  const { notJson, otherFormat, malformed } = sourceWords;
  const why =
    fault.kind === 'not-json'
      ? terminal.say(notJson)
      : fault.kind === 'other-format'
        ? terminal.say(otherFormat, { found: fault.found })
        : terminal.say(malformed, { where: fault.where });
  return told(sourceText.manifestUnreadable, { file, why });
}

/** Says one finding about a file on standard error; the status is that of an error. */
function failer(file: string, terminal: Terminal) {
  const told = teller(file, terminal);
  return <E extends Entry<string>>(entry: E, args: ArgumentsOf<E>): 1 => {
    told(entry, args);
    return 1;
  };
}

/** The policy's name and the file of its manifest: beside the policy where `--policy` is a folder or names one. */
function placeOf({ policy, out }: SourceAddOptions): { name: string; target: string } {
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  const name = basename(resolve(policy)).replace(/\.cuoshi$/, '');
  const folder = [policy, dirname(policy), join('policies', policy)].find(
    (path, i) => isFolder(path) && (i !== 1 || policy.endsWith('.cuoshi')),
  );
  return { name, target: out ?? join(folder ?? dirname(policy), `${name}.source.json`) };
}

function summary({ parts }: Manifest, encoding: Encoding, terminal: Terminal): string {
  const covered = parts.filter(({ role }) => role !== 'commentary');
  const count = (among: readonly Part[], list: 'figures' | 'conditions' | 'bodies') =>
    among.reduce((n, part) => n + part[list].length, 0);
  const outside = count(
    parts.filter(({ role }) => role === 'commentary'),
    'figures',
  );
  const line = terminal.say(sourceWords.summary, {
    clauses: parts.filter(({ role }) => role === 'clause').length,
    figures: count(covered, 'figures'),
    conditions: count(covered, 'conditions'),
    bodies: count(covered, 'bodies'),
    encoding: encoding.toUpperCase(),
  });
  return outside === 0 ? line : `${line}\n${terminal.say(sourceWords.commentary, { figures: outside })}`;
}

function changes(before: Manifest, after: Manifest, terminal: Terminal): string {
  const { added, removed, changed, moved } = compareManifests(before, after);
  const said = [
    [sourceWords.changed, changed.map((pair) => pair.after.clause)],
    [sourceWords.added, added.map(({ clause }) => clause)],
    [sourceWords.removed, removed.map(({ clause }) => clause)],
    [sourceWords.moved, moved.map((pair) => `${pair.before.clause} → ${pair.after.clause}`)],
    [sourceWords.redrawn, redrawn(before, after)],
  ] as const;
  const lines = said
    .filter(([, clauses]) => clauses.length > 0)
    .map(([sentence, clauses]) => terminal.say(sentence, { clauses: joinNames(clauses, terminal) }));
  return lines.length === 0 ? terminal.say(sourceWords.unchanged) : lines.join('\n');
}

/** Clauses whose text is the same while what was drawn from it is not. */
function redrawn(before: Manifest, after: Manifest): string[] {
  const old = new Map(before.parts.map((part) => [part.clause, part]));
  return after.parts
    .filter((part) => {
      const was = old.get(part.clause);
      return was?.hash === part.hash && JSON.stringify(was) !== JSON.stringify(part);
    })
    .map(({ clause }) => clause);
}
