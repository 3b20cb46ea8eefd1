import { number } from './build-literals.ts';
import type { Material } from './build-material.ts';
import { modifier } from './build-modifiers.ts';
import {
  type Builder,
  child,
  childrenOf,
  keyword,
  name,
  nameOrText,
  names,
  spanOfNode,
  spanToGap,
  tokenOfType,
  tokensOf,
} from './builder.ts';
import type { Concrete } from './concrete.ts';
import { isGroup } from './outline-lists.ts';
import * as T from './tokens.ts';
import type * as Tree from './tree.ts';

const outcomes = ['granted', 'ceiling', 'selective', 'suppressed', 'denied', 'undecided'] as const;

const modalities = [
  ...(['recognise', 'exempt', 'entitle', 'reckon', 'hold', 'oblige', 'encourage', 'may', 'target'] as const),
  ...(['revoke', 'reclaim', 'bar'] as const),
];

/** `expect 硕博培养 = 50万元`, `expect exempt holds` */
export function expectation(builder: Builder, { node, span }: Material): Tree.Expect {
  const part = child(node, 'reference');
  const amount = child(node, 'expression');
  const facts = child(node, 'nameList');
  const word = child(node, 'outcome');
  const normPart = child(node, 'normReference');
  let outcome: Tree.OutcomeName | undefined = keyword(node, 'needs') && !normPart ? 'needs' : undefined;
  if (word !== undefined) {
    outcome =
      outcomes.find((found) => keyword(word, found)) ?? (keyword(word, 'caseByCase') ? 'case-by-case' : 'undecided');
  }
  const process = child(node, 'after') ?? child(node, 'selectedBy');
  const expectsAmount = amount !== undefined || tokenOfType(node, T.Equals) !== undefined;
  return {
    kind: 'Expect',
    span,
    target: part && reference(builder, part),
    outcome,
    amount: expectsAmount ? builder.expression(amount) : undefined,
    facts: facts ? names(builder, facts) : [],
    process: process && processOf(builder, process),
    norm: normPart && normReference(builder, normPart),
    holds: keyword(node, 'holds') ? true : keyword(node, 'doesNotHold') ? false : null,
  };
}

function processOf(builder: Builder, node: Concrete): Tree.Expect['process'] {
  const made = modifier(builder, node);
  return made?.kind === 'After' || made?.kind === 'SelectedBy' ? made : undefined;
}

function normReference(builder: Builder, node: Concrete): Tree.NormReference {
  const object = child(node, 'nameOrText');
  return {
    kind: 'NormReference',
    span: spanOfNode(builder, node),
    modality: modalities.find((word) => keyword(node, word)) ?? 'hold',
    object: object && nameOrText(builder, object),
    position: positionIn(node),
  };
}

/** `甲`, `甲[2]`, `措施.甲` */
export function reference(builder: Builder, node: Concrete | undefined): Tree.BenefitReference {
  const parts = node ? childrenOf(child(node, 'path') ?? node, 'name') : [];
  const last = name(builder, parts.at(-1));
  return {
    kind: 'BenefitReference',
    span: node ? spanToGap(builder, node, last) : last.span,
    measure: parts.length > 1 ? name(builder, parts[0]) : undefined,
    name: last,
    item: node && positionIn(node),
  };
}

/** `[2]` */
function positionIn(node: Concrete): number | undefined {
  const item = tokensOf(node).find(isGroup)?.entries[0]?.tokens[0];
  const literal = item && (item as T.Token).number ? number(item as T.Token) : undefined;
  return literal?.denominator === 1n ? Number(literal.numerator) : undefined;
}
