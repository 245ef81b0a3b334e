import type { IntegrationKey } from '@rollcall/directory';
import type { RateLimited, RequestBucket, TargetRequestError } from '@rollcall/okta';
import type { Decision } from './decision.js';
import type { Finding } from './finding.js';

/** The fields of a remote user that the registration sync uses. */
export interface RemoteUser {
  id: string;
  /** The name at the target that corresponds to our userName. */
  login: string;
  /** The external id at the target. It matches the external id of an identity, or the identity's own id. */
  externalId: string | undefined;
  /** Current value of the attribute. False if the attribute is absent or null. */
  registered: boolean;
  /** Reason why this user cannot be written at present; null if the user can be written. */
  obstacle: string | null;
}

export interface RemoteUserPage {
  users: RemoteUser[];
  /** Ids of all users on the page, including those that are not in `users`. */
  ids: readonly string[];
  /** Argument with which `registered` returns the next page; undefined on the last page. */
  next: string | undefined;
  /** Number of users that the list announced but did not return. 0 on other pages than the last, and for a list without a total. */
  missing: number;
}

/** The keys that identify a person. */
export interface IdentityKeys {
  id: string;
  external_id: string | null;
  user_name: string;
}

/** Callbacks of a search for one person. */
export interface LookupOptions {
  /** Called before the first request, which then does not take a request from the quota itself. @throws QuotaSpent */
  allow?: () => Promise<void>;
  /** Called for each request. */
  onRequest?: () => void;
}

/**
 * The target of the write-back of one integration: an Okta org or a SCIM server, with its credentials. The ledger, the
 * lanes, the quotas and the reconciliation depend only on this interface.
 */
export abstract class RegistrationTarget implements IntegrationKey, RateLimited {
  abstract readonly tenantId: string;
  abstract readonly integrationId: string;
  /** Key of the target's rate limits. */
  abstract readonly domain: string;
  /** Name of the target, used as the subject of messages. */
  abstract readonly label: string;
  /** Address and credentials of the target. They are only compared, to detect a change. */
  abstract readonly settings: object;
  /** The rate limit against which each kind of request counts. */
  abstract readonly limits: Readonly<Record<'read' | 'write' | 'list', RequestBucket>>;
  /** Reason of the pause if the credentials may not edit any user. */
  abstract readonly insufficientRightsMessage: string;

  /**
   * Finds the remote user of an identity, and reads the attribute.
   * @param remembered id of the remote user that was linked before
   * @param names undefined if the identity was deleted
   * @throws QuotaSpent, TargetRequestError
   */
  abstract find(
    remembered: string | null,
    names: IdentityKeys | undefined,
    lookup?: LookupOptions,
  ): Promise<RemoteUser | undefined>;

  /** Message to an administrator that explains why `find` found no user. */
  abstract missing(names: IdentityKeys | undefined): string;

  /**
   * Sets the attribute, and changes nothing else.
   * @returns the value in the answer; undefined if the answer does not contain it
   * @throws TargetRequestError
   */
  abstract write(userId: string, registered: boolean): Promise<boolean | undefined>;

  /**
   * Lists the users whose attribute is true. The list may be out of date.
   * @param next the page to return; undefined for the first page
   * @param onRequest called for each request
   * @param onNext may be called with the value of `next` for the next page before this page has arrived
   * @throws TargetRequestError
   */
  abstract registered(
    next: string | undefined,
    onRequest: () => void,
    onNext?: (next: string) => void,
  ): Promise<RemoteUserPage>;

  /** @param now epoch milliseconds */
  abstract classify(error: TargetRequestError, now: number): Decision;

  /** Called for INSPECT_ATTRIBUTE. Finds out whether only this user is affected, or all users because the attribute is missing. */
  abstract inspect(note: string): Promise<Decision>;

  /** Checks whether the write-back can work. An error of the target becomes a finding. */
  abstract examine(): Promise<Finding[]>;
}
