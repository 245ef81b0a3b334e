import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { type AuditAction, type AuditEventRow, connectionOf, GraphqlJson, isAuditAction } from '@rollcall/platform';
import { AuditActionEnum } from './audit-action.enum.js';

@ObjectType({ description: 'Who did what, when. Never holds a secret.' })
export class AuditEvent {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String) actorType!: string;
  @Field(() => String) actorName!: string;
  @Field(() => String, { description: 'Such as passkey.revoked.' }) action!: string;
  @Field(() => AuditActionEnum, { nullable: true, description: 'The action; null for one of another release.' })
  kind!: AuditAction | null;
  @Field(() => ID, { nullable: true }) integrationId!: string | null;
  @Field(() => String, { nullable: true }) subjectType!: string | null;
  @Field(() => ID, { nullable: true }) subjectId!: string | null;
  @Field(() => GraphqlJson, { description: 'What changed: an object.' }) data!: Record<string, unknown>;
  @Field(() => String, { description: 'What changed, as text of JSON.', deprecationReason: 'Use data.' })
  detail!: string;
  @Field(() => String, { nullable: true }) requestId!: string | null;
}

export const AuditEventConnection = connectionOf(AuditEvent);

export function toAuditEvent(row: AuditEventRow): AuditEvent {
  return {
    id: row.id,
    at: row.at,
    actorType: row.actor_type,
    actorName: row.actor_name,
    action: row.action,
    kind: isAuditAction(row.action) ? row.action : null,
    integrationId: row.integration_id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    data: row.detail,
    detail: JSON.stringify(row.detail),
    requestId: row.request_id,
  };
}
