import { stripVTControlCharacters } from 'node:util';
import { paint } from './paint.js';

const widthOf = (cell: string | undefined): number => stripVTControlCharacters(cell ?? '').length;

/** Columns padded to their widest cell; the last one is left ragged. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head.map((cell) => paint('dim', cell)), ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column]))));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === cells.length - 1 ? cell : cell + ' '.repeat(widths[column]! - widthOf(cell)),
        )
        .join('  '),
    )
    .join('\n');
}
