import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { formatFact, formatMoney } from '../../stdlib/runtime/format.ts';
import type { FactValue, Item, Yearly } from '../../stdlib/runtime/types.ts';
import type { FactDeclaration, PolicyIr } from '../ir/ir.ts';
import { factByName, listBy } from './declared.ts';
import type { Witness } from './witness.ts';

/** An applicant in words: 高校，平台（类型 全国重点实验室，角色 牵头）. */
export function witnessText(witness: Witness, policies: readonly PolicyIr[], lang: Lang): string {
  const byName = (name: string, list?: string) => factByName(name, list, policies);
  const comma = lang === 'zh' ? '，' : ', ';
  const parts: string[] = [];
  const { party, ...facts } = witness.facts;
  if (Array.isArray(party) && party.length > 0) parts.push(party.join(lang === 'zh' ? '兼' : ' and '));
  for (const [name, value] of Object.entries(facts)) {
    if (Array.isArray(value)) {
      const list = listBy((l) => l.name === name, policies);
      const items = (value as readonly Item[]).map((item) =>
        Object.entries(item)
          .map(([field, v]) => (typeof v === 'object' ? field : factText(field, v, byName(field, list?.id), lang)))
          .join(comma),
      );
      for (const { said, alike } of inARow(items)) parts.push(itemText(name, said, alike, lang));
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      parts.push(factText(name, value, byName(name), lang));
    } else if (value !== undefined) {
      parts.push(yearlyText(name, value as Yearly, byName(name), lang));
    }
  }
  for (const { policy, measure, benefit, amount } of witness.ledger ?? []) {
    const of = [policy, measure, benefit].filter((part) => part !== undefined).join('/');
    parts.push(
      lang === 'zh' ? `已享受${of} ${formatMoney(amount, 'zh')}` : `already awarded ${of} ${formatMoney(amount, 'en')}`,
    );
  }
  return parts.join(comma);
}

/** Items that are alike are told of once. */
function inARow(items: readonly string[]): readonly { readonly said: string; readonly alike: number }[] {
  const rows: { said: string; alike: number }[] = [];
  for (const said of items) {
    const last = rows.at(-1);
    if (last?.said === said) last.alike++;
    else rows.push({ said, alike: 1 });
  }
  return rows;
}

/** 车棚（小区 甲）; 车棚2个（小区 甲）. */
function itemText(name: string, said: string, alike: number, lang: Lang): string {
  if (lang === 'zh') return `${alike === 1 ? name : `${name}${alike}个`}${said === '' ? '' : `（${said}）`}`;
  return `${alike === 1 ? name : `${alike} × ${name}`}${said === '' ? '' : ` (${said})`}`;
}

/** 产量 2025年30，2026年40 */
function yearlyText(name: string, values: Yearly, fact: FactDeclaration | undefined, lang: Lang): string {
  const said = Object.entries(values).map(([year, value]) => {
    if (typeof value === 'boolean')
      return lang === 'zh' ? `${year}年${value ? '是' : '否'}` : `${year}: ${value ? 'yes' : 'no'}`;
    const figure = valueText(value, fact, lang);
    if (year === 'earlier') return lang === 'zh' ? `以前各年${figure}` : `earlier years: ${figure}`;
    return lang === 'zh' ? `${year}年${figure}` : `${year}: ${figure}`;
  });
  return `${name} ${said.join(lang === 'zh' ? '、' : ', ')}`;
}

function factText(name: string, value: FactValue, fact: FactDeclaration | undefined, lang: Lang): string {
  if (typeof value === 'boolean') {
    if (lang === 'zh') return value ? name : `非${name}`;
    return value ? name : `not ${name}`;
  }
  return `${name} ${valueText(value, fact, lang)}`;
}

function valueText(value: number | string, fact: FactDeclaration | undefined, lang: Lang): string {
  if (fact === undefined) return String(value);
  const { valueType } = fact;
  const schema = { type: valueType.type, ...(valueType.type === 'quantity' && { unit: valueType.unit }) };
  return formatFact(value, schema, lang);
}

/** Which item is meant, from 1, where others come before it. */
export function itemNote(place: number, lang: Lang): string {
  return lang === 'zh' ? `，其中第${place}个` : `, number ${place} of them`;
}

/** A text in both languages. */
export function both(text: (lang: Lang) => string): Localised {
  return { zh: text('zh'), en: text('en') };
}
