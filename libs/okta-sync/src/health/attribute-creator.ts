import { Injectable } from '@nestjs/common';
import { type OktaOrg, OktaRequestError, OktaSchemaGateway } from '@rollcall/okta';
import { AuditTrail, Database, DomainError, monotonicNow, sleep, type Caller } from '@rollcall/platform';

/** Observed: Okta's schema showed a new attribute 8 s after the 200. */
const MAX_SCHEMA_LAG_MS = 20_000;
const LOOK_AGAIN_MS = 500;

/** Adds the registration attribute to an org's default user schema. */
@Injectable()
export class AttributeCreator {
  constructor(
    private readonly schemas: OktaSchemaGateway,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Does nothing if the attribute exists. Waits until Okta's schema shows the new attribute, because the health check that follows
   * ends the pause: a write before that would be refused for the missing attribute and pause the sync again.
   * @throws UNAVAILABLE with Okta's error message
   */
  async create(caller: Caller, org: OktaOrg): Promise<void> {
    try {
      if (await this.schemas.attribute(org)) return;
      await this.schemas.createAttribute(org);
      await this.audit.record(this.database, caller, {
        action: 'okta_attribute.created',
        integrationId: org.integrationId,
        detail: { oktaDomain: org.domain, attribute: org.attribute },
      });
      await this.untilShown(org);
    } catch (error) {
      if (error instanceof OktaRequestError) throw DomainError.unavailable(error.message);
      throw error;
    }
  }

  private async untilShown(org: OktaOrg): Promise<void> {
    const until = monotonicNow() + MAX_SCHEMA_LAG_MS;
    while (!(await this.schemas.attribute(org)) && monotonicNow() < until) await sleep(LOOK_AGAIN_MS);
  }
}
