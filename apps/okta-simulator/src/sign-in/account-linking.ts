import type { IdentityProvider } from '../idps/identity-provider.js';
import type { OktaOrg } from '../org/okta-org.js';
import { loginOf, type OktaUser } from '../org/okta-user.js';

/** Claims of an ID token that has passed all checks of the protocol. */
export type Claims = Readonly<Record<string, unknown> & { sub: string }>;

/** Okta ends the sign-in and shows its page "400 Bad Request". The message is the one in Okta's System Log. */
export class SignInRefused extends Error {
  constructor(
    readonly code: 'GENERAL_NONSUCCESS' | 'access_denied',
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * Finds the Okta user of a person at the provider. If an account link exists, it decides, whatever the claims are.
 * Otherwise the username template and `matchType` select the user, who is then linked by `sub`.
 * @returns undefined if no user matches and users are not created; Okta then shows its own sign-in page
 * @throws SignInRefused
 */
export function accountOf(org: OktaOrg, idp: IdentityProvider, claims: Claims): OktaUser | undefined {
  assertTrusted(idp, claims);
  const linked = org.idps.linkOfSubject(idp.id, claims.sub);
  const user = linked ? org.users.find(linked.userId) : link(org, idp, claims);
  if (user && user.status !== 'ACTIVE') throw refused(`The user ${loginOf(user)} is ${user.status}`);
  return user;
}

function link(org: OktaOrg, idp: IdentityProvider, claims: Claims): OktaUser | undefined {
  const username = usernameOf(idp, claims);
  const user = matched(org, idp, username) ?? created(org, idp, username, claims);
  if (!user) return undefined;
  if (org.idps.linkOfUser(idp.id, user.id))
    throw refused(`${loginOf(user)} is linked to another account at ${idp.name}: its sub has changed`);
  if (idp.policy.accountLink.action === 'DISABLED') throw refused(`Account linking is disabled for ${idp.name}`);
  org.idps.link(idp.id, user.id, claims.sub);
  return user;
}

/**
 * If Okta trusts the provider's claims, the token must have `amr` (Okta, "Configure claims sharing"). E-mail is a
 * required attribute by default.
 */
function assertTrusted(idp: IdentityProvider, claims: Claims): void {
  if (idp.policy.trustClaims && !Array.isArray(claims['amr']))
    throw refused('The claims of this identity provider are trusted, and the ID token has no amr claim');
  if (typeof claims['email'] !== 'string' || claims['email'] === '') throw refused('The claim email is missing');
}

/** Applies a template such as `idpuser.preferred_username`; `idpuser.externalId` is the `sub`. */
function usernameOf(idp: IdentityProvider, claims: Claims): string {
  const { userNameTemplate, filter } = idp.policy.subject;
  const claim = userNameTemplate.template.replace(/^idpuser\./, '');
  const value = claim === 'externalId' ? claims.sub : claims[claim];
  if (typeof value !== 'string' || value === '') throw refused(`Unable to transform ${claim} to username`);
  if (filter && !new RegExp(`^(?:${filter})$`).test(value))
    throw refused(`The filter of ${idp.name} excludes ${value}`);
  return value;
}

function matched(org: OktaOrg, idp: IdentityProvider, username: string): OktaUser | undefined {
  const { matchType, matchAttribute } = idp.policy.subject;
  const attributes = {
    USERNAME: ['login'],
    EMAIL: ['email'],
    USERNAME_OR_EMAIL: ['login', 'email'],
    CUSTOM_ATTRIBUTE: [matchAttribute ?? ''],
  }[matchType];
  const wanted = username.toLowerCase();
  const found = [...org.users.from()].filter(
    (user) =>
      user.status !== 'DEPROVISIONED' &&
      attributes.some((name) => String(user.profile[name] ?? '').toLowerCase() === wanted),
  );
  if (found.length > 1) throw refused(`Unable to match the transformed username: ${found.length} users`);
  return found[0];
}

function created(org: OktaOrg, idp: IdentityProvider, login: string, claims: Claims): OktaUser | undefined {
  if (idp.policy.provisioning.action !== 'AUTO') return undefined;
  const [firstName, lastName] = [String(claims['given_name'] ?? login), String(claims['family_name'] ?? '')];
  const profile = { login, email: String(claims['email']), firstName, lastName };
  return org.users.add({ profile, typeId: org.schemas.defaultType.id });
}

function refused(reason: string): SignInRefused {
  return new SignInRefused('GENERAL_NONSUCCESS', reason);
}
