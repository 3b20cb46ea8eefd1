import { assumedMore, assumedNo, assumedYes, assumedZero, pastAwardName } from '../../../stdlib/runtime/sentences.ts';
import type { Consequence, Need } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan } from '../ir.ts';
import { assess, verdictOf } from './assess.ts';
import type { MissingCause } from './causes.ts';
import { newDecision } from './decisions.ts';
import type { Assumption, Environment } from './environment.ts';
import { toFen } from './fen.ts';
import { nonNegative, zeroNum } from './values.ts';

/** Something missing as results name it, with what the award would be for values of it. */
export function needOf(cause: MissingCause, plan: BenefitPlan, env: Environment): Need {
  const follows = assumptions(cause, env).flatMap(([value, assumption]) => {
    const consequence = follow(value, assumption, plan, env);
    return consequence === undefined ? [] : [consequence];
  });
  switch (cause.kind) {
    case 'fact':
      return {
        fact: env.applicant.declarations.get(cause.id)!.name,
        kind: 'fact',
        ...(cause.at !== undefined && { at: cause.at }),
        ...(cause.base && { growthBase: true as const }),
        follows,
      };
    case 'awarded':
      return { fact: pastAwardName(cause.id), kind: 'award', follows };
    case 'list':
      return { fact: env.applicant.lists.get(cause.id)!.name, kind: 'list', follows };
    case 'party':
      return { fact: 'party', kind: 'party', value: cause.id, follows };
    case 'procedure':
      return { fact: cause.id, kind: 'procedure', follows };
    default:
      return cause satisfies never;
  }
}

/** The benefit evaluated once more with something assumed; undefined where no figure of the award would be exact. */
function follow(value: string, assumption: Assumption, plan: BenefitPlan, env: Environment): Consequence | undefined {
  const verdict = verdictOf(assess(plan, { ...env, assumption, decision: newDecision(env.decision?.given) }));
  const min = verdict.lo && toFen(verdict.lo);
  const max = verdict.hi && toFen(verdict.hi);
  if (typeof min !== 'number' || max === undefined) return undefined;
  return { value, outcome: verdict.outcome, min, max };
}

/** What something missing may be, in the order in which the account shows it. */
function assumptions(cause: MissingCause, env: Environment): readonly (readonly [string, Assumption])[] {
  const yesAndNo: readonly (readonly [string, Assumption])[] = [
    [assumedYes, { cause, is: 'truth', holds: true }],
    [assumedNo, { cause, is: 'truth', holds: false }],
  ];
  const isZero: readonly [string, Assumption] = [assumedZero, { cause, is: 'number', number: zeroNum }];
  // Anything more than 0: still not one number, because of the same fact.
  const isMore: readonly [string, Assumption] = [assumedMore, { cause, is: 'number', number: nonNegative([cause]) }];
  switch (cause.kind) {
    case 'list':
      return [];
    case 'party':
    case 'procedure':
      return yesAndNo;
    case 'awarded':
      return [isZero, isMore];
    case 'fact': {
      // A base of 0 is as good as none.
      if (cause.base) return [isMore];
      const { valueType, signed } = env.applicant.declarations.get(cause.id)!;
      switch (valueType.type) {
        case 'bool':
          return yesAndNo;
        case 'enum':
          return env.applicant.policy.enums
            .find((e) => e.name === valueType.name)!
            .members.map((name) => [name, { cause, is: 'member', name }]);
        case 'key':
        case 'date':
          return [];
        case 'money':
        case 'rate':
        case 'count':
        case 'duration':
        case 'quantity':
          return signed ? [isZero] : [isZero, isMore];
        default:
          return valueType satisfies never;
      }
    }
    default:
      return cause satisfies never;
  }
}
