import { stripVTControlCharacters } from 'node:util';

/**
 * Breaks a line at single spaces, and indents the lines that follow. A word that is longer than a line is not broken.
 * @param width columns of the terminal; undefined in a pipe, where no line is broken
 */
export function wrap(text: string, indent: number, width: number | undefined = process.stdout.columns): string {
  if (width === undefined) return text;
  const [first = '', ...words] = text.split(/(?<=\S) (?=\S)/);
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (stripVTControlCharacters(longer).length <= width) lines[lines.length - 1] = longer;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines.join('\n');
}
