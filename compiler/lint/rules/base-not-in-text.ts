import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { fold } from '../../../language/syntax/fold.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { walk } from '../../../language/syntax/walk.ts';
import { manifestBeside } from '../manifest-beside.ts';
import type { Rule } from '../rule.ts';

/** A rate of the code has a base that the text does not name. */
export const baseNotInText: Rule = {
  name: 'base-not-in-text',
  zh: '原文没有基数',
  entries: [drafting.baseNotInText],
  checkOutside: ({ policy, host }) => {
    const manifest = manifestBeside(policy, host);
    const isAny = manifest?.parts.some(({ figures }) => figures.some(({ baseless }) => baseless));
    if (manifest === undefined || !isAny) return [];
    const parts = new Map(manifest.parts.map((part) => [bare(part.clause), part]));
    return policy.measures.flatMap((measure) =>
      [...measure.benefits, ...measure.norms].flatMap(({ node }) => {
        const own = node.modifiers.find((m) => m.kind === 'Clause') ?? measure.clause;
        const part = own && parts.get(bare(own.label.value));
        return sharesIn(node).flatMap(({ share, base, name }) => {
          const rates = part?.figures.filter((figure) => figure.value === lowestTerms(share)) ?? [];
          const [rate] = rates;
          // One rate of several, of which another has its base: which is meant cannot be told.
          if (part === undefined || rate === undefined || !rates.every(({ baseless }) => baseless)) return [];
          return [
            diagnose(drafting.baseNotInText, measure.file, base.span, {
              clause: part.clause,
              rate: rate.text,
              base: name,
            }),
          ];
        });
      }),
    );
  },
};

interface Share {
  readonly share: T.NumberLiteral;
  readonly base: T.Node;
  readonly name: string;
}

/** The rates of a benefit or a norm that are taken of something that has a name. */
function sharesIn(node: T.Node): readonly Share[] {
  const found: Share[] = [];
  const add = (share: T.Node, base: T.Node | undefined) => {
    if (share.kind !== 'NumberLiteral' || base === undefined) return;
    if (base.kind === 'NameExpression') found.push({ share, base, name: base.name.text });
    else if (base.kind === 'Name') found.push({ share, base, name: base.text });
    else if (base.kind === 'Text') found.push({ share, base, name: base.value });
  };
  walk(node, (inner) => {
    if (inner.kind === 'RateOf') add(inner.rate, inner.base);
    else if (inner.kind === 'Entitle' || inner.kind === 'Hold' || inner.kind === 'Reckon') add(inner.share, inner.of);
    return true;
  });
  return found;
}

/** As a manifest writes the values of rates: in lowest terms. */
function lowestTerms({ numerator, denominator }: T.NumberLiteral): string {
  const by = greatestDivisor(numerator, denominator);
  const [n, d] = [numerator / by, denominator / by];
  return d === 1n ? String(n) : `${n}/${d}`;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

const bare = (label: string): string => fold(label).replace(/\s+/g, '');
