/** Where something stands in the sources and how it is told make no difference to what it means. */
const silent: ReadonlySet<string> = new Set(['origin', 'span', 'file', 'say', 'title', 'clause', 'by', 'reason']);

/** Whether two plans mean the same, wherever they stand and however they are told. */
export function meansTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!meansTheSame(a[i], b[i])) return false;
    return true;
  }
  const [x, y] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const key in x) if (!silent.has(key) && !meansTheSame(x[key], y[key])) return false;
  for (const key in y) if (!silent.has(key) && !(key in x) && y[key] !== undefined) return false;
  return true;
}
