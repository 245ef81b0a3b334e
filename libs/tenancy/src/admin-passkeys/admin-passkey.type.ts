import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import type { AdminPasskeyRow } from './admin-passkey.row.js';

@ObjectType({ description: 'A passkey by which an administrator signs in to the console.' })
export class AdminPasskey {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  lastUsedAt!: Date | null;
}

export const AdminPasskeyConnection = connectionOf(AdminPasskey);

export function toAdminPasskey({ id, name, created_at, last_used_at }: AdminPasskeyRow): AdminPasskey {
  return { id, name, createdAt: created_at, lastUsedAt: last_used_at };
}
