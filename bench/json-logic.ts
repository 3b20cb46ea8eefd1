import { LogicEngine } from 'json-logic-engine';
import { type Applicant, eligible } from './applicants.ts';

const fact = (name: keyof Applicant) => ({ var: name });
const capped = (cap: number, amount: unknown) => ({ min: [cap, amount] });
const byRole = (lead: number, participate: number) => ({
  if: [
    { in: [fact('platform'), eligible] },
    {
      if: [
        { '===': [fact('role'), 'lead'] },
        capped(lead, fact('requested')),
        { '===': [fact('role'), 'participate'] },
        capped(participate, fact('requested')),
        0,
      ],
    },
    0,
  ],
});

const policy = {
  '+': [
    {
      if: [
        fact('university'),
        capped(500_000, { '+': [{ '*': [6_000, fact('masters')] }, { '*': [10_000, fact('doctors')] }] }),
        0,
      ],
    },
    { max: [byRole(10_000_000, 1_000_000), byRole(5_000_000, 3_000_000)] },
    capped(300_000, { '/': [fact('vouchers'), 10] }),
    { if: [fact('firstHte'), { if: [fact('aboveScale'), 250_000, 200_000] }, 0] },
  ],
};

/** JSON rules compiled to a JavaScript function by the engine; it yields the total only. */
export function compileJsonLogic(): (applicant: Applicant) => number {
  return new LogicEngine().build(policy) as unknown as (applicant: Applicant) => number;
}
