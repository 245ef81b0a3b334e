import { Field, InputType } from '@nestjs/graphql';
import { DirectoryProvider } from './directory-provider.js';

@InputType()
export class CreateDirectoryIntegrationInput {
  @Field(() => String)
  name!: string;

  @Field(() => DirectoryProvider)
  provider!: DirectoryProvider;
}
