import type { CheckStatus } from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';

export const HEALTH_TONE: Record<CheckStatus, Tone> = { OK: 'ok', WARN: 'warn', FAIL: 'bad', UNKNOWN: 'idle' };
export const HEALTH_LABEL: Record<CheckStatus, string> = {
  OK: 'Healthy',
  WARN: 'Needs attention',
  FAIL: 'Failing',
  UNKNOWN: 'Not checked yet',
};

export const WORST_FIRST: readonly CheckStatus[] = ['FAIL', 'WARN', 'UNKNOWN', 'OK'];

/** The worst status among the checks of an integration. */
export function overallHealth(checks: readonly { status: CheckStatus }[]): CheckStatus {
  return (
    (['FAIL', 'WARN', 'OK'] as const).find((status) => checks.some((check) => check.status === status)) ?? 'UNKNOWN'
  );
}
