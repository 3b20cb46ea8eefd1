import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { manifestBeside, normativeParts } from '../manifest-beside.ts';
import type { Rule } from '../rule.ts';

/** A policy replaces an older one, while its text repeals nothing. */
export const repealNotInText: Rule = {
  name: 'repeal-not-in-text',
  zh: '原文没有废止',
  entries: [drafting.repealNotInText],
  checkOutside: ({ policy, host }) => {
    const manifest = manifestBeside(policy, host);
    if (manifest === undefined || normativeParts(manifest).some(({ conditions }) => conditions.includes('废止')))
      return [];
    const { file, node } = policy.symbol;
    return (node?.body ?? []).flatMap((line) =>
      line.kind === 'Replaces'
        ? line.policies.map((name) => diagnose(drafting.repealNotInText, file, name.span, { old: name.text }))
        : [],
    );
  },
};
