import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { CheckStatus } from './check-status.js';

/** Result of one health check. */
@ObjectType()
export class HealthCheck {
  @Field(() => String)
  name!: string;

  @Field(() => CheckStatus)
  status!: CheckStatus;

  @Field(() => String, { description: 'For the administrator: what is so, and what to do about it.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Names the problem for a program that acts on it, whatever the message says: ATTRIBUTE_MISSING, ATTRIBUTE_TYPE, CREDENTIALS_REFUSED, NOT_CONFIGURED.',
  })
  code?: string | null;

  @Field(() => GraphQLISODateTime)
  checkedAt!: Date;
}

@ObjectType({ description: 'What the doctor found when it last looked.' })
export class IntegrationHealth {
  @Field(() => [HealthCheck])
  checks!: HealthCheck[];
}
