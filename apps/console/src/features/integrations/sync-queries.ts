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

export const PAUSE_SYNC = graphql(`
  mutation PauseSync($integrationId: ID!, $reason: String) {
    pauseRegistrationSync(integrationId: $integrationId, reason: $reason) {
      ...IntegrationFields
    }
  }
`);

export const RESUME_SYNC = graphql(`
  mutation ResumeSync($integrationId: ID!) {
    resumeRegistrationSync(integrationId: $integrationId) {
      ...IntegrationFields
    }
  }
`);
