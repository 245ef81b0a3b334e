/** JSON escapes that may decode to characters that PostgreSQL cannot store in text or jsonb: NUL and unpaired surrogates. */
const SUSPECT = /\\u(?:0000|[dD][89a-fA-F])/;

/**
 * JSON.parse for answers of targets. PostgreSQL can store the result: NUL is removed, and a lone surrogate becomes
 * U+FFFD.
 * @throws SyntaxError
 */
export function parseStorable(text: string): unknown {
  if (!SUSPECT.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

/** Removes the characters that PostgreSQL cannot store: NUL is deleted, and a lone surrogate becomes U+FFFD. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\ufffd');
}
