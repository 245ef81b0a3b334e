import { graphql } from '../../gql';

export const CONFIGURE_SCIM = graphql(`
  mutation ConfigureScim($input: ConfigureScimRegistrationInput!) {
    configureScimRegistration(input: $input) {
      ...IntegrationFields
    }
  }
`);
