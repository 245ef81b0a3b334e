import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, DomainError, type Caller } from '@rollcall/platform';
import { DirectoryIntegrationService } from '../integrations/directory-integration.service.js';
import { RegistrationSyncRepository } from './registration-sync.repository.js';

/**
 * The setting of the safety cap. The cap is the number of people that a directory may deactivate or delete before
 * further changes wait for approval.
 */
@Injectable()
export class DirectoryChangeCapService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param ratio maximum share of the registered people that may change within an hour, 0 to 1; with 1 there is no cap.
   * @throws NOT_FOUND
   */
  async set(caller: Caller, integrationId: string, ratio: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { id } = await this.integrations.lock(tx, caller, integrationId);
      if (!(await this.syncs.setMaxDirectoryChangeRatio(tx, caller.tenantId, id, ratio)))
        throw DomainError.notFound('Registration sync of integration', id);
      await this.audit.record(tx, caller, {
        action: 'registration_sync.capped',
        integrationId: id,
        subject: { type: 'integration', id },
        detail: { maxDirectoryChangeRatio: ratio },
      });
    });
  }
}
