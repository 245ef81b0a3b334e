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

/** What is wrong with an answer; undefined when it is a success, with JSON in it or empty (204). */
export function problemOf(response: OutboundAnswer, body: ScimJson | undefined, now: number): TargetAnswer | undefined {
  const { status } = response;
  const resetAt = readRetryAfter(response.headers.get('retry-after'), now);
  if (status === 204) return undefined;
  if (body === undefined) return { kind: 'NOT_JSON', status, resetAt };
  if (status >= 200 && status < 300) return undefined;
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
