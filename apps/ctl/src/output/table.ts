import { stripVTControlCharacters } from 'node:util';
import { paint } from './paint.js';
import { wrap } from './wrap.js';

const GAP = '  ';

const widthOf = (cell: string | undefined): number => stripVTControlCharacters(cell ?? '').length;

/**
 * Minimum width at which the last column is wrapped. In a narrower column, line breaks would not make the text easier
 * to read.
 */
const WRAPPED_FROM = 20;

/**
 * Pads each column to its widest cell. The last column is not padded; it is wrapped at the terminal's width.
 * @param room columns of the terminal; undefined in a pipe
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  room: number | undefined = process.stdout.columns,
): string {
  const lines = [head.map((cell) => paint('dim', cell)), ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column]))));
  const indent = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const wraps = room !== undefined && room - indent >= WRAPPED_FROM;
  return lines
    .map((cells) => {
      const before = cells.slice(0, -1).map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell)) + GAP);
      const last = cells.at(-1) ?? '';
      return before.join('') + (wraps ? wrap(' '.repeat(indent) + last, indent, room).slice(indent) : last);
    })
    .join('\n');
}
