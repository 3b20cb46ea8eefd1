import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Compilation } from '../../compiler/compile.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { settleRun } from '../../compiler/run/among/settle-run.ts';
import { type Losses, settlementOf } from '../../compiler/run/among/settlement.ts';
import { envelopeOf } from '../../compiler/run/envelope.ts';
import { evaluateRecord, namesKnown, type RunPlan } from '../../compiler/run/evaluate-record.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import { type ResultJson, resultJson } from '../../compiler/run/result-json.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const folder = fileURLToPath(new URL('cases', import.meta.url));

export type Expected = string | Readonly<Record<string, unknown>>;

/** One applicant, and what must come out. */
export interface Claim {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect?: Readonly<Record<string, Expected>>;
  readonly totals?: Readonly<Record<string, string | { readonly min: string; readonly max: string | null }>>;
  readonly needs?: readonly string[];
  readonly open?: readonly string[];
  readonly norms?: Readonly<Record<string, boolean | null>>;
  readonly problem?: string;
}

export type Case = { readonly why: string; readonly readings?: Readonly<Record<string, string>> } & (
  | Claim
  | { readonly applicants: readonly Claim[] }
);

export interface Clause {
  /** `rule/NAME`. */
  readonly name: string;
  readonly source: string;
  readonly clause: string;
  readonly diagnostics: readonly string[];
  readonly cases: readonly Case[];
}

/** Every clause of the suite. */
export const clauses: readonly Clause[] = readdirSync(folder).flatMap((rule) =>
  readdirSync(join(folder, rule))
    .filter((file) => file.endsWith('.cuoshi'))
    .map((file) => {
      const path = join(folder, rule, file);
      const told = JSON.parse(readFileSync(path.replace(/cuoshi$/, 'json'), 'utf8')) as Partial<Clause>;
      return {
        name: `${rule}/${file.replace(/\.cuoshi$/, '')}`,
        source: readFileSync(path, 'utf8'),
        clause: told.clause ?? '',
        diagnostics: told.diagnostics ?? [],
        cases: told.cases ?? [],
      };
    }),
);

export const claimsOf = (one: Case): readonly Claim[] => ('applicants' in one ? one.applicants : [one]);

export function compiled(source: string): Compilation {
  return compileTexts({ 'clause.cuoshi': source });
}

type Evaluate = RunPlan['evaluate'];

/** Evaluates by the specification. */
export const interpreterOf =
  (policy: PolicyIr): Evaluate =>
  (facts, options) =>
    interpretTogether([policy], facts, options);

/** Evaluates by what is emitted from the policy. */
export function moduleOf(policy: PolicyIr): Evaluate {
  const module = loadModule(emitTypeScript(policy, runtimeSource(), 'test').javascript);
  return (facts, options) => {
    const { policy: name, ...joint } = module.evaluate(facts, options);
    return { policies: [name], ...joint };
  };
}

/** A result, or why the record was refused. */
export interface Answer {
  readonly result?: ResultJson;
  readonly problems: readonly string[];
}

/** The answers to the claims of one case, which are one run. */
export async function answers(
  policy: PolicyIr,
  evaluate: Evaluate,
  records: readonly Readonly<Record<string, unknown>>[],
  readings: Readonly<Record<string, string>> = {},
): Promise<readonly Answer[]> {
  const metadata = [metadataOf(policy, 'test')];
  const plan: RunPlan = {
    policies: metadata,
    known: namesKnown(metadata),
    evaluate,
    asOf: undefined,
    readings,
    today: '2027-06-30',
    lang: 'zh',
  };
  const outcomes = (losses: Losses) =>
    records.map((values, row) =>
      evaluateRecord({ values, place: { file: 'case.json', line: 0, record: row + 1 } }, plan, losses.of(row)),
    );
  const { outcome, losses } = await settleRun([policy], 'zh', async (lost, visit) => {
    for (const [row, { evaluated }] of outcomes(lost).entries()) {
      if (evaluated !== undefined) visit({ row: { row, record: row + 1 }, ...evaluated });
    }
  });
  const settlement = settlementOf(outcome, 'zh');
  return outcomes(losses).map(({ evaluated, problems }, row) => ({
    problems: problems.map(({ problem }) => problem.code),
    ...(evaluated !== undefined && {
      result: resultJson(settlement.apply(row, evaluated.result), envelopeOf(metadata, evaluated, 'zh', readings)),
    }),
  }));
}
