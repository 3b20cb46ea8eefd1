import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { walk } from '../../../language/syntax/walk.ts';
import { pastAwardName } from '../../../stdlib/runtime/sentences.ts';
import type { FactSymbol } from '../../bind/symbols.ts';
import { firstTimeSubject, wholeYears } from '../../check/history.ts';
import type { FactTime, SayPart } from '../ir.ts';
import { idOf, type LowerContext, referenceOf } from './context.ts';
import { pastAwardOf } from './history.ts';

export type HistoryExpression =
  | T.LastYear
  | T.YearsSum
  | T.Growth
  | T.GrowthRate
  | T.FirstTime
  | T.Running
  | T.Had
  | T.Schedule
  | T.Nth;

/** How facts of other years and past awards are called in sentences; `of` says what stands within. */
export function historyWords(e: HistoryExpression, context: LowerContext, lang: Lang, of: (x: T.Expression) => string) {
  const zh = lang === 'zh';
  switch (e.kind) {
    case 'LastYear':
      return zh ? `上年${e.fact.text}` : `last year's ${e.fact.text}`;
    case 'YearsSum': {
      const years = wholeYears(e.years) ?? 1;
      return zh ? `近${years}年累计${e.fact.text}` : `sum of ${e.fact.text} over ${years} years`;
    }
    case 'Growth': {
      const fact = e.fact.text;
      if (e.beyond === undefined) return zh ? `${fact}新增部分` : `growth of ${fact}`;
      return zh ? `${fact}增长超过${of(e.beyond)}的部分` : `growth of ${fact} beyond ${of(e.beyond)}`;
    }
    case 'GrowthRate':
      return zh ? `${e.fact.text} 增长率` : `growth rate of ${e.fact.text}`;
    case 'FirstTime':
      return zh ? `首次 ${of(e.condition)}` : `first time ${of(e.condition)}`;
    case 'Running': {
      const years = wholeYears(e.years) ?? 1;
      return zh ? `连续${years}年 ${of(e.condition)}` : `${of(e.condition)} for ${years} years running`;
    }
    case 'Had': {
      const name = pastAwardName(pastAwardOf(e.award, context));
      return zh ? `已享受“${name}”` : `had ${name}`;
    }
    case 'Schedule':
      return scheduleWords(e, lang, of);
    case 'Nth':
      return nthWords(e, lang, of);
    default:
      return e satisfies never;
  }
}

function scheduleWords(e: T.Schedule, lang: Lang, of: (x: T.Expression) => string): string {
  const zh = lang === 'zh';
  const rows = e.rows.map(({ from, to, value }) => {
    const years = from === to ? `${from}` : zh ? `${from}至${to}` : `${from} to ${to}`;
    return zh ? `第${years}年${of(value)}` : `year ${years} ${of(value)}`;
  });
  const length = wholeYears(e.years) ?? 1;
  return zh
    ? `（自${e.start.text}起${length}年内：${rows.join('，')}）`
    : `(over ${length} years from ${e.start.text}: ${rows.join(', ')})`;
}

/** （同一小区每年第1个车棚90%，第2至4个35%，其余不予） */
function nthWords(e: T.Nth, lang: Lang, of: (x: T.Expression) => string): string {
  const zh = lang === 'zh';
  const { list, per, perYear } = e;
  const rows = e.rows.map(({ from, to, value }, i) => {
    const which = from === to ? `${from}` : zh ? `${from}至${to}` : `${from} to ${to}`;
    return zh ? `第${which}个${i === 0 ? list.text : ''}${of(value)}` : `number ${which} ${of(value)}`;
  });
  if (e.otherwise) rows.push(`${zh ? '其余' : 'others '}${of(e.otherwise)}`);
  const among = zh
    ? `${per ? `同一${per.text}` : ''}${perYear ? '每年' : ''}`
    : `${per ? ` per ${per.text}` : ''}${perYear ? ' per year' : ''}`;
  return zh ? `（${among}${rows.join('，')}）` : `(${list.text}${among}: ${rows.join(', ')})`;
}

/** The times at which a condition reads a fact, each once, this year first. */
export function readingsOf(fact: FactSymbol, e: T.Expression, context: LowerContext): readonly FactTime[] {
  const found = new Map<string, FactTime>();
  const isIt = (name: T.Name) => {
    const reference = referenceOf(name, context);
    return reference?.kind === 'fact' && reference.fact === fact;
  };
  const add = (name: T.Name, ...times: readonly FactTime[]) => {
    if (isIt(name)) for (const at of times) found.set(JSON.stringify(at), at);
  };
  walk(e, (node) => {
    switch (node.kind) {
      case 'LastYear':
        return add(node.fact, { back: 1 });
      case 'YearsSum':
        return add(node.fact, 'now', ...yearsBefore(wholeYears(node.years) ?? 1));
      case 'Growth':
      case 'GrowthRate':
        return add(node.fact, 'now', { base: 1 });
      case 'FirstTime': {
        const subject = firstTimeSubject(node.condition);
        if (subject) add(subject, 'now', 'earlier');
        return undefined;
      }
      case 'Running':
        walk(node.condition, (inner) => {
          if (inner.kind === 'NameExpression') add(inner.name, 'now', ...yearsBefore(wholeYears(node.years) ?? 1));
        });
        return undefined;
      case 'NameExpression':
        return add(node.name, 'now');
      case 'Schedule':
        return add(node.start, 'now');
      default:
        return undefined;
    }
  });
  return found.size > 0 ? [...found.values()] : ['now'];
}

function yearsBefore(years: number): FactTime[] {
  return Array.from({ length: years - 1 }, (_, i) => ({ back: i + 1 }));
}

/** Figures of other years as parts of a sentence, so that what was given is filled in; undefined where there are none. */
export function historyFigures(e: T.Expression, context: LowerContext, lang: Lang): SayPart[] | undefined {
  const zh = lang === 'zh';
  const figure = (name: T.Name, at: FactTime): SayPart => {
    const reference = referenceOf(name, context);
    return reference?.kind === 'fact' ? { fact: idOf(reference.fact, context), at } : name.text;
  };
  switch (e.kind) {
    case 'LastYear':
      return [figure(e.fact, { back: 1 })];
    case 'YearsSum': {
      const years = wholeYears(e.years) ?? 1;
      const parts = Array.from({ length: years }, (_, i): SayPart => {
        const back = years - 1 - i;
        return figure(e.fact, back === 0 ? 'now' : { back });
      });
      return [
        zh ? '（' : '(',
        ...parts.flatMap((part, i): SayPart[] => (i > 0 ? [' + ', part] : [part])),
        zh ? '）' : ')',
      ];
    }
    case 'Growth': {
      const base = figure(e.fact, { base: 1 });
      const rate = e.beyond?.kind === 'NumberLiteral' ? e.beyond.written : '';
      const beyond: SayPart[] = e.beyond ? [' × (1 + ', rate, ')'] : [];
      return [zh ? '（' : '(', figure(e.fact, 'now'), ' − ', base, ...beyond, zh ? '）' : ')'];
    }
    default:
      return undefined;
  }
}
