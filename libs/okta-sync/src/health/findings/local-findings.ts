import { CheckStatus } from '@rollcall/directory-integration';
import type { Finding } from '../../target/finding.js';

const { OK, WARN, UNKNOWN } = CheckStatus;
const DAY_MS = 24 * 3_600_000;
/** Okta expires an API token after 30 days without use. This number of days leaves time to act. */
const TOKEN_IDLE_WARN_DAYS = 20;
/** The same threshold as in the alert RollcallReconciliationOverdue. */
const RECONCILIATION_OVERDUE_DAYS = 2;

export interface EventHookState {
  hook_exists: boolean;
  verified_at: Date | null;
  last_event_at: Date | null;
}

/** Reports whether Okta's event hook works. The hook is optional, because a reconciliation also finds changes made in Okta. */
export function eventHookFinding({
  hook_exists: exists,
  verified_at: verified,
  last_event_at: last,
}: EventHookState): Finding {
  const name = 'event-hook';
  if (!exists)
    return {
      name,
      status: OK,
      message: 'No event hook is set up: changes made in Okta are found by the next reconciliation.',
    };
  if (!verified)
    return { name, status: WARN, message: 'The event hook was not verified: in Okta, open it and choose Verify.' };
  if (!last) return { name, status: OK, message: 'The event hook is verified; no event has come yet.' };
  return { name, status: OK, message: `The last event came in at ${last.toISOString()}.` };
}

/** The last finished reconciliation. All fields are null if none has finished. */
export interface LastRun {
  run_at: Date | null;
  run_error: string | null;
  unrepaired: number | null;
}

export function reconciliationFinding({ run_at, run_error, unrepaired }: LastRun, now: Date): Finding {
  const name = 'reconciliation';
  if (run_at === null) return { name, status: OK, message: 'Both sides have not been compared yet.' };
  const at = run_at.toISOString();
  if (run_error !== null) return { name, status: WARN, message: `The last comparison failed at ${at}: ${run_error}` };
  if (now.getTime() - run_at.getTime() > RECONCILIATION_OVERDUE_DAYS * DAY_MS)
    return {
      name,
      status: WARN,
      message: `Both sides were last compared at ${at}: no worker runs, RECONCILE_CRON says so, or the sync was paused. Start a comparison by hand.`,
    };
  if (unrepaired)
    return {
      name,
      status: WARN,
      message: `The comparison of ${at} left differences, ${unrepaired} in all: look at them in a dry run.`,
    };
  return { name, status: OK, message: `Both sides were compared at ${at}, and no difference is left.` };
}

/** Reports whether changes of the directory wait for an administrator. @param held number of people that the safety cap holds */
export function heldFinding(held: number): Finding {
  const name = 'directory-changes';
  if (held === 0) return { name, status: OK, message: 'No change of the directory is held by the safety cap.' };
  return {
    name,
    status: WARN,
    message: `The directory turned off more people than the safety cap allows within an hour: ${held} held. Approve or discard the changes.`,
  };
}

export interface PushedGroups {
  groups: number;
  /** True if at least one of the groups has a member. */
  has_members: boolean;
  has_people: boolean;
}

/**
 * Reports pushed groups that are all empty. A likely cause is a group used for both assignment and push, which Okta
 * does not support: the pushed group arrives empty, or keeps people who left.
 */
export function groupsFinding({ groups, has_members: members, has_people: people }: PushedGroups): Finding {
  const name = 'groups';
  if (groups === 0) return { name, status: OK, message: 'No group was pushed yet.' };
  if (members || !people)
    return { name, status: OK, message: groups === 1 ? '1 group was pushed.' : `${groups} groups were pushed.` };
  return {
    name,
    status: WARN,
    message:
      'All pushed groups are empty although people were assigned. Push other groups than the one used for assignment.',
  };
}

/** The last check of Okta's credentials. The fields of the check are null before the first check. */
export interface OktaCredentialsUse {
  credentials_status: CheckStatus | null;
  credentials_checked_at: Date | null;
  last_write_at: Date | null;
}

/** Reports whether an API token may expire because it is not used. Only an answer of Okta proves that the credentials are in use. */
export function credentialsUseFinding(use: OktaCredentialsUse, now: Date): Finding {
  const name = 'okta-token-use';
  const { credentials_status: status, credentials_checked_at: checked, last_write_at: written } = use;
  if (status !== OK)
    return {
      name,
      status: UNKNOWN,
      message: `Not known: Okta did not accept the credentials when it was last asked.${written ? ` The last write was at ${written.toISOString()}.` : ''}`,
    };
  const last = Math.max(checked?.getTime() ?? 0, written?.getTime() ?? 0);
  const days = Math.floor((now.getTime() - last) / DAY_MS);
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
