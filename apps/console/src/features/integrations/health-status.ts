import type { CheckStatus } from '../../gql/graphql';
import type { Tone } from '../../ui/status';

export const HEALTH_TONE: Record<CheckStatus, Tone> = { OK: 'ok', WARN: 'warn', FAIL: 'bad', UNKNOWN: 'idle' };
export const HEALTH_LABEL: Record<CheckStatus, string> = {
  OK: 'Healthy',
  WARN: 'Needs attention',
  FAIL: 'Failing',
  UNKNOWN: 'Not checked yet',
};

export const WORST_FIRST: readonly CheckStatus[] = ['FAIL', 'WARN', 'UNKNOWN', 'OK'];

/** The worst of an integration's checks. */
export function overallHealth(checks: readonly { status: CheckStatus }[]): CheckStatus {
  return (
    (['FAIL', 'WARN', 'OK'] as const).find((status) => checks.some((check) => check.status === status)) ?? 'UNKNOWN'
  );
}

/** `okta_token` and `oktaToken` read "Okta token". */
export function checkTitle(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._-]+/g, ' ')
    .toLowerCase()
    .replaceAll(/\b(okta|scim|api)\b/g, (word) => (word === 'okta' ? 'Okta' : word.toUpperCase()));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
