/**
 * `amr` (RFC 8176) of a verified assertion. The device and its check of the person (fingerprint, face or PIN: WebAuthn does not say which)
 * are two factors: `mfa`. Okta reads `pop` and `phr` as device-bound, so only a passkey that cannot be synced gets them. `hwk` is never
 * used, because nothing proves hardware without attestation.
 */
export function authenticationMethods({ synced }: { synced: boolean }): string[] {
  return synced ? ['mfa', 'user'] : ['mfa', 'user', 'pop', 'phr'];
}

/** OpenID EAP ACR Values 1.0: phishing-resistant, which every passkey is. */
export const PHISHING_RESISTANT = 'phr';
