const WORDS: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'The name in its address is not known'],
  [/ECONNREFUSED/, 'Nothing listens at its address'],
  [/ECONNRESET|socket hang up/, 'The receiver ended the connection without an answer'],
  [/timed out|ETIMEDOUT/, 'No answer within 10 seconds'],
  [/certificate|CERT_|SELF_SIGNED/, 'Its certificate is not trusted'],
];

/** Explains to an administrator why no answer arrived. The error message of the system follows in parentheses. */
export function deliveryErrorOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const words = WORDS.find(([pattern]) => pattern.test(message))?.[1];
  return words ? `${words} (${message})` : message;
}
