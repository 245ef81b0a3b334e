import { Field, ID, InputType } from '@nestjs/graphql';
import { FaultFree, shortTextFault } from '@rollcall/platform';
import { IsDeviceName } from '../bindings/device-name.js';

@InputType()
export class RecordPasskeyInput {
  @Field(() => ID) identityId!: string;
  /** The id is not normalized, because it belongs to another platform. */
  @FaultFree((id: string) => shortTextFault(id, 'An externalId', 512))
  @Field(() => String, {
    description:
      "The authenticator platform's own id of the passkey. Recording it again gives the passkey that holds it.",
  })
  externalId!: string;
  @IsDeviceName()
  @Field(() => String, { nullable: true })
  deviceName?: string | null;
}
