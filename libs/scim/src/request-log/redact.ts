import { redactTokens } from '@rollcall/platform';
import { isJsonObject } from '../protocol/index.js';

const MAX_NAMES = 20;
const MAX_CHARACTERS = 500;
/** Characters that are percent-encoded; the others are readable and not query syntax. */
const ENCODED = /[^ !"'()*,./:;@[\]\w~…-]+/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const REPLACEMENT = '\ufffd';

/**
 * Path and query below the integration's SCIM URL. Quoted filter values become "…", because they are personal data; our tokens are
 * redacted. Characters other than readable ASCII stay percent-encoded.
 */
export function redactPath(url: string): string {
  const path = url.replace(/^\/scim\/v2\/[^/?]*/, '') || '/';
  const question = path.indexOf('?');
  if (question === -1) return storable(path);
  const query = [...new URLSearchParams(path.slice(question + 1))]
    .map(([name, value]) => `${encode(name)}=${encode(value.replace(/"(?:[^"\\]|\\.)*"?/g, '"…"'))}`)
    .join('&');
  return storable(`${path.slice(0, question)}?${query}`);
}

/** Names of a body's attributes, never values: `userName, emails, active`; for a PATCH `replace active; add members`. */
export function redactBody(body: unknown): string | null {
  if (!isJsonObject(body)) return null;
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1];
  const names = Array.isArray(operations) ? operations.slice(0, MAX_NAMES).map(nameOperation) : namesOf(body);
  return storable(names.join(Array.isArray(operations) ? '; ' : ', '));
}

/** Text that PostgreSQL can store: NUL and lone surrogates become U+FFFD. */
export function storable(text: string): string {
  const redacted = redactTokens(text.slice(0, 2 * MAX_CHARACTERS)).slice(0, MAX_CHARACTERS);
  return redacted.replaceAll('\0', REPLACEMENT).replace(LONE_SURROGATE, REPLACEMENT);
}

function encode(text: string): string {
  return text.replace(LONE_SURROGATE, REPLACEMENT).replace(ENCODED, encodeURIComponent);
}

function nameOperation(operation: unknown): string {
  if (!isJsonObject(operation)) return '?';
  const { op, method, path, value } = operation;
  const verb = typeof op === 'string' ? op : typeof method === 'string' ? method : '?';
  const target = typeof path === 'string' ? path.replace(/\[[^\]]*\]?/g, '[…]') : namesOf(value).join(', ');
  return `${verb} ${target}`.trim().slice(0, MAX_CHARACTERS);
}

function namesOf(value: unknown): string[] {
  return isJsonObject(value) ? Object.keys(value).slice(0, MAX_NAMES) : [];
}
