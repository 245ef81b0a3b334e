import { graphql } from '../../gql';

export const AUDIT_EVENTS = graphql(`
  query AuditEvents($integrationId: ID, $action: String, $first: Int, $after: String) {
    auditEvents(integrationId: $integrationId, action: $action, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        actorType
        actorName
        action
        integrationId
        subjectType
        subjectId
        detail
        requestId
      }
    }
  }
`);
