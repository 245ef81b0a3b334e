/** Rollcall's tokens (docs/security.md), the root token and webhook secrets. A token whose end is cut off also matches. */
const TOKEN = /\b(rc[acirsxph]|rse|rps|ren|whsec)_[0-9A-Za-z_+/=-]{8,}/g;

/** Replaces each token in a text by its prefix, such as `rcs_…`. Use it on parts of a request before they are stored or logged. */
export function redactTokens(text: string): string {
  return text.includes('_') ? text.replace(TOKEN, '$1_…') : text;
}
