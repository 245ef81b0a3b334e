import { CheckStatus, DirectoryProvider } from '@rollcall/directory-integration';
import type { OktaEventHookRow } from '../event-hooks/okta-event-hook.row.js';
import type { Finding } from './finding.js';

const { OK, WARN, FAIL } = CheckStatus;
const DAY_MS = 24 * 3_600_000;
/** An API token of Okta's dies after 30 days without use. */
const TOKEN_IDLE_WARN_DAYS = 20;

/** Whether the directory's SCIM client has ever called, and when it last did. */
export function scimFinding(lastRequestAt: Date | null, provider: DirectoryProvider): Finding {
  const name = 'scim-requests';
  if (lastRequestAt !== null)
    return { name, status: OK, message: `The last SCIM request came in at ${lastRequestAt.toISOString()}.` };
  const client =
    provider === DirectoryProvider.OKTA ? 'the SCIM application of Okta' : 'the SCIM client of your directory';
  return {
    name,
    status: WARN,
    message: `No SCIM request has come in yet: enter the SCIM URL and token in ${client}, then test the credentials there.`,
  };
}

/** Whether Okta's event hook is alive. It is a convenience: without it, changes made in Okta wait for the next reconciliation. */
export function eventHookFinding(hook: OktaEventHookRow | undefined): Finding {
  const name = 'event-hook';
  if (!hook)
    return {
      name,
      status: OK,
      message: 'No event hook is set up: changes made in Okta are found by the next reconciliation.',
    };
  if (!hook.verified_at)
    return { name, status: WARN, message: 'The event hook was not verified: in Okta, open it and choose Verify.' };
  if (!hook.last_event_at) return { name, status: OK, message: 'The event hook is verified; no event has come yet.' };
  return { name, status: OK, message: `The last event came in at ${hook.last_event_at.toISOString()}.` };
}

export function pauseFinding(pausedReason: string | null, enabled: boolean): Finding {
  const name = 'registration-sync';
  if (!enabled) return { name, status: WARN, message: 'The registration sync is switched off: changes wait.' };
  if (pausedReason !== null) return { name, status: FAIL, message: `Paused: ${pausedReason}` };
  return { name, status: OK, message: 'Changes are written as they happen.' };
}

/** Using one group for assignment and for push is unsupported by Okta: the pushed group arrives empty or keeps leavers. */
export function groupsFinding(groups: number, emptyGroups: number, people: number): Finding {
  const name = 'groups';
  if (groups === 0 || people === 0 || emptyGroups < groups)
    return { name, status: OK, message: `${groups} groups were pushed.` };
  return {
    name,
    status: WARN,
    message:
      'All pushed groups are empty although people were assigned. Push other groups than the one used for assignment.',
  };
}

export function tokenAgeFinding(lastUsedAt: Date | null, now: Date): Finding {
  const name = 'okta-token-use';
  const days = lastUsedAt === null ? 0 : Math.floor((now.getTime() - lastUsedAt.getTime()) / DAY_MS);
  if (days < TOKEN_IDLE_WARN_DAYS)
    return {
      name,
      status: OK,
      message: 'The credentials are in use; the daily check keeps an API token from expiring.',
    };
  return {
    name,
    status: WARN,
    message: `Okta has not accepted the credentials for ${days} days; an API token dies after 30 days without use.`,
  };
}
