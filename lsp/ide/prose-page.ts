import type { CheckedPolicy } from '../../compiler/check/model.ts';
import { proseBody } from '../../compiler/emit/prose/html.ts';
import { prosePolicy } from '../../compiler/emit/prose/prose.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Snapshot } from './snapshot.ts';

/** Which lines an article of the page answers. */
export interface ProsePlace {
  /** Of the article. */
  readonly id: string;
  readonly file: string;
  /** Zero-based, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A policy as people read it, with the place of each measure in the source. */
export function prosePage(
  { checked, source }: Snapshot,
  policy: CheckedPolicy,
  ir: PolicyIr,
  lang: Lang,
): { readonly title: string; readonly body: string; readonly places: readonly ProsePlace[] } {
  const document = prosePolicy(policy, ir, checked, lang);
  const places = policy.measures.flatMap(({ file, symbol }, i): ProsePlace[] => {
    const [id, lines] = [document.clauses[i]?.id, source(file)?.lines];
    if (id === undefined || lines === undefined) return [];
    const { start, end } = symbol.node.span;
    return [{ id, file, first: lines.position(start).line, last: lines.position(end).line }];
  });
  return { title: document.title, body: proseBody(document), places };
}
