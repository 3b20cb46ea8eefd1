import type { Entry } from '../define.ts';
import { between } from './between.ts';
import { coverage } from './coverage.ts';
import { drafting } from './drafting.ts';
import { facts } from './facts.ts';
import { history } from './history.ts';
import { names } from './names.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { sourceText } from './source-text.ts';
import { structure } from './structure.ts';
import { syntax } from './syntax.ts';

export { between, coverage, drafting, facts, history, names, runs, settings, sourceText, structure, syntax };

/**
 * Every kind of diagnostic there is, by code. The ranges are fixed:
 * CS1xxx syntax, CS2xxx names, units and types, CS3xxx structure and drafting, CS4xxx between measures and policies,
 * CS5xxx source text, CS6xxx facts and runs.
 */
export const catalogue: ReadonlyMap<string, Entry> = new Map(
  [syntax, names, history, structure, drafting, between, sourceText, coverage, settings, facts, runs]
    .flatMap((family) => Object.values<Entry>(family))
    .map((entry) => [entry.code, entry]),
);
