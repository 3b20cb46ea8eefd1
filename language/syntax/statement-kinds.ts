import type { Norm, Statement } from './tree.ts';

/** Whether a statement is a right, duty, recognition or target. */
export function isNorm(statement: Statement): statement is Norm {
  switch (statement.kind) {
    case 'Recognise':
    case 'Exempt':
    case 'Entitle':
    case 'Reckon':
    case 'Oblige':
    case 'Encourage':
    case 'Target':
    case 'Hold':
    case 'Revoke':
    case 'Reclaim':
    case 'Bar':
      return true;
    default:
      return false;
  }
}
