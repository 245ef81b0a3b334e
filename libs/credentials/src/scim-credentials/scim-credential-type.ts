import { registerEnumType } from '@nestjs/graphql';

export enum ScimCredentialType {
  BEARER_TOKEN = 'BEARER_TOKEN',
  CLIENT_CREDENTIALS = 'CLIENT_CREDENTIALS',
}

registerEnumType(ScimCredentialType, { name: 'ScimCredentialType' });
