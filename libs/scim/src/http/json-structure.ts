/** Arrays, objects and commas of a body; a full push of a hundred thousand members has 300,000. */
export const MAX_STRUCTURE = 600_000;

const QUOTE = 34;
const COMMA = 44;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACE = 123;

/**
 * Whether a JSON text has more arrays, objects and commas than `most`. Counting takes a fraction of parsing: each empty array costs memory
 * and time out of all proportion to its three bytes.
 */
export function hasMoreStructure(text: string, most = MAX_STRUCTURE): boolean {
  if (text.length <= most) return false;
  let count = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if ((code === COMMA || code === BRACKET || code === BRACE) && ++count > most) return true;
  }
  return false;
}
