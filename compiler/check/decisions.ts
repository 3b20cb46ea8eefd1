import type * as T from '../../language/syntax/tree.ts';

/** The figures of an amount that somebody decides; rows of one table count once, since only one of them applies. */
export function decisionsIn(e: T.Expression): readonly T.Expression[] {
  switch (e.kind) {
    case 'UpTo':
    case 'AtLeast':
    case 'Range':
    case 'Undecided':
    case 'CaseByCase':
      return [e];
    case 'Parenthesised':
      return decisionsIn(e.inner);
    case 'Unary':
      return decisionsIn(e.operand);
    case 'Binary':
      return [...decisionsIn(e.left), ...decisionsIn(e.right)];
    case 'RateOf':
      return [...decisionsIn(e.rate), ...decisionsIn(e.base)];
    case 'Per':
    case 'PerFull':
      return decisionsIn(e.amount);
    case 'Table':
    case 'Bands': {
      const rows = [...e.rows.map((row) => row.value), ...(e.otherwise ? [e.otherwise] : [])].map(decisionsIn);
      return rows.reduce((most, row) => (row.length > most.length ? row : most), []);
    }
    case 'NumberLiteral':
    case 'DateLiteral':
    case 'BoolLiteral':
    case 'Text':
    case 'NameExpression':
    case 'Is':
    case 'In':
    case 'Between':
    case 'None':
    case 'Aggregate':
    case 'Ladder':
    case 'LastYear':
    case 'YearsSum':
    case 'Growth':
    case 'GrowthRate':
    case 'FirstTime':
    case 'Running':
    case 'Had':
    case 'Reading':
    case 'Missing':
      return [];
    case 'Nth':
    case 'Schedule': {
      const other = e.kind === 'Nth' && e.otherwise ? decisionsIn(e.otherwise) : [];
      const rows = [...e.rows.map((row) => decisionsIn(row.value)), other];
      return rows.reduce((most, row) => (row.length > most.length ? row : most), []);
    }
    default:
      return e satisfies never;
  }
}
