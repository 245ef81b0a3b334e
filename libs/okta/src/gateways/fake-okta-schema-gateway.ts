import type { OktaOrg } from '../client/okta-org.js';
import { OktaSchemaGateway, type OktaAttribute } from './okta-schema-gateway.js';

/** A schema in memory. */
export class FakeOktaSchemaGateway extends OktaSchemaGateway {
  current: OktaAttribute | undefined = { type: 'boolean', title: undefined, master: 'OKTA', permission: 'READ_ONLY' };
  owner = { id: '00uadmin', login: 'admin@example.com' };
  failure: Error | undefined;

  override async attribute(): Promise<OktaAttribute | undefined> {
    if (this.failure) throw this.failure;
    return this.current;
  }

  override async createAttribute(_org: OktaOrg): Promise<void> {
    if (this.failure) throw this.failure;
    this.current = { type: 'boolean', title: 'created', master: 'OKTA', permission: 'READ_ONLY' };
  }

  override async tokenOwner(): Promise<{ id: string; login: string }> {
    if (this.failure) throw this.failure;
    return this.owner;
  }
}
