import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import { formatSource } from '../../language/formatter/format.ts';
import type { Result } from '../../stdlib/runtime/types.ts';
import { effort } from '../harness/effort.ts';
import { surfacePolicies } from '../harness/generate-surface.ts';
import { surfaceRecords } from '../harness/generate-surface-facts.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

/**
 * From text to figures: policies as drafters write them compile without errors, their emitted modules say what the
 * interpreter says, and so does the same policy in Chinese words. For more cases set CUOSHI_SURFACE_CASES (pairs of a
 * policy and an applicant; 20000 for a long run), for the same again CUOSHI_SEED.
 */

const recordsPerPolicy = 20;
const cases = Number(process.env.CUOSHI_SURFACE_CASES ?? effort(1200));
const patience = 7_200_000;

function compiled(text: string): PolicyIr {
  const { policies, diagnostics } = compileTexts({ 'a.cuoshi': text });
  const errors = diagnostics.filter((d) => d.severity === 'error');
  expect(
    errors.map((d) => `${d.code} ${text.slice(d.span.start, d.span.end)}`),
    text,
  ).toEqual([]);
  const [policy] = policies;
  if (policy === undefined) throw new Error('there is a policy');
  return policy;
}

/** As integrators see it: what JSON keeps. */
const plain = (result: unknown): unknown => JSON.parse(JSON.stringify(result));

/** What does not depend on how the policy is worded: figures and outcomes, without sentences. */
function figures({ awards, totals, totalsByAnalogy }: Result): unknown {
  return plain([
    awards.map(({ measure, benefit, item, outcome, min, max, matter }) => [
      measure,
      benefit,
      item,
      outcome,
      min,
      max,
      matter,
    ]),
    totals,
    totalsByAnalogy,
  ]);
}

it(
  'a random policy compiles, and its emitted module and its Chinese wording say what the interpreter says',
  async () => {
    const numRuns = Math.ceil(cases / recordsPerPolicy);
    const seen = new Map<string, number>();
    const records = fc.array(surfaceRecords, { minLength: recordsPerPolicy, maxLength: recordsPerPolicy, size: 'max' });
    const property = fc.asyncProperty(surfacePolicies, records, async (text, all) => {
      const policy = compiled(text);
      const { evaluate } = loadModule(emitTypeScript(policy, runtimeSource(), '0').javascript);
      const converted = await formatSource(text, { keywords: 'zh' });
      const chinese = compiled(converted.text);
      // Formatting fails where it would change what a source says.
      if (numRuns >= 200) await formatSource(converted.text, { keywords: 'en' });
      for (const [facts, options] of all) {
        const result = interpret(policy, facts, options);
        const place = `${text}\n${JSON.stringify(facts)}\n${JSON.stringify(options)}`;
        const emitted = evaluate(facts, options);
        if (!isDeepStrictEqual(plain(emitted), plain(result))) expect(plain(emitted), place).toEqual(plain(result));
        const other = figures(interpret(chinese, facts, options));
        if (!isDeepStrictEqual(other, figures(result)))
          expect(other, `${place}\n${converted.text}`).toEqual(figures(result));
        for (const { outcome } of result.awards) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }
    });
    // A long run is to end: shrinking one of its policies takes longer than all others.
    const long = { endOnFailure: numRuns >= 200 };
    const { failed, errorInstance, seed, counterexamplePath } = await fc.check(property, { numRuns, ...long });
    if (failed) {
      if (errorInstance instanceof Error)
        errorInstance.message = `seed ${seed}, path ${counterexamplePath}\n${errorInstance.message}`;
      throw errorInstance;
    }
    // Awards of every outcome were met, or the generator has become blind to one.
    const outcomes = ['granted', 'denied', 'needs', 'ceiling', 'selective', 'undecided', 'case-by-case', 'suppressed'];
    expect(outcomes.filter((outcome) => !seen.has(outcome))).toEqual([]);
  },
  patience,
);
