import { graphql } from '../../gql';

export const SESSIONS = graphql(`
  query Sessions($all: Boolean, $first: Int, $after: String) {
    sessions(all: $all, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        role
        current
        byPasskey
        browser
        createdAt
        lastSeenAt
        expiresAt
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      id
    }
  }
`);

export const END_OTHER_SESSIONS = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
  }
`);
