/** Items of a list by applicant: added in any order, given back for one applicant at a time. */
export interface ItemStore {
  /** `applicant`: a number of their own, from 0. */
  add(applicant: number, item: Values): void;
  of(applicant: number): readonly Values[];
}

type Values = Readonly<Record<string, unknown>>;

/** Where texts are laid that memory should not hold. */
export interface Scratch {
  write(text: string): Piece;
  read(piece: Piece): string;
}

/** In bytes. */
export interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** Applicants whose items are read back together: rows mostly come in one order in both files. */
const applicantsTogether = 1024;

interface Bucket {
  lines: string[];
  readonly laid: Piece[];
}

/** So many characters of items are held in memory: the lists of any run but a very large one. */
export const heldItems = 16 * 1024 * 1024;

/** Holds up to `held` characters of items in memory, and lays the rest down in the scratch. */
export function openItemStore(scratch: Scratch, held: number): ItemStore {
  const buckets = new Map<number, Bucket>();
  let characters = 0;
  let latest: { readonly bucket: number; readonly items: ReadonlyMap<number, readonly Values[]> } | undefined;
  const layDown = () => {
    for (const bucket of buckets.values()) {
      if (bucket.lines.length === 0) continue;
      bucket.laid.push(scratch.write(bucket.lines.join('\n')));
      bucket.lines = [];
    }
    characters = 0;
  };
  return {
    add(applicant, item) {
      const number = Math.floor(applicant / applicantsTogether);
      const bucket = buckets.get(number) ?? { lines: [], laid: [] };
      buckets.set(number, bucket);
      const line = JSON.stringify([applicant, item]);
      bucket.lines.push(line);
      characters += line.length;
      latest = undefined;
      if (characters > held) layDown();
    },
    of(applicant) {
      const number = Math.floor(applicant / applicantsTogether);
      if (latest?.bucket !== number) latest = { bucket: number, items: itemsIn(buckets.get(number), scratch) };
      return latest.items.get(applicant) ?? [];
    },
  };
}

function itemsIn(bucket: Bucket | undefined, scratch: Scratch): ReadonlyMap<number, readonly Values[]> {
  const items = new Map<number, Values[]>();
  if (bucket === undefined) return items;
  const laid = bucket.laid.flatMap((piece) => scratch.read(piece).split('\n'));
  for (const line of [...laid, ...bucket.lines]) {
    const [applicant, item] = JSON.parse(line, bare) as [number, Values];
    const own = items.get(applicant);
    if (own === undefined) items.set(applicant, [item]);
    else own.push(item);
  }
  return items;
}

/** Objects of records have no prototype. */
function bare(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const made: Record<string, unknown> = Object.create(null);
  for (const [key, member] of Object.entries(value)) made[key] = member;
  return made;
}
