import { graphql } from '../../gql';

export const CONFIGURE_SYNC = graphql(`
  mutation ConfigureSync($input: ConfigureRegistrationSyncInput!) {
    configureRegistrationSync(input: $input) {
      ...IntegrationFields
    }
  }
`);

export const CREATE_ATTRIBUTE = graphql(`
  mutation CreateAttribute($integrationId: ID!) {
    createOktaAttribute(integrationId: $integrationId) {
      ...HealthFields
    }
  }
`);
