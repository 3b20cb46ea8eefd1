/** What `--encoding` may ask for. */
export const encodings = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** The text of a file, or why there is none. */
export type DecodedSource =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** Not text: a document of another program, named where its first bytes tell, or bytes of no known encoding. */
  | { readonly kind: 'binary'; readonly format: 'pdf' | 'word' | 'unknown' }
  | { readonly kind: 'utf-16' }
  /** The encoding that was asked for does not fit the bytes. */
  | { readonly kind: 'undecodable'; readonly encoding: Encoding };

/**
 * Decodes an official text. UTF-8 is tried first, with or without its mark, since text in GB18030 almost never passes for
 * it; then GB18030, which holds GBK and GB2312.
 */
export function decodeSource(bytes: Uint8Array, asked?: Encoding): DecodedSource {
  if (begins(bytes, '%PDF')) return { kind: 'binary', format: 'pdf' };
  // A new Word document is a ZIP archive, an old one a compound file.
  if (begins(bytes, 'PK\x03\x04') || begins(bytes, '\xd0\xcf\x11\xe0')) return { kind: 'binary', format: 'word' };
  if (begins(bytes, '\xff\xfe') || begins(bytes, '\xfe\xff')) return { kind: 'utf-16' };
  for (const encoding of asked === undefined ? encodings : [asked]) {
    const text = decoded(bytes, encoding);
    if (text === undefined) continue;
    // No text holds a NUL; bytes that happen to decode otherwise do.
    return text.includes('\0') ? { kind: 'binary', format: 'unknown' } : { kind: 'text', text, encoding };
  }
  return asked === undefined ? { kind: 'binary', format: 'unknown' } : { kind: 'undecodable', encoding: asked };
}

function begins(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((c, i) => bytes[i] === c.charCodeAt(0));
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
