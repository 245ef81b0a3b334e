import type { IntegrationKey } from '@rollcall/directory';
import type { RateLimited, RequestBucket, TargetRequestError } from '@rollcall/okta';
import type { Decision } from './decision.js';
import type { Finding } from './finding.js';

/** The fields of a remote user that the registration sync uses. */
export interface RemoteUser {
  id: string;
  /** The target's equivalent of our userName. */
  login: string;
  /** Matches an identity's external id, or the identity's own id. */
  externalId: string | undefined;
  /** Current value of the attribute; absent and null count as false. */
  registered: boolean;
  /** Why this user cannot be written at present; null when nothing is in the way. */
  obstacle: string | null;
}

export interface RemoteUserPage {
  users: RemoteUser[];
  /** Ids of all users that the page showed, also of those that are not among `users`. */
  ids: readonly string[];
  /** Argument of `registered` for the next page; undefined on the last page. */
  next: string | undefined;
  /** On the last page: number of users that the list announced but did not return; 0 without such a total. */
  missing: number;
}

/** The keys that identify a person. */
export interface IdentityKeys {
  id: string;
  external_id: string | null;
  user_name: string;
}

/** Hooks of a search for one person. */
export interface LookupOptions {
  /** Called before the first request, in place of taking that request from the quota. @throws QuotaSpent */
  allow?: () => Promise<void>;
  /** Called for each request. */
  onRequest?: () => void;
}

/**
 * Where the registrations of one integration are written: one Okta org or one SCIM server, with its credentials. The ledger, its lanes,
 * the quotas and the reconciliation use only this interface.
 */
export abstract class RegistrationTarget implements IntegrationKey, RateLimited {
  abstract readonly tenantId: string;
  abstract readonly integrationId: string;
  /** Key of its rate limits. */
  abstract readonly domain: string;
  /** Name of the target, the subject of messages. */
  abstract readonly label: string;
  /** Its address and credentials, for comparison. */
  abstract readonly settings: object;
  /** Which limit a request counts against. */
  abstract readonly limits: Readonly<Record<'read' | 'write' | 'list', RequestBucket>>;
  /** Reason of the pause when the credentials may edit no user. */
  abstract readonly insufficientRightsMessage: string;

  /**
   * The remote user of an identity, with the attribute read just now.
   * @param remembered id of an earlier link
   * @param names undefined when the identity is gone
   * @throws QuotaSpent, TargetRequestError
   */
  abstract find(
    remembered: string | null,
    names: IdentityKeys | undefined,
    lookup?: LookupOptions,
  ): Promise<RemoteUser | undefined>;

  /** Message for an administrator: why `find` found no user. */
  abstract missing(names: IdentityKeys | undefined): string;

  /**
   * Sets the attribute, and nothing else.
   * @returns the value that the answer shows; undefined when it shows none
   * @throws TargetRequestError
   */
  abstract write(userId: string, registered: boolean): Promise<boolean | undefined>;

  /**
   * The first page of users whose attribute is true, or the page that `next` names. The list may lag behind.
   * @param onRequest called for each request
   * @param onNext may be called with the next page's address before this page has arrived
   * @throws TargetRequestError
   */
  abstract registered(
    next: string | undefined,
    onRequest: () => void,
    onNext?: (next: string) => void,
  ): Promise<RemoteUserPage>;

  /** @param now epoch milliseconds */
  abstract classify(error: TargetRequestError, now: number): Decision;

  /** Executes INSPECT_ATTRIBUTE: finds out whether the cause is this user, or a missing attribute, which affects all users. */
  abstract inspect(note: string): Promise<Decision>;

  /** Checks whether the write-back can work. An error of the target becomes a finding. */
  abstract examine(): Promise<Finding[]>;
}
