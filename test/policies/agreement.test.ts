import { describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import { factsOf } from '../../compiler/run/run-examples.ts';
import type { Facts, Lang, Result } from '../../stdlib/runtime/types.ts';
import { effort } from '../harness/effort.ts';
import { runtimeSource } from '../harness/runtime-source.ts';
import { generateFacts, randomFrom } from './generate-facts.ts';
import { compileFolder, evaluate, onlyPolicy } from './harness.ts';

const policy = onlyPolicy(compileFolder('policies/jinan-2026'));
const emitted = loadModule(emitTypeScript(policy, runtimeSource(), 'test').javascript);
const asOf = '2026-06-30';
const applicants = effort(2_500);

/** Without undefined fields and prototypes, which are no part of a result. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function expectAgreement(facts: Facts, lang: Lang, name: string): Result {
  const byInterpreter = evaluate(policy, facts, { lang });
  const byModule = emitted.evaluate(facts, { asOf, lang });
  if (JSON.stringify(byInterpreter) === JSON.stringify(byModule)) return byModule;
  // Slow, but it shows where they part.
  expect(plain(byModule), `${name}: ${JSON.stringify(facts)}`).toEqual(plain(byInterpreter));
  return byModule;
}

describe('the emitted module of jinan-2026 and the interpreter agree, award for award and step for step,', () => {
  it.each(policy.examples.map((example) => ({ title: example.title, example })))(
    'on the example “$title”',
    ({ example }) => {
      expectAgreement(factsOf(example), 'zh', example.title);
    },
  );

  it(`on ${applicants} generated applicants`, () => {
    const random = randomFrom(2026);
    const outcomes = new Map<string, number>();
    for (let i = 0; i < applicants; i += 1) {
      const facts = generateFacts(policy, random);
      const result = expectAgreement(facts, i % 2 === 0 ? 'zh' : 'en', `applicant ${i}`);
      for (const { outcome } of result.awards) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // The generator is worth its time only while it reaches every outcome that this policy can give.
    for (const outcome of ['granted', 'ceiling', 'denied', 'needs']) {
      expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(applicants / 10);
    }
  }, 180_000);
});
