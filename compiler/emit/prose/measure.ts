import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import { walk } from '../../../language/syntax/walk.ts';
import type { FactSymbol, LetSymbol } from '../../bind/symbols.ts';
import type { CheckedMeasure, CheckedNorm } from '../../check/model.ts';
import { money, type Type } from '../../check/types.ts';
import type { NormPlan, PolicyIr } from '../../ir/ir.ts';
import { type LowerContext, typeOf } from '../../ir/lower/context.ts';
import type { Item, Line, ProseClause, ProseTable } from './document.ts';
import { type Saying, sayAmount, sayDate, tighten } from './say-amounts.ts';
import { notesOf, sayBenefit, sayCap, sayFunds, sayMatterOf } from './say-benefits.ts';
import { sayConditions, sayWhen } from './say-conditions.ts';
import { sayPayment, sayPeriod, splitsOfHead } from './say-payment.ts';
import { sayDenial, sayFor, sayRelations } from './say-policy.ts';
import { sayScore } from './say-score.ts';
import { sayAnd, sayFormula, sayNormAs, sayNormBy } from './say-terms.ts';
import { words } from './words.ts';

/** One measure as a clause: whom it is for and what holds for all of it, its benefits, its norms, what its names mean. */
export function proseMeasure(
  measure: CheckedMeasure,
  index: number,
  ir: PolicyIr,
  base: LowerContext,
  lang: Lang,
): ProseClause {
  const context: LowerContext = { ...base, file: measure.file, list: measure.each };
  const clause = measure.clause?.label.value;
  const title = measure.title ?? measure.symbol.name;
  const tables: ProseTable[] = [];
  const saying: Saying = { lang, context, tables };
  const { body } = measure.symbol.node;
  // In the order of the source, in which benefits and norms may alternate.
  const items = [
    ...measure.benefits.map((benefit) => ({
      at: benefit.node.span.start,
      item: sayBenefit(benefit, measure, { lang, context }),
    })),
    ...measure.norms.map((norm) => ({
      at: (norm.within ?? norm.node).span.start,
      item: proseNorm(norm, measure, ir, context, lang),
    })),
  ].sort((a, b) => a.at - b.at);
  return {
    id: `m${index + 1}`,
    heading: [clause, title].filter((part) => part !== undefined).join(' '),
    clause,
    head: headOf(measure, saying),
    items: items.map(({ item }) => ({ ...item, tables: [...item.tables, ...tables.splice(0)] })),
    terms: termsOf(measure, context, lang),
    notes: body.flatMap((line) => (line.kind === 'Note' ? [line.text.value] : [])),
  };
}

function headOf(measure: CheckedMeasure, saying: Saying): Line[] {
  const { lang, context } = saying;
  const parties = measure.parties.map((p) => p.name);
  const { matter } = measure;
  const funds = [...sayFunds(measure, lang)];
  const relations = sayRelations(
    measure.excludes.map((m) => m.name),
    measure.stacksWith.map((m) => m.name),
    lang,
  );
  const lines: readonly (Line | undefined)[] = [
    line('party', sayFor(measure.for, parties, context, lang)),
    line('matter', matter === undefined ? '' : sayMatterOf(matter, lang)),
    line(
      'by',
      measure.by.map((agency) => agency.name),
    ),
    ...measure.periods.map((period) => line('period', sayPeriod(period, lang))),
    ...measure.symbol.node.body.map((own) => (own.kind === 'Score' ? line('score', sayScore(own, saying)) : undefined)),
    // What says which items it is for stands with them.
    ...measure.when.map((condition) =>
      condition === measure.for?.where ? undefined : line('condition', sayConditions(condition, saying)),
    ),
    ...measure.denials.map((denial) => line('denied', sayDenial(denial, context, lang))),
    ...measure.caps.map((cap) => line('sharedCap', sayCap(cap, saying))),
    line('funds', funds),
    line('payment', sayPayment(splitsOfHead(measure), saying).join(lang === 'zh' ? '，' : '; ')),
    line('between', relations),
    line('continues', measure.replaces),
  ];
  return lines.filter((l) => l !== undefined);

  function line(term: keyof typeof words, text: string | readonly string[]): Line | undefined {
    const said = typeof text === 'string' ? text : sayAnd(text, lang);
    return said === '' ? undefined : { term: words[term][lang], text: said };
  }
}

