import { buildBands } from './build-entries.ts';
import { type Builder, child, keyword, name, spanOfNode, spanToGap, tokensOf } from './builder.ts';
import type { Concrete } from './concrete.ts';
import { isGroup } from './outline-lists.ts';
import type { Aggregate, Bands, Expression, Ladder, Name } from './tree.ts';

/** `sum of F of R where C` and its kind; in Chinese the list stands first. */
export function aggregate(builder: Builder, node: Concrete): Aggregate {
  const fold = keyword(node, 'bestOf')
    ? 'best'
    : keyword(node, 'sumOf', 'sumAfter')
      ? 'sum'
      : keyword(node, 'highestOf', 'highestAfter')
        ? 'highest'
        : 'number';
  const list = name(builder, child(node, 'name'));
  const part = child(node, 'ofWhich') ?? child(node, 'itemCondition') ?? node;
  const condition = child(part, 'expression') ?? child(part, 'negation');
  const isAsked = part !== node || keyword(node, 'where') !== undefined;
  const where = isAsked ? builder.expression(condition) : undefined;
  const value = fold === 'number' ? undefined : builder.expression(child(node, fold === 'best' ? 'sum' : 'atom'));
  const parts = [list, ...(where ? [where] : []), ...(value ? [value] : [])];
  return { kind: 'Aggregate', span: spanToGap(builder, node, ...parts), fold, list, where, value };
}

/** `bands F whole { … }`; `F 分档 全额 { … }` gives its subject. */
export function bands(builder: Builder, node: Concrete, subject: Expression): Bands {
  const list = child(node, 'bandList') ?? node;
  const rows = tokensOf(list).find(isGroup);
  const built = rows ? buildBands(builder, rows.entries) : { rows: [], otherwise: undefined };
  return {
    kind: 'Bands',
    span: spanToGap(builder, node, { span: spanOfNode(builder, node) }, subject),
    subject,
    mode: keyword(list, 'marginal') ? 'marginal' : 'whole',
    rows: built.rows,
    otherwise: built.otherwise,
  };
}

/** `ladder F first reached { … } difference only`; of `F 首次达到 { … } 只补差额` its subject is given. */
export function ladder(builder: Builder, node: Concrete, subject: Name): Ladder {
  const list = child(node, 'ladderList') ?? node;
  const rows = tokensOf(list).find(isGroup);
  const built = rows ? buildBands(builder, rows.entries) : { rows: [], otherwise: undefined };
  return {
    kind: 'Ladder',
    span: spanToGap(builder, node, { span: spanOfNode(builder, node) }, subject),
    subject,
    mode: keyword(list, 'inFull') ? 'full' : 'difference',
    rows: built.rows,
    otherwise: built.otherwise,
  };
}
