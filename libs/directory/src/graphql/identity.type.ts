import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import { Node } from '@rollcall/tenancy';
import { enrollmentStatusOf, EnrollmentStatus } from '../identities/enrollment-status.js';
import type { IdentityRecord } from '../identities/identity-record.js';
import { IdentityStatus } from '../identities/identity-status.js';

@ObjectType({ description: 'A person that an identity provider pushed in.', implements: () => [Node] })
export class Identity implements Node {
  @Field(() => ID) id!: string;
  @Field(() => ID) integrationId!: string;
  @Field(() => String) userName!: string;
  @Field(() => String, { nullable: true }) displayName!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true, description: "The provider's id of the person; from Okta, its user id." })
  externalId!: string | null;
  @Field(() => IdentityStatus) status!: IdentityStatus;
  @Field(() => EnrollmentStatus) enrollmentStatus!: EnrollmentStatus;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime) updatedAt!: Date;
}

export const IdentityConnection = connectionOf(Identity);

export function toIdentity(record: IdentityRecord, now: Date): Identity {
  const { id, integrationId, userName, displayName, email, externalId } = record;
  return {
    id,
    integrationId,
    userName,
    displayName,
    email,
    externalId,
    status: record.active ? IdentityStatus.ACTIVE : IdentityStatus.SUSPENDED,
    enrollmentStatus: enrollmentStatusOf(record, now),
    createdAt: new Date(record.createdAt),
    updatedAt: new Date(record.updatedAt),
  };
}
