import type { OktaOrg } from '../org/okta-org.js';
import { loginOf, type OktaUser, type Profile } from '../org/okta-user.js';
import { OktaError } from './okta-error.js';
import type { Principal } from './principal.js';

export type UpdateMode = 'partial' | 'full';

/** Applies `{profile: {…}}` to a person: POST merges; PUT sets every property that was not sent to null. */
export function updateProfile(
  org: OktaOrg,
  principal: Principal,
  user: OktaUser,
  body: unknown,
  mode: UpdateMode,
): OktaUser {
  assertWritable(principal, user);
  const sent = profileOf(body);
  const faults = org.schemas.faultsOf(user.typeId, sent);
  if (faults.length > 0) throw OktaError.validation(faults[0]?.split(':')[0] ?? 'profile', faults);
  if (Object.keys(sent).some((name) => isMasteredElsewhere(org, user, name))) throw OktaError.masteredElsewhere();
  const taken = typeof sent['login'] === 'string' ? org.users.find(sent['login']) : undefined;
  if (taken && taken.id !== user.id) {
    throw OktaError.validation('login', [
      'login: An object with this field already exists in the current organization',
    ]);
  }
  const updated = org.users.update(user, {
    profile: mode === 'partial' ? { ...user.profile, ...sent } : replaced(org, user, sent),
  });
  org.events.userEvent('user.account.update_profile', updated, principal.actor);
  return updated;
}

export function assertWritable(principal: Principal, user: OktaUser): void {
  if (user.superAdmin && principal.role !== 'super-admin') throw OktaError.forbidden();
  if (user.status === 'DEPROVISIONED') throw OktaError.wrongStatus();
  if (user.transitioningToStatus !== null) throw OktaError.activating();
}

/** Whether two profiles hold the same values. */
export function sameProfile(before: Profile, after: Profile): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => (before[name] ?? null) === (after[name] ?? null));
}

function profileOf(body: unknown): Profile {
  const profile: unknown = (body as { profile?: unknown } | null)?.profile;
  if (profile === undefined) return {};
  if (profile === null || typeof profile !== 'object' || Array.isArray(profile)) throw OktaError.malformedBody();
  return profile as Profile;
}

function replaced(org: OktaOrg, user: OktaUser, sent: Profile): Profile {
  const { profile, missing } = org.schemas.nulledProfile(user.typeId, sent);
  const first = missing[0];
  if (first)
    throw OktaError.validation(
      first,
      missing.map((name) => `${name}: The field cannot be left blank`),
    );
  return { ...profile, login: profile['login'] ?? loginOf(user) };
}

/**
 * True if the attribute is read-only for this person: Active Directory masters the profile, and the attribute inherits
 * from the profile source.
 */
function isMasteredElsewhere(org: OktaOrg, user: OktaUser, name: string): boolean {
  if (user.provider === 'OKTA') return false;
  return org.schemas.attribute(user.typeId, name)?.master?.type !== 'OKTA';
}
