import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost, standardFolder } from '../../compiler/project/node-host.ts';

const extension = '.cuoshi';
/** A workspace has a few dozen folders; a home folder opened by mistake has more than anybody waits for. */
const maxFolders = 5_000;

/** The folders at and below a folder that hold sources: each is a unit. Links are not followed. */
export function discoverUnits(root: string): string[] {
  const units: string[] = [];
  const pending = [root];
  for (let seen = 0; pending.length > 0 && seen < maxFolders; seen++) {
    const folder = pending.shift()!;
    const sources: string[] = [];
    for (const entry of entriesOf(folder)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) pending.push(join(folder, entry.name));
      else if (entry.name.endsWith(extension)) sources.push(entry.name);
    }
    if (sources.length > 0 && !isLibrary(folder, sources)) units.push(folder);
  }
  return units.sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Removed meanwhile, or not ours to read: there is nothing to compile in it.
    return [];
  }
}

/** The standard library itself, or a clone of it: every policy has it already, under its own name. */
function isLibrary(folder: string, sources: readonly string[]): boolean {
  if (folder === standardFolder()) return true;
  return sources.some((name) => {
    const module = nodeHost.standard(`std.${name.slice(0, -extension.length)}`);
    if (module === undefined) return false;
    try {
      return readFileSync(join(folder, name), 'utf8') === module.text;
    } catch {
      return false;
    }
  });
}
