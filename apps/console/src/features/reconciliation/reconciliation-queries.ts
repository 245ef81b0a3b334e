import type { RunQuery } from '../../gql/graphql';
import { graphql } from '../../gql';

export const RUN_FIELDS = graphql(`
  fragment RunFields on ReconciliationRun {
    id
    integrationId
    dryRun
    status
    requestedBy
    createdAt
    startedAt
    finishedAt
    examined
    drifted
    repaired
    failed
    oktaRequests
    error
  }
`);

export const RUNS = graphql(`
  query Runs($integrationId: ID!, $first: Int, $after: String) {
    reconciliationRuns(integrationId: $integrationId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RunFields
      }
    }
  }
`);

export const RUN = graphql(`
  query Run($id: ID!, $first: Int, $after: String) {
    reconciliationRun(id: $id) {
      ...RunFields
      drift(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DriftFields
        }
      }
    }
  }
`);

export const DRIFT_FIELDS = graphql(`
  fragment DriftFields on Drift {
    kind
    oktaUserId
    expected
    actual
    repairedAt
    error
    identity {
      id
      userName
      displayName
    }
  }
`);

export const START_RUN = graphql(`
  mutation StartRun($input: StartReconciliationInput!) {
    startReconciliation(input: $input) {
      id
      integrationId
    }
  }
`);

export const CANCEL_RUN = graphql(`
  mutation CancelRun($id: ID!) {
    cancelReconciliation(id: $id) {
      id
      status
    }
  }
`);

export type RunDetail = NonNullable<RunQuery['reconciliationRun']>;
