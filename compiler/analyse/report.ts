import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { formatMoney, formatMoneyRange, formatYuanFixed } from '../../stdlib/runtime/format.ts';
import type { Range } from '../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir/ir.ts';
import { isSelected } from './amount-ends.ts';
import type { BudgetFinding } from './budget.ts';
import type { Side } from './compete.ts';
import type { Domains } from './domains.ts';
import {
  type FindingGroup,
  largest,
  type Meeting,
  type OverlapFinding,
  type Replay,
  type Replayed,
  replayedOnce,
  type UndecidedPair,
} from './overlap.ts';
import type { RelatedFinding } from './related.ts';
import { both, itemNote, witnessText } from './say-witness.ts';
import { toldOnce } from './told-once.ts';
import { placeAtHand, recordOf } from './witness.ts';
import { selectedNote, undecidedWhy } from './words-findings.ts';

/** What a finding is told with. */
export interface Telling {
  readonly domains: Domains;
  readonly replay: Replay;
}

/** Sentences about findings between measures: both places, both amounts, the applicant, what to do. */
export function overlapDiagnostic(finding: OverlapFinding | FindingGroup, telling: Telling): Diagnostic {
  const tell = () => ('findings' in finding ? groupDiagnostic(finding, telling) : pairDiagnostic(finding, telling));
  const meetings = 'findings' in finding ? finding.findings.flatMap((f) => f.meetings) : finding.meetings;
  return toldOnce(
    meetings,
    [finding.kind, finding.matter, finding.settled, 'findings' in finding, telling.replay],
    tell,
  );
}

function pairDiagnostic(finding: OverlapFinding, { domains, replay }: Telling): Diagnostic {
  const [one, two] = finding.measures;
  const meeting = largest(finding.meetings, domains);
  const shown = replayedOnce(meeting.sides, meeting.values(), replay);
  const policies = policiesOf(one.policy, two.policy);
  const shared = {
    first: sideName(one, two),
    second: sideName(two, one),
    matter: finding.matter,
    witness: both((lang) => applicantText(meeting, shown, policies, lang)),
    amounts: both((lang) => amountsText(meeting.sides, shown, finding.settled, lang)),
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
        return diagnose(between.shadowed, loser.file, loser.span, args, { related: [placeOf(two.benefit)] });
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
        return diagnose(between.doubleBase, file, span, { ...shared, base: nameOfFact(finding.matter) }, extras);
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
    witness: witnessJson(finding.matter, meeting.sides, shown),
  };
}

/** The applicant; of several items before the one that both pay for, which one that is. */
function applicantText({ sides, values }: Meeting, shown: Replayed, policies: readonly PolicyIr[], lang: Lang): string {
  const list = sides[0].benefit.over ?? sides[1].benefit.over;
  const place = list === undefined ? 1 : placeAtHand(values(), list);
  const text = witnessText(shown.witness, policies, lang);
  return place === 1 ? text : text + itemNote(place, lang);
}

/** Several measures on one matter, told of together, with the two that come to most as the example. */
function groupDiagnostic(group: FindingGroup, { domains, replay }: Telling): Diagnostic {
  const meeting = largest(
    group.findings.flatMap((f) => f.meetings),
    domains,
  );
  const shown = replayedOnce(meeting.sides, meeting.values(), replay);
  const policies = [...new Set(meeting.sides.map((side) => side.policy))];
  const last = group.measures.at(-1);
  if (last === undefined) throw new Error('a group has measures');
  const names = group.measures.map((side) => side.benefit.measure);
  const args = {
    count: names.length,
    measures: { zh: names.map((n) => `“${n}”`).join(''), en: names.map((n) => `"${n}"`).join(', ') },
    matter: group.kind === 'double-base' ? nameOfFact(group.matter) : group.matter,
    pairs: group.findings.length,
    witness: both((lang) => applicantText(meeting, shown, policies, lang)),
    amounts: both((lang) => amountsText(meeting.sides, shown, group.settled, lang)),
  };
  const { file, span } = last.benefit.origin;
  const extras = { related: group.measures.slice(0, -1).map((side) => placeOf(side.benefit)) };
  const told =
    group.kind === 'double-base'
      ? between.doubleBases
      : group.kind === 'stale'
        ? between.staleTogether
        : between.overlaps;
  return {
    ...diagnose(told, file, span, args, extras),
    finding: group.kind,
    measures: names,
    settled: group.settled,
    witness: witnessJson(group.matter, meeting.sides, shown),
  };
}

