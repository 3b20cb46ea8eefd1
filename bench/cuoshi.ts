import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import type { EvaluateOptions, Facts, Result } from '../stdlib/runtime/types.ts';
import type { Applicant } from './applicants.ts';

type Evaluate = (facts: Facts, options: EvaluateOptions) => Result;

/** Compiles peers.cuoshi by the command line, as a user would, and loads the emitted module. */
export async function compileCuoshi(): Promise<Evaluate> {
  const folder = mkdtempSync(join(tmpdir(), 'cuoshi-bench-'));
  try {
    execFileSync(process.execPath, ['dist/cuoshi.js', 'build', 'bench/peers.cuoshi', '--out', folder], {
      stdio: 'pipe',
    });
    const { code } = await transform(readFileSync(join(folder, 'peers.ts'), 'utf8'), { loader: 'ts', format: 'esm' });
    const file = join(folder, 'peers.mjs');
    writeFileSync(file, code);
    const module = (await import(pathToFileURL(file).href)) as { evaluate: Evaluate };
    return module.evaluate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const roles = { lead: '牵头', participate: '参与', none: '其他角色' } as const;
const fen = (yuan: number) => yuan * 100;

/** An applicant as checked facts: money in fen, names as the policy declares them. */
export function toFacts(a: Applicant): Facts {
  return {
    party: ['申报人'],
    高校办学: a.university,
    硕士: a.masters,
    博士: a.doctors,
    类型: a.platform,
    角色: roles[a.role],
    申请额: fen(a.requested),
    创新券额: fen(a.vouchers),
    首次高新: a.firstHte,
    规上: a.aboveScale,
  };
}

/** The exact total in yuan; NaN where the module left it open, which the checksum then shows. */
export function totalOf(result: Result): number {
  const cash = result.totals.cash;
  if (cash === undefined) return 0;
  return cash.min === cash.max ? cash.min / 100 : Number.NaN;
}
