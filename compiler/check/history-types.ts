import { history, names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { isConstant } from './constants.ts';
import { type Context, type Place, report } from './context.ts';
import {
  checkFirstTime,
  checkRunning,
  checkSchedule,
  resolveGrowing,
  resolvePastAward,
  resolveYearly,
  yearsOf,
} from './history.ts';
import { requireType } from './place.ts';
import { bool, rate, sumType, type Type, typeWord, unknown } from './types.ts';

export type HistoryExpression =
  | T.LastYear
  | T.YearsSum
  | T.Growth
  | T.GrowthRate
  | T.FirstTime
  | T.Running
  | T.Had
  | T.Schedule;

/** The type of what reads other years or past awards. */
export function historyType(e: HistoryExpression, context: Context, place: Place, expected: Type | undefined): Type {
  const fixed: Place = { ...place, decisions: false };
  switch (e.kind) {
    case 'LastYear':
      return resolveYearly(e.fact, context)?.factType ?? unknown;
    case 'YearsSum':
      yearsOf(e.years, context);
      return resolveGrowing(e.fact, context)?.factType ?? unknown;
    case 'Growth':
      if (e.beyond) requireType(e.beyond, context.typeOf(e.beyond, context, fixed, rate), rate, context);
      return resolveGrowing(e.fact, context)?.factType ?? unknown;
    case 'GrowthRate':
      resolveGrowing(e.fact, context);
      // Where it may stand, the comparison has looked at it.
      report(context, history.growthRatePlace, e.span, { fact: e.fact.text });
      return unknown;
    case 'FirstTime':
      checkFirstTime(e, (x) => boolOf(x, context, fixed), context);
      return bool;
    case 'Running':
      boolOf(e.condition, context, fixed);
      checkRunning(e, context);
      return bool;
    case 'Had':
      resolvePastAward(e.award, context);
      return bool;
    case 'Schedule':
      return scheduleType(e, context, place, expected);
    default:
      return e satisfies never;
  }
}

function boolOf(e: T.Expression, context: Context, place: Place): Type {
  const type = context.typeOf(e, context, place);
  if (type.type !== 'bool' && type.type !== 'unknown') {
    report(context, messages.conditionNotBool, e.span, { found: typeWord(type) });
  }
  return type;
}

/** `growth rate of F >= 6%`: F is compared with so much more than last year's, so the rate must be written. */
export function checkGrowthRate(
  grown: T.GrowthRate,
  written: readonly (T.Expression | undefined)[],
  context: Context,
): void {
  resolveGrowing(grown.fact, context);
  context.output.types.set(grown, rate);
  for (const other of written) {
    if (other === undefined || other.kind === 'Missing') continue;
    const type = context.typeOf(other, context, { in: 'condition', decisions: false }, rate);
    if (type.type !== 'unknown' && (type.type !== 'rate' || !isConstant(other))) {
      report(context, history.growthRatePlace, other.span, { fact: grown.fact.text });
    }
  }
}

function scheduleType(e: T.Schedule, context: Context, place: Place, expected: Type | undefined): Type {
  checkSchedule(e, context);
  let type: Type | undefined;
  for (const { value } of e.rows) {
    const found = context.typeOf(value, context, place, expected);
    if (value.kind === 'None' || found.type === 'unknown') continue;
    const joined = type === undefined ? found : sumType(type, found);
    if (joined === undefined && type !== undefined) {
      report(context, messages.wrongType, value.span, { found: typeWord(found), expected: typeWord(type) });
    } else type = joined;
  }
  return type ?? expected ?? unknown;
}
