import { CheckStatus } from '@rollcall/directory-integration';
import type { WaitingWrites } from '../../ledger/registration-reader.js';
import { estimatedCompletion, type WritePace } from './estimated-completion.js';
import type { Finding } from '../../target/finding.js';
import { PROVIDER_FINDINGS } from './provider-findings.js';

const { OK, WARN, FAIL } = CheckStatus;
const MINUTE_MS = 60_000;
/** The same threshold as in the alert RollcallNobodyWrites. */
const UNATTENDED_MS = 5 * MINUTE_MS;
/** The same threshold as in the alert RollcallWritesLate. */
const LATE_MS = 15 * MINUTE_MS;
/** With Okta's limits, this number of changes takes minutes. */
const MANY = 1_000;

/** State of an integration's writes. */
export interface SyncState extends WritePace {
  enabled: boolean;
  last_write_at: Date | null;
}

/**
 * Reports whether changes are written without delay, and otherwise the cause of the delay.
 * @param waiting undefined if no change waits
 * @param share part of Okta's limit that we use, 0 to 1
 */
export function syncFinding(state: SyncState, waiting: WaitingWrites | undefined, now: Date, share: number): Finding {
  const name = 'registration-sync';
  if (!state.enabled) return { name, status: WARN, message: 'The registration sync is switched off: changes wait.' };
  if (state.paused_reason !== null)
    return { name, status: FAIL, message: state.paused_reason.replace(/^(?!Paused )/, 'Paused: ') };
  if (!waiting) return { name, status: OK, message: 'Changes are written as they happen.' };
  const { since, count, lastError } = waiting;
  const queued = `Changes wait since ${since.toISOString()}, ${count} in all`;
  const held = state.blocked_until !== null && state.blocked_until > now;
  if (!held && isUnattended(state, waiting, now))
    return {
      name,
      status: FAIL,
      message: `${queued}, and no worker takes them: start the worker process, or a server with WORKER=on.`,
    };
  if (count >= MANY && !held)
    return { name, status: WARN, message: `${queued}${untilDone(state, count, share, now)}.` };
  if (now.getTime() - since.getTime() < LATE_MS) return { name, status: OK, message: `${queued}.` };
  if (held) return { name, status: WARN, message: `${queued}: the rate limit is spent (429).` };
  return { name, status: WARN, message: lastError === null ? `${queued}.` : `${queued}. The oldest: ${lastError}` };
}

function untilDone(state: SyncState, count: number, share: number, now: Date): string {
  const perMinute = PROVIDER_FINDINGS[state.provider].writesPerMinute(state.rate_limit, share);
  const done = estimatedCompletion(state, count, share, now);
  if (perMinute === null || done === null) return '';
  return `: at ${Math.round(perMinute)} writes a minute the last is written at about ${done.toISOString()}`;
}

/** True if a row is overdue and there is no sign of a running worker. Signs are a leased row, a scheduled retry, and a recent write. */
function isUnattended({ last_write_at }: SyncState, { dueSince, attended }: WaitingWrites, now: Date): boolean {
  const before = now.getTime() - UNATTENDED_MS;
  const wrote = last_write_at !== null && last_write_at.getTime() > before;
  return dueSince !== null && dueSince.getTime() < before && !attended && !wrote;
}
