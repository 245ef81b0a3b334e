import { Field, ID, InputType } from '@nestjs/graphql';

const REDIRECT_URIS =
  'Compared exactly; https. Okta needs one for its own domain and one for each custom domain: https://{domain}/oauth2/v1/authorize/callback.';
const CLIENT_JWKS =
  'JSON of the public key (JWK or JWK Set) with which the client authenticates (private_key_jwt). An empty text goes back to the client secret.';

@InputType()
export class EnableSignInInput {
  @Field(() => ID) integrationId!: string;

  @Field(() => [String], {
    nullable: true,
    description: `${REDIRECT_URIS} Defaults to that of the connected Okta domain.`,
  })
  redirectUris?: string[] | null;

  @Field(() => String, { nullable: true, description: CLIENT_JWKS })
  clientJwks?: string | null;
}

@InputType()
export class UpdateSignInInput {
  @Field(() => ID) integrationId!: string;

  @Field(() => [String], { nullable: true, description: `${REDIRECT_URIS} Unchanged when left out.` })
  redirectUris?: string[] | null;

  @Field(() => String, { nullable: true, description: `${CLIENT_JWKS} Unchanged when left out.` })
  clientJwks?: string | null;
}
