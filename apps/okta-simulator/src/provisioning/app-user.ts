import { randomBytes } from 'node:crypto';
import { loginOf, type OktaUser } from '../org/okta-user.js';
import { USER_SCHEMA, type ScimResource } from './scim-message.js';

/** A person assigned to the SCIM app. */
export interface AppUser {
  readonly oktaUserId: string;
  readonly scimId: string;
  active: boolean;
}

/** The attributes that the app's profile mapping fills from the Okta profile. */
export function mappedProfile(user: OktaUser): Record<string, unknown> {
  const { firstName, lastName, email, displayName, locale } = user.profile;
  return {
    userName: loginOf(user),
    name: { givenName: firstName, familyName: lastName },
    emails: [{ primary: true, value: email, type: 'work' }],
    displayName: displayName ?? `${String(firstName)} ${String(lastName)}`,
    locale: locale ?? 'en-US',
    externalId: user.id,
  };
}

/** The body of `POST /Users`, with a random password and an empty `groups`. */
export function creationOf(user: OktaUser): Record<string, unknown> {
  return {
    schemas: [USER_SCHEMA],
    ...mappedProfile(user),
    groups: [],
    password: randomBytes(9).toString('base64url'),
    active: true,
  };
}

/** The body of a `PUT`: the user as the `GET` returned it, including id, meta and groups, with the changes applied. */
export function mergedWith(current: ScimResource, change: Record<string, unknown>): Record<string, unknown> {
  return { ...current, ...change };
}
