import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

const byName = new Map(rules.flatMap((rule) => [rule.name, rule.zh].map((name) => [name, rule] as const)));
const byCode = new Map(rules.flatMap((rule) => rule.entries.map(({ code }) => [code, rule] as const)));

/** The rule of that name, in English or in Chinese. */
export function ruleNamed(name: string): Rule | undefined {
  return byName.get(name);
}

/** The rule that makes diagnostics of this code. */
export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

/** The names of all rules, in both languages. */
export const ruleNames: readonly string[] = [...byName.keys()];
