type CsvCell = string | number | null | undefined;

/** Text that a spreadsheet evaluates as a formula, also after white space and in full width. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Lines of CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe; semicolons are quoted, as many locales separate cells by them. */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
