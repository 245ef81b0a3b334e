import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class RecordPasskeyInput {
  @Field(() => ID) identityId!: string;
  @Field(() => String, {
    description:
      "The authenticator platform's own id of the passkey. Recording it again gives the passkey that holds it.",
  })
  externalId!: string;
  @Field(() => String, { nullable: true }) deviceName?: string | null;
}
