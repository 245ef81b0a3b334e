/**
 * The claim `amr` (RFC 8176) of a verified assertion. A passkey has two factors, the device and its check of the
 * person, so the claim contains `mfa`. WebAuthn does not report whether the check was a fingerprint, a face or a PIN.
 * Okta takes `pop` and `phr` to mean device-bound, so only a passkey that cannot be synced gets them. `hwk` is never
 * used, because without attestation nothing proves that the key is in hardware.
 */
export function authenticationMethods({ synced }: { synced: boolean }): string[] {
  return synced ? ['mfa', 'user'] : ['mfa', 'user', 'pop', 'phr'];
}

/** Phishing-resistant (OpenID EAP ACR Values 1.0). Every passkey is. */
export const PHISHING_RESISTANT = 'phr';
