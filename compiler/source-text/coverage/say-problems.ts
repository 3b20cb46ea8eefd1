import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import type { Body, Part } from '../manifest.ts';

export const theText: Localised = { zh: '原文', en: 'the text' };
export const theMeasure: Localised = { zh: '这一条', en: 'the clause of this measure' };

export function meantClause(clause: string | undefined): Localised {
  return clause === undefined ? { zh: '', en: '' } : { zh: `，是不是“${clause}”？`, en: `; did you mean "${clause}"?` };
}

export function meantFigure(text: string | undefined): Localised {
  return text === undefined ? { zh: '', en: '' } : { zh: `，是不是“${text}”？`, en: `; did you mean "${text}"?` };
}

/** What a clause holds that nobody answers for, in brackets. */
export function clauseHolds({ figures, conditions, bodies }: Part): Localised {
  const counts = [
    [figures.length, '个数字', 'figure(s)'],
    [new Set(conditions).size, '个条件词', 'condition word(s)'],
    [bodies.length, '个责任单位', 'body or bodies'],
  ] as const;
  const held = counts.filter(([n]) => n > 0);
  if (held.length === 0) return { zh: '', en: '' };
  return {
    zh: `（${held.map(([n, zh]) => `${n} ${zh}`).join('、')}）`,
    en: ` (${held.map(([n, , en]) => `${n} ${en}`).join(', ')})`,
  };
}

export function bodyRole({ role }: Body): Localised {
  return role === 'issuer'
    ? { zh: '牵头、印发或解释单位', en: 'issuer or leader' }
    : { zh: '责任单位', en: 'a responsible body' };
}

export function bodyAdvice({ role, name }: Body): Localised {
  return role === 'issuer'
    ? {
        zh: `在 policy 里写 led by ${name}（牵头单位）`,
        en: `write led by ${name}, or issued by ${name}, in the policy`,
      }
    : { zh: `在这一条写 by ${name}（责任单位）`, en: `write by ${name} in a measure of this clause` };
}

/** Which figures of a changed clause went and came; where none did, its words changed. */
export function changedFigures(gone: readonly string[], come: readonly string[]): Localised {
  if (gone.length + come.length === 0) return { zh: '：数字没有变，文字变了', en: ': its words, not its figures' };
  if (come.length === 0) return { zh: `：去掉了 ${gone.join('、')}`, en: `: ${gone.join(', ')} went` };
  if (gone.length === 0) return { zh: `：多出 ${come.join('、')}`, en: `: ${come.join(', ')} came` };
  return {
    zh: `：${gone.join('、')} 改成了 ${come.join('、')}`,
    en: `: ${gone.join(', ')} became ${come.join(', ')}`,
  };
}
