import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOktaApiToken, IsOktaAttribute } from './okta-input.js';

@InputType()
export class ConfigureRegistrationSyncInput {
  @Field(() => ID)
  integrationId!: string;

  @Field(() => String, {
    description: 'As in the address bar: acme.okta.com. The admin address and a full URL will do too.',
  })
  oktaDomain!: string;

  @IsOktaApiToken()
  @Field(() => String, { nullable: true, description: 'Required at first and with a new domain; kept when left out.' })
  apiToken?: string | null;

  @IsOktaAttribute()
  @Field(() => String, { nullable: true, description: 'Defaults to byndidRegistered.' })
  attribute?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Defaults to true. While off nothing is written: what was true stays true; changes are remembered.',
  })
  enabled?: boolean | null;
}
