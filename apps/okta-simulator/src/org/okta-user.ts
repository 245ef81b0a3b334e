export type UserStatus =
  'STAGED' | 'PROVISIONED' | 'ACTIVE' | 'RECOVERY' | 'PASSWORD_EXPIRED' | 'LOCKED_OUT' | 'SUSPENDED' | 'DEPROVISIONED';

export type ProfileValue = string | number | boolean | null | readonly string[];
export type Profile = Readonly<Record<string, ProfileValue>>;

/** One person of the org. Immutable: an update replaces the whole object, so that the search index can keep the old one. */
export interface OktaUser {
  readonly id: string;
  /** The user's place in creation order. The cursors of lists refer to it. */
  readonly position: number;
  readonly status: UserStatus;
  readonly transitioningToStatus: UserStatus | null;
  readonly typeId: string;
  /**
   * The system that masters the profile. If it is Active Directory, attributes that inherit from the profile source are
   * read-only.
   */
  readonly provider: 'OKTA' | 'ACTIVE_DIRECTORY';
  /** Whether the user is a super administrator. Only the token of a super administrator can change such a user. */
  readonly superAdmin: boolean;
  readonly profile: Profile;
  readonly created: number;
  readonly activated: number | null;
  readonly statusChanged: number | null;
  readonly lastUpdated: number;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/**
 * Parts of the response to omit, in Okta's terms. A request lists them in the `okta-response` parameter of its
 * Content-Type.
 */
export type Omitted = ReadonlySet<string>;

export function omittedBy(contentType: string | undefined): Omitted {
  return new Set(/;\s*okta-response="?([\w,]+)/i.exec(contentType ?? '')?.[1]?.split(','));
}

/** The user as the Users API returns it. */
export function toUserResource(user: OktaUser, baseUrl: string, omitted: Omitted = new Set()): Record<string, unknown> {
  const transition = user.transitioningToStatus !== null && !omitted.has('omitTransitioningToStatus');
  return {
    id: user.id,
    status: user.status,
    ...(transition ? { transitioningToStatus: user.transitioningToStatus } : {}),
    created: iso(user.created),
    activated: iso(user.activated),
    statusChanged: iso(user.statusChanged),
    lastLogin: null,
    lastUpdated: iso(user.lastUpdated),
    passwordChanged: null,
    type: { id: user.typeId },
    profile: user.profile,
    ...(omitted.has('omitCredentials') ? {} : { credentials: credentialsOf(user) }),
    _links: { self: { href: `${baseUrl}/api/v1/users/${user.id}` } },
  };
}

function credentialsOf({ provider }: OktaUser): object {
  return { provider: { type: provider, name: provider === 'OKTA' ? 'OKTA' : 'corp.example.com' } };
}

export function loginOf(user: OktaUser): string {
  return String(user.profile['login']);
}
