import { isDeepStrictEqual } from 'node:util';
import type { IdentityDraft, IdentityRecord } from './identity-record.js';

/** Names of what a draft would change in a record; empty when it changes nothing. */
export function changedFields(current: IdentityRecord, draft: IdentityDraft): string[] {
  const columns = (['userName', 'externalId', 'displayName', 'email', 'active'] as const).filter(
    (field) => current[field] !== draft[field],
  );
  const profile = JSON.parse(current.profile) as Record<string, unknown>;
  const attributes = [...new Set([...Object.keys(profile), ...Object.keys(draft.profile)])].filter(
    (name) => !isDeepStrictEqual(profile[name], draft.profile[name]),
  );
  return [...columns, ...attributes];
}

/** Does Okta's flag, or the way to its user, depend on this change? */
export function concernsRegistration(changed: readonly string[]): boolean {
  return changed.includes('active') || changed.includes('externalId') || changed.includes('userName');
}
