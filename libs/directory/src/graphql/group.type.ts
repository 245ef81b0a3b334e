import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import { Node } from '@rollcall/tenancy';
import type { GroupRecord } from '../groups/group-record.js';

@ObjectType({ description: 'A group that an identity provider pushed in.', implements: () => [Node] })
export class Group implements Node {
  @Field(() => ID) id!: string;
  @Field(() => ID) integrationId!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) externalId!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime) updatedAt!: Date;
}

export const GroupConnection = connectionOf(Group);

export function toGroup({ id, integrationId, displayName, externalId, createdAt, updatedAt }: GroupRecord): Group {
  return { id, integrationId, displayName, externalId, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
}
