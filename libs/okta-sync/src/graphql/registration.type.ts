import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { RegistrationState } from '@rollcall/directory';
import type { RegistrationRow } from '../ledger/registration.row.js';

@ObjectType({ description: "Where an identity's flag at the target stands." })
export class Registration {
  /** Used by field resolvers. */
  integrationId!: string;
  identityId!: string;

  @Field(() => Boolean, {
    description: 'What the target should say: the identity is active and holds an active passkey.',
  })
  desired!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'What the target said last; null before the first contact.' })
  confirmed!: boolean | null;

  @Field(() => RegistrationState)
  state!: RegistrationState;

  @Field(() => Int, { description: 'Tries in vain since the last change.' })
  attempts!: number;

  @Field(() => String, { nullable: true })
  lastError!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  confirmedAt!: Date | null;
}

export function toRegistration(row: RegistrationRow): Registration {
  return {
    integrationId: row.integration_id,
    identityId: row.identity_id,
    desired: row.desired,
    confirmed: row.confirmed,
    state: row.state as RegistrationState,
    attempts: row.attempts,
    lastError: row.last_error,
    nextAttemptAt: row.due_at,
    confirmedAt: row.confirmed_at,
  };
}
