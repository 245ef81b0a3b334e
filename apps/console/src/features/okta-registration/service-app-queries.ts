import { graphql } from '../../gql';

export const SERVICE_APP_FIELDS = graphql(`
  fragment ServiceAppFields on OktaServiceApp {
    jwksUrl
    scopes
    clientId
    keys {
      kid
      createdAt
      retiredAt
    }
  }
`);

export const SERVICE_APP = graphql(`
  query ServiceApp($id: ID!) {
    directoryIntegration(id: $id) {
      id
      oktaServiceApp {
        ...ServiceAppFields
      }
    }
  }
`);

export const PREPARE_SERVICE_APP = graphql(`
  mutation PrepareServiceApp($integrationId: ID!) {
    prepareOktaServiceApp(integrationId: $integrationId) {
      ...ServiceAppFields
    }
  }
`);

export const CONFIGURE_SERVICE_APP = graphql(`
  mutation ConfigureServiceApp($input: ConfigureOktaServiceAppInput!) {
    configureOktaServiceApp(input: $input) {
      ...ServiceAppFields
    }
  }
`);

export const ROTATE_SERVICE_APP_KEY = graphql(`
  mutation RotateServiceAppKey($integrationId: ID!) {
    rotateOktaServiceAppKey(integrationId: $integrationId) {
      ...ServiceAppFields
    }
  }
`);
