import type { Case } from './cases.ts';
import { type Missing, missingAmong } from './causes.ts';
import { toRange } from './exact.ts';
import { type AwardRequest, caseOf, type Judged, judge } from './judging.ts';
import { assumedMore, assumedNo, assumedYes, assumedZero } from './sentences.ts';
import type { Need } from './types.ts';

/** What is missing, each with what follows where it can be told. */
export function needsOf(request: AwardRequest, judged: Judged): readonly Need[] {
  return missingAmong(judged.causes).map((missing) => ({
    fact: missing.kind === 'party' ? 'party' : missing.name,
    kind: missing.kind,
    ...(missing.at !== undefined && { at: missing.at }),
    ...(missing.aboveZero && { growthBase: true as const }),
    ...(missing.kind === 'party' && { value: missing.name }),
    follows: assumptionsOf(missing).flatMap(({ value, assumed }) => {
      const follows = assumed === undefined ? judged : judgeWith(request, { key: missing.key, value: assumed });
      const range = toRange(follows.ends);
      return range === undefined ? [] : [{ value, outcome: follows.outcome, ...range }];
    }),
  }));
}

/** What a missing fact may turn out to be. `assumed` undefined: nothing that would change the result. */
function assumptionsOf({
  kind,
  fact,
  aboveZero,
}: Missing): readonly { readonly value: string; readonly assumed: boolean | string | 0 | undefined }[] {
  const yesOrNo = [
    { value: assumedYes, assumed: true },
    { value: assumedNo, assumed: false },
  ];
  if (kind === 'party' || kind === 'procedure') return yesOrNo;
  if (kind === 'list' || fact === undefined) return [];
  switch (fact.type) {
    case 'bool':
      return yesOrNo;
    case 'enum':
      return (fact.members ?? []).map((member) => ({ value: member, assumed: member }));
    case 'key':
    case 'date':
      return [];
    case 'money':
    case 'rate':
    case 'count':
    case 'quantity':
    case 'duration': {
      const zero = { value: assumedZero, assumed: 0 } as const;
      // More than 0 is the open interval from 0: what is assumed of a missing fact anyway.
      const more = { value: assumedMore, assumed: undefined };
      if (aboveZero) return [more];
      return fact.signed ? [zero] : [zero, more];
    }
    default:
      return fact.type satisfies never;
  }
}

function judgeWith(request: AwardRequest, assumed: Case['assumed']): Judged {
  return judge(request.benefit, { ...caseOf(request), ...(assumed !== undefined && { assumed }) });
}
