import { Injectable } from '@nestjs/common';
import { IntegrationChecks, type HealthCheck } from '@rollcall/directory-integration';
import { Clock } from '@rollcall/platform';
import { LocalChecks } from './local-checks.js';

/**
 * Combines stored and current results. Checks of the target have the result of the last health check. Checks that need
 * only our database are run again.
 */
@Injectable()
export class CurrentChecks {
  constructor(
    private readonly stored: IntegrationChecks,
    private readonly local: LocalChecks,
    private readonly clock: Clock,
  ) {}

  /** Checks by integration, sorted by name. The list is empty for an integration that was never checked. */
  async listMany(tenantId: string, integrationIds: readonly string[]): Promise<Map<string, HealthCheck[]>> {
    const [stored, local] = await Promise.all([
      this.stored.listMany(tenantId, integrationIds),
      this.local.examineMany(tenantId, integrationIds),
    ]);
    const checkedAt = this.clock.now();
    for (const [id, checks] of stored) {
      const now = new Map(local.get(id)?.map((finding) => [finding.name, finding]));
      stored.set(
        id,
        checks.map((check) => {
          const finding = now.get(check.name);
          return finding ? { code: null, ...finding, checkedAt } : check;
        }),
      );
    }
    return stored;
  }
}