/** A pool that one applicant can overdraw alone. */
export function budgetDiagnostic({ policy, pool, claims, values }: BudgetFinding, { replay }: Telling): Diagnostic {
  const sides = claims.map((claim) => claim.side);
  const { witness, amounts } = replayedOnce(sides, values, replay);
  const { file, span } = pool.origin;
  const sum = claims.reduce((total, { fen }) => total + Number(fen), 0);
  const limit = Number(pool.amount.n / pool.amount.d);
  const related = claims.map(({ side }) => placeOf(side.benefit));
  const args = {
    pool: pool.name,
    limit: both((lang) => formatMoney(limit, lang)),
    sum: both((lang) => formatMoney(sum, lang)),
    witness: both((lang) => witnessText(witness, [policy], lang)),
    claims: both((lang) =>
      claims
        .map(({ side, fen }) => {
          const name = benefitName(side.benefit);
          return lang === 'zh'
            ? `“${name}”${formatMoney(Number(fen), lang)}`
            : `"${name}" ${formatMoney(Number(fen), lang)}`;
        })
        .join(lang === 'zh' ? ' ＋ ' : ' + '),
    ),
  };
  return {
    ...diagnose(between.budget, file, span, args, { related }),
    finding: 'budget',
    measures: [...new Set(sides.map((side) => side.benefit.measure))],
    settled: false,
    witness: {
      ...witnessJson(pool.name, sides, { witness, amounts }),
      pool: pool.name,
      limit: yuan(limit),
      sum: yuan(sum),
    },
  };
}

/** Sums that one evaluation decides on neighbouring matters: what it finds good may be paid for twice. */
export function relatedDiagnostic({ parent, process, sides, values }: RelatedFinding, { replay }: Telling): Diagnostic {
  const shown = replayedOnce(sides, values, replay);
  const policies = [...new Set(sides.map((side) => side.policy))];
  const last = sides.at(-1);
  if (last === undefined) throw new Error('what is related are several');
  const { file, span } = last.benefit.origin;
  const names = sides.map(({ benefit }) => benefitName(benefit));
  const args = {
    measures: { zh: names.map((n) => `“${n}”`).join(''), en: names.map((n) => `"${n}"`).join(', ') },
    parent,
    process,
    witness: both((lang) => witnessText(shown.witness, policies, lang)),
    amounts: both((lang) => amountsText(sides, shown, false, lang)),
    other: sides[0]?.benefit.measure ?? '',
  };
  return {
    ...diagnose(between.related, file, span, args, { related: sides.slice(0, -1).map((s) => placeOf(s.benefit)) }),
    measures: [...new Set(sides.map((side) => side.benefit.measure))],
    witness: witnessJson(parent, sides, shown),
  };
}

export function undecidedDiagnostic(pair: UndecidedPair): Diagnostic {
  const [one, two] = pair.sides;
  return diagnose(
    between.undecidedPair,
    two.benefit.origin.file,
    two.benefit.origin.span,
    { first: sideName(one, two), second: sideName(two, one), matter: pair.matter, why: undecidedWhy[pair.why] },
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

function relatedPlaces(finding: OverlapFinding): Diagnostic['related'] {
  const seen = new Set<Side['benefit']>([finding.measures[1].benefit]);
  return finding.meetings.flatMap(({ sides }) =>
    sides.flatMap(({ benefit }) => {
      if (seen.has(benefit)) return [];
      seen.add(benefit);
      return [placeOf(benefit)];
    }),
  );
}

function placeOf(benefit: Side['benefit']): Diagnostic['related'][number] {
  const name = benefitName(benefit);
  return { ...benefit.origin, message: { zh: `“${name}”在这里`, en: `"${name}" is here` } };
}

/** A fact's name, without the list it belongs to. */
function nameOfFact(id: string): string {
  return id.replace(/^.*[^\\]\./, '').replaceAll('\\', '');
}

function sideName(side: Side, other: Side): string {
  const { benefit, policy } = side;
  const name = benefit.clause === undefined ? benefit.measure : `${benefit.measure} ${benefit.clause}`;
  return policy === other.policy ? name : `${policy.name} ${name}`;
}

function benefitName(benefit: Side['benefit']): string {
  return benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
}

/** All amounts, and what they come to: 0元至150万元 ＋ 0元至200万元，最多350万元. */
function amountsText(sides: readonly Side[], { amounts }: Replayed, settled: boolean, lang: Lang): string {
  const each = sides.map((side, i) => {
    const amount = amounts[i] ?? { min: 0, max: null };
    const name = benefitName(side.benefit);
    // Of those who are selected it is that sum, nothing in between.
    const chosen = isSelected(side.benefit.amount) && amount.min === 0 && amount.max !== null;
    const sum = chosen ? `${formatMoney(amount.max, lang)}${selectedNote[lang]}` : rangeText(amount, lang);
    return lang === 'zh' ? `“${name}”${sum}` : `"${name}" ${sum}`;
  });
  if (settled) return each.join(lang === 'zh' ? '，' : ', ');
  const most = amounts.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0);
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

function witnessJson(matter: string, sides: readonly Side[], { witness, amounts }: Replayed) {
  return {
    facts: recordOf(witness, [...new Set(sides.map((side) => side.policy))]),
    asOf: witness.asOf,
    matter,
    amounts: sides.map(({ policy, benefit }, i) => ({
      policy: policy.name,
      measure: benefit.measure,
      benefit: benefit.label,
      min: yuan(amounts[i]?.min ?? 0),
      max: yuan(amounts[i]?.max ?? null),
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
