import type { Manifest, Part } from './manifest.ts';

/**
 * A manifest as the text of a file: always the same bytes for the same manifest, a line for each figure and body, so that a
 * changed figure is one changed line under version control.
 */
export function writeManifest({ format, policy, hash, parts }: Manifest): string {
  const head = Object.entries({ format, policy, hash }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  return `{\n${head.join('\n')}\n  "parts": ${list(parts.map(writePart), '  ')}\n}\n`;
}

function writePart({ figures, conditions, bodies, ...rest }: Part): string {
  const members = [
    ...Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${spaced(value)}`),
    `"figures": ${list(figures.map(spaced), '      ')}`,
    `"conditions": ${spaced(conditions)}`,
    `"bodies": ${list(bodies.map(spaced), '      ')}`,
  ];
  return `{\n${members.map((member) => `      ${member}`).join(',\n')}\n    }`;
}

function list(items: readonly string[], indent: string): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
}

/** JSON on one line, with blanks as formatters set them. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`);
  return `{ ${members.join(', ')} }`;
}
