import type { Steps } from '@rollcall/platform';

/** Maximum number of arrays, objects and commas in a body; a full push of a hundred thousand members has 300,000. */
export const MAX_STRUCTURE = 600_000;

/** Characters counted between two pauses. */
const STEP = 64 * 1024;
const QUOTE = 34;
const COMMA = 44;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACE = 123;

/**
 * Whether a JSON text has more arrays, objects and commas than `most`. Counting is much cheaper than parsing, where an empty array costs
 * far more memory and time than its three bytes suggest.
 */
export function* structureSteps(text: string, most = MAX_STRUCTURE): Steps<boolean> {
  if (text.length <= most) return false;
  let count = 0;
  let inString = false;
  let pause = STEP;
  for (let index = 0; index < text.length; index += 1) {
    if (index >= pause) {
      pause += STEP;
      yield;
    }
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if ((code === COMMA || code === BRACKET || code === BRACE) && ++count > most) return true;
  }
  return false;
}
