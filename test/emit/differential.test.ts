import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpret, interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { print } from '../../compiler/ir/print.ts';
import { loadModule, type PolicyModule, stackAcross } from '../../compiler/run/load-module.ts';
import type { EvaluateOptions, Facts, JointResult, Result } from '../../stdlib/runtime/types.ts';
import { effort } from '../harness/effort.ts';
import { evaluations, factRecords, fitDecisions } from '../harness/generate-facts.ts';
import { policies } from '../harness/generate-ir.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

/**
 * The emitted modules and the reference interpreter were written apart from each other; here they must agree on whole results,
 * award for award and step for step. For more cases set CUOSHI_CASES, for the same again CUOSHI_SEED.
 */

const recordsPerPolicy = 20;
const cases = Number(process.env.CUOSHI_CASES ?? effort(1500));
/** Finding the smallest counterexample takes a while. */
const patience = 600_000;

const record = fc.tuple(factRecords, evaluations);
const records = fc.array(record, { minLength: recordsPerPolicy, maxLength: recordsPerPolicy, size: 'max' });

const emitted = (policy: PolicyIr): PolicyModule => loadModule(emitTypeScript(policy, runtimeSource(), '0').javascript);

/** Fails with the smallest case: the policies as text, the record, and both results. */
function compare(
  emittedResult: Result | JointResult,
  reference: Result | JointResult,
  all: readonly PolicyIr[],
  facts: Facts,
  options: EvaluateOptions,
): void {
  if (isDeepStrictEqual(asPlain(emittedResult), asPlain(reference))) return;
  // The declarations are the same in all generated policies.
  const plansOf = (policy: PolicyIr) => print(policy).replace(/(^|\n)(party|disjoint|enum|list|fact) .*/g, '');
  const place = [...all.map(plansOf), JSON.stringify(facts), JSON.stringify(options)].join('\n');
  expect(asPlain(emittedResult), place).toEqual(asPlain(reference));
}

/** Runs a property, and fails with what its smallest counterexample says. */
function assertAgreement<T>(property: fc.IProperty<T>, numRuns: number): void {
  const { failed, errorInstance, seed, counterexamplePath } = fc.check(property, { numRuns });
  if (!failed) return;
  if (errorInstance instanceof Error)
    errorInstance.message = `seed ${seed}, path ${counterexamplePath}\n${errorInstance.message}`;
  throw errorInstance;
}

/** As integrators see it: what JSON keeps. */
const asPlain = (result: unknown): unknown => JSON.parse(JSON.stringify(result));

it(
  'one policy: the emitted module says what the interpreter says',
  () => {
    const property = fc.property(policies(), records, (policy, all) => {
      const { evaluate } = emitted(policy);
      for (const [facts, options] of all) {
        const [f, o] = [fitDecisions(facts, [policy]), fitDecisions(options, [policy])];
        compare(evaluate(f, o), interpret(policy, f, o), [policy], f, o);
      }
    });
    assertAgreement(property, Math.ceil((cases * 2) / 3 / recordsPerPolicy));
  },
  patience,
);

it(
  'two policies: stacking emitted results is interpreting both together',
  () => {
    const property = fc.property(policies('甲市'), policies('乙省'), records, (city, province, all) => {
      const both = [city, province];
      const modules = both.map(emitted);
      for (const [facts, options] of all) {
        const [f, o] = [fitDecisions(facts, both), fitDecisions(options, both)];
        const stacked = stackAcross(
          modules.map(({ evaluate }) => evaluate(f, o)),
          modules.map(({ metadata }) => metadata),
          o.lang ?? 'zh',
        );
        compare(stacked, interpretTogether(both, f, o), both, f, o);
      }
    });
    assertAgreement(property, Math.ceil(cases / 3 / recordsPerPolicy));
  },
  patience,
);
