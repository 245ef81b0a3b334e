import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { AuditTrail, type Caller, Database, DomainError } from '@rollcall/platform';
import { ScimError } from '../protocol/index.js';
import { IntegrationSchemas } from './integration-schemas.js';
import { registryOf } from './registry-of.js';
import { ScimSchemaRepository } from './scim-schema.repository.js';
import type { ScimSchemaRow } from './scim-schema.row.js';

export type ScimSchemaDraft = Omit<ScimSchemaRow, 'tenant_id' | 'integration_id' | 'updated_at'>;

/** Custom extensions of an integration. When a schema changes or is deleted, stored values are kept and not validated. */
@Injectable()
export class ScimSchemaService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly schemas: ScimSchemaRepository,
    private readonly known: IntegrationSchemas,
    private readonly audit: AuditTrail,
  ) {}

  list({ tenantId }: Caller, integrationId: string): Promise<ScimSchemaRow[]> {
    return this.schemas.list({ tenantId, integrationId });
  }

  /** Adds the schema, or replaces the one with the same URN. @throws DomainError NOT_FOUND; BAD_USER_INPUT */
  async save(caller: Caller, integrationId: string, draft: ScimSchemaDraft): Promise<ScimSchemaDraft> {
    const { tenantId } = caller;
    await this.integrations.get(caller, integrationId);
    await this.database.transaction(async (tx) => {
      const others = (await this.schemas.list({ tenantId, integrationId }, tx)).filter(({ id }) => id !== draft.id);
      refuseBadSchema([...others, draft]);
      await this.schemas.save(tx, { tenant_id: tenantId, integration_id: integrationId, ...draft });
      const subject = { type: 'scim-schema', id: draft.id };
      await this.audit.record(tx, caller, { action: 'scim-schema.saved', integrationId, subject });
    });
    this.known.forget(integrationId);
    return draft;
  }

  /** @throws DomainError NOT_FOUND */
  async delete(caller: Caller, integrationId: string, id: string): Promise<void> {
    await this.integrations.get(caller, integrationId);
    await this.database.transaction(async (tx) => {
      const gone = await this.schemas.delete(tx, { tenantId: caller.tenantId, integrationId }, id);
      if (!gone) throw DomainError.notFound('Schema', id);
      const subject = { type: 'scim-schema', id };
      await this.audit.record(tx, caller, { action: 'scim-schema.deleted', integrationId, subject });
    });
    this.known.forget(integrationId);
  }
}

function refuseBadSchema(drafts: readonly ScimSchemaDraft[]): void {
  try {
    registryOf(drafts);
  } catch (error) {
    if (error instanceof ScimError) throw DomainError.badInput(error.detail, 'attributes');
    throw error;
  }
}
