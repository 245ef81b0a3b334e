import type { FlowNote, SignedInPerson } from '../records/flow-notes.js';

/**
 * Claims about the person (OpenID Connect Core §5.1). Each of the scopes `openid` and `profile` returns all of them.
 */
export const PROFILE_CLAIMS = ['name', 'given_name', 'family_name', 'preferred_username'] as const;
/** The application context that Okta sent. It is returned unchanged. */
export const APP_CLAIMS = ['app_name', 'app_instance_id'] as const;

/**
 * @param sub id of the identity. It never changes. If a person is deleted and created again, the new identity has
 * another id.
 * @returns the claims that have a value; others are omitted
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
