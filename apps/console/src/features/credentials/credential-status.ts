import type { CredentialFieldsFragment } from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';

const SOON_MS = 14 * 86_400_000;

export type CredentialState = 'ACTIVE' | 'EXPIRES_SOON' | 'EXPIRED' | 'REVOKED';

export function credentialState(
  { revokedAt, expiresAt }: Pick<CredentialFieldsFragment, 'revokedAt' | 'expiresAt'>,
  now: number,
): CredentialState {
  if (revokedAt) return 'REVOKED';
  if (!expiresAt) return 'ACTIVE';
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return 'EXPIRED';
  return left < SOON_MS ? 'EXPIRES_SOON' : 'ACTIVE';
}

export const CREDENTIAL_STATUS: Record<CredentialState, { tone: Tone; label: string }> = {
  ACTIVE: { tone: 'ok', label: 'Active' },
  EXPIRES_SOON: { tone: 'warn', label: 'Expires soon' },
  EXPIRED: { tone: 'bad', label: 'Expired' },
  REVOKED: { tone: 'idle', label: 'Revoked' },
};

export function isUsable(credential: Pick<CredentialFieldsFragment, 'revokedAt' | 'expiresAt'>, now: number): boolean {
  const state = credentialState(credential, now);
  return state === 'ACTIVE' || state === 'EXPIRES_SOON';
}
