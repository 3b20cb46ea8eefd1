import { type Applicant, eligible } from './applicants.ts';

/** The policy as a programmer would write it: the limit to reach. Yuan throughout. */
export interface Amounts {
  readonly talent: number;
  readonly platform: number;
  readonly platformElsewhere: number;
  readonly vouchers: number;
  readonly firstTime: number;
  readonly total: number;
}

const eligiblePlatforms = new Set(eligible);

export function amounts(a: Applicant): Amounts {
  const talent = a.university ? Math.min(500_000, 6_000 * a.masters + 10_000 * a.doctors) : 0;
  let platform = 0;
  let platformElsewhere = 0;
  if (eligiblePlatforms.has(a.platform)) {
    if (a.role === 'lead') {
      platform = Math.min(10_000_000, a.requested);
      platformElsewhere = Math.min(5_000_000, a.requested);
    } else if (a.role === 'participate') {
      platform = Math.min(1_000_000, a.requested);
      platformElsewhere = Math.min(3_000_000, a.requested);
    }
  }
  const vouchers = Math.min(300_000, a.vouchers / 10);
  const firstTime = a.firstHte ? (a.aboveScale ? 250_000 : 200_000) : 0;
  const total = talent + Math.max(platform, platformElsewhere) + vouchers + firstTime;
  return { talent, platform, platformElsewhere, vouchers, firstTime, total };
}

export interface Explained {
  readonly total: number;
  readonly lines: readonly {
    readonly measure: string;
    readonly amount: number;
    readonly why: string;
    readonly cut: number;
  }[];
}

/** The same with a line of explanation for every measure: what an auditable evaluator has to give back at least. */
export function explained(a: Applicant): Explained {
  const raw = 6_000 * a.masters + 10_000 * a.doctors;
  const due = amounts(a);
  const tenth = a.vouchers / 10;
  return {
    total: due.total,
    lines: [
      line('talent', due.talent, a.university ? 'university' : 'not a university', a.university ? raw - due.talent : 0),
      line('platform', due.platform, a.role, 0),
      line('platform elsewhere', due.platformElsewhere, due.platform >= due.platformElsewhere ? 'beaten' : 'wins', 0),
      line('vouchers', due.vouchers, 'a tenth', tenth - due.vouchers),
      line('first time', due.firstTime, a.firstHte ? (a.aboveScale ? 'above scale' : 'other') : 'not first', 0),
    ],
  };
}

function line(measure: string, amount: number, why: string, cut: number): Explained['lines'][number] {
  return { measure, amount, why, cut };
}
