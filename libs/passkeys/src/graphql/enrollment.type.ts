import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A link on which one person binds one passkey, once.' })
export class Enrollment {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Shown once. Any holder of the link can bind a passkey for the identity.' })
  url!: string;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
}
