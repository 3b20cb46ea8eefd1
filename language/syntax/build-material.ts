import type { Span } from '../source/span.ts';
import { buildFront, buildItems, type Item } from './build-modifiers.ts';
import { type Builder, child } from './builder.ts';
import type { Concrete, StatementRule } from './concrete.ts';
import type { Entries } from './outline-lists.ts';
import type { Statement } from './tree.ts';
import type { Role } from './vocabulary.ts';

/** Modifiers that were read after a mistake, and where something would be that they lack. */
export interface Resumed {
  readonly node: Concrete;
  readonly gap: number;
}

/** A statement as it was read, with what its block holds. */
export interface Material {
  readonly rule: StatementRule;
  readonly head: Role | undefined;
  readonly node: Concrete;
  /** What was read after a mistake. */
  readonly resumed: readonly Resumed[];
  readonly span: Span;
  readonly body: readonly Statement[];
  readonly entries: readonly Entries[];
  /** A mistake in it was told; what follows from it is not. */
  readonly troubled: boolean;
}

export function resumedItems(builder: Builder, resumed: readonly Resumed[]): Item[] {
  const { gap } = builder;
  const items = resumed.flatMap((part) => {
    builder.gap = part.gap;
    return buildItems(builder, part.node);
  });
  builder.gap = gap;
  return items;
}

/** The parts around a benefit's or norm's own words: a fronted condition first. */
export function itemsOf(builder: Builder, { node, resumed }: Material): Item[] {
  const front = child(node, 'front');
  const items = child(node, 'items') ?? child(node, 'normItems');
  const fronted = front && buildFront(builder, front);
  return [
    ...(fronted ? [fronted] : []),
    ...(items ? buildItems(builder, items) : []),
    ...resumedItems(builder, resumed),
  ];
}
