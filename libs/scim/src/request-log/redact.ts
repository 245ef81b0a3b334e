import { isJsonObject } from '../protocol/index.js';

const MOST_NAMES = 20;
const MOST_CHARACTERS = 500;

/** Path and query below the integration's SCIM URL; quoted values of filters become "…", for they are people's data. */
export function redactPath(url: string): string {
  const path = url.replace(/^\/scim\/v2\/[^/?]*/, '') || '/';
  const question = path.indexOf('?');
  if (question === -1) return path.slice(0, MOST_CHARACTERS);
  const query = [...new URLSearchParams(path.slice(question + 1))]
    .map(([name, value]) => `${name}=${value.replace(/"(?:[^"\\]|\\.)*"?/g, '"…"')}`)
    .join('&');
  return `${path.slice(0, question)}?${query}`.slice(0, MOST_CHARACTERS);
}

/** Names of what a body holds, never a value: `userName, emails, active`; of a PATCH `replace active; add members`. */
export function redactBody(body: unknown): string | null {
  if (!isJsonObject(body)) return null;
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1];
  const names = Array.isArray(operations) ? operations.slice(0, MOST_NAMES).map(nameOperation) : namesOf(body);
  return names.join(Array.isArray(operations) ? '; ' : ', ').slice(0, MOST_CHARACTERS);
}

function nameOperation(operation: unknown): string {
  if (!isJsonObject(operation)) return '?';
  const { op, method, path, value } = operation;
  const verb = typeof op === 'string' ? op : typeof method === 'string' ? method : '?';
  const target = typeof path === 'string' ? path.replace(/\[[^\]]*\]?/g, '[…]') : namesOf(value).join(', ');
  return `${verb} ${target}`.trim().slice(0, MOST_CHARACTERS);
}

function namesOf(value: unknown): string[] {
  return isJsonObject(value) ? Object.keys(value).slice(0, MOST_NAMES) : [];
}
