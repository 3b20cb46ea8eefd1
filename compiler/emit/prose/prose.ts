import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type { Checked, CheckedMatter, CheckedMeasure, CheckedPolicy } from '../../check/model.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { type LowerContext, signedFacts } from '../../ir/lower/context.ts';
import type { Index, IndexRow, Item, Line, ProseClause, ProseDocument, Section } from './document.ts';
import { proseMeasure } from './measure.ts';
import { openPoints } from './open-points.ts';
import { sayQuota } from './say-benefits.ts';
import { sayPeriod } from './say-payment.ts';
import {
  sayApplication,
  sayBudget,
  sayDenial,
  sayEffect,
  sayExtension,
  sayLevel,
  sayRelations,
  sayStacking,
  sayStatus,
} from './say-policy.ts';
import { sayWhole } from './say-terms.ts';
import { words } from './words.ts';

/** A policy as people read it. Only for policies without errors. */
export function prosePolicy(policy: CheckedPolicy, ir: PolicyIr, checked: Checked, lang: Lang): ProseDocument {
  const context: LowerContext = {
    checked,
    file: policy.symbol.file,
    list: undefined,
    decider: undefined,
    signed: signedFacts(checked),
    policy: policy.symbol.name,
  };
  const clauses = policy.measures.map((measure, i) => proseMeasure(measure, i, ir, context, lang));
  const clauseOf = new Map(policy.measures.map((measure, i) => [measure.symbol.name, clauses[i]!]));
  return {
    lang,
    title: policy.title ?? policy.symbol.name,
    head: headOf(policy, lang),
    contents: contentsOf(policy, clauses, lang),
    clauses,
    closing: closingOf(policy, context, lang),
    openTitle: words.open[lang],
    open: openPoints(ir, clauseOf, lang),
    nothing: words.nothing[lang],
  };
}

function headOf(policy: CheckedPolicy, lang: Lang): Line[] {
  const { level, status, effective, leads, replaces } = policy;
  const list = lang === 'zh' ? '、' : ', ';
  const lines: readonly (readonly [keyof typeof words, string])[] = [
    ['policy', policy.symbol.name],
    ['level', level ? sayLevel(level, lang) : ''],
    ['status', sayStatus(status, lang)],
    ['leads', leads.map((agency) => agency.name).join(list)],
    ['effect', effective ? sayEffect(effective, lang) : ''],
    ['replaces', replaces.join(list)],
    ...policy.periods.map((period) => ['period', sayPeriod(period, lang)] as const),
  ];
  return lines.flatMap(([term, text]) => (text === '' ? [] : [{ term: words[term][lang], text }]));
}

function contentsOf(policy: CheckedPolicy, clauses: readonly ProseClause[], lang: Lang): Index[] {
  const index = (title: string, namesOf: (measure: CheckedMeasure) => readonly string[]): Index => {
    const rows = new Map<string, ProseClause[]>();
    policy.measures.forEach((measure, i) => {
      for (const name of new Set(namesOf(measure))) rows.set(name, [...(rows.get(name) ?? []), clauses[i]!]);
    });
    return { title, rows: [...rows].map(([name, of]): IndexRow => ({ name, clauses: of })) };
  };
  return [
    index(words.byAgency[lang], (m) => [
      ...m.by.map((a) => a.name),
      ...m.benefits.flatMap((b) => b.by.map((a) => a.name)),
      ...m.norms.flatMap((n) => [...n.by, ...n.agencies].map((a) => a.name)),
    ]),
    index(words.byParty[lang], (m) => [
      ...m.parties.map((p) => p.name),
      ...m.norms.flatMap((n) => n.bearers.map((p) => p.name)),
    ]),
    index(words.byMatter[lang], (m) =>
      [m.matter, ...m.benefits.map((b) => b.matter), ...m.norms.map((n) => n.matter)].flatMap(mattersOf),
    ),
  ].filter(({ rows }) => rows.length > 0);
}

/** A matter that an enum fact names is each of its members. */
function mattersOf(matter: CheckedMatter | undefined): readonly string[] {
  if (matter === undefined) return [];
  if (matter.kind === 'matter') return [matter.name];
  return matter.fact.factType.type === 'enum' ? matter.fact.factType.enum.members : [matter.fact.name];
}

function closingOf(policy: CheckedPolicy, base: LowerContext, lang: Lang): Section[] {
  const { measures } = policy;
  const sections: readonly Section[] = [
    { title: words.pools[lang], items: policy.budgets.map((b) => sayBudget(b, { ...base, file: b.file }, lang)) },
    {
      title: words.quotas[lang],
      items: measures.flatMap((measure) =>
        [measure, ...measure.benefits].flatMap((of): Item[] => {
          if (of.quota === undefined) return [];
          const label =
            'label' in of && of.label !== undefined ? `${measure.symbol.name}／${of.label}` : measure.symbol.name;
          return [item(sayWhole(sayQuota(of.quota, lang), lang), label)];
        }),
      ),
    },
    {
      title: words.stacking[lang],
      items: [
        ...policy.stackings.map((stacking) => item(sayStacking(stacking, lang))),
        ...measures.flatMap((measure) =>
          sayRelations(
            measure.excludes.map((m) => m.name),
            measure.stacksWith.map((m) => m.name),
            lang,
          ).map((text) => item(sayWhole(text, lang), measure.symbol.name)),
        ),
      ],
    },
    {
      title: words.analogy[lang],
      items: [
        ...policy.extensions.map((e) => item(sayExtension(e, { ...base, file: e.file }, lang))),
        ...policy.applications.map((a) => item(sayApplication(a, { ...base, file: a.file }, lang))),
        ...measures.flatMap((measure) =>
          measure.extensions.map((e) => item(sayExtension(e, { ...base, file: e.file }, lang), measure.symbol.name)),
        ),
      ],
    },
    {
      title: words.denials[lang],
      items: policy.denials.map((denial) => item(sayDenial(denial, { ...base, file: denial.file }, lang))),
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function item(text: string, label?: string): Item {
  return { label, clause: undefined, text, tables: [], notes: [] };
}
