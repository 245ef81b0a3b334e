import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import type { ScimRequestRow } from './scim-request.row.js';

@ObjectType({ description: 'A request of a SCIM client, without any value that it carried.' })
export class ScimRequest {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String) method!: string;
  @Field(() => String, { description: 'Below the SCIM URL, values in filters left out.' }) path!: string;
  @Field(() => Int) status!: number;
  @Field(() => Float) durationMs!: number;
  @Field(() => String, { nullable: true, description: 'The error that a refused client received.' }) detail!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Names of the attributes or operations in the body.' })
  body!: string | null;
  @Field(() => String, { nullable: true, description: 'X-Request-Id, as in the log.' }) requestId!: string | null;
  @Field(() => Boolean, { description: 'Whether the credential was accepted.' }) authenticated!: boolean;
}

export const ScimRequestConnection = connectionOf(ScimRequest);

export function toScimRequest(row: ScimRequestRow): ScimRequest {
  const { id, at, method, path, status, duration_ms, detail, body, request_id, authenticated } = row;
  return { id, at, method, path, status, durationMs: duration_ms, detail, body, requestId: request_id, authenticated };
}
