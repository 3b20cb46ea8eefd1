import type { PolicyIr } from '../ir/ir.ts';
import { type Side, settlementOf } from './compete.ts';
import type { Domains } from './domains.ts';
import { and } from './formula.ts';
import { plainest, type Region, regionOf } from './judge.ts';
import type { Answer } from './satisfy.ts';
import type { Value } from './values.ts';

/**
 * Sums on neighbouring matters, under one parent in the taxonomy, that one and the same evaluation decides for one
 * applicant: the same students or projects may be what it finds good for each.
 */
export interface RelatedFinding {
  readonly parent: string;
  readonly process: string;
  readonly sides: readonly Side[];
  readonly values: ReadonlyMap<string, Value>;
}

/** A matter, and the one it lies under. */
export type Taxonomy = ReadonlyMap<string, string | undefined>;

/**
 * Matters that are parent and child, or children of one parent, compete with nothing: that they are near only raises a
 * question. It is put where the two amounts are open up to a ceiling and the same named process of the same body decides
 * both for the same kind of applicant, and no document says how they stand to each other. What is paid per item, by
 * formula, or to different kinds of party is not asked about: merely near matters are noise.
 */
export function relatedFindings(...asked: Parameters<typeof relatedInSteps>): readonly RelatedFinding[] {
  const steps = relatedInSteps(...asked);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same, a little at a time. */
export function* relatedInSteps(
  policies: readonly PolicyIr[],
  taxonomy: Taxonomy,
  domains: Domains,
  regionKnown: (side: Side) => Region | undefined = () => undefined,
): Generator<void, readonly RelatedFinding[]> {
  const groups = new Map<string, { readonly parent: string; readonly process: string; readonly sides: Side[] }>();
  for (const policy of policies) {
    for (const benefit of policy.plans) {
      if (benefit.k !== 'benefit' || benefit.over !== undefined) continue;
      if (benefit.matter === undefined || !('name' in benefit.matter)) continue;
      const process = processOf(benefit.amount);
      if (process === undefined) continue;
      const { name } = benefit.matter;
      // A matter of the top stands with its own children.
      const parent = taxonomy.get(name) ?? name;
      if (!taxonomy.has(name)) continue;
      const key = [
        parent,
        process,
        benefit.family,
        [...benefit.by].sort().join('、'),
        [...benefit.parties].sort().join('、'),
      ];
      const group = groups.get(key.join('\n')) ?? { parent, process, sides: [] };
      group.sides.push({ policy, benefit });
      groups.set(key.join('\n'), group);
    }
  }
  const found: RelatedFinding[] = [];
  for (const { parent, process, sides } of groups.values()) {
    // On one matter they compete, which is asked elsewhere.
    if (new Set(sides.map(({ benefit }) => nameOfMatter(benefit))).size < 2) continue;
    const open = sides
      .filter((a) => sides.some((b) => b !== a && unsaid(a, b)))
      .map((side) => regionKnown(side) ?? regionOf(side, domains));
    const [first, ...others] = open;
    if (first === undefined || others.length === 0) continue;
    // All that one applicant can be paid together, beginning with the first.
    const together: Region[] = [first];
    let values: ReadonlyMap<string, Value> | undefined;
    for (const other of others) {
      if (!together.every((known) => unsaid(known.side, other.side))) continue;
      const all = [...together, other];
      const answer = answerFor(all, domains);
      yield;
      if (answer.answer !== 'yes') continue;
      together.push(other);
      values = answer.values;
    }
    if (values !== undefined) found.push({ parent, process, sides: together.map((r) => r.side), values });
  }
  return found;
}

/** By the first two of the regions, which are the same objects for as long as nothing about them changes. */
const answers = new WeakMap<Region, WeakMap<Region, { readonly domains: Domains; readonly answer: Answer }>>();

/** Somebody who is paid all of them. Of two, as most are, what was found before is remembered. */
function answerFor(regions: readonly Region[], domains: Domains): Answer {
  const ask = () => plainest(and(...regions.map((r) => r.payable)), regions, domains);
  const [a, b, third] = regions;
  if (a === undefined || b === undefined || third !== undefined) return ask();
  const known = answers.get(a)?.get(b);
  if (known?.domains === domains) return known.answer;
  const answer = ask();
  const ofA = answers.get(a) ?? new WeakMap();
  answers.set(a, ofA);
  ofA.set(b, { domains, answer });
  return answer;
}

/** Of different measures on different matters, and no rule or line says how they stand to each other. */
function unsaid(a: Side, b: Side): boolean {
  if (a.policy === b.policy && a.benefit.measure === b.benefit.measure) return false;
  const matter = nameOfMatter(a.benefit);
  if (matter !== undefined && matter === nameOfMatter(b.benefit)) return false;
  const settlement = settlementOf(a, b);
  if (settlement === undefined) return true;
  // A rule about measures that compete does not reach two matters.
  return settlement.by === 'group' && settlement.group.between === undefined;
}

function nameOfMatter({ matter }: Side['benefit']): string | undefined {
  return matter !== undefined && 'name' in matter ? matter.name : undefined;
}

function processOf(e: Side['benefit']['amount']): string | undefined {
  switch (e.k) {
    case 'step':
      return processOf(e.of ?? e.x);
    case 'decide':
      return e.why === 'process' && e.hi !== null ? e.by : undefined;
    case 'add':
    case 'min':
    case 'max':
      return e.args.map(processOf).find((p) => p !== undefined);
    case 'if':
      return processOf(e.t) ?? processOf(e.e);
    case 'mul':
      return processOf(e.a) ?? processOf(e.b);
    case 'round':
      return processOf(e.x);
    default:
      return undefined;
  }
}
