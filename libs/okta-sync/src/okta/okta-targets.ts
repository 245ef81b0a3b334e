import { Injectable } from '@nestjs/common';
import { type OktaOrg, OktaSchemaGateway, OktaUserGateway, OktaUserList } from '@rollcall/okta';
import { OktaProbe } from './okta-probe.js';
import { OktaTarget } from './okta-target.js';
import { OktaUserLinker } from './okta-user-linker.js';

/** Creates the target of an integration with an Okta org. */
@Injectable()
export class OktaTargets {
  constructor(
    private readonly users: OktaUserGateway,
    private readonly linker: OktaUserLinker,
    private readonly list: OktaUserList,
    private readonly schemas: OktaSchemaGateway,
    private readonly probe: OktaProbe,
  ) {}

  of(org: OktaOrg): OktaTarget {
    const { users, linker, list, schemas, probe } = this;
    return new OktaTarget(org, { users, linker, list, schemas, probe });
  }
}
