import type { Diagnostic, Lang, Location } from '../../language/diagnostics/diagnostic.ts';
import { message } from '../../language/diagnostics/render.ts';
import { formatMoneyRange } from '../../stdlib/runtime/format.ts';
import { findingWord, largestSum, witnessLine } from './say-overlaps.ts';
import type { Snapshot } from './snapshot.ts';

/** What is found between measures, by the matter they meet on. */
export interface OverlapMatter {
  readonly matter: string;
  readonly findings: readonly OverlapNode[];
}

export interface OverlapNode {
  /** Kind of finding, in a word or two. */
  readonly kind: string;
  /** A rule or the drafter says what is paid. */
  readonly settled: boolean;
  readonly measures: readonly string[];
  /** What all of it comes to in the case, at most; '' where that is open, or settled. */
  readonly sum: string;
  /** The whole sentence. */
  readonly message: string;
  readonly place: Location;
  readonly sides: readonly OverlapSide[];
  /** Who meets the conditions of all of them, and when. */
  readonly witness: string;
}

export interface OverlapSide {
  readonly policy: string;
  /** `measure/benefit` */
  readonly name: string;
  readonly amount: string;
  readonly place: Location | undefined;
}

/** Matters in the order in which something is first found on them; of each, what is settled comes last. */
export function overlapTree(snapshot: Snapshot, lang: Lang): readonly OverlapMatter[] {
  const matters = new Map<string, OverlapNode[]>();
  for (const diagnostic of snapshot.findings) {
    const { witness } = diagnostic;
    if (!isWitness(witness)) continue;
    const nodes = matters.get(witness.matter) ?? [];
    matters.set(witness.matter, nodes);
    nodes.push(nodeOf(diagnostic, witness, snapshot, lang));
  }
  return [...matters].map(([matter, findings]) => ({
    matter,
    findings: [...findings.filter(({ settled }) => !settled), ...findings.filter(({ settled }) => settled)],
  }));
}

/** What is found between measures of a policy and others, as the tree shows it: what no rule settles, and what one does. */
export function countOverlaps(
  { findings }: Snapshot,
  policy: string,
): { readonly unsettled: number; readonly settled: number } {
  const own = findings.filter(
    ({ witness }) => isWitness(witness) && witness.amounts.some((amount) => amount.policy === policy),
  );
  const settled = own.filter((diagnostic) => diagnostic.settled === true).length;
  return { unsettled: own.length - settled, settled };
}

/** What the analyser hands over with a finding between measures (compiler/analyse/report.ts). */
interface Witness {
  readonly matter: string;
  readonly asOf: string;
  readonly amounts: readonly {
    readonly policy: string;
    readonly measure: string;
    readonly benefit: string | null;
    /** Decimal strings of yuan; null is open. */
    readonly min: string;
    readonly max: string | null;
  }[];
}

function isWitness(value: unknown): value is Witness {
  return typeof value === 'object' && value !== null && 'matter' in value && 'asOf' in value && 'amounts' in value;
}

function nodeOf(diagnostic: Diagnostic, { amounts, asOf }: Witness, snapshot: Snapshot, lang: Lang): OverlapNode {
  const { finding, settled = false, measures = [], file, span, args } = diagnostic;
  const tops = amounts.map(({ max }) => (max === null ? null : fen(max)));
  const most = tops.reduce<number | null>((sum, top) => (sum === null || top === null ? null : sum + top), 0);
  const who = args.witness;
  const applicant = typeof who === 'object' ? who[lang] : String(who ?? '');
  return {
    kind: findingWord(finding, lang),
    settled,
    measures,
    sum: settled || most === null ? '' : largestSum(most, lang),
    message: message(diagnostic, lang),
    place: { file, span },
    sides: amounts.map(({ policy, measure, benefit, min, max }) => ({
      policy,
      name: benefit === null ? measure : `${measure}/${benefit}`,
      amount: formatMoneyRange(fen(min), max === null ? null : fen(max), lang),
      place: placeOf(snapshot, policy, measure, benefit),
    })),
    witness: witnessLine(applicant, asOf, lang),
  };
}

function fen(yuan: string): number {
  return Math.round(Number(yuan) * 100);
}

function placeOf(snapshot: Snapshot, policy: string, measure: string, benefit: string | null): Location | undefined {
  const ir = snapshot.policies.find(({ name }) => name === policy);
  return ir?.plans.flatMap((plan) =>
    plan.k === 'benefit' && plan.measure === measure && plan.label === benefit ? [plan.origin] : [],
  )[0];
}
