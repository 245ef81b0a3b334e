import { nameKey } from '@rollcall/platform';
import type { RemoteUser } from '../../target/registration-target.js';
import type { Drift } from '../records/drift.js';

/** One of our identities, as far as the comparison needs it. */
export interface LocalRegistration {
  identityId: string;
  oktaUserId: string | null;
  externalId: string | null;
  userName: string;
  desired: boolean;
  /** True if the row is in the write-back queue, or the safety cap holds it for an administrator: a run does not decide about it. */
  onItsWay: boolean;
}

export interface PagePlan {
  /** Registered on both sides. */
  seen: string[];
  /** May have to become false; confirmed by reading the listed user, because search results lag. */
  candidates: LocalRegistration[];
  /** True in Okta without an identity here: reported, never changed. */
  unknown: Drift[];
}

/**
 * Compares one page of the remote true-set with the identities that may match. A remote user matches by the stored id, otherwise by
 * external id, otherwise by our own id, otherwise by login = userName. A user who shares only the userName with a person who is linked
 * to another user is not that person: it is set to false if the person should be false, otherwise reported.
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
    // A search for this person may still find this user, except by name alone while the person is linked to another user.
    else if (one?.desired && (byId || one.oktaUserId === null)) continue;
    else if (user.obstacle !== null || one?.onItsWay) continue;
    else if (one && !one.desired) plan.candidates.push({ ...one, oktaUserId: user.id, externalId: null });
    else
      plan.unknown.push({ kind: 'UNKNOWN_USER', identityId: null, oktaUserId: user.id, expected: null, actual: true });
  }
  return plan;
}

/** Identities created before name keys were unique may share a key; then the exact spelling decides. */
function named(login: string, ours: readonly LocalRegistration[]): LocalRegistration | undefined {
  if (ours.length < 2) return ours[0];
  return ours.find(({ userName }) => userName.toLowerCase() === login.toLowerCase());
}

/** Whether a search for this identity certainly finds this user: a link or an external id that names another user takes precedence. */
function leadsTo({ oktaUserId, externalId, identityId }: LocalRegistration, user: RemoteUser): boolean {
  if (oktaUserId !== null) return oktaUserId === user.id;
  return externalId === null || externalId === user.externalId || identityId === user.externalId;
}

/** Of our registered identities that Okta did not list, those that may have to become true. */
export function planOurs(unseen: readonly LocalRegistration[]): LocalRegistration[] {
  return unseen.filter((one) => one.desired && !one.onItsWay);
}

/** The difference of a candidate after both sides were read; undefined if there is none, or none that can be repaired. */
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
