import type { Node } from './tree.ts';
import { children } from './walk.ts';

/**
 * A tree as indented lines, one node each: its place in the parent, kind, span and plain values. For golden files and
 * for people who debug.
 */
export function printTree(root: Node, options: { readonly spans?: boolean } = {}): string {
  const lines: string[] = [];
  const print = (node: Node, label: string, depth: number): void => {
    const plain = Object.entries(node)
      .filter(([key, value]) => key !== 'kind' && key !== 'span' && value !== undefined && typeof value !== 'object')
      .map(([key, value]) => ` ${key}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
      .join('');
    const span = options.spans === false ? '' : ` ${node.span.start}..${node.span.end}`;
    lines.push(`${'  '.repeat(depth)}${label}${node.kind}${span}${plain}`);
    const labels = labelsOf(node);
    for (const child of children(node)) print(child, labels.get(child) ?? '', depth + 1);
  };
  print(root, '', 0);
  return lines.join('\n');
}

function labelsOf(node: Node): Map<unknown, string> {
  const labels = new Map<unknown, string>();
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) for (const item of value) labels.set(item, `${key}: `);
    else labels.set(value, `${key}: `);
  }
  return labels;
}
