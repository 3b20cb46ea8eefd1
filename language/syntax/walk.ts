import type { Node, NodeKind, NodeOf } from './tree.ts';

/** The nodes directly within a node, in source order. A tree holds nothing but nodes, lists of them, and plain values. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'span' in value;
}

/** Visits a node and all within it, parents first; where `visit` returns false, nothing within. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => unknown): void {
  const parents: Node[] = [];
  const go = (current: Node): void => {
    if (visit(current, parents) === false) return;
    parents.push(current);
    for (const child of children(current)) go(child);
    parents.pop();
  };
  go(node);
}

/** All nodes of one kind within a node, in source order. */
export function nodesOf<K extends NodeKind>(node: Node, kind: K): readonly NodeOf<K>[] {
  if (isAskedOften[node.kind] !== true) return search(node, kind);
  let known = found.get(kind);
  if (known === undefined) {
    known = new WeakMap();
    found.set(kind, known);
  }
  let nodes = known.get(node);
  if (nodes === undefined) {
    nodes = search(node, kind);
    // Most statements hold none.
    known.set(node, nodes.length === 0 ? none : nodes);
  }
  return nodes as readonly NodeOf<K>[];
}

/** Statements about which every pass asks: a file that is parsed again keeps most of them. */
const isAskedOften: Partial<Record<NodeKind, true>> = {
  Policy: true,
  Measure: true,
  Benefit: true,
  Budget: true,
  Example: true,
};

const found = new Map<NodeKind, WeakMap<Node, readonly Node[]>>();
const none: readonly Node[] = [];

function search<K extends NodeKind>(node: Node, kind: K): readonly NodeOf<K>[] {
  const nodes: NodeOf<K>[] = [];
  walk(node, (current) => {
    if (current.kind === kind) nodes.push(current as NodeOf<K>);
  });
  return nodes;
}

/**
 * The path from a node down to the innermost node at an offset, the node itself first. At a boundary between two nodes,
 * the one that begins there; at the end of the last one, that one.
 */
export function pathAt(node: Node, offset: number): Node[] {
  const path: Node[] = [node];
  for (let current: Node | undefined = node; current !== undefined; ) {
    const within: Node[] = children(current).filter((child) => child.span.start <= offset && offset <= child.span.end);
    current = within.find((child) => offset < child.span.end) ?? within.at(-1);
    if (current !== undefined) path.push(current);
  }
  return path;
}

/** The innermost node at an offset. */
export function nodeAt(node: Node, offset: number): Node {
  return pathAt(node, offset).at(-1)!;
}
