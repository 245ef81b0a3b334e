/** Trims the text and collapses white space. */
export const squeeze = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/**
 * The error message for a short text from a person or a program; undefined if the text is valid.
 * @param what its name, as the start of a sentence
 * @param max characters
 */
export function shortTextFault(text: string, what: string, max: number): string | undefined {
  if (text.trim() === '') return `${what} is required.`;
  if ([...text].length > max) return `${what} has at most ${max} characters.`;
  return /\p{Cc}/u.test(text) ? `${what} holds no control characters.` : undefined;
}
