import { registerEnumType } from '@nestjs/graphql';

export enum ScimAuthenticationType {
  BEARER_TOKEN = 'BEARER_TOKEN',
  BASIC = 'BASIC',
  CLIENT_CREDENTIALS = 'CLIENT_CREDENTIALS',
}

registerEnumType(ScimAuthenticationType, {
  name: 'ScimAuthenticationType',
  description:
    'How we sign in to a SCIM server: a bearer token (RFC 6750), user name and password (RFC 7617), or client credentials (RFC 6749 §4.4).',
});
