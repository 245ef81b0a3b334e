import type { OutboundAnswer } from '@rollcall/platform';
import type { TargetAnswer } from '../target/target-answer.js';
import { readRetryAfter } from './retry-after.js';

export type ScimJson = Record<string, unknown>;

/** Undefined for what is no JSON object. */
export function parseJson(text: string): ScimJson | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as ScimJson) : undefined;
  } catch {
    return undefined;
  }
}

/** Names of attributes and of members are compared in any case (RFC 7643 §2.1). */
export function memberOf(object: ScimJson, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(object).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : object[found];
}

/** The objects in a list; none where it is no list. */
export function objectsIn(list: unknown): ScimJson[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one): one is ScimJson => typeof one === 'object' && one !== null);
}

/** What is wrong with an answer; undefined when it is a success, with JSON in it or empty (204, or what should have been one). */
export function problemOf(response: OutboundAnswer, body: ScimJson | undefined, now: number): TargetAnswer | undefined {
  const { status } = response;
  const resetAt = readRetryAfter(response.headers.get('retry-after'), now);
  const success = status >= 200 && status < 300;
  if (success && (body !== undefined || response.text.trim() === '')) return undefined;
  if (body === undefined) return { kind: 'NOT_JSON', status, resetAt };
  const { scimType, detail, schemas } = body;
  // A gateway's own JSON is not the server speaking: its 404 is not a missing user.
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
