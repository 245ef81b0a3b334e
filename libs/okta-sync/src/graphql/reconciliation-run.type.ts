import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import { Node } from '@rollcall/tenancy';
import type { ReconciliationRunRow } from '../reconciliation/records/reconciliation-run.row.js';

export enum ReconciliationStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(ReconciliationStatus, { name: 'ReconciliationStatus' });

@ObjectType({ description: 'One comparison of the target with us.', implements: () => [Node] })
export class ReconciliationRun implements Node {
  @Field(() => ID) id!: string;
  @Field(() => ID) integrationId!: string;
  @Field(() => Boolean, { description: 'Only looks; changes nothing.' }) dryRun!: boolean;
  @Field(() => Float, { description: 'Part of the registered people that it may change.' }) maxChangeRatio!: number;
  @Field(() => ReconciliationStatus) status!: ReconciliationStatus;
  @Field(() => String, { description: 'Who asked for it.' }) requestedBy!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) startedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) finishedAt!: Date | null;
  @Field(() => Int, { description: 'People looked at so far.' }) examined!: number;
  @Field(() => Int) drifted!: number;
  @Field(() => Int) repaired!: number;
  @Field(() => Int) failed!: number;
  @Field(() => Int, { description: 'Requests of the comparison itself; each repair is one write more.' })
  oktaRequests!: number;
  @Field(() => String, { nullable: true }) error!: string | null;
}

export const ReconciliationRunConnection = connectionOf(ReconciliationRun);

export function toReconciliationRun(row: ReconciliationRunRow): ReconciliationRun {
  return {
    id: row.id,
    integrationId: row.integration_id,
    dryRun: row.dry_run,
    maxChangeRatio: row.max_change_ratio,
    status: row.status as ReconciliationStatus,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    examined: row.examined,
    drifted: row.drifted,
    repaired: row.repaired,
    failed: row.failed,
    oktaRequests: row.okta_requests,
    error: row.error,
  };
}
