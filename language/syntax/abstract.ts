import type { Modifier, Node } from './tree.ts';

/**
 * What a source says, without how it was written: plain data without spans, spellings and the order of modifiers.
 * Sources that differ only in vocabulary, word order, white space, comments and widths have equal abstract trees.
 *
 * Modifiers are sorted by kind; within a kind they keep their order, because caps apply in the order written.
 * Parentheses go: what they hold together the tree holds together anyway, and the word orders of the two vocabularies
 * need them in different places (`按 甲 ＋ 乙 的 10%`, `10% of (甲 + 乙)`).
 */
export type Abstract = null | boolean | number | string | readonly Abstract[] | { readonly [key: string]: Abstract };

export function abstractTree(node: Node): Abstract {
  if (node.kind === 'Parenthesised') return abstractTree(node.inner);
  const out: Record<string, Abstract> = {};
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === 'span' || key === 'written' || value === undefined) continue;
    if (key === 'modifiers') out[key] = sorted(value as readonly Modifier[]).map(abstractTree);
    else out[key] = abstractValue(value);
  }
  return out;
}

function abstractValue(value: unknown): Abstract {
  if (Array.isArray(value)) return value.map(abstractValue);
  if (typeof value === 'object' && value !== null) return abstractTree(value as Node);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  return null;
}

function sorted(modifiers: readonly Modifier[]): Modifier[] {
  // Array.prototype.sort is stable.
  return [...modifiers].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}
