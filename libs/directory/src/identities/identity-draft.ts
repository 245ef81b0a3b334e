import { isDeepStrictEqual } from 'node:util';
import type { IdentityDraft, IdentityRecord } from './identity-record.js';

/** The columns of a draft. A new field that is missing here is a compile error. */
const COLUMNS: Record<keyof Omit<IdentityDraft, 'profile'>, true> = {
  userName: true,
  externalId: true,
  displayName: true,
  email: true,
  active: true,
};

/** Names of the fields that a draft would change in a record. */
export function changedFields(current: IdentityRecord, draft: IdentityDraft): string[] {
  const columns = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((field) => current[field] !== draft[field]);
  const profile = JSON.parse(current.profile) as Record<string, unknown>;
  const attributes = [...new Set([...Object.keys(profile), ...Object.keys(draft.profile)])].filter(
    (name) => !isDeepStrictEqual(profile[name], draft.profile[name]),
  );
  return [...columns, ...attributes];
}

/** Whether Okta's flag or the link to the Okta user depends on this change. */
export function concernsRegistration(changed: readonly string[]): boolean {
  return changed.includes('active') || changed.includes('externalId') || changed.includes('userName');
}
