import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import { RegistrationEventKind } from '../history/registration-event-kind.js';
import type { RegistrationEventRow } from '../history/registration-event.row.js';

@ObjectType({ description: "Something that happened to an identity's flag at the target." })
export class RegistrationEvent {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => RegistrationEventKind) kind!: RegistrationEventKind;
  @Field(() => Boolean, { description: 'What the target should have said then.' }) desired!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'What the target was known to say then.' }) confirmed!:
    boolean | null;
  @Field(() => String, { nullable: true, description: "The target's refusal, or who asked for another try." })
  note!: string | null;
}

export const RegistrationEventConnection = connectionOf(RegistrationEvent);

export function toRegistrationEvent({
  id,
  at,
  kind,
  desired,
  confirmed,
  note,
}: RegistrationEventRow): RegistrationEvent {
  return { id, at, kind, desired, confirmed, note };
}
