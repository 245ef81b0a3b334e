import { graphql } from '../../gql';

export const SELF_ENROLLMENT_FIELDS = graphql(`
  fragment SelfEnrollmentFields on SelfEnrollment {
    enabled
    clientId
    redirectUri
    url
  }
`);

export const SELF_ENROLLMENT = graphql(`
  query SelfEnrollmentSettings($id: ID!) {
    directoryIntegration(id: $id) {
      id
      selfEnrollment {
        ...SelfEnrollmentFields
      }
    }
  }
`);

export const CONFIGURE_SELF_ENROLLMENT = graphql(`
  mutation ConfigureSelfEnrollment($input: ConfigureSelfEnrollmentInput!) {
    configureSelfEnrollment(input: $input) {
      ...SelfEnrollmentFields
    }
  }
`);
