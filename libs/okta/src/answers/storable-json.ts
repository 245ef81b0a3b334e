/** JSON escapes that PostgreSQL may be unable to store as text or jsonb: NUL and unpaired surrogates. */
const SUSPECT = /\\u(?:0000|[dD][89a-fA-F])/;

/**
 * JSON.parse for answers of targets; the result can be stored. NUL is removed, a lone surrogate becomes U+FFFD.
 * @throws SyntaxError
 */
export function parseStorable(text: string): unknown {
  if (!SUSPECT.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

/** Replaces what PostgreSQL cannot store: removes NUL, and turns a lone surrogate into U+FFFD. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\ufffd');
}
