import { graphql } from '../../gql';

export const GROUPS = graphql(`
  query Groups($integrationId: ID, $search: String, $first: Int, $after: String) {
    groups(integrationId: $integrationId, search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        displayName
        memberCount
      }
    }
  }
`);

export const GROUP = graphql(`
  query Group($id: ID!) {
    group(id: $id) {
      id
      integrationId
      displayName
      memberCount
    }
  }
`);
