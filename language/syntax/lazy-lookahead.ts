import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Chooser = ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']>;
type Decider = ReturnType<ILookaheadStrategy['buildLookaheadForOptional']>;

/**
 * Chevrotain's own lookahead, worked out for a place of the grammar when parsing first comes to it. Doing so for all places
 * beforehand takes longer than checking a policy, and most sources use a part of the grammar only.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Alternation): Chooser {
    let choose: Chooser | undefined;
    const build = () => super.buildLookaheadForAlternation(options);
    return function (this: ThisParameterType<Chooser>, ...args) {
      choose ??= build();
      return choose.apply(this, args);
    };
  }

  override buildLookaheadForOptional(options: Optional): Decider {
    let decide: Decider | undefined;
    const build = () => super.buildLookaheadForOptional(options);
    return function (this: ThisParameterType<Decider>, ...args) {
      decide ??= build();
      return decide.apply(this, args);
    };
  }
}
