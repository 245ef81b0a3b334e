import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOktaAttribute } from '@rollcall/directory-integration';
import { Normalized } from '@rollcall/platform';
import { Matches } from 'class-validator';

@InputType()
export class ConfigureOktaServiceAppInput {
  @Field(() => ID) integrationId!: string;
  @Field(() => String) oktaDomain!: string;
  @Normalized((text) => text.trim())
  @Matches(/^[\w.-]{5,100}$/, { message: 'A client id is the word that Okta shows on the service app' })
  @Field(() => String, { description: 'As Okta shows it on the service app.' })
  clientId!: string;
  @IsOktaAttribute()
  @Field(() => String, { nullable: true, description: 'Defaults to byndidRegistered.' })
  attribute?: string | null;
  @Field(() => Boolean, { nullable: true }) enabled?: boolean | null;
}
