import { graphql } from '../../gql';

export const REQUEST_FIELDS = graphql(`
  fragment RequestFields on ScimRequest {
    id
    at
    method
    path
    status
    durationMs
    detail
    body
    requestId
  }
`);

export const SCIM_REQUESTS = graphql(`
  query ScimRequests($integrationId: ID!, $status: Int, $first: Int, $after: String) {
    scimRequests(integrationId: $integrationId, status: $status, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RequestFields
      }
    }
  }
`);
