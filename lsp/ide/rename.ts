import type { CheckedMatter } from '../../compiler/check/model.ts';
import type { Localised, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { fill, message } from '../../language/diagnostics/render.ts';
import { type NamePlace, nameAt } from '../../language/formatter/words.ts';
import type { Span } from '../../language/source/span.ts';
import { scan } from '../../language/syntax/scan.ts';
import { canBeName } from '../../language/syntax/tokens.ts';
import type { Meaning } from './meaning.ts';
import type { Occurrence } from './names.ts';
import { refusals } from './refusals.ts';
import type { Snapshot } from './snapshot.ts';

/** Why something cannot be renamed. */
export interface Refusal {
  readonly refused: Localised;
}

export interface Renamable {
  readonly span: Span;
  /** The name as it is now, without back-quotes. */
  readonly text: string;
}

export type Renaming = ReadonlyMap<string, readonly TextEdit[]>;

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** What would be renamed at an offset, or why nothing can be. */
export function prepareRename(snapshot: Snapshot, file: string, offset: number): Renamable | Refusal {
  const found = renamable(snapshot, file, offset);
  return isRefusal(found) ? found : { span: found.span, text: found.text };
}

/**
 * The edits, by file, that give another name to what is named at an offset: everywhere where it is spelled as it is
 * here, so that an alias is renamed as an alias. Refused where the new name would mean something else anywhere: the
 * renamed program is compiled, and every name must stand for what it stood for before.
 */
export function rename(snapshot: Snapshot, file: string, offset: number, newName: string): Renaming | Refusal {
  const found = renamable(snapshot, file, offset);
  if (isRefusal(found)) return found;
  const name = newName
    .trim()
    .replace(/^`(.*)`$/, '$1')
    .normalize('NFC');
  if (!isName(name)) return refuse(refusals.noName, { name: newName });
  if (name === found.text) return new Map();
  const places = sameSpelling(snapshot, found);
  const written = spelling(name, found.meaning);
  const edits = new Map<string, TextEdit[]>();
  for (const { file, span } of places) edits.set(file, [...(edits.get(file) ?? []), { span, text: written }]);
  return clash(snapshot, edits, found, name) ?? edits;
}

function renamable(snapshot: Snapshot, file: string, offset: number): Occurrence | Refusal {
  const found = snapshot.names.at(file, offset);
  if (found === undefined) return refuse(refusals.nothingHere, {});
  const { meaning } = found;
  if (meaning.kind === 'module') return refuse(refusals.module, { name: found.text });
  if (meaning.kind === 'rule') return refuse(refusals.rule, { name: found.text });
  const declared = snapshot.names.of(meaning).filter((occurrence) => occurrence.declares);
  if (!needsNone.has(meaning.kind) && declared.length === 0) return refuse(refusals.undeclared, { name: found.text });
  if (declared.some((occurrence) => snapshot.source(occurrence.file)?.standard)) {
    return refuse(refusals.standard, { name: found.text });
  }
  return tiedToMatter(snapshot, found) ?? found;
}

/** What is known by its name alone. */
const needsNone: ReadonlySet<Meaning['kind']> = new Set<Meaning['kind']>(['process', 'object', 'holder']);

function sameSpelling(snapshot: Snapshot, { meaning, text }: Occurrence): readonly Occurrence[] {
  return snapshot.names.of(meaning).filter((occurrence) => occurrence.text === text);
}

function isName(text: string): boolean {
  const { tokens, diagnostics } = scan(nameAt(text, 'elsewhere'), '');
  const token = tokens[0];
  if (token === undefined || tokens.length !== 1 || diagnostics.length > 0 || !canBeName(token)) return false;
  return (token.text || token.image) === text;
}

/** The spelling that is read as this name in all places where such a thing is named. */
function spelling(name: string, meaning: Meaning): string {
  const kind = meaning.kind === 'symbol' ? meaning.symbol.kind : meaning.kind;
  const places: readonly NamePlace[] =
    kind === 'fact' || kind === 'let' || kind === 'object'
      ? ['elsewhere', 'operand', 'first', 'unit', 'label']
      : kind === 'row' || kind === 'stage' || kind === 'reading' || kind === 'option' || kind === 'holder'
        ? ['elsewhere', 'first', 'listed', 'label', 'member']
        : kind === 'enum' || kind === 'unit' || kind === 'record'
          ? ['elsewhere', 'type', 'listed']
          : ['elsewhere', 'first', 'listed'];
  const spellings = places.map((place) => nameAt(name, place));
  return spellings.find((spelled) => spelled !== name) ?? name;
}

/**
 * `about 类型` takes the matter of each item from a member's name, so a member and the matter of its name are tied by
 * nothing but the name. Renaming one of them would quietly untie them.
 */
function tiedToMatter(snapshot: Snapshot, { meaning }: Occurrence): Refusal | undefined {
  const matters = snapshot.checked.policies
    .flatMap((policy) => policy.measures)
    .flatMap((measure) => [measure.matter, ...measure.benefits.map((benefit) => benefit.matter)]);
  const enums = matters.flatMap((matter) =>
    matter?.kind === 'fact' && matter.fact.factType.type === 'enum' ? [matter.fact.factType.enum] : [],
  );
  if (meaning.kind === 'member' && enums.includes(meaning.of)) {
    const isNamed = (matter: CheckedMatter | undefined) => matter?.kind === 'matter' && matter.name === meaning.member;
    const { tables } = snapshot.checked.binding.scope;
    if (tables.matters.has(meaning.member) || matters.some(isNamed)) {
      return refuse(refusals.tiedToMatter, { name: meaning.member, enum: meaning.of.name });
    }
  }
  if (meaning.kind === 'symbol' && meaning.symbol.kind === 'matter') {
    const { name } = meaning.symbol;
    const tied = enums.find((e) => e.members.includes(name));
    if (tied !== undefined) return refuse(refusals.tiedToMatter, { name, enum: tied.name });
  }
  return undefined;
}

// ---------------------------------------------------------------------------------------------------------- collisions

/** Why the renamed program does not mean the same; undefined where it does. */
function clash(
  snapshot: Snapshot,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  renamed: Occurrence,
  name: string,
): Refusal | undefined {
  const texts = new Map([...edits].map(([file, some]) => [file, applied(snapshot.source(file)?.text ?? '', some)]));
  const after = snapshot.with(texts);
  const added = addedError(snapshot, after);
  if (added !== undefined) return added;
  const forward = new Map<string, string>();
  const backward = new Map<string, string>();
  for (const file of snapshot.files) {
    const old = snapshot.names.in(file);
    const now = after.names.in(file);
    for (const [i, before] of old.entries()) {
      const other = now[i];
      const from = snapshot.names.key(before.meaning);
      const to = other === undefined ? undefined : after.names.key(other.meaning);
      const fits =
        to !== undefined &&
        (forward.get(from) ?? to) === to &&
        (backward.get(to) ?? from) === from &&
        old.length === now.length;
      if (!fits) return refuse(refusals.taken, { name, old: renamed.text });
      forward.set(from, to);
      backward.set(to, from);
    }
  }
  return undefined;
}

/** The first error that was not there before. */
function addedError(before: Snapshot, after: Snapshot): Refusal | undefined {
  const count = new Map<string, number>();
  for (const { code, file } of before.diagnostics) {
    count.set(`${code} ${file}`, (count.get(`${code} ${file}`) ?? 0) + 1);
  }
  for (const diagnostic of after.diagnostics) {
    const key = `${diagnostic.code} ${diagnostic.file}`;
    const left = count.get(key) ?? 0;
    if (left > 0) count.set(key, left - 1);
    else if (diagnostic.severity === 'error') {
      return { refused: { zh: message(diagnostic, 'zh'), en: message(diagnostic, 'en') } };
    }
  }
  return undefined;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: written } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + written;
    at = span.end;
  }
  return result + text.slice(at);
}

function refuse(text: Localised, args: Readonly<Record<string, string>>): Refusal {
  return { refused: { zh: fill(text.zh, args, 'zh'), en: fill(text.en, args, 'en') } };
}
