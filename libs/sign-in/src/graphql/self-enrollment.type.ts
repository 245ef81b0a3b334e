import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsSetting, Normalized } from '@rollcall/platform';
import { Matches } from 'class-validator';
import type { SelfEnrollmentRow } from '../self-enrollment/self-enrollment.row.js';

@ObjectType({ description: 'Enrollment for everyone: people sign in at Okta, then create a passkey without a link.' })
export class SelfEnrollment {
  @Field(() => Boolean) enabled!: boolean;
  @Field(() => String, { nullable: true, description: 'Of the web application in Okta; null until it is configured.' })
  clientId!: string | null;
  @Field(() => String, { description: 'Sign-in redirect URI of the application in Okta.' }) redirectUri!: string;
  @Field(() => String, { description: 'The address to publish.' }) url!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) updatedAt!: Date | null;
}

/** Client IDs and secrets of Okta consist of printable characters without spaces. */
const COPIED = /^[\x21-\x7e]{1,500}$/;
const NOT_COPIED = 'Copy the whole value from Okta, without spaces';

@InputType()
export class ConfigureSelfEnrollmentInput {
  @Field(() => ID) integrationId!: string;

  @Normalized((text) => text.trim())
  @Matches(COPIED, { message: NOT_COPIED })
  @Field(() => String, { description: 'Client ID of a web application in Okta.' })
  clientId!: string;

  @IsSetting(COPIED, NOT_COPIED)
  @Field(() => String, {
    nullable: true,
    description: 'Unchanged when left out; required with another client ID or Okta domain. It cannot be viewed again.',
  })
  clientSecret?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Unchanged when left out; true at first.' }) enabled?:
    boolean | null;
}

/** @param row undefined if the integration has no settings for self-enrollment */
export function toSelfEnrollment(
  row: SelfEnrollmentRow | undefined,
  integrationId: string,
  publicUrl: string,
): SelfEnrollment {
  return {
    enabled: row?.enabled ?? false,
    clientId: row?.client_id ?? null,
    redirectUri: `${publicUrl}/enroll/callback`,
    url: `${publicUrl}/enroll?integration=${integrationId}`,
    updatedAt: row?.updated_at ?? null,
  };
}
