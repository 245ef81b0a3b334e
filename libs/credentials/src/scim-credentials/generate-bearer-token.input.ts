import { Field, InputType, Int } from '@nestjs/graphql';
import { IsLifetime } from '@rollcall/tenancy';
import { GenerateClientCredentialsInput } from './generate-client-credentials.input.js';

@InputType()
export class GenerateBearerTokenInput extends GenerateClientCredentialsInput {
  @IsLifetime()
  @Field(() => Int, { nullable: true, description: 'Seconds; never expires when left out.' })
  expiresIn?: number | null;
}
