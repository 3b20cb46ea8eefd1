import { drafting } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { contains } from '../../language/source/span.ts';
import type { CheckedPolicy } from '../check/model.ts';
import { ruleNamed, ruleOf } from './registry.ts';
import { adviceFor } from './words-lint.ts';

/**
 * What is left of what the rules found in a policy once its acceptances are taken off, with what is wrong about these:
 * that they accept nothing (any more), or that there is no such rule.
 */
export function settle(policy: CheckedPolicy, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const accepted = new Set<Diagnostic>();
  const problems = policy.ruleAllowances.flatMap(({ node, file, measure }) =>
    node.rules.flatMap((name): Diagnostic[] => {
      const rule = ruleNamed(name.text);
      if (rule === undefined)
        return [diagnose(drafting.unknownRule, file, name.span, { rule: name.text, advice: adviceFor(name.text) })];
      if (rule.fixed) return [diagnose(drafting.fixedRule, file, name.span, { rule: name.text })];
      const own = found.filter(
        (d) =>
          ruleOf(d.code) === rule &&
          (measure === undefined || (d.file === measure.file && contains(measure.node.span, d.span))),
      );
      for (const d of own) accepted.add(d);
      if (own.length > 0) return [];
      const isAlone = node.rules.length === 1;
      const fixes = isAlone
        ? [{ title: { zh: '删去这一行', en: 'Remove the line' }, edits: [{ span: node.span, text: '' }] }]
        : [];
      const { span } = isAlone ? node : name;
      return [diagnose(drafting.acceptanceUnused, file, span, { rule: name.text }, { fixes })];
    }),
  );
  return [...found.filter((d) => !accepted.has(d)), ...problems];
}
