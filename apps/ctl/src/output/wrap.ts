import { stripVTControlCharacters } from 'node:util';

/**
 * A line broken at single spaces, its continuations indented; a word that is too long stays whole.
 * @param width columns of the terminal; undefined in a pipe, where a line stays a line
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
