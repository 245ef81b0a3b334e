type Cell = string | null | undefined;

/**
 * Text that a spreadsheet evaluates as a formula. The sign may follow white space, and may be a full-width character.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * Formats rows as CSV (RFC 4180). A cell that a spreadsheet would evaluate as a formula gets a leading apostrophe.
 * Cells with semicolons are quoted too, because in many locales a semicolon separates cells.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n';
}

function cellOf(cell: Cell): string {
  const text = FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function downloadCsv(fileName: string, rows: readonly (readonly Cell[])[]): void {
  const url = URL.createObjectURL(new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
