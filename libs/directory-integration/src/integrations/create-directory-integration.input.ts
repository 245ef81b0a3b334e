import { Field, InputType } from '@nestjs/graphql';
import { IsName } from '@rollcall/tenancy';
import { DirectoryProvider } from './directory-provider.js';

@InputType()
export class CreateDirectoryIntegrationInput {
  @IsName()
  @Field(() => String)
  name!: string;

  @Field(() => DirectoryProvider)
  provider!: DirectoryProvider;
}
