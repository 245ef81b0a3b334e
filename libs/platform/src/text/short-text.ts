/** Trims the text, and replaces each sequence of white space by one space. */
export const squeeze = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/**
 * Checks a short text from a person or a program.
 * @param what name of the text, as the start of the error message
 * @param max maximum number of characters
 * @returns the error message; undefined if the text is valid
 */
export function shortTextFault(text: string, what: string, max: number): string | undefined {
  if (text.trim() === '') return `${what} is required.`;
  if ([...text].length > max) return `${what} has at most ${max} characters.`;
  return /\p{Cc}/u.test(text) ? `${what} holds no control characters.` : undefined;
}
