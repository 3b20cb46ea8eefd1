import { structure } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { CheckedPolicy } from '../check/model.ts';
import type { Host } from '../project/host.ts';

/** A policy names a manifest of its official text that is not there yet. */
export function manifestAbsent({
  policy,
  host,
}: {
  readonly policy: CheckedPolicy;
  readonly host: Host;
}): readonly Diagnostic[] {
  const { source, symbol } = policy;
  if (source === undefined) return [];
  const path = source.path.value;
  if (host.exists(host.join(host.dirname(symbol.file), path))) return [];
  return [diagnose(structure.manifestAbsent, symbol.file, source.path.span, { path })];
}
