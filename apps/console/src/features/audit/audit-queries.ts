import { graphql } from '../../gql';

export const AUDIT_EVENTS = graphql(`
  query AuditEvents(
    $integrationId: ID
    $actions: [AuditAction!]
    $actor: String
    $identityId: ID
    $since: DateTime
    $until: DateTime
    $first: Int
    $after: String
  ) {
    auditEvents(
      integrationId: $integrationId
      actions: $actions
      actor: $actor
      identityId: $identityId
      since: $since
      until: $until
      first: $first
      after: $after
    ) {
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
        kind
        integrationId
        subjectType
        subjectId
        data
        requestId
      }
    }
  }
`);
