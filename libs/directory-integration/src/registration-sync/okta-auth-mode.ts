import { registerEnumType } from '@nestjs/graphql';

export enum OktaAuthMode {
  API_TOKEN = 'API_TOKEN',
  OAUTH = 'OAUTH',
}

registerEnumType(OktaAuthMode, {
  name: 'OktaAuthMode',
  description: 'How we sign in to the Okta API: with an API token (SSWS), or as a service app (private_key_jwt).',
});
