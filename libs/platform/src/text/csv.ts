type CsvCell = string | number | null | undefined;

/** Text that a spreadsheet evaluates as a formula. The sign may follow white space, and it may be a full-width character. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * Formats rows as CSV (RFC 4180). A cell that a spreadsheet would evaluate as a formula starts with an apostrophe. Cells with a semicolon
 * are quoted, because in many locales it separates cells.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
