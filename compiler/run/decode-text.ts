/** A file's bytes as text, with the encoding they turned out to be in; or what they are instead of text. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' }
  | { readonly kind: 'binary'; readonly format: 'excel' | 'parquet' | 'unknown' };

/**
 * Decodes a facts file. UTF-8 is tried first, since text in another encoding almost never passes for it; then GB18030,
 * which spreadsheets on Chinese Windows save as. A byte order mark decides by itself and is removed.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (begins(bytes, 'PK\x03\x04') || begins(bytes, '\xd0\xcf\x11\xe0')) return { kind: 'binary', format: 'excel' };
  if (begins(bytes, 'PAR1')) return { kind: 'binary', format: 'parquet' };
  if (begins(bytes, '\xff\xfe')) return decoded(bytes, 'utf-16le', 'utf-16') ?? notText;
  if (begins(bytes, '\xfe\xff')) return decoded(bytes, 'utf-16be', 'utf-16') ?? notText;
  return decoded(bytes, 'utf-8', 'utf-8') ?? decoded(bytes, 'gb18030', 'gb18030') ?? notText;
}

const notText: Decoded = { kind: 'binary', format: 'unknown' };

function begins(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((c, i) => bytes[i] === c.charCodeAt(0));
}

function decoded(
  bytes: Uint8Array,
  label: string,
  encoding: Extract<Decoded, { kind: 'text' }>['encoding'],
): Decoded | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // No text holds a NUL; bytes that happen to decode otherwise do.
    return text.includes('\0') ? notText : { kind: 'text', text, encoding };
  } catch {
    return undefined;
  }
}