/** A norm in the words of its plan, after its condition; targets and duties with several figures have a plan for each. */
function proseNorm(norm: CheckedNorm, measure: CheckedMeasure, ir: PolicyIr, context: LowerContext, lang: Lang): Item {
  const { span } = norm.within ?? norm.node;
  const plans = ir.plans.filter(
    (plan): plan is NormPlan =>
      plan.k === 'norm' && plan.origin.file === measure.file && plan.origin.span.start === span.start,
  );
  const when = norm.when && sayWhen(norm.when, { lang, context });
  const by = norm.by.map((a) => a.name);
  const isOwn = by.length > 0 && by.join() !== measure.by.map((a) => a.name).join();
  const text = plans.map(({ say, until }) => withDates(lang === 'zh' ? tighten(say.zh) : say.en, until, lang));
  return {
    label: undefined,
    clause: norm.clause?.label.value,
    text: `${sayNormAs(toldOnce(text), when, lang)}${isOwn ? sayNormBy(by, lang) : ''}`,
    tables: [],
    notes: notesOf((norm.within ?? norm.node).modifiers.concat(norm.within ? norm.node.modifiers : [])),
  };
}

/** 成交额：2033年超过700亿元；2035年不低于1400亿元: what several figures are of is said with the first of them. */
function toldOnce(texts: readonly string[]): readonly string[] {
  const subject = /^[^：:；;]+(?:：|: )/.exec(texts[0] ?? '')?.[0];
  if (subject === undefined || !texts.every((text) => text.startsWith(subject))) return texts;
  return texts.map((text, i) => (i === 0 ? text : text.slice(subject.length)));
}

/** Dates as the language of the page writes them. */
function withDates(text: string, until: number | undefined, lang: Lang): string {
  return until === undefined ? text : text.replace(/\d{4}-\d\d-\d\d/g, (iso) => sayDate(iso, lang));
}

/** Facts and named values that the measure names, and those that their formulas name in turn. */
function termsOf(measure: CheckedMeasure, context: LowerContext, lang: Lang): Line[] {
  const { references } = context.checked;
  const found = new Map<FactSymbol | LetSymbol, Line | undefined>();
  const scores = new Set(measure.symbol.node.body.flatMap((line) => (line.kind === 'Score' ? [line.name.text] : [])));
  const visit = (node: T.Node): void => {
    walk(node, (inner) => {
      if (inner.kind === 'Example') return false;
      if (inner.kind !== 'Name') return true;
      const reference = references.get(inner);
      if (reference?.kind === 'let' && !found.has(reference.value)) {
        const { node: declared, file, name } = reference.value;
        found.set(reference.value, undefined);
        // A score stands in the head of the measure.
        if (scores.has(declared.name.text)) {
          visit(declared.value);
          return false;
        }
        const text = formula(declared.value, { ...context, file });
        found.set(reference.value, { term: name, text: sayFormula(text, undefined, declared.rounding, lang) });
        visit(declared.value);
      }
      if (reference?.kind === 'fact' && !found.has(reference.fact)) {
        const { derived, label, name } = reference.fact;
        found.set(reference.fact, undefined);
        if (derived !== undefined) {
          const text = formula(derived.value, { ...context, file: derived.file });
          found.set(reference.fact, { term: name, text: sayFormula(text, label, undefined, lang) });
          visit(derived.value);
        } else {
          const text = [label, valuesOf(reference.fact, context, lang)].filter((part) => part !== undefined);
          if (text.length > 0) found.set(reference.fact, { term: name, text: text.join(lang === 'zh' ? '：' : ': ') });
        }
      }
      return false;
    });
  };
  for (const line of measure.symbol.node.body) if (line.kind !== 'Let') visit(line);
  return [...found.values()].filter((term) => term !== undefined);

  function formula(value: T.Expression, own: LowerContext): string {
    const tables: ProseTable[] = [];
    const type: Type = typeOf(value, own);
    const said = sayAmount(value, { lang, context: own, tables }, type.type === 'number' ? money : type);
    // A table within a formula has no page to stand on: its rows follow it.
    const [between, colon] = lang === 'zh' ? ['，', '：'] : [', ', ': '];
    return [said, ...tables.map(({ rows }) => rows.map((row) => row.join(' ')).join(between))].join(colon);
  }
}

/** From which day on a parameter has which value. */
function valuesOf({ parameter, factType }: FactSymbol, base: LowerContext, lang: Lang): string | undefined {
  if (parameter === undefined || parameter.node.values.length === 0) return undefined;
  const context: LowerContext = { ...base, file: parameter.file };
  const zh = lang === 'zh';
  const said = parameter.node.values.map(({ value, from }) => {
    const sum = sayAmount(value, { lang, context, tables: [] }, factType);
    if (from === undefined) return sum;
    return zh ? `自${sayDate(from.iso, lang)}起${sum}` : `${sum} from ${sayDate(from.iso, lang)}`;
  });
  return said.join(zh ? '，' : ', ');
}
