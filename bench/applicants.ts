/**
 * The applicants of the benchmark: pseudo-random, the same everywhere. The generator is fixed by the published
 * checksum; every product in it stays below 2^53, so that its arithmetic is exact in doubles.
 */
export interface Applicant {
  readonly university: boolean;
  readonly masters: number;
  readonly doctors: number;
  readonly platform: (typeof platforms)[number];
  readonly role: (typeof roles)[number];
  /** Yuan. */
  readonly requested: number;
  /** Yuan. */
  readonly vouchers: number;
  readonly firstHte: boolean;
  readonly aboveScale: boolean;
}

export const platforms = ['全国重点实验室', '国家技术创新中心', '国家大学科技园', '省级重点实验室', '无'] as const;
export const roles = ['lead', 'participate', 'none'] as const;
/** The platforms that the policy pays for. */
export const eligible: readonly string[] = platforms.slice(0, 3);

export function makeApplicants(n: number): Applicant[] {
  return Array.from({ length: n }, (_, i) => ({
    university: draw(i, 1) % 3 === 0,
    masters: draw(i, 2) % 101,
    doctors: draw(i, 3) % 31,
    platform: platforms[draw(i, 4) % 5]!,
    role: roles[draw(i, 5) % 3]!,
    requested: (draw(i, 6) % 1501) * 10_000,
    vouchers: (draw(i, 7) % 500_001) * 10,
    firstHte: draw(i, 8) % 4 === 0,
    aboveScale: draw(i, 9) % 2 === 0,
  }));
}

const modulus = 2 ** 31 - 1;

/** The k-th draw for applicant i: two steps of multiplicative generators over a mixed seed. */
function draw(i: number, k: number): number {
  const seed = (i * 2_654_435_761 + k * 1_013_904_223) % modulus;
  return (((seed * 48_271) % modulus) * 16_807) % modulus;
}

/** The sum of totals and a hash that depends on their order: `45432111790/915ad065` over 20,000 applicants. */
export function checksum(totals: Iterable<number>): string {
  let sum = 0;
  let hash = 17;
  for (const total of totals) {
    sum += total;
    hash = (Math.imul(hash, 31) + (total | 0)) | 0;
  }
  return `${sum}/${(hash >>> 0).toString(16)}`;
}

export const expectedChecksum = '45432111790/915ad065';
