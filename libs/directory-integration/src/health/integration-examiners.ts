import { Injectable } from '@nestjs/common';
import type { HealthCheck } from './integration-health.type.js';

/** A finding of a library above this one; the caller notes when it was made. */
export type ExaminerFinding = Omit<HealthCheck, 'checkedAt'>;

/** Examines one integration. Never throws for what the other side answers: that is the finding. */
export type Examine = (key: { tenantId: string; integrationId: string }) => Promise<ExaminerFinding[]>;

/** Checks of other libraries, which the doctor runs with its own. Names of findings are unique over all of them. */
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
