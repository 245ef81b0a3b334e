import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { PasskeyRow } from '../bindings/passkey.row.js';

@ObjectType({ description: 'A passkey of an identity. A revoked one stays listed, with its date.' })
export class Passkey {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) deviceName!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastUsedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) revokedAt!: Date | null;
}

export function toPasskey({ id, device_name, created_at, last_used_at, revoked_at }: PasskeyRow): Passkey {
  return { id, deviceName: device_name, createdAt: created_at, lastUsedAt: last_used_at, revokedAt: revoked_at };
}
