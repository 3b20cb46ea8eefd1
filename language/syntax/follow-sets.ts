import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** Token types by their index, as the grammar asks for them: words by their roles. */
type Types = ReadonlySet<TokenType>;

/**
 * What may come right after each type of token anywhere in a grammar, by its productions alone: more than can, because
 * they do not tell what its gates look at. The FOLLOW sets of the textbooks, for tokens instead of rules.
 */
export function followSets(rules: readonly Rule[]): ReadonlyMap<TokenType, Types> {
  const firsts = new Map<Rule, { readonly types: Set<TokenType>; empty: boolean }>();
  for (const rule of rules) firsts.set(rule, { types: new Set(), empty: false });
  untilStable(() => {
    let changed = false;
    for (const rule of rules) {
      const known = firsts.get(rule)!;
      const { types, empty } = firstOf(rule.definition);
      changed = addAll(known.types, types) || (empty && !known.empty) || changed;
      known.empty ||= empty;
    }
    return changed;
  });

  const afterRule = new Map<Rule, Set<TokenType>>(rules.map((rule) => [rule, new Set()]));
  const after = new Map<TokenType, Set<TokenType>>();
  untilStable(() => rules.reduce((changed, rule) => follow(rule.definition, afterRule.get(rule)!) || changed, false));
  return after;

  function firstOf(sequence: readonly IProduction[]): { readonly types: Types; readonly empty: boolean } {
    const types = new Set<TokenType>();
    for (const part of sequence) {
      const first = firstOfOne(part);
      addAll(types, first.types);
      if (!first.empty) return { types, empty: false };
    }
    return { types, empty: true };
  }

  function firstOfOne(part: IProduction): { readonly types: Types; readonly empty: boolean } {
    if (part instanceof Terminal) return { types: new Set([part.terminalType]), empty: false };
    if (part instanceof NonTerminal) return firsts.get(part.referencedRule) ?? nothing;
    if (part instanceof Alternation) {
      const all = part.definition.map((alternative) => firstOfOne(alternative));
      return { types: new Set(all.flatMap(({ types }) => [...types])), empty: all.some(({ empty }) => empty) };
    }
    if (part instanceof Alternative) return firstOf(part.definition);
    if (part instanceof Option || part instanceof Repetition) {
      return { types: firstOf(part.definition).types, empty: true };
    }
    return nothing;
  }

  /** Notes what follows the tokens of a sequence, where `next` follows the sequence. Whether anything was new. */
  function follow(sequence: readonly IProduction[], next: Types): boolean {
    let changed = false;
    sequence.forEach((part, i) => {
      const rest = firstOf(sequence.slice(i + 1));
      const types = rest.empty ? new Set([...rest.types, ...next]) : rest.types;
      if (part instanceof Terminal) {
        const known = after.get(part.terminalType) ?? new Set();
        after.set(part.terminalType, known);
        changed = addAll(known, types) || changed;
      } else if (part instanceof NonTerminal) {
        const known = afterRule.get(part.referencedRule);
        if (known !== undefined) changed = addAll(known, types) || changed;
      } else if (part instanceof Alternation) {
        changed = part.definition.reduce((any, alternative) => follow([alternative], types) || any, changed);
      } else if (part instanceof Alternative) {
        changed = follow(part.definition, types) || changed;
      } else if (part instanceof Repetition) {
        const again = new Set([...types, ...firstOf(part.definition).types]);
        changed = follow(part.definition, again) || changed;
      } else if (part instanceof Option) {
        changed = follow(part.definition, types) || changed;
      }
    });
    return changed;
  }
}

const nothing = { types: new Set<TokenType>(), empty: true } as const;

function untilStable(step: () => boolean): void {
  while (step()) {
    // Each step only adds.
  }
}

function addAll<V>(to: Set<V>, from: ReadonlySet<V>): boolean {
  const before = to.size;
  for (const value of from) to.add(value);
  return to.size > before;
}
