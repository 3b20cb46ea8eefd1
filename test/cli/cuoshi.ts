import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const command = join(root, 'dist', 'cuoshi.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder, as a user would. Nothing of the surrounding locale or colour gets in. */
export function cuoshi(
  args: readonly string[],
  { cwd = root, input = '', env = {} }: { cwd?: string; input?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { PATH, HOME, CUOSHI_BUILD_FAILED } = process.env;
  if (CUOSHI_BUILD_FAILED) throw new Error('the command line could not be built');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    input,
    env: { PATH, HOME, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const folders: string[] = [];

/** A folder of its own with these files, gone after the tests. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuoshi-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A policy of three benefits: a capped formula, a ceiling, and one per item of a list. */
export const policy = `use std.parties

policy demo "示例" {
  level city
  status in force
  as of 2026-06-30
  stacking highest within this policy
}

enum 角色 { 牵头, 参与 }

record 平台 {
  角色: 角色
  获批: bool
}

agency 市教育局
agency 市科技局

party 高校 {
  硕士 alias master: count
  博士 alias doctor: count
  订单式培养: bool
  检测费: money
  平台: list of 平台
}

measure 联合培养 {
  clause "一（一）"
  for 高校
  by 市教育局
  grant 硕博培养: 6000元 per 硕士 + 1万元 per 博士 cap 50万元 per year
  grant 订单培养: up to 150万元 after 绩效评估 when 订单式培养
}

measure 创新平台 {
  clause "二（八）"
  for each 平台 of 高校
  by 市科技局
  when 获批
  grant 牵头: up to 1000万元 after 评审 when 角色 is 牵头
}

measure 检测补助 {
  clause "三"
  for 高校
  by 市科技局
  grant 10% of 检测费 cap 30万元
}

example "超过封顶" of 联合培养 {
  高校 { 硕士: 60, 博士: 30, 订单式培养: no }
  expect 硕博培养 = 50万元
}
`;

/** Facts under which every award of \`policy\` is as simple as can be. */
export const applicant = {
  applicant: '甲大学',
  硕士: 60,
  博士: 30,
  订单式培养: true,
  检测费: '1234567.89元',
  平台: [{ 角色: '牵头', 获批: true }],
};

/** The lines of `--json`. */
export function results(stdout: string): ResultLine[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultLine);
}

export interface ResultLine {
  readonly applicant?: string;
  readonly asOf: string;
  readonly policies: readonly string[];
  readonly awards: readonly {
    readonly measure: string;
    readonly benefit: string | null;
    readonly item?: number;
    readonly outcome: string;
    readonly min: string;
    readonly max: string | null;
    readonly steps: readonly Readonly<Record<string, unknown>>[];
    readonly needs?: readonly { readonly fact: string }[];
  }[];
  readonly totals: Readonly<Record<string, { readonly min: string; readonly max: string | null }>>;
  readonly needs: readonly string[];
  readonly envelope: Readonly<Record<string, unknown>>;
}
