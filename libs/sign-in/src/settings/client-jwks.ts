import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { DomainError } from '@rollcall/platform';

/** A JWK Set (RFC 7517 §5) that contains only public keys. */
export interface ClientJwks {
  keys: JsonWebKey[];
}

const MAX_LENGTH = 20_000;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/**
 * Parses the client's public keys for `private_key_jwt` and signed requests.
 * @param input JSON of one public JWK, which administrators can download from Okta, or of a JWK Set
 * @throws BAD_USER_INPUT with field `clientJwks`
 */
export function requireClientJwks(input: string): ClientJwks {
  const parsed = parse(input);
  const keys = Array.isArray(parsed['keys']) ? (parsed['keys'] as JsonWebKey[]) : [parsed as JsonWebKey];
  if (keys.length === 0 || keys.length > 10) throw refusal('A JWK Set here has 1 to 10 keys.');
  return { keys: keys.map(publicKeyOf) };
}

/**
 * The client's keys after an update.
 * @param input JSON as in {@link requireClientJwks}; empty to use a client secret instead of keys; omitted to change
 * nothing
 */
export function nextClientJwks(before: ClientJwks | null, input: string | null | undefined): ClientJwks | null {
  if (input === undefined || input === null) return before;
  return input.trim() === '' ? null : requireClientJwks(input);
}

function parse(input: string): Record<string, unknown> {
  if (input.length > MAX_LENGTH) throw refusal(`A JWK Set here has at most ${MAX_LENGTH} characters.`);
  try {
    const value: unknown = JSON.parse(input);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through to the error below.
  }
  throw refusal('This is not a JSON Web Key. Download the public key in Okta and paste the whole file.');
}

function publicKeyOf(jwk: JsonWebKey): JsonWebKey {
  if (PRIVATE_MEMBERS.some((member) => member in jwk)) {
    throw refusal('This key has private members. Enter the public key only, and replace the key pair in Okta.');
  }
  try {
    const type = createPublicKey({ key: jwk, format: 'jwk' }).asymmetricKeyType;
    if (type === 'rsa' || type === 'ec') return jwk;
  } catch {
    // Falls through to the error below.
  }
  throw refusal('This is not a public RSA or EC key.');
}

function refusal(message: string): DomainError {
  return DomainError.badInput(message, 'clientJwks');
}
