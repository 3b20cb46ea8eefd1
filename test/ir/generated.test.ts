import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret, interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { print } from '../../compiler/ir/print.ts';
import { verify } from '../../compiler/ir/verify.ts';
import { evaluations, factRecords, fitDecisions } from '../harness/generate-facts.ts';
import { policies } from '../harness/generate-ir.ts';

describe('generated policies', () => {
  it('are well-formed', () => {
    fc.assert(
      fc.property(policies(), (policy) => {
        expect(verify(policy), print(policy)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('make everything happen that results can tell of', () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    // Always the same ones: what comes up often enough here is tested by all that draws from these generators.
    const sample = fc.sample(fc.tuple(policies('市'), policies('省'), factRecords, evaluations), {
      numRuns: 700,
      seed: 1,
    });
    for (const [city, province, facts, options] of sample) {
      const [record, given] = [fitDecisions(facts, [city]), fitDecisions(options, [city])];
      const result = interpret(city, record, given);
      for (const { outcome, analogy, needs } of result.awards) {
        count(outcome);
        if (analogy !== undefined) count('analogy');
        for (const { kind } of needs ?? []) count(`needs ${kind}`);
      }
      for (const { why } of result.open) count(why);
      for (const { code } of result.problems) count(code);
      for (const { cutMax } of result.sharedCaps) count(cutMax === 0 ? 'cap' : 'cap that cuts');
      for (const { holds } of result.norms) count(`norm ${holds}`);
      for (const { why } of interpretTogether([city, province], record, given).open) count(`${why} across`);
    }
    const seldom = [...seen].filter(([, n]) => n < 1);
    expect(seldom).toEqual([]);
    expect([...seen.keys()].sort()).toEqual(
      [
        ...['granted', 'ceiling', 'selective', 'suppressed', 'denied', 'needs', 'undecided', 'case-by-case'],
        ...['analogy', 'needs fact', 'needs list', 'needs party', 'needs procedure', 'needs award'],
        ...['unsettled', 'depends', 'excludes', 'unsettled across', 'depends across', 'tie across', 'excludes across'],
        ...['CS6006', 'CS6007', 'CS6008', 'cap', 'cap that cuts', 'norm true', 'norm false', 'norm null'],
      ].sort(),
    );
  });
});
