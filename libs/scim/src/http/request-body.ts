import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Steps } from '@rollcall/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ScimError } from '../protocol/index.js';
import { MAX_STRUCTURE, structureSteps } from './json-structure.js';

const CHARSETS = new Set(['utf-8', 'utf8', 'us-ascii']);
/** Matches the numbers of a JSON text, and its strings in order to skip them. */
const NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MANY_DIGITS = /\d{16}/;
const MANY = 16;
/** Bytes or characters processed between two pauses. */
const STEP = 256 * 1024;
/** How much of a too large body is still read, so that the client receives the refusal (RFC 9112 §9.6). */
const DRAIN = { bytes: 128 * 1024 * 1024, milliseconds: 10_000 };

/**
 * Refuses an unreadable body before reading it.
 * @throws ScimError 415: a content coding (RFC 9110 §15.5.16), or a charset other than UTF-8
 */
export function refuseUnreadable({ headers }: FastifyRequest, reply: FastifyReply): void {
  const coding = headers['content-encoding']?.trim().toLowerCase();
  if (coding !== undefined && coding !== '' && coding !== 'identity') {
    void reply.header('accept-encoding', 'identity');
    throw new ScimError(415, 'The body must not be compressed: send it without Content-Encoding.');
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !CHARSETS.has(charset.toLowerCase()))
    throw new ScimError(415, `The body must be UTF-8, not ${charset.slice(0, 40)}.`);
}

/**
 * The text of a JSON body (RFC 8259 §8.1), checked before it is parsed.
 * @throws ScimError 400 invalidSyntax when it is not UTF-8; invalidValue when a number would lose digits; 413 when it has too much structure
 */
export function* bodySteps(bytes: Buffer): Steps<string> {
  const text = yield* decode(bytes);
  if (yield* structureSteps(text))
    throw ScimError.payloadTooLarge(
      `The body has more than ${MAX_STRUCTURE} arrays, objects and commas. Send fewer members or operations at once.`,
    );
  yield;
  if (!(yield* hasManyDigits(text))) return text;
  for (const [token] of text.matchAll(NUMBERS)) {
    if (token[0] !== '"') refuseInexact(token);
    yield;
  }
  return text;
}

/** Discards, within limits, what the client still sends, because the client may lose the response if the connection is closed earlier. */
export async function drain(message: IncomingMessage): Promise<void> {
  if (message.complete || message.destroyed) return;
  let bytes = 0;
  const ended = new AbortController();
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > DRAIN.bytes) ended.abort();
  };
  message.on('data', count).resume();
  const waits = [
    once(message, 'end', ended),
    once(message, 'close', ended),
    sleep(DRAIN.milliseconds, undefined, ended),
  ];
  await Promise.race(waits).catch(() => undefined);
  ended.abort();
  await Promise.allSettled(waits);
  message.off('data', count);
}

function* decode(bytes: Buffer): Steps<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    parts.push(refusingOthers(() => decoder.decode(bytes.subarray(at, at + STEP), { stream: true })));
    yield;
  }
  parts.push(refusingOthers(() => decoder.decode()));
  return parts.join('');
}

function refusingOthers(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw ScimError.invalidSyntax('The body is not valid UTF-8.');
  }
}

function* hasManyDigits(text: string): Steps<boolean> {
  for (let at = 0; at < text.length; at += STEP) {
    if (MANY_DIGITS.test(text.slice(at, at + STEP + MANY))) return true;
    yield;
  }
  return false;
}

/** JavaScript keeps and prints all integers up to 2^53 exactly, and only some above. */
function refuseInexact(token: string): void {
  if (!/^-?\d{16,}$/.test(token) || String(Number(token)) === token) return;
  throw ScimError.invalidValue(`The number ${token.slice(0, 40)} can't be stored exactly: send it as a string.`);
}
