import { Injectable } from '@nestjs/common';
import type { HealthCheck } from './integration-health.type.js';

/** A finding from another library; the caller adds the time. */
export type ExaminerFinding = Omit<HealthCheck, 'checkedAt'>;

/** Checks one integration. An error of the remote system becomes a finding. */
export type Examine = (key: { tenantId: string; integrationId: string }) => Promise<ExaminerFinding[]>;

/** Health checks registered by other libraries. Names of findings are unique across all of them. */
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
