import { graphql } from '../../gql';

export const TRENDS = graphql(`
  query Trends($id: ID!, $window: TrendWindow!) {
    registrationTrends(integrationId: $id, window: $window) {
      since
      points {
        at
        binds
        bindP50
        bindP95
        queued
        oldest
        quotaLeft
      }
      reconciliations {
        at
        drifted
      }
    }
  }
`);
