import { parseStorable, type TargetAnswer } from '@rollcall/okta';
import type { OutboundAnswer } from '@rollcall/platform';
import { readRetryAfter } from './retry-after.js';

export type ScimJson = Record<string, unknown>;

/** Undefined if the text is not a JSON object. */
export function parseJson(text: string): ScimJson | undefined {
  try {
    const body = parseStorable(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as ScimJson) : undefined;
  } catch {
    return undefined;
  }
}

/** Functions of JSON that Node 24 has and TypeScript's lib lacks (TC39 JSON.parse source text access). */
interface ExactJson {
  parse(text: string, revive: (key: string, value: unknown, context: { source: string }) => unknown): unknown;
  stringify(value: unknown): string;
  rawJSON(text: string): unknown;
}

/** Like `parseJson`, for JSON that is sent back later. Numbers that a double cannot represent exactly keep their source text. */
export function parseExactly(text: string): ScimJson | undefined {
  if (!parseJson(text)) return undefined;
  const exact = JSON as unknown as ExactJson;
  return exact.parse(text, (_, value, { source }) =>
    typeof value === 'number' && exact.stringify(value) !== source ? exact.rawJSON(source) : value,
  ) as ScimJson;
}

/** The key of an attribute in an object. Attribute names are case-insensitive (RFC 7643 §2.1). */
export function keyOf(object: ScimJson, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === wanted);
}

export function memberOf(object: ScimJson, name: string): unknown {
  const key = keyOf(object, name);
  return key === undefined ? undefined : object[key];
}

/** The objects in a list. Empty if the value is not a list. */
export function objectsIn(list: unknown): ScimJson[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one): one is ScimJson => typeof one === 'object' && one !== null);
}

/** The error in an answer; undefined if the answer is a success. A success has a JSON body or no body at all, whatever its 2xx status. */
export function problemOf(response: OutboundAnswer, body: ScimJson | undefined, now: number): TargetAnswer | undefined {
  const { status } = response;
  const resetAt = readRetryAfter(response.headers.get('retry-after'), now);
  const success = status >= 200 && status < 300;
  if (success && (body !== undefined || response.text.trim() === '')) return undefined;
  if (body === undefined) return { kind: 'NOT_JSON', status, resetAt };
  const { scimType, detail, schemas } = body;
  // An answer without SCIM attributes comes from a gateway. Its 404 does not mean that the user is missing.
  const speaks = typeof scimType === 'string' || typeof detail === 'string' || Array.isArray(schemas);
  if (!speaks) return { kind: 'NOT_JSON', status, resetAt };
  return {
    kind: 'ERROR',
    status,
    code: typeof scimType === 'string' && scimType !== '' ? scimType.slice(0, 50) : undefined,
    summary: typeof detail === 'string' && detail !== '' ? detail.slice(0, 500) : 'no detail',
    resetAt,
  };
}
