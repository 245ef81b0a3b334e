import type { FlowNote, SignedInPerson } from '../records/flow-notes.js';

/** Claims about the person (OpenID Connect Core §5.1); the scopes `openid` and `profile` each return all of them. */
export const PROFILE_CLAIMS = ['name', 'given_name', 'family_name', 'preferred_username'] as const;
/** Okta's application context, returned unchanged. */
export const APP_CLAIMS = ['app_name', 'app_instance_id'] as const;

/**
 * @param sub id of the identity: never changes, and is not reused for a person who is deleted and created again
 * @returns the claims with a value; others are omitted
 */
export function claimsOf(
  sub: string,
  person: SignedInPerson,
  note: FlowNote,
): { sub: string } & Record<string, string> {
  const { userName, displayName, email, givenName, familyName } = person;
  const name = displayName ?? ([givenName, familyName].filter(Boolean).join(' ') || null);
  return {
    sub,
    preferred_username: userName,
    ...(email && { email }),
    ...(name && { name }),
    ...(givenName && { given_name: givenName }),
    ...(familyName && { family_name: familyName }),
    ...(note.appName !== undefined && { app_name: note.appName }),
    ...(note.appInstanceId !== undefined && { app_instance_id: note.appInstanceId }),
  };
}
