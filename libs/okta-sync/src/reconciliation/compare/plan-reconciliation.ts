import { nameKey } from '@rollcall/platform';
import type { RemoteUser } from '../../target/registration-target.js';
import type { Drift } from '../records/drift.js';

/** The data of one of our identities that a comparison needs. */
export interface LocalRegistration {
  identityId: string;
  oktaUserId: string | null;
  externalId: string | null;
  userName: string;
  desired: boolean;
  /** True if the row waits for a write, or the safety cap holds it or it was discarded. A run does not decide about such a row. */
  onItsWay: boolean;
}

export interface PagePlan {
  /** Ids of the identities that are true on both sides. */
  seen: string[];
  /**
   * Identities that should be false, although the list contains their user. They are candidates only, because the list
   * may be out of date. The user is read before anything is changed.
   */
  candidates: LocalRegistration[];
  /** Users who are true in Okta and have no identity here. They are reported, and never changed. */
  unknown: Drift[];
}

/**
 * Compares one page of users who are true at the target with the identities that may match. A user matches by the first
 * key that finds an identity: stored id, external id, our own id, login = userName.
 * A match by name alone does not count if the person is linked to another user. Such a user is a candidate if the
 * person should be false, and is otherwise reported as unknown.
 */
export function planPage(page: readonly RemoteUser[], ours: readonly LocalRegistration[]): PagePlan {
  const byOktaId = new Map(ours.flatMap((one) => (one.oktaUserId ? [[one.oktaUserId, one]] : [])));
  const byExternalId = new Map(ours.flatMap((one) => (one.externalId ? [[one.externalId, one]] : [])));
  const byOwnId = new Map(ours.map((one) => [one.identityId, one]));
  const byUserName = new Map<string, LocalRegistration[]>();
  for (const one of ours) {
    const key = nameKey(one.userName);
    byUserName.set(key, [...(byUserName.get(key) ?? []), one]);
  }
  const plan: PagePlan = { seen: [], candidates: [], unknown: [] };
  for (const user of page) {
    const byId =
      byOktaId.get(user.id) ??
      (user.externalId === undefined ? undefined : (byExternalId.get(user.externalId) ?? byOwnId.get(user.externalId)));
    const one = byId ?? named(user.login, byUserName.get(nameKey(user.login)) ?? []);
    if (one?.desired && leadsTo(one, user)) plan.seen.push(one.identityId);
    // A search for this person may still find this user. The exception is a match by name alone, if the person is
    // linked to another user.
    else if (one?.desired && (byId || one.oktaUserId === null)) continue;
    else if (user.obstacle !== null || one?.onItsWay) continue;
    else if (one && !one.desired) plan.candidates.push({ ...one, oktaUserId: user.id, externalId: null });
    else
      plan.unknown.push({ kind: 'UNKNOWN_USER', identityId: null, oktaUserId: user.id, expected: null, actual: true });
  }
  return plan;
}

/** Identities from before name keys were unique may have the same key. Then the exact spelling decides. */
function named(login: string, ours: readonly LocalRegistration[]): LocalRegistration | undefined {
  if (ours.length < 2) return ours[0];
  return ours.find(({ userName }) => userName.toLowerCase() === login.toLowerCase());
}

/**
 * True if a search for this identity, which matches the user by one key, is certain to find the user. If the identity is
 * linked, its link decides. Otherwise its external id decides, if it has one.
 */
function leadsTo({ oktaUserId, externalId, identityId }: LocalRegistration, user: RemoteUser): boolean {
  if (oktaUserId !== null) return oktaUserId === user.id;
  return externalId === null || externalId === user.externalId || identityId === user.externalId;
}

/** Of the identities that the target did not list as true, those whose user may have to be set to true. */
export function planOurs(unseen: readonly LocalRegistration[]): LocalRegistration[] {
  return unseen.filter((one) => one.desired && !one.onItsWay);
}

/** The difference of a candidate after both sides were read. Undefined if the values are the same, or if the difference cannot be repaired. */
export function judge(ours: LocalRegistration, user: RemoteUser | undefined): Drift | undefined {
  const { identityId, desired } = ours;
  if (!user) {
    if (!desired) return undefined;
    return {
      kind: 'UNLINKED',
      identityId,
      oktaUserId: ours.oktaUserId ?? ours.externalId,
      expected: true,
      actual: null,
    };
  }
  if (user.registered === desired || user.obstacle !== null || ours.onItsWay) return undefined;
  return {
    kind: desired ? 'SET_TRUE' : 'SET_FALSE',
    identityId,
    oktaUserId: user.id,
    expected: desired,
    actual: user.registered,
  };
}
