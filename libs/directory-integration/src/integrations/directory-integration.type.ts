import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import { Node } from '@rollcall/tenancy';
import { DirectoryProvider } from './directory-provider.js';
import type { DirectoryIntegrationRow } from './directory-integration.row.js';

@ObjectType({
  description: 'One directory that provisions into us; libraries above add their fields.',
  implements: () => [Node],
})
export class DirectoryIntegration implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => DirectoryProvider)
  provider!: DirectoryProvider;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => String, { description: 'Base URL for the SCIM client.' })
  scimUrl!: string;

  @Field(() => String, { description: 'For client credentials (RFC 6749 §4.4).' })
  tokenEndpoint!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'To ten seconds.' })
  lastScimRequestAt!: Date | null;
}

export const DirectoryIntegrationConnection = connectionOf(DirectoryIntegration);

export function toDirectoryIntegration(row: DirectoryIntegrationRow, publicUrl: string): DirectoryIntegration {
  return {
    id: row.id,
    name: row.name,
    provider: row.provider,
    createdAt: row.created_at,
    scimUrl: scimUrlOf(row.id, publicUrl),
    tokenEndpoint: tokenEndpointOf(publicUrl),
    lastScimRequestAt: row.last_scim_request_at,
  };
}

/** @param publicUrl without a trailing slash */
export function scimUrlOf(integrationId: string, publicUrl: string): string {
  return `${publicUrl}/scim/v2/${integrationId}`;
}

export function tokenEndpointOf(publicUrl: string): string {
  return `${publicUrl}/oauth2/token`;
}
