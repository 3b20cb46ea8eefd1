import type { CheckedPolicy } from '../check/model.ts';
import type { Host } from '../project/host.ts';
import type { Manifest, Part } from '../source-text/manifest.ts';
import { readManifest } from '../source-text/read-manifest.ts';

/** The last of each path: an editor asks after every keystroke, and manifests seldom change. */
const known = new Map<string, { readonly text: string; readonly manifest: Manifest | undefined }>();

/** The manifest that a policy names; undefined where there is none, or none that can be read. */
export function manifestBeside({ source, symbol }: CheckedPolicy, host: Host): Manifest | undefined {
  if (source === undefined) return undefined;
  const path = host.join(host.dirname(symbol.file), source.path.value);
  const read = host.read(path);
  if (read.kind !== 'text') return undefined;
  const before = known.get(path);
  if (before?.text === read.text) return before.manifest;
  const found = readManifest(read.text);
  const manifest = 'manifest' in found ? found.manifest : undefined;
  known.set(path, { text: read.text, manifest });
  return manifest;
}

/** What a policy has to say: all but the commentary that is printed behind it. */
export function normativeParts({ parts }: Manifest): readonly Part[] {
  return parts.filter(({ role }) => role !== 'commentary');
}
