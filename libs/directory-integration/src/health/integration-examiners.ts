import { Injectable } from '@nestjs/common';
import type { HealthCheck } from './integration-health.type.js';

/** A finding of a health check in another library. The caller adds the time of the check. */
export type ExaminerFinding = Omit<HealthCheck, 'checkedAt'>;

/** Checks one integration. An error of the remote system is returned as a finding, and not thrown. */
export type Examine = (key: { tenantId: string; integrationId: string }) => Promise<ExaminerFinding[]>;

/** Health checks that other libraries register. The names of their findings must be unique across all libraries. */
@Injectable()
export class IntegrationExaminers {
  private readonly examiners: Examine[] = [];

  register(examine: Examine): void {
    this.examiners.push(examine);
  }

  async examine(key: { tenantId: string; integrationId: string }): Promise<ExaminerFinding[]> {
    return (await Promise.all(this.examiners.map((examine) => examine(key)))).flat();
  }
}
