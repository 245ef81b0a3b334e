/** Rollcall's tokens (docs/security.md), the root token and webhook secrets; also if the end is cut off. */
const TOKEN = /\b(rc[acirsxph]|rse|rps|ren|whsec)_[0-9A-Za-z_+/=-]{8,}/g;

/** Replaces all secrets in a text by their prefix, such as `rcs_…`. For stored or logged parts of a request. */
export function redactTokens(text: string): string {
  return text.includes('_') ? text.replace(TOKEN, '$1_…') : text;
}
