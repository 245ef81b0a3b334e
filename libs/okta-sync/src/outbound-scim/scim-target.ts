import type { OktaQuotas, TargetRequestError } from '@rollcall/okta';
import { isSameName } from '@rollcall/platform';
import type { Finding } from '../target/finding.js';
import type { Decision } from '../target/decision.js';
import {
  RegistrationTarget,
  type LookupOptions,
  type IdentityKeys,
  type RemoteUser,
  type RemoteUserPage,
} from '../target/registration-target.js';
import { classifyScim } from './classify-scim.js';
import { readPlace, writePlace } from './users/list-place.js';
import type { RefusalInspection } from './refusal-inspection.js';
import type { ScimProbe } from './scim-probe.js';
import type { ScimFlagWriter } from './write/scim-flag-writer.js';
import type { ScimServer } from './transport/scim-server.js';
import type { ScimTrueSet } from './users/scim-true-set.js';
import type { ScimUsers } from './users/scim-users.js';

export interface ScimGateways {
  users: ScimUsers;
  flags: ScimFlagWriter;
  trueSet: ScimTrueSet;
  refusals: RefusalInspection;
  quotas: OktaQuotas;
  probe: ScimProbe;
}

/** The pace of requests to a SCIM server, because SCIM has no header for a rate limit. `Retry-After` is obeyed too. */
export const SCIM_PACE = { perSecond: 25, burst: 50 };

/**
 * A SCIM server as a target. The registration is an extension attribute of the user. All requests count against one
 * limit, because a 429 does not show which limit was exceeded.
 */
export class ScimTarget extends RegistrationTarget {
  override readonly label = 'The SCIM server';
  override readonly limits = { read: 'scim', write: 'scim', list: 'scim' } as const;
  override readonly insufficientRightsMessage =
    'The SCIM server lets these credentials edit no user: give them the right to change users';
  readonly unknownLimitPace = SCIM_PACE;

  constructor(
    readonly server: ScimServer,
    private readonly gateways: ScimGateways,
    /** True if the server has accepted a value since the target was configured. */
    private readonly accepted: boolean,
  ) {
    super();
  }

  override get tenantId(): string {
    return this.server.tenantId;
  }

  override get integrationId(): string {
    return this.server.integrationId;
  }

  override get settings(): ScimServer {
    return this.server;
  }

  override get domain(): string {
    return this.server.domain;
  }

  /**
   * Searches by the stored id first. If the user found does not have the identity's external id, but another user does,
   * that other user is returned. Then searches by `externalId`, which is the directory's id of the person, or our own
   * id if we provisioned the server. Then searches by `userName`. A user counts only if it matches the search, because
   * some servers ignore filters.
   */
  override async find(
    remembered: string | null,
    names: IdentityKeys | undefined,
    lookup: LookupOptions = {},
  ): Promise<RemoteUser | undefined> {
    const { users } = this.gateways;
    let asked = 0;
    const ask = (): Promise<void> => this.spend(lookup, asked++);
    if (remembered !== null) {
      const user = await users.get(this.server, remembered, ask);
      const corrected = user && names && !carries(user, names) ? await this.findCorrected(names, ask) : undefined;
      if (user) return corrected ?? user;
    }
    if (!names) return undefined;
    for (const externalId of [names.external_id, names.id]) {
      if (!externalId) continue;
      const found = await users.findByExternalId(this.server, externalId, ask);
      const user = theOnly(found.filter((one) => one.externalId === externalId));
      if (user) return user;
    }
    const found = await users.findByUserName(this.server, names.user_name, ask);
    return theOnly(found.filter((one) => isSameName(one.login, names.user_name)));
  }

  /**
   * The user that has the identity's external id now. It may differ from the linked user, because the directory may
   * have corrected the id after the link was made.
   */
  private async findCorrected(
    { external_id: externalId }: IdentityKeys,
    ask: () => Promise<void>,
  ): Promise<RemoteUser | undefined> {
    if (!externalId) return undefined;
    const found = await this.gateways.users.findByExternalId(this.server, externalId, ask);
    return theOnly(found.filter((one) => one.externalId === externalId));
  }

  override missing(names: IdentityKeys | undefined): string {
    return names
      ? `The SCIM server has no one user with the externalId ${names.external_id ?? names.id} or the userName ${names.user_name}`
      : 'Gone from the SCIM server';
  }

  override async write(userId: string, registered: boolean): Promise<boolean> {
    const { flags, quotas } = this.gateways;
    await flags.write(this.server, userId, registered, () => quotas.spendNext(this, this.limits.write));
    return registered;
  }

  /** Reads one page of the list. The users of the page are only those whose value is true. */
  override async registered(next: string | undefined, onRequest: () => void): Promise<RemoteUserPage> {
    const { trueSet } = this.gateways;
    const page = await (next === undefined
      ? trueSet.first(this.server, onRequest)
      : trueSet.page(this.server, readPlace(next), onRequest));
    const { users, ids, missing } = page;
    return { users, ids, next: page.next && writePlace(page.next), missing };
  }

  override classify(error: TargetRequestError, now: number): Decision {
    return classifyScim(error, this.server, now);
  }

  /** Called after a 400: reads the schema to find the cause. */
  override inspect(note: string): Promise<Decision> {
    return this.gateways.refusals.inspect(this.server, note, this.accepted);
  }

  override examine(): Promise<Finding[]> {
    return this.gateways.probe.examine(this.server);
  }

  /** @param asked number of requests that this search has already sent */
  private async spend({ allow, onRequest }: LookupOptions, asked: number): Promise<void> {
    const { quotas } = this.gateways;
    if (asked > 0) await quotas.spendNext(this, this.limits.read);
    else await (allow ? allow() : quotas.spend(this, this.limits.read));
    onRequest?.();
  }
}

/**
 * True if the external id of the user is the external id of the identity, or the identity's own id. Also true if the
 * identity has no external id.
 */
function carries({ externalId }: RemoteUser, { id, external_id: wanted }: IdentityKeys): boolean {
  return wanted === null || externalId === wanted || externalId === id;
}

function theOnly(users: readonly RemoteUser[]): RemoteUser | undefined {
  return users.length === 1 && users[0]?.id ? users[0] : undefined;
}
