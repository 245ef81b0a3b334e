export type UserStatus =
  'STAGED' | 'PROVISIONED' | 'ACTIVE' | 'RECOVERY' | 'PASSWORD_EXPIRED' | 'LOCKED_OUT' | 'SUSPENDED' | 'DEPROVISIONED';

export type ProfileValue = string | number | boolean | null | readonly string[];
export type Profile = Readonly<Record<string, ProfileValue>>;

/** One person of the org. Values never change: an update replaces the whole object, so that the search index can keep the old one. */
export interface OktaUser {
  readonly id: string;
  /** Place in creation order; list cursors point at it. */
  readonly position: number;
  readonly status: UserStatus;
  readonly transitioningToStatus: UserStatus | null;
  readonly typeId: string;
  /** Who masters the profile; attributes that inherit from the profile source are read-only for AD-mastered people. */
  readonly provider: 'OKTA' | 'ACTIVE_DIRECTORY';
  /** Super administrators can be written only by a token of a super administrator. */
  readonly superAdmin: boolean;
  readonly profile: Profile;
  readonly created: number;
  readonly activated: number | null;
  readonly statusChanged: number | null;
  readonly lastUpdated: number;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The user as the Users API answers it. */
export function toUserResource(user: OktaUser, baseUrl: string): Record<string, unknown> {
  return {
    id: user.id,
    status: user.status,
    ...(user.transitioningToStatus === null ? {} : { transitioningToStatus: user.transitioningToStatus }),
    created: iso(user.created),
    activated: iso(user.activated),
    statusChanged: iso(user.statusChanged),
    lastLogin: null,
    lastUpdated: iso(user.lastUpdated),
    passwordChanged: null,
    type: { id: user.typeId },
    profile: user.profile,
    credentials: {
      provider: { type: user.provider, name: user.provider === 'OKTA' ? 'OKTA' : 'corp.example.com' },
    },
    _links: { self: { href: `${baseUrl}/api/v1/users/${user.id}` } },
  };
}

export function loginOf(user: OktaUser): string {
  return String(user.profile['login']);
}
