import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '@rollcall/tenancy';
import type { BatchLinkPage } from '../batches/enrollment-batches.js';
import { BATCH_STATUSES, type BatchStatus, type EnrollmentBatchRow } from '../batches/enrollment-batch.row.js';

const EnrollmentBatchStatus = Object.fromEntries(BATCH_STATUSES.map((status) => [status, status]));
registerEnumType(EnrollmentBatchStatus, { name: 'EnrollmentBatchStatus' });

export enum OpenLinks {
  KEEP = 'KEEP',
  RENEW = 'RENEW',
}

registerEnumType(OpenLinks, {
  name: 'OpenLinks',
  description: 'What happens to people whose enrollment link is still open.',
  valuesMap: {
    KEEP: { description: 'Their link stays valid, and the batch leaves them out.' },
    RENEW: { description: 'They get a new link; the old one ends.' },
  },
});

@ObjectType({ description: 'Enrollment links for many people, made by a worker.', implements: () => [Node] })
export class EnrollmentBatch implements Node {
  @Field(() => ID) id!: string;
  @Field(() => ID) integrationId!: string;
  @Field(() => ID, { nullable: true, description: 'Null: everyone of the integration.' }) groupId!: string | null;
  @Field(() => EnrollmentBatchStatus) status!: BatchStatus;
  @Field(() => OpenLinks) openLinks!: OpenLinks;
  @Field(() => String, { description: 'Name of the administrator who started it.' }) createdBy!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'Of the links.' }) expiresAt!: Date;
  @Field(() => Int, { description: 'People when it was started, suspended ones too.' }) total!: number;
  @Field(() => Int, { description: 'People looked at so far.' }) examined!: number;
  @Field(() => Int, { description: 'Links made so far.' }) created!: number;
  @Field(() => Int, { description: 'People left out because their link is still open.' }) kept!: number;
  @Field(() => String, { nullable: true, description: 'Why it failed.' }) error!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) finishedAt!: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when its links may be fetched; null while it runs and once they may not.',
  })
  linksUntil!: Date | null;
}

@ObjectType({ description: 'A link that may still be used. Keep it as safe as a password.' })
export class EnrollmentBatchLink {
  @Field(() => String) userName!: string;
  @Field(() => String, { nullable: true }) displayName!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String) url!: string;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
}

@ObjectType()
export class EnrollmentBatchLinkPage implements BatchLinkPage {
  @Field(() => [EnrollmentBatchLink]) links!: EnrollmentBatchLink[];
  @Field(() => String, { nullable: true, description: 'Where the next page begins; null after the last one.' })
  next!: string | null;
}

export function toEnrollmentBatch(row: EnrollmentBatchRow): EnrollmentBatch {
  return {
    id: row.id,
    integrationId: row.integration_id,
    groupId: row.group_id,
    status: row.status,
    openLinks: row.renew ? OpenLinks.RENEW : OpenLinks.KEEP,
    createdBy: row.actor.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    total: row.total,
    examined: row.examined,
    created: row.created,
    kept: row.kept,
    error: row.error,
    finishedAt: row.finished_at,
    linksUntil: row.links_until,
  };
}
