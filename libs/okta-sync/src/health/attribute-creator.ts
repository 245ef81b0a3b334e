import { Injectable } from '@nestjs/common';
import { type OktaOrg, OktaRequestError, OktaSchemaGateway } from '@rollcall/okta';
import { AuditTrail, Database, DomainError, monotonicNow, sleep, type Caller } from '@rollcall/platform';

/** In a test, Okta's schema did not show a new attribute until 8 s after the 200. */
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
   * Creates the attribute, and waits until Okta's schema shows it. Does nothing if the attribute exists. The wait is
   * needed because the health check that follows ends a pause. Until the schema shows the attribute, Okta refuses
   * writes, and a refused write would pause the sync again.
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
