import type { PartCoverage } from '../../compiler/source-text/coverage/coverage.ts';

/** What becomes of a clause: `heading` asks for nothing by itself. */
export type ClauseStatus = 'encoded' | 'partly' | 'missing' | 'waived' | 'heading';

export function statusOf(part: PartCoverage): ClauseStatus {
  const { answered, figures, conditions, bodies, extra } = part;
  const isOpen =
    [...figures, ...conditions, ...bodies].some(({ status }) => status === 'missing') ||
    extra.figures.length + extra.conditions.length + extra.bodies.length > 0;
  switch (answered) {
    case 'missing':
    case 'waived':
      return answered;
    case 'code':
      return isOpen ? 'partly' : 'encoded';
    case 'not-asked':
    case 'outside':
      return isOpen ? 'partly' : 'heading';
    default:
      return answered satisfies never;
  }
}
