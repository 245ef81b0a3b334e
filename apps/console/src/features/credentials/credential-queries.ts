import { graphql } from '../../gql';

export const GENERATE_BEARER_TOKEN = graphql(`
  mutation GenerateBearerToken($input: GenerateBearerTokenInput!) {
    generateBearerToken(input: $input) {
      token
      scimUrl
      credential {
        ...CredentialFields
      }
    }
  }
`);

export const GENERATE_CLIENT_CREDENTIALS = graphql(`
  mutation GenerateClientCredentials($input: GenerateClientCredentialsInput!) {
    generateClientCredentials(input: $input) {
      clientId
      clientSecret
      tokenEndpoint
      scimUrl
      credential {
        ...CredentialFields
      }
    }
  }
`);

export const REVOKE_CREDENTIAL = graphql(`
  mutation RevokeCredential($id: ID!) {
    revokeScimCredential(id: $id) {
      id
      revokedAt
    }
  }
`);
