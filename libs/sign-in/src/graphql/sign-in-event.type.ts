import { ArgsType, Field, GraphQLISODateTime, HideField, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '@rollcall/platform';
import type { SignInEventRow } from '../log/sign-in-event.row.js';
import { SignInOutcome } from '../log/sign-in-outcome.js';

@ObjectType({ description: 'One ended sign-in.' })
export class SignInEvent {
  @Field(() => ID) id!: string;
  @Field(() => ID) integrationId!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => SignInOutcome) outcome!: SignInOutcome;
  @Field(() => String, {
    nullable: true,
    description:
      'Why it did not succeed: UNKNOWN_PASSKEY, PASSKEY_REVOKED, IDENTITY_INACTIVE, ANOTHER_PERSON, NOT_VERIFIED, CHALLENGE_EXPIRED, TOO_MANY_TRIES, WENT_BACK, EXPIRED or NO_LONGER_ALLOWED.',
  })
  reason!: string | null;
  @HideField() identityId!: string | null;
  @HideField() passkeyId!: string | null;
  @Field(() => String, { nullable: true, description: 'Address of the browser.' }) ip!: string | null;
  @Field(() => String, { nullable: true }) userAgent!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Milliseconds from Okta's request to the end, the person's time included.",
  })
  durationMs!: number | null;
}

export const SignInEventConnection = connectionOf(SignInEvent);

@ArgsType()
export class SignInsArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) integrationId?: string | null;
  @Field(() => ID, { nullable: true }) identityId?: string | null;
  @Field(() => SignInOutcome, { nullable: true }) outcome?: SignInOutcome | null;
}

export function toSignInEvent(row: SignInEventRow): SignInEvent {
  const { id, integration_id, at, outcome, reason, identity_id, passkey_id, ip, user_agent, duration_ms } = row;
  return {
    id,
    integrationId: integration_id,
    at,
    outcome,
    reason,
    identityId: identity_id,
    passkeyId: passkey_id,
    ip,
    userAgent: user_agent,
    durationMs: duration_ms,
  };
}
