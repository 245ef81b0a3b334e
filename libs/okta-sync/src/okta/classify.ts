import { describeAnswer, type TargetAnswer } from '@rollcall/okta';
import type { Decision } from '../target/decision.js';

const MINUTE_MS = 60_000;

/** Decides what to do after an unsuccessful write of one user's attribute (Okta API, "Error codes"). */
export function classify(answer: TargetAnswer, now: number): Decision {
  const note = describeAnswer(answer);
  if (answer.kind === 'SILENCE') return { action: 'RETRY', minDelayMs: 0, note };
  if (answer.status === 429) return { action: 'HOLD', until: holdUntil(answer.resetAt, now), note };
  if (answer.kind === 'NOT_JSON' || answer.status >= 500) return { action: 'RETRY', minDelayMs: 0, note };
  return classifyError(answer.status, answer.code, note);
}

function classifyError(status: number, code: string | undefined, note: string): Decision {
  switch (code) {
    case 'E0000001':
      return { action: 'INSPECT_ATTRIBUTE', note };
    case 'E0000004':
    case 'E0000005':
    case 'E0000011':
    case 'E0000015':
      return { action: 'PAUSE', note: `${note}. The credentials are no longer valid: give this integration new ones` };
    case 'E0000006':
      return {
        action: 'PARK',
        privilege: true,
        note: `${note}. The token's owner may not edit this user (super administrators can be edited by super administrators only)`,
      };
    case 'E0000007':
      return { action: 'UNLINK', note };
    case 'E0000023':
      return {
        action: 'PARK',
        privilege: false,
        note: `${note}. Another system masters this attribute: set its source priority to "Inherit from Okta"`,
      };
    case 'E0000038':
      return { action: 'SKIP', note: 'Deprovisioned in Okta: written again when the person is reactivated' };
    case 'E0000047':
      return { action: 'RETRY', minDelayMs: MINUTE_MS, note };
    case 'E0000112':
      return { action: 'RETRY', minDelayMs: 2 * MINUTE_MS, note };
  }
  if (status === 401)
    return { action: 'PAUSE', note: `${note}. The credentials are not accepted: give this integration new ones` };
  if (status === 403) return { action: 'PARK', privilege: true, note };
  if (status === 408 || status === 409) return { action: 'RETRY', minDelayMs: 0, note };
  return { action: 'PARK', privilege: false, note };
}

/** The reset time that Okta returned, or one minute from now if that time is not plausible. Okta's windows last one minute. */
function holdUntil(resetAt: number | undefined, now: number): number {
  if (resetAt === undefined || resetAt <= now || resetAt > now + 5 * MINUTE_MS) return now + MINUTE_MS;
  return resetAt;
}
