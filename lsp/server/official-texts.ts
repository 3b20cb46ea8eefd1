import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { clauseKey } from '../../compiler/source-text/coverage/collect.ts';
import { decodeSource } from '../../compiler/source-text/decode.ts';
import { manifestOf, readText } from '../../compiler/source-text/extract.ts';

/** The official texts that a reader keeps on this machine; they are never part of a project. */
export interface OfficialTexts {
  /** A folder of plain texts; undefined: there is none. */
  setFolder(folder: string | undefined): void;
  /** The words of a clause of the text whose manifest has this hash; long ones are cut. */
  wordsOf(hash: string, clause: string): string | undefined;
}

const maximumBytes = 4 * 1024 * 1024;
/** A hover is no place to read a page. */
const mostCharacters = 600;

/** Texts are found by what they say, whatever their files are called. They are read when first asked for. */
export function makeOfficialTexts(log: (error: unknown) => void): OfficialTexts {
  let folder: string | undefined;
  let texts: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  const read = (from: string) => {
    const found = new Map<string, ReadonlyMap<string, string>>();
    try {
      for (const name of readdirSync(from).filter((entry) => /\.(?:txt|md)$/i.test(entry))) {
        const path = join(from, name);
        if (statSync(path).size > maximumBytes) continue;
        const decoded = decodeSource(readFileSync(path));
        if (decoded.kind !== 'text') continue;
        const reading = readText(decoded.text);
        const clauses = new Map(reading.parts.map(({ part, text }) => [clauseKey(part.clause), text] as const));
        found.set(manifestOf(reading, '').hash, clauses);
      }
    } catch (error) {
      log(error);
    }
    return found;
  };
  return {
    setFolder(next) {
      if (next === folder) return;
      folder = next;
      texts = undefined;
    },
    wordsOf(hash, clause) {
      if (folder === undefined) return undefined;
      texts ??= read(folder);
      const words = texts.get(hash)?.get(clauseKey(clause));
      return words === undefined || words.length <= mostCharacters ? words : `${words.slice(0, mostCharacters)}…`;
    },
  };
}
