import type { Manifest } from './manifest.ts';

/** Why a file is no manifest. */
export type ManifestFault =
  | { readonly kind: 'not-json' }
  /** Not `cuoshi-source/1`: another file, or a later version's. */
  | { readonly kind: 'other-format'; readonly found: string }
  /** A member is missing or of another type, named by its path: `parts[3].hash`. */
  | { readonly kind: 'malformed'; readonly where: string };

/** Reads a manifest and checks every member, so that those who use it need not. */
export function readManifest(text: string): { readonly manifest: Manifest } | { readonly fault: ManifestFault } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { kind: 'not-json' } };
  }
  const format = isRecord(value) ? value.format : undefined;
  if (format !== 'cuoshi-source/1') return { fault: { kind: 'other-format', found: String(format ?? '') } };
  const where = check(value, manifestShape, '');
  return where === undefined ? { manifest: value as Manifest } : { fault: { kind: 'malformed', where } };
}

/** `?` marks what may be missing; an array holds the shape of its items; a list of words, the words allowed. */
type Shape = 'string' | 'number' | 'true' | readonly [Shape] | Words | { readonly [key: string]: Shape };
interface Words {
  readonly oneOf: readonly string[];
}

const figureShape: Shape = {
  type: { oneOf: ['money', 'rate', 'count', 'quantity', 'year', 'date', 'duration', 'times', 'number', 'name'] },
  text: 'string',
  value: 'string',
  'to?': 'string',
  'unit?': 'string',
  'per?': 'string',
  'limit?': { oneOf: ['highest', 'at-most', 'below', 'at-least', 'over', 'about'] },
  'limitWord?': 'string',
  'yearly?': 'true',
};
const bodyShape: Shape = {
  name: 'string',
  'alias?': 'string',
  role: { oneOf: ['responsible', 'issuer'] },
  'shared?': 'true',
};
const manifestShape: Shape = {
  format: 'string',
  policy: 'string',
  hash: 'string',
  parts: [
    {
      clause: 'string',
      role: { oneOf: ['front', 'preamble', 'heading', 'clause', 'closing', 'commentary'] },
      'path?': ['string'],
      hash: 'string',
      length: 'number',
      figures: [figureShape],
      conditions: ['string'],
      bodies: [bodyShape],
    },
  ],
};

/** The path of the first member that does not fit, or undefined. */
function check(value: unknown, shape: Shape, path: string): string | undefined {
  if (shape === 'true') return value === true ? undefined : path;
  if (shape === 'string' || shape === 'number') return typeof value === shape ? undefined : path;
  if (isList(shape)) {
    if (!Array.isArray(value)) return path;
    return first(value.map((item, i) => check(item, shape[0], `${path}[${i}]`)));
  }
  if (isWords(shape)) return typeof value === 'string' && shape.oneOf.includes(value) ? undefined : path;
  if (!isRecord(value)) return path;
  return first(
    Object.entries(shape).map(([key, member]) => {
      const name = key.replace('?', '');
      const here = path === '' ? name : `${path}.${name}`;
      return value[name] === undefined && key.endsWith('?') ? undefined : check(value[name], member, here);
    }),
  );
}

const first = (paths: readonly (string | undefined)[]): string | undefined => paths.find((path) => path !== undefined);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
const isWords = (shape: Shape): shape is Words => typeof shape === 'object' && 'oneOf' in shape && !isList(shape);
