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

/** What to write instead of the name of a check that there is not, in the settings. */
export function checkAdvice(name: string, known: readonly string[]): Localised {
  const [meant] = didYouMean(name, known);
  return meant === undefined
    ? {
        zh: '名称见 docs/settings.md，也可以写诊断的代码，如 CS3020',
        en: 'names are listed in docs/settings.md; the code of a diagnostic, such as CS3020, will do as well',
      }
    : { zh: `是不是 ${meant}`, en: `write ${meant}, if that is meant` };
}

/** What to write instead of a severity that there is not. */
export function levelAdvice(level: string, known: readonly string[]): Localised {
  const [meant] = didYouMean(level, known);
  const all = known.join(', ');
  return meant === undefined
    ? { zh: `写 ${all.replaceAll(', ', '、')} 之一`, en: `write one of ${all}` }
    : { zh: `是不是 ${meant}`, en: `write ${meant}, if that is meant` };
}
