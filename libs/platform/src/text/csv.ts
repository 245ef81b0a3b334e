type CsvCell = string | number | null | undefined;

/** Text that a spreadsheet evaluates as a formula, even if the sign follows white space or is a full-width character. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * Lines of CSV (RFC 4180). A cell that a spreadsheet would evaluate as a formula gets a leading apostrophe. Semicolons are quoted too,
 * because many locales separate cells by them.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
