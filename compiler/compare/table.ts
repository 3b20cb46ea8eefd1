import { escaped } from './chart.ts';

/** What is markup already; every other text is escaped. */
export interface Markup {
  readonly markup: string;
}

/** A table whose first cell of a row heads it. Columns without a name have no head; `figures`: cells are figures. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
  figures = false,
): string {
  const head = columns.every((c) => c === '') ? '' : `<thead><tr>${columns.map(headOf).join('')}</tr></thead>`;
  const body = rows
    .map((cells) => {
      const [first = '', ...rest] = cells.map((cell) => (typeof cell === 'string' ? escaped(cell) : cell.markup));
      const others = rest.map((cell) => `<td${figures ? ' class="n"' : ''}>${cell}</td>`);
      return `<tr><th scope="row">${first}</th>${others.join('')}</tr>`;
    })
    .join('');
  return `<table>${head}<tbody>${body}</tbody></table>`;
}

/** A head without a name would be read out as one. */
function headOf(column: string): string {
  return column === '' ? '<td></td>' : `<th scope="col">${escaped(column)}</th>`;
}
