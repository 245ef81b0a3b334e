import { Injectable } from '@nestjs/common';
import { isPausedByHand, RegistrationSyncService } from '@rollcall/directory-integration';
import { type OktaOrg, OktaRequestError, OktaSchemaGateway } from '@rollcall/okta';
import { AuditTrail, Database, DomainError, type Caller } from '@rollcall/platform';

/** Adds the registration attribute to an org's default user schema. */
@Injectable()
export class AttributeCreator {
  constructor(
    private readonly schemas: OktaSchemaGateway,
    private readonly syncs: RegistrationSyncService,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Does nothing when it is there; lifts a pause, which may have been for want of it. @throws UNAVAILABLE with what Okta said */
  async create(caller: Caller, org: OktaOrg): Promise<void> {
    try {
      if (await this.schemas.attribute(org)) return;
      await this.schemas.createAttribute(org);
    } catch (error) {
      if (error instanceof OktaRequestError) throw DomainError.unavailable(error.message);
      throw error;
    }
    await this.audit.record(this.database, caller, {
      action: 'okta_attribute.created',
      integrationId: org.integrationId,
      detail: { oktaDomain: org.domain, attribute: org.attribute },
    });
    const settings = await this.syncs.find(org.tenantId, org.integrationId);
    if (!isPausedByHand(settings?.pausedReason)) await this.syncs.resume(caller, org.integrationId);
  }
}
