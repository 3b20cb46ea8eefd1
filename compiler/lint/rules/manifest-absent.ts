import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Rule } from '../rule.ts';

/** A policy names a manifest of its official text that is not there yet. */
export const manifestAbsent: Rule = {
  name: 'manifest-absent',
  zh: '缺原文清单',
  entries: [drafting.manifestAbsent],
  checkOutside: ({ policy, host }) => {
    const { source, symbol } = policy;
    if (source === undefined) return [];
    const path = source.path.value;
    if (host.exists(host.join(host.dirname(symbol.file), path))) return [];
    return [diagnose(drafting.manifestAbsent, symbol.file, source.path.span, { path })];
  },
};
