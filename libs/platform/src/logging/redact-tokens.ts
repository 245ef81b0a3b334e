/** Tokens of ours, by their shape (docs/security.md), the root token, and secrets of webhooks; with or without their end. */
const TOKEN = /\b(rc[acirsxph]|rse|rps|ren|whsec)_[0-9A-Za-z_+/=-]{8,}/g;

/** Replaces secrets in a text, wherever they stand: `rcs_…`. For what is stored or logged of a request. */
export function redactTokens(text: string): string {
  return text.includes('_') ? text.replace(TOKEN, '$1_…') : text;
}
