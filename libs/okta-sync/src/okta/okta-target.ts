import type {
  OktaOrg,
  OktaSchemaGateway,
  OktaUser,
  OktaUserGateway,
  OktaUserList,
  TargetRequestError,
} from '@rollcall/okta';
import type { Decision } from '../target/decision.js';
import {
  RegistrationTarget,
  type LookupOptions,
  type IdentityKeys,
  type RemoteUser,
  type RemoteUserPage,
} from '../target/registration-target.js';
import type { Finding } from '../target/finding.js';
import { classify } from './classify.js';
import type { OktaProbe } from './okta-probe.js';
import type { OktaUserLinker } from './okta-user-linker.js';

export interface OktaGateways {
  users: OktaUserGateway;
  linker: OktaUserLinker;
  list: OktaUserList;
  schemas: OktaSchemaGateway;
  probe: OktaProbe;
}

/** An Okta org as a target. The registration is an attribute in the user's profile. */
export class OktaTarget extends RegistrationTarget {
  override readonly label = 'Okta';
  override readonly limits = { read: 'users.read', write: 'users.write', list: 'users.list' } as const;
  override readonly insufficientRightsMessage =
    'Okta lets this token edit no user: its owner lacks the rights to edit users';

  constructor(
    readonly org: OktaOrg,
    private readonly gateways: OktaGateways,
  ) {
    super();
  }

  override get tenantId(): string {
    return this.org.tenantId;
  }

  override get integrationId(): string {
    return this.org.integrationId;
  }

  override get domain(): string {
    return this.org.domain;
  }

  get orgId(): string | undefined {
    return this.org.orgId;
  }

  override get settings(): OktaOrg {
    return this.org;
  }

  override async find(
    remembered: string | null,
    names: IdentityKeys | undefined,
    lookup?: LookupOptions,
  ): Promise<RemoteUser | undefined> {
    const user = await this.gateways.linker.find(this.org, remembered, names, lookup);
    return user && toRemoteUser(user);
  }

  override missing(names: IdentityKeys | undefined): string {
    return names
      ? `No user of this Okta org has the id ${names.external_id ?? '(none)'} or the login ${names.user_name}`
      : 'Gone from Okta';
  }

  override async write(userId: string, registered: boolean): Promise<boolean | undefined> {
    return this.gateways.users.setRegistered(this.org, userId, registered);
  }

  override async registered(
    next: string | undefined,
    onRequest: () => void,
    onNext?: (next: string) => void,
  ): Promise<RemoteUserPage> {
    onRequest();
    const page = await this.gateways.list.registered(this.org, next, onNext);
    return {
      users: page.users.map(toRemoteUser),
      ids: page.users.map(({ id }) => id),
      next: page.next,
      missing: 0,
    };
  }

  override classify({ answer }: TargetRequestError, now: number): Decision {
    return classify(answer, now);
  }

  /** Called after a 400 E0000001: reads the schema to find the cause. */
  override async inspect(note: string): Promise<Decision> {
    const { attribute: name } = this.org;
    try {
      const attribute = await this.gateways.schemas.attribute(this.org);
      if (attribute?.type === 'boolean') return { action: 'PARK', privilege: false, note };
      const problem = attribute ? `is of type ${attribute.type}, not boolean` : 'is missing';
      return { action: 'PAUSE', note: `The attribute ${name} ${problem} in Okta's default user profile: create it` };
    } catch {
      return { action: 'RETRY', minDelayMs: 0, note };
    }
  }

  override examine(): Promise<Finding[]> {
    return this.gateways.probe.examine(this.org);
  }
}

/** In Okta, `externalId` is the user's id, because Okta's SCIM client sends this id as the external id of an identity. */
export function toRemoteUser({ id, login, status, registered }: OktaUser): RemoteUser {
  const obstacle =
    status === 'DEPROVISIONED' ? 'Deprovisioned in Okta: written again when the person is reactivated' : null;
  return { id, login, externalId: id, registered, obstacle };
}
