import type * as T from '../../../language/syntax/tree.ts';
import { type Saying, sayAmount, sayCondition } from './say-amounts.ts';

/** 获批，且角色为牵头的. */
export function sayWhen(e: T.Expression, saying: Pick<Saying, 'context' | 'lang'>): string {
  const said = sayConditions(e, saying);
  return saying.lang === 'zh' ? `${said}的` : `where ${said}`;
}

/** 获批，且角色为牵头: standing by itself. */
export function sayConditions(e: T.Expression, saying: Pick<Saying, 'context' | 'lang'>): string {
  const parts = conjuncts(e).map((part) => sayPart(part, saying));
  return parts.join(saying.lang === 'zh' ? '，且' : ' and ');
}

function conjuncts(e: T.Expression): readonly T.Expression[] {
  if (e.kind === 'Binary' && e.operator === 'and') return [...conjuncts(e.left), ...conjuncts(e.right)];
  return [e];
}

const compared = {
  zh: { '<': '低于', '<=': '不高于', '>': '超过', '>=': '不低于' },
  en: { '<': ' is below ', '<=': ' is at most ', '>': ' is over ', '>=': ' is at least ' },
} as const;

/** 自筹不低于造价的30%: a share within a comparison stands as texts put it, not as a product. */
function sayPart(e: T.Expression, saying: Pick<Saying, 'context' | 'lang'>): string {
  if (e.kind === 'Binary' && e.operator in compared.zh && (e.left.kind === 'RateOf' || e.right.kind === 'RateOf')) {
    const word = compared[saying.lang][e.operator as keyof typeof compared.zh];
    const side = (x: T.Expression) => sayAmount(x, { ...saying, tables: [] }).replace(/^按/, '');
    return `${side(e.left)}${word}${side(e.right)}`;
  }
  return sayCondition(e, saying);
}
