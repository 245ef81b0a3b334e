import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { ScimCredentialRow } from './scim-credential.row.js';
import { ScimCredentialType } from './scim-credential-type.js';

@ObjectType({ description: 'What a SCIM client signs in with. The secret was shown once.' })
export class ScimCredential {
  @Field(() => ID)
  id!: string;

  @Field(() => ScimCredentialType)
  type!: ScimCredentialType;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Client credentials only.' })
  clientId!: string | null;

  @Field(() => String, { description: 'Last four characters of the token or secret, to distinguish them.' })
  lastFour!: string;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  revokedAt!: Date | null;
}

export function toScimCredential(row: ScimCredentialRow): ScimCredential {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    clientId: row.client_id,
    lastFour: row.last_four,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
