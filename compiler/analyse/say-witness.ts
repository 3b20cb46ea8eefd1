import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { formatFact } from '../../stdlib/runtime/format.ts';
import type { FactValue, Item } from '../../stdlib/runtime/types.ts';
import type { FactDeclaration, PolicyIr } from '../ir/ir.ts';
import type { Witness } from './witness.ts';

/** An applicant in words: 高校，平台（类型 全国重点实验室，角色 牵头）. */
export function witnessText(witness: Witness, policies: readonly PolicyIr[], lang: Lang): string {
  const declared = new Map(policies.flatMap((p) => p.facts).map((f) => [f.id, f] as const));
  const byName = (name: string, list?: string) =>
    [...declared.values()].find((f) => f.name === name && f.list === list);
  const comma = lang === 'zh' ? '，' : ', ';
  const parts: string[] = [];
  const { party, ...facts } = witness.facts;
  if (Array.isArray(party) && party.length > 0) parts.push(party.join(lang === 'zh' ? '兼' : ' and '));
  for (const [name, value] of Object.entries(facts)) {
    if (Array.isArray(value)) {
      const list = policies.flatMap((p) => p.lists).find((l) => l.name === name);
      for (const item of value as readonly Item[]) {
        const fields = Object.entries(item).map(([field, v]) =>
          typeof v === 'object' ? field : factText(field, v, byName(field, list?.id), lang),
        );
        parts.push(lang === 'zh' ? `${name}（${fields.join('，')}）` : `${name} (${fields.join(', ')})`);
      }
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      parts.push(factText(name, value, byName(name), lang));
    }
  }
  return parts.join(comma);
}

function factText(name: string, value: FactValue, fact: FactDeclaration | undefined, lang: Lang): string {
  if (typeof value === 'boolean') {
    if (lang === 'zh') return value ? name : `非${name}`;
    return value ? name : `not ${name}`;
  }
  if (fact === undefined) return `${name} ${String(value)}`;
  const { valueType } = fact;
  const schema = { type: valueType.type, ...(valueType.type === 'quantity' && { unit: valueType.unit }) };
  return `${name} ${formatFact(value, schema, lang)}`;
}

/** A text in both languages. */
export function both(text: (lang: Lang) => string): Localised {
  return { zh: text('zh'), en: text('en') };
}
