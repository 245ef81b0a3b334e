import { graphql } from '../../gql';

export const BATCH_FIELDS = graphql(`
  fragment BatchFields on EnrollmentBatch {
    id
    status
    createdBy
    createdAt
    total
    examined
    created
    kept
    error
    linksUntil
  }
`);

export const BATCHES = graphql(`
  query EnrollmentBatches($integrationId: ID!, $groupId: ID) {
    enrollmentBatches(integrationId: $integrationId, groupId: $groupId) {
      ...BatchFields
    }
  }
`);

export const CREATE_ENROLLMENTS = graphql(`
  mutation CreateEnrollments($input: CreateEnrollmentsInput!) {
    createEnrollments(input: $input) {
      ...BatchFields
    }
  }
`);

export const CANCEL_BATCH = graphql(`
  mutation CancelEnrollmentBatch($id: ID!) {
    cancelEnrollmentBatch(id: $id) {
      ...BatchFields
    }
  }
`);

export const FETCH_LINKS = graphql(`
  mutation FetchEnrollmentLinks($batchId: ID!, $from: String) {
    fetchEnrollmentLinks(batchId: $batchId, from: $from) {
      next
      links {
        userName
        displayName
        email
        url
        expiresAt
      }
    }
  }
`);

export const DISCARD_LINKS = graphql(`
  mutation DiscardEnrollmentLinks($batchId: ID!) {
    discardEnrollmentLinks(batchId: $batchId) {
      ...BatchFields
    }
  }
`);
