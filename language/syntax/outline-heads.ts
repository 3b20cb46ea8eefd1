import { type Context, headRole, modifierHeads, takesFronted, takesModifiers, takesSubject } from './heads.ts';
import { headAt, isLabel, isUsedAsName, type OutlineState } from './outline-state.ts';
import { endsOperand } from './token-classes.ts';
import * as T from './tokens.ts';
import type { Role } from './vocabulary.ts';

/** The head of a statement and where it stands. */
export interface Lead {
  readonly role: Role;
  readonly index: number;
}

/** The head of the statement that begins at `index`; it need not be its first token: 失信 的，不予支持. */
export function leadingHead(state: OutlineState, index: number, context: Context): Lead | undefined {
  const role = headAt(state, index, context);
  if (role === undefined || isUsedAsName(state, index)) {
    return subjected(state, index, context) ?? fronted(state, index, context);
  }
  const later = role === 'when' || role === 'meetsOpen' ? fronted(state, index, context) : undefined;
  return later ?? { role, index };
}

/** `市科技局、市教育局 应当 …` */
function subjected(state: OutlineState, index: number, context: Context): Lead | undefined {
  const { tokens } = state;
  let next = index;
  for (let members = 0; members < 40; members++) {
    const token = tokens[next];
    if (token === undefined || (!T.canBeName(token) && token.tokenType !== T.TextToken)) return undefined;
    const follower = tokens[next + 1];
    if (follower === undefined) return undefined;
    const role = headRole(T.rolesOf(follower), context);
    if (isHeld(state, next + 1, context)) return { role: 'hold', index: next + 1 };
    if (role !== undefined) return takesSubject.has(role) ? { role, index: next + 1 } : undefined;
    if (follower.tokenType !== T.Comma && follower.tokenType !== T.ListComma) return undefined;
    next += 2;
  }
  return undefined;
}

/** 市财政出资 不高于 基金规模 的 30%: a share of something, where a condition would go on to its 的. */
function isHeld({ tokens }: OutlineState, index: number, context: Context): boolean {
  const bound = tokens[index];
  if (context !== 'measure' || !(T.has(bound, 'notMoreThan') || T.has(bound, 'notLessThan'))) return false;
  const [base, de, share] = tokens.slice(index + 1, index + 4);
  return (
    (T.canBeName(base) || base?.tokenType === T.TextToken) && T.has(de, 'de') && share?.tokenType === T.NumberToken
  );
}

/** How many tokens a condition before its statement may have. */
const longestFront = 200;

/** `C 的，补助 …` and `符合 C 条件的，不予支持 …`: a condition before its statement. */
function fronted(state: OutlineState, index: number, context: Context): Lead | undefined {
  const { tokens } = state;
  const limit = Math.min(tokens.length, index + longestFront);
  if (state.conditionEnds[index]! >= limit) return undefined;
  let open = 0;
  for (let k = index; k < limit; k++) {
    const token = tokens[k]!;
    if (token.tokenType === T.LBrace) open += 1;
    else if (token.tokenType === T.RBrace) open -= 1;
    if (token.tokenType === T.Stop || open < 0) return undefined;
    if (open > 0) continue;
    if (k > index && token.indent >= 0) {
      // A line that begins with a head, or with a name after an operand, is another statement.
      const another = T.canBeName(token) && endsLine(tokens[k - 1]!);
      if (another || headAt(state, k, context) !== undefined) return undefined;
    }
    if (!T.has(token, 'de') && !T.has(token, 'meetsClose')) continue;
    const comma = tokens[k + 1]?.tokenType === T.Comma;
    let next = comma ? k + 2 : k + 1;
    // C 的，4年内不得申报.
    const isTerm = tokens[next]?.tokenType === T.NumberToken;
    if (isTerm && T.has(tokens[next + 1], 'bar')) next += 1;
    else if (isTerm && T.has(tokens[next + 1], 'withinClose') && T.has(tokens[next + 2], 'bar')) next += 2;
    const head = tokens[next];
    // 获批 的, alone on its line, is a condition of the whole measure.
    if (head === undefined || (head.indent >= 0 && !comma)) return undefined;
    const role = headRole(T.rolesOf(head), context);
    // 按 乙 的 10%: within the condition.
    if (role === undefined && !comma) continue;
    return role !== undefined && takesFronted.has(role) ? { role, index: next } : undefined;
  }
  return undefined;
}

/** What the last line of a statement can end in: an operand, or a range that is open at its end, 100元.. */
function endsLine(token: T.Token): boolean {
  return endsOperand(token) || token.tokenType === T.Dots;
}

/** Whether the token at `index` begins another statement than the one at hand. */
export function begins(
  state: OutlineState,
  index: number,
  context: Context,
  current: Role | undefined,
  indent: number,
): boolean {
  const token = state.tokens[index]!;
  if (token.indent < 0) return false;
  const role = headAt(state, index, context);
  if (role !== undefined && !isUsedAsName(state, index)) {
    // In a policy, what its denials and extensions take is never a period: it is of the whole policy.
    const ofPolicy = context === 'policy' && (role === 'covers' || role === 'applyWithin' || role === 'since');
    const modifies = modifierHeads.has(role) && current !== undefined && takesModifiers.has(current) && !ofPolicy;
    if (!modifies) return true;
    // 当 C 的，补助 …: its own statement, after all.
    return role === 'meetsOpen' && fronted(state, index, context) !== undefined;
  }
  if (!endsLine(state.tokens[index - 1]!)) return false;
  if (subjected(state, index, context) !== undefined) return true;
  // 6年内 迁出 的，追回
  if (token.tokenType === T.NumberToken && T.has(state.tokens[index + 1], 'withinClose')) {
    return fronted(state, index, context) !== undefined;
  }
  if (!T.canBeName(token)) return false;
  if (context === 'example' && state.tokens[index + 1]?.tokenType === T.LBrace) return true;
  if (isLabel(state, index) || fronted(state, index, context) !== undefined) return true;
  // No operand follows another: this is no continuation. What can take modifiers may still have an odd one, deeper.
  if (token.indent <= indent || current === undefined) return true;
  return token.tokenType === T.Name && !takesModifiers.has(current);
}

/** Whether a line below the head of a block is no part of the head: its `{` is missing. */
export function endsHeader(state: OutlineState, head: Role | undefined, indent: number): boolean {
  if (head !== 'policy' && head !== 'measure' && head !== 'example') return false;
  const token = state.tokens[state.i]!;
  if (token.indent <= indent || !endsOperand(state.tokens[state.i - 1]!)) return false;
  return token.tokenType !== T.LBrace && token.tokenType !== T.TextToken && !T.has(token, 'ofMeasure');
}
