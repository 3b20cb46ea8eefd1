import type { Node } from '../syntax/tree.ts';
import { type Anchor, anchorsWithin, type Lexeme, rootAnchor } from './anchors.ts';

/** A comment of the source, between two tokens. */
export interface Comment {
  /** With its signs, without the line break. */
  readonly text: string;
  /** Ends with its line, so that nothing may follow it. */
  readonly line: boolean;
  readonly start: number;
  /** Index of the token that follows; the number of tokens at the end of the file. */
  readonly next: number;
  /** Index of the first token of its line; `next` where nothing stands before it there. */
  readonly lineFirst: number;
}

/**
 * Where a comment stands by its anchor: on the lines `before`; `after` it, at the end of its line; behind the opening
 * bracket of a block (`opening`); on the lines above the closing one (`closing`).
 */
export type Slot = 'before' | 'after' | 'opening' | 'closing';

/**
 * The comments of a file by anchor. Printing takes them out, each once; whatever is left at the end would be lost, so
 * `remaining` must be 0 then.
 */
export interface Comments {
  readonly remaining: number;
  take(node: Node, slot: Slot): readonly Comment[];
  peek(node: Node, slot: Slot): readonly Comment[];
  has(node: Node, slot: Slot): boolean;
  /**
   * Hands the comments of a slot to a statement, where the layout has no line end for them: those after the last part
   * of a statement stand after the statement, and are found there when the text is formatted again.
   */
  handOver(from: Node, slot: Slot, to: Node, toSlot: Slot): void;
}

/** Gives every comment its anchor: the one it stands by on its side, or else the nearest around it. */
export function attachComments(file: Node, tokens: readonly Lexeme[], comments: readonly Comment[]): Comments {
  const slots = new Map<Node, Map<Slot, Comment[]>>();
  const slotsOf = (node: Node) => {
    const known = slots.get(node);
    if (known) return known;
    const fresh = new Map<Slot, Comment[]>();
    slots.set(node, fresh);
    return fresh;
  };
  let remaining = 0;

  const take = (node: Node, slot: Slot): readonly Comment[] => {
    const taken = slots.get(node)?.get(slot) ?? [];
    slots.get(node)?.delete(slot);
    remaining -= taken.length;
    return taken;
  };
  /** A line takes one line comment at its end; a second one goes above. */
  const put = (node: Node, slot: Slot, added: readonly Comment[], above: Node) => {
    if (added.length === 0) return;
    const own = slotsOf(node);
    const present = own.get(slot) ?? [];
    const merged = slot === 'after' ? [...added, ...present].sort((a, b) => a.start - b.start) : [...present, ...added];
    const atLineEnd = slot === 'after' || slot === 'opening';
    if (atLineEnd && merged.slice(0, -1).some((c) => c.line)) return put(above, 'before', added, above);
    own.set(slot, merged);
    remaining += added.length;
  };

  const within = cached((anchor: Anchor) => anchorsWithin(anchor, tokens));
  const root = rootAnchor(file, tokens);
  for (const comment of comments) {
    const { node, slot, above } = placeOf(comment, root, within);
    put(node, slot, [comment], above);
  }

  return {
    get remaining() {
      return remaining;
    },
    take,
    has: (node, slot) => (slots.get(node)?.get(slot)?.length ?? 0) > 0,
    peek: (node, slot) => slots.get(node)?.get(slot) ?? [],
    handOver: (from, slot, to, toSlot) => put(to, toSlot, take(from, slot), to),
  };
}

interface Place {
  readonly node: Node;
  readonly slot: Slot;
  /** The anchor around that has lines above it. */
  readonly above: Node;
}

type Within = (anchor: Anchor) => readonly Anchor[];

function placeOf({ next, lineFirst }: Comment, root: Anchor, within: Within): Place {
  const around = [root];
  let parts = within(root);
  for (;;) {
    const holder = parts.find((part) => part.first < next && next <= part.last);
    if (!holder) break;
    around.push(holder);
    parts = within(holder);
  }
  if (lineFirst === next) return ownLinePlace(next, around, parts);
  return lineEndPlace(next, around, parts, (anchor) => lastOnLine(anchor, lineFirst, within));
}

/** `around`: what holds the comment, outermost first. `parts`: the anchors within the innermost of them. */
function ownLinePlace(next: number, around: readonly Anchor[], parts: readonly Anchor[]): Place {
  const inner = around.at(-1)!;
  const above = leadingAnchor(around);
  const led = parts.find((part) => part.leads && part.first === next);
  if (led) return { node: led.node, slot: 'before', above: led.node };
  if (around.length === 1 || inner.brackets?.close === next) return { node: inner.node, slot: 'closing', above };
  return { node: above, slot: 'before', above };
}

function lineEndPlace(
  next: number,
  around: readonly Anchor[],
  parts: readonly Anchor[],
  narrowed: (anchor: Anchor) => Anchor,
): Place {
  const inner = around.at(-1)!;
  const above = leadingAnchor(around);
  const at = (part: Anchor): Place => ({ node: part.node, slot: 'after', above: part.leads ? part.node : above });
  const ended = parts.find((part) => part.trails && part.last === next - 1);
  if (ended) return at(narrowed(ended));
  if (inner.brackets && next <= inner.brackets.open + 1) return { node: inner.node, slot: 'opening', above };
  // Within the words of a statement: to the end of the part that is being said.
  const following = parts.find((part) => part.trails && part.first >= next);
  if (following) return at(following);
  const trailing = around.findLast((anchor) => anchor.trails);
  return trailing ? at(trailing) : { node: inner.node, slot: 'closing', above };
}

/** What ends an anchor of several lines and stands wholly on the last of them, the largest of its kind; else the anchor. */
function lastOnLine(anchor: Anchor, lineFirst: number, within: Within): Anchor {
  let inner: Anchor | undefined = anchor;
  while (inner && inner.first < lineFirst) {
    const last: number = inner.last;
    inner = within(inner).find((part) => part.trails && part.last === last);
  }
  return inner ?? anchor;
}

function leadingAnchor(around: readonly Anchor[]): Node {
  return (around.findLast((anchor) => anchor.leads) ?? around[0]!).node;
}

function cached<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
