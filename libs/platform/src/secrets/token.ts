import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { fromBase62, toBase62 } from './base62.js';

/** Tokens have a prefix, the tenant, 256 random bits and a checksum, so that secret scanners recognize them. These are the prefixes. */
const PREFIXES = {
  admin: 'rca',
  session: 'rse',
  person: 'rps',
  scim: 'rcs',
  access: 'rcx',
  enroll: 'ren',
  client: 'rci',
  secret: 'rcp',
  hook: 'rch',
} as const;

export type TokenKind = keyof typeof PREFIXES;

const KINDS = new Map<string, TokenKind>(Object.entries(PREFIXES).map(([kind, prefix]) => [prefix, kind as TokenKind]));
const SHAPE = /^([a-z]{3})_([0-9A-Za-z]{22})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

export interface MintedToken {
  /** Shown to the user once, and not stored. */
  token: string;
  /** SHA-256 of the token; the only form that is stored. A slow hash is not needed for 256 random bits. */
  hash: Buffer;
  lastFour: string;
}

export interface ReadToken {
  kind: TokenKind;
  tenantId: string;
  hash: Buffer;
}

/** @param random 32 unpredictable bytes */
export function mintToken(kind: TokenKind, tenantId: string, random = randomBytes(32)): MintedToken {
  const tenant = toBase62(Buffer.from(tenantId.replaceAll('-', ''), 'hex'), 22);
  const body = `${PREFIXES[kind]}_${tenant}_${toBase62(random, 43)}`;
  const token = body + checksum(body);
  return { token, hash: hashToken(token), lastFour: token.slice(-4) };
}

/** The parts of a well-formed token; undefined for any other text, which then needs no database query. */
export function readToken(token: string): ReadToken | undefined {
  const match = SHAPE.exec(token);
  if (!match) return undefined;
  const kind = KINDS.get(match[1]!);
  const tenant = fromBase62(match[2]!, 16)?.toString('hex');
  if (!kind || !tenant || checksum(token.slice(0, -6)) !== match[4]) return undefined;
  const tenantId = `${tenant.slice(0, 8)}-${tenant.slice(8, 12)}-${tenant.slice(12, 16)}-${tenant.slice(16, 20)}-${tenant.slice(20)}`;
  return { kind, tenantId, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function checksum(body: string): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return toBase62(sum, 6);
}

/**
 * Removes the scheme `Bearer` (in any letter case) from a pasted token. The scheme may occur twice, because some forms add it to a token
 * that already has it.
 */
export function withoutBearer(text: string): string {
  return text.trim().replace(/^(?:Bearer\s+)+/i, '');
}
