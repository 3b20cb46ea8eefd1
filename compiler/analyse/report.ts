import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { formatFact, formatMoney, formatMoneyRange, formatYuanFixed } from '../../stdlib/runtime/format.ts';
import type { FactValue, Item, Range } from '../../stdlib/runtime/types.ts';
import type { FactDeclaration, PolicyIr } from '../ir/ir.ts';
import type { Side } from './compete.ts';
import type { ConflictFinding, NormSide } from './conflict.ts';
import type { Meeting, OverlapFinding, UndecidedPair } from './overlap.ts';
import { recordOf, type Witness } from './witness.ts';

/** Sentences about findings between measures: both places, both amounts, the applicant, what to do. */
export function overlapDiagnostic(finding: OverlapFinding): Diagnostic {
  const [one, two] = finding.measures;
  const meeting = largest(finding.meetings);
  const policies = policiesOf(one.policy, two.policy);
  const shared = {
    first: sideName(one, two),
    second: sideName(two, one),
    matter: finding.matter,
    witness: both((lang) => witnessText(meeting.witness, policies, lang)),
    amounts: both((lang) => amountsText(finding, meeting, lang)),
    other: one.benefit.measure,
  };
  const base = (() => {
    // The place is that of the later measure: that is the one being drafted.
    const { file, span } = two.benefit.origin;
    const extras = { related: relatedPlaces(finding) };
    switch (finding.kind) {
      case 'shadowed': {
        const loser = one.benefit.origin;
        const args = { ...shared, other: two.benefit.measure };
        const winner = two.benefit.origin;
        return diagnose(between.shadowed, loser.file, loser.span, args, {
          related: [
            { ...winner, message: { zh: `“${two.benefit.measure}”在这里`, en: `"${two.benefit.measure}" is here` } },
          ],
        });
      }
      case 'stale':
        return diagnose(
          between.stale,
          file,
          span,
          { ...shared, rule: ruleText(finding), old: one.policy.name },
          extras,
        );
      case 'double-base':
        return diagnose(between.doubleBase, file, span, { ...shared, base: finding.matter }, extras);
      case 'duplicate':
        return diagnose(between.duplicate, file, span, shared, extras);
      case 'overlap':
        return one.benefit.family === 'equity'
          ? diagnose(between.equity, file, span, shared, extras)
          : diagnose(between.overlap, file, span, shared, extras);
      default:
        return finding.kind satisfies never;
    }
  })();
  return {
    ...base,
    finding: finding.kind,
    measures: [one.benefit.measure, two.benefit.measure],
    settled: finding.settled,
    witness: witnessJson(finding, meeting),
  };
}

export function conflictDiagnostic(finding: ConflictFinding): Diagnostic {
  const [one, two] = finding.sides;
  const policies = policiesOf(one.policy, two.policy);
  const { file, span } = two.norm.origin;
  const bodies = (side: NormSide): Localised => ({
    zh: `“${side.norm.measure}”由${side.norm.by.join('、')}认定`,
    en: `"${side.norm.measure}": ${side.norm.by.join(', ')}`,
  });
  const args = {
    first: normName(one, two),
    second: normName(two, one),
    witness: both((lang) => witnessText(finding.witness, policies, lang)),
  };
  const extras = {
    related: [
      { ...one.norm.origin, message: { zh: `“${one.norm.measure}”在这里`, en: `"${one.norm.measure}" is here` } },
    ],
  };
  const base =
    finding.kind === 'shares'
      ? diagnose(between.sharesConflict, file, span, { ...args, one: one.norm.say, two: two.norm.say }, extras)
      : diagnose(between.bodiesConflict, file, span, { ...args, one: bodies(one), two: bodies(two) }, extras);
  return {
    ...base,
    finding: 'conflict',
    measures: [one.norm.measure, two.norm.measure],
    settled: false,
    witness: { facts: recordOf(finding.witness, policies), asOf: finding.witness.asOf },
  };
}

export function undecidedDiagnostic(pair: UndecidedPair): Diagnostic {
  const [one, two] = pair.sides;
  const why: Readonly<Record<string, Localised>> = {
    'not linear': { zh: '金额或条件里有两个事实相乘', en: 'an amount or condition multiplies two facts' },
    history: { zh: '条件取决于往年的情况', en: 'a condition depends on earlier years' },
    list: { zh: '金额取决于一份名单', en: 'an amount depends on a list' },
    linear: { zh: '整数条件太复杂', en: 'the conditions over whole numbers are too involved' },
    search: { zh: '条件的组合太多', en: 'the conditions combine in too many ways' },
  };
  return diagnose(
    between.undecidedPair,
    two.benefit.origin.file,
    two.benefit.origin.span,
    { first: sideName(one, two), second: sideName(two, one), matter: pair.matter, why: why[pair.why] ?? pair.why },
    {
      related: [
        {
          ...one.benefit.origin,
          message: { zh: `“${one.benefit.measure}”在这里`, en: `"${one.benefit.measure}" is here` },
        },
      ],
    },
  );
}

