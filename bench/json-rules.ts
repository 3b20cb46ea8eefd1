import { Engine } from 'json-rules-engine';
import { type Applicant, eligible } from './applicants.ts';

const equal = (fact: keyof Applicant, value: unknown) => ({ fact, operator: 'equal', value });
const pays = (role: string) => [{ fact: 'platform', operator: 'in', value: eligible }, equal('role', role)];

const rules = [
  { type: 'talent', cap: 500_000, all: [equal('university', true)] },
  { type: 'platform', cap: 10_000_000, all: pays('lead') },
  { type: 'platform', cap: 1_000_000, all: pays('participate') },
  { type: 'platformElsewhere', cap: 5_000_000, all: pays('lead') },
  { type: 'platformElsewhere', cap: 3_000_000, all: pays('participate') },
  { type: 'vouchers', cap: 300_000, all: [{ fact: 'vouchers', operator: 'greaterThan', value: 0 }] },
  { type: 'firstTime', cap: 250_000, all: [equal('firstHte', true), equal('aboveScale', true)] },
  { type: 'firstTime', cap: 200_000, all: [equal('firstHte', true), equal('aboveScale', false)] },
];

/** The engine decides which rules fire; it has no arithmetic, so the amounts are worked out here, as its users do. */
export function compileJsonRules(): (applicant: Applicant) => Promise<number> {
  const engine = new Engine();
  for (const { type, cap, all } of rules) engine.addRule({ conditions: { all }, event: { type, params: { cap } } });
  return async (a) => {
    const { events } = await engine.run(a as unknown as Record<string, unknown>);
    const due = { talent: 0, platform: 0, platformElsewhere: 0, vouchers: 0, firstTime: 0 };
    for (const { type, params } of events) {
      const cap = Number(params?.cap);
      if (type === 'talent') due.talent = Math.min(cap, 6_000 * a.masters + 10_000 * a.doctors);
      else if (type === 'platform') due.platform = Math.min(cap, a.requested);
      else if (type === 'platformElsewhere') due.platformElsewhere = Math.min(cap, a.requested);
      else if (type === 'vouchers') due.vouchers = Math.min(cap, a.vouchers / 10);
      else due.firstTime = cap;
    }
    return due.talent + Math.max(due.platform, due.platformElsewhere) + due.vouchers + due.firstTime;
  };
}
