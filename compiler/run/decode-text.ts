/** A file's bytes as text, with the encoding they turned out to be in; or what they are instead of text. */
export type Decoded = { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding } | Binary;

export type Encoding = 'utf-8' | 'utf-16' | 'gb18030';

interface Binary {
  readonly kind: 'binary';
  readonly format: 'excel' | 'parquet' | 'unknown';
}

/** Bytes that are read piece by piece, as often as they are needed. */
export interface Bytes {
  readonly size: number;
  readonly chunks: () => Iterable<Uint8Array>;
}

/** Text that is decoded piece by piece, as often as it is needed. */
export interface DecodedPieces {
  readonly kind: 'text';
  readonly encoding: Encoding;
  readonly pieces: () => Iterable<string>;
}

/**
 * Decodes a facts file. UTF-8 is tried first, since text in another encoding almost never passes for it; then GB18030,
 * which spreadsheets on Chinese Windows save as. A byte order mark decides by itself and is removed.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decodePieces({ size: bytes.length, chunks: () => [bytes] });
  if (decoded.kind === 'binary') return decoded;
  const { kind, encoding, pieces } = decoded;
  return { kind, encoding, text: [...pieces()].join('') };
}

/** As `decodeText`, without holding the text. All of it is read once to find its encoding. */
export function decodePieces(bytes: Bytes): DecodedPieces | Binary {
  const start = startOf(bytes);
  if (begins(start, 'PK\x03\x04') || begins(start, '\xd0\xcf\x11\xe0')) return { kind: 'binary', format: 'excel' };
  if (begins(start, 'PAR1')) return { kind: 'binary', format: 'parquet' };
  if (begins(start, '\xff\xfe')) return decodedAs(bytes, 'utf-16le', 'utf-16') ?? notText;
  if (begins(start, '\xfe\xff')) return decodedAs(bytes, 'utf-16be', 'utf-16') ?? notText;
  return decodedAs(bytes, 'utf-8', 'utf-8') ?? decodedAs(bytes, 'gb18030', 'gb18030') ?? notText;
}

const notText: Binary = { kind: 'binary', format: 'unknown' };

function startOf({ chunks }: Bytes): Uint8Array {
  for (const chunk of chunks()) if (chunk.length > 0) return chunk;
  return new Uint8Array();
}

function begins(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((c, i) => bytes[i] === c.charCodeAt(0));
}

function decodedAs(bytes: Bytes, label: string, encoding: Encoding): DecodedPieces | Binary | undefined {
  const pieces = () => decode(bytes, label);
  try {
    // No text holds a NUL; bytes that happen to decode otherwise do.
    for (const piece of pieces()) if (piece.includes('\0')) return notText;
  } catch (error) {
    // What the decoder refuses is in another encoding; a disk that fails is not.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  return { kind: 'text', encoding, pieces };
}

function* decode({ chunks }: Bytes, label: string): Generator<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  for (const chunk of chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
