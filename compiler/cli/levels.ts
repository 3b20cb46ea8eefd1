import { cannotSet, checkNames, isLevel, keyOf, type Level, type Levels, levels } from '../lint/severities.ts';
import { checkAdvice, levelAdvice } from '../lint/words-lint.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** The severities of `--rule NAME=LEVEL`; undefined, once it was told, where one cannot be set. The last of a name holds. */
export function readLevels(given: readonly string[], terminal: Terminal): Levels | undefined {
  const set = new Map<string, Level>();
  for (const pair of given) {
    const cut = pair.indexOf('=');
    const [name, level] = cut < 0 ? [pair, ''] : [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
    const why = cannotSet(name);
    if (why !== undefined || !isLevel(level)) {
      const told = () => {
        if (why === 'fixed') return terminal.say(words.ruleFixed, { name });
        const advice = why === 'unknown' ? checkAdvice(name, checkNames) : levelAdvice(level, levels);
        const word = why === 'unknown' ? words.ruleUnknown : words.ruleLevel;
        return terminal.say(word, { name, level, advice: terminal.say(advice) });
      };
      terminal.err(told());
      return undefined;
    }
    set.set(keyOf(name), level);
  }
  return set;
}
