import type { FigureLimit, FigureType, Manifest, PartRole } from './manifest.ts';

export const manifestFormat = 'cuoshi-source/1';

/** Why a file is no manifest. */
export type ManifestFault =
  | { readonly kind: 'not-json' }
  /** Not `cuoshi-source/1`: another file, or a later version's. */
  | { readonly kind: 'other-format'; readonly found: string }
  /** A member is missing or of another form, named by its path: `parts[3].hash`. */
  | { readonly kind: 'malformed'; readonly where: string; readonly expected: string; readonly found: string };

const roles: readonly PartRole[] = ['front', 'preamble', 'heading', 'clause', 'closing', 'commentary'];
const types: readonly FigureType[] = [
  'money',
  'rate',
  'count',
  'quantity',
  'year',
  'date',
  'duration',
  'times',
  'number',
  'name',
];
const limits: readonly FigureLimit[] = ['highest', 'at-most', 'below', 'at-least', 'over', 'about'];

/** Reads a manifest and checks every member, so that those who use it need not. Gives the first fault. */
export function readManifest(text: string): { readonly manifest: Manifest } | { readonly fault: ManifestFault } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { fault: { kind: 'not-json' } };
  }
  const format = isObject(value) ? value.format : undefined;
  if (format !== manifestFormat) return { fault: { kind: 'other-format', found: String(format ?? '—') } };
  const fault = checkManifest(value);
  return fault === undefined ? { manifest: value as Manifest } : { fault };
}

type Check = (value: unknown, path: string) => ManifestFault | undefined;

const text: Check = (value, path) => (typeof value === 'string' && value !== '' ? undefined : bad(path, 'text', value));
const yes: Check = (value, path) => (value === true ? undefined : bad(path, 'true', value));
const wholeNumber: Check = (value, path) =>
  Number.isInteger(value) && (value as number) >= 0 ? undefined : bad(path, 'a whole number', value);

/** In the form of its type, so that values can be compared as they stand. */
const figureValue =
  (type: unknown): Check =>
  (value, path) => {
    if (typeof value !== 'string' || value === '') return bad(path, 'text', value);
    if (type === 'name') return undefined;
    if (type === 'date')
      return /^(?:\d{4}|-)-\d{2}(?:-\d{2})?$/.test(value) ? undefined : bad(path, 'YYYY-MM-DD', value);
    return /^-?\d+(\/[1-9]\d*)?$/.test(value) ? undefined : bad(path, '12, 1/10', value);
  };

const hash: Check = (value, path) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? undefined : bad(path, 'SHA-256', value);

function oneOf(list: readonly string[]): Check {
  return (value, path) =>
    typeof value === 'string' && list.includes(value) ? undefined : bad(path, list.join(' | '), value);
}

function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return bad(path, '[…]', value);
    return firstOf(value.map((item: unknown, i) => () => check(item, `${path}[${i}]`)));
  };
}

function record(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  return (value, path) => {
    if (!isObject(value)) return bad(path, '{…}', value);
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    return firstOf([
      ...Object.entries(required).map(
        ([name, check]) =>
          () =>
            check(value[name], at(name)),
      ),
      ...Object.entries(optional).map(
        ([name, check]) =>
          () =>
            value[name] === undefined ? undefined : check(value[name], at(name)),
      ),
    ]);
  };
}

const figure: Check = (value, path) => {
  const form = figureValue(isObject(value) ? value.type : undefined);
  return record(
    { type: oneOf(types), text, value: form },
    { to: form, unit: text, per: text, limit: oneOf(limits), limitWord: text, yearly: yes, baseless: yes },
  )(value, path);
};

const body = record({ name: text, role: oneOf(['responsible', 'issuer']) }, { alias: text, shared: yes });

const part = record(
  {
    clause: text,
    role: oneOf(roles),
    hash,
    length: wholeNumber,
    figures: listOf(figure),
    conditions: listOf(text),
    bodies: listOf(body),
  },
  { path: listOf(text) },
);

const shape = record({ format: oneOf([manifestFormat]), policy: text, hash, parts: listOf(part) });

function checkManifest(value: unknown): ManifestFault | undefined {
  const fault = shape(value, '');
  if (fault !== undefined) return fault;
  const seen = new Map<string, number>();
  for (const [i, { clause }] of (value as Manifest).parts.entries()) {
    const before = seen.get(clause);
    if (before !== undefined) return bad(`parts[${i}].clause`, `≠ parts[${before}].clause`, clause);
    seen.set(clause, i);
  }
  return undefined;
}

function firstOf(checks: readonly (() => ManifestFault | undefined)[]): ManifestFault | undefined {
  for (const check of checks) {
    const fault = check();
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function bad(path: string, expected: string, value: unknown): ManifestFault {
  const found = value === undefined ? '—' : JSON.stringify(value);
  return {
    kind: 'malformed',
    where: path,
    expected,
    found: found.length > 60 ? `${found.slice(0, 60)}…` : found,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
