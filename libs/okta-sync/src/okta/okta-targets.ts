import { Injectable } from '@nestjs/common';
import { type OktaOrg, OktaSchemaGateway, OktaUserGateway, OktaUserList } from '@rollcall/okta';
import { OktaTarget } from './okta-target.js';
import { OktaUserLinker } from './okta-user-linker.js';

/** Makes targets of Okta orgs. */
@Injectable()
export class OktaTargets {
  constructor(
    private readonly users: OktaUserGateway,
    private readonly linker: OktaUserLinker,
    private readonly list: OktaUserList,
    private readonly schemas: OktaSchemaGateway,
  ) {}

  of(org: OktaOrg): OktaTarget {
    const { users, linker, list, schemas } = this;
    return new OktaTarget(org, { users, linker, list, schemas });
  }
}
