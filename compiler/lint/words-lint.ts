import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import { ruleNames } from './registry.ts';

/** What to write instead of the name of a rule that there is not. */
export function adviceFor(name: string): Localised {
  const [meant] = didYouMean(name, ruleNames);
  return meant === undefined
    ? { zh: '规则的名称见 docs/rules', en: 'the names of the rules are listed in docs/rules' }
    : { zh: `是不是 ${meant}`, en: `write ${meant}, if that is meant` };
}