/** The meeting that shows the most: the one of the highest upper ends. */
function largest(meetings: readonly Meeting[]): Meeting {
  const size = ({ amounts }: Meeting) => amounts.reduce((sum, a) => sum + (a.max ?? Number.MAX_SAFE_INTEGER), 0);
  const [first, ...others] = meetings;
  if (first === undefined) throw new Error('a finding has a meeting');
  return others.reduce((most, m) => (size(m) > size(most) ? m : most), first);
}

function relatedPlaces(finding: OverlapFinding): Diagnostic['related'] {
  const seen = new Set<Side['benefit']>([finding.measures[1].benefit]);
  return finding.meetings.flatMap(({ sides }) =>
    sides.flatMap(({ benefit }) => {
      if (seen.has(benefit)) return [];
      seen.add(benefit);
      const name = benefitName(benefit);
      return [{ ...benefit.origin, message: { zh: `“${name}”在这里`, en: `"${name}" is here` } }];
    }),
  );
}

function sideName(side: Side, other: Side): string {
  const { benefit, policy } = side;
  const name = benefit.clause === undefined ? benefit.measure : `${benefit.measure} ${benefit.clause}`;
  return policy === other.policy ? name : `${policy.name} ${name}`;
}

function benefitName(benefit: Side['benefit']): string {
  return benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
}

function normName(side: NormSide, other: NormSide): string {
  const { norm, policy } = side;
  const name = norm.clause === undefined ? norm.measure : `${norm.measure} ${norm.clause}`;
  return policy === other.policy ? name : `${policy.name} ${name}`;
}

/** Both amounts, and what they come to: 0元至150万元 ＋ 0元至200万元，最多350万元. */
function amountsText(finding: OverlapFinding, meeting: Meeting, lang: Lang): string {
  const [a, b] = meeting.amounts;
  const each = meeting.sides.map((side, i) => {
    const amount = meeting.amounts[i] ?? a;
    const name = benefitName(side.benefit);
    return lang === 'zh' ? `“${name}”${rangeText(amount, lang)}` : `"${name}" ${rangeText(amount, lang)}`;
  });
  if (finding.settled) return each.join(lang === 'zh' ? '，' : ', ');
  const most = a.max === null || b.max === null ? null : a.max + b.max;
  if (most === null) return each.join(' ＋ ');
  return lang === 'zh'
    ? `${each.join(' ＋ ')}，最多${formatMoney(most, lang)}`
    : `${each.join(' + ')}, at most ${formatMoney(most, lang)}`;
}

function rangeText(range: Range, lang: Lang): string {
  return formatMoneyRange(range.min, range.max, lang);
}

function ruleText(finding: OverlapFinding): Localised {
  const { settlement } = finding;
  if (settlement === undefined) return { zh: '没有规则说付哪一项', en: 'no rule says which is paid' };
  if (finding.measures[0].benefit.family === 'equity') {
    return {
      zh: '股权无法比高低，就高规则定不了',
      en: 'shares have no agreed order of size, so taking the higher decides nothing',
    };
  }
  const { name } = settlement.policy;
  return { zh: `按 ${name} 的就高规则只付较高的一项`, en: `by the rule of ${name} only the higher one is paid` };
}

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

function witnessJson(finding: OverlapFinding, meeting: Meeting): unknown {
  return {
    facts: recordOf(meeting.witness, policiesOf(finding.measures[0].policy, finding.measures[1].policy)),
    asOf: meeting.witness.asOf,
    matter: finding.matter,
    amounts: meeting.sides.map(({ policy, benefit }, i) => ({
      policy: policy.name,
      measure: benefit.measure,
      benefit: benefit.label,
      min: yuan(meeting.amounts[i]?.min ?? 0),
      max: yuan(meeting.amounts[i]?.max ?? null),
    })),
  };
}

/** Money as results print it: a decimal string of yuan; an open top is null. */
function yuan(fen: number | null): string | null {
  return fen === null ? null : formatYuanFixed(fen);
}

function policiesOf(a: PolicyIr, b: PolicyIr): readonly PolicyIr[] {
  return a === b ? [a] : [a, b];
}

function both(text: (lang: Lang) => string): Localised {
  return { zh: text('zh'), en: text('en') };
}
