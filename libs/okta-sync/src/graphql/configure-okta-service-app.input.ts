import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class ConfigureOktaServiceAppInput {
  @Field(() => ID) integrationId!: string;
  @Field(() => String) oktaDomain!: string;
  @Field(() => String, { description: 'As Okta shows it on the service app.' }) clientId!: string;
  @Field(() => String, { nullable: true, description: 'Defaults to byndidRegistered.' }) attribute?: string;
  @Field(() => Boolean, { nullable: true }) enabled?: boolean;
}
