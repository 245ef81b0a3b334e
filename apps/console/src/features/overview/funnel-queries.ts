import { graphql } from '../../gql';

export const FUNNEL = graphql(`
  query Funnel {
    provisioned: identities(first: 0, status: ACTIVE) {
      totalCount
    }
    invited: identities(first: 0, status: ACTIVE, enrollmentStatus: PENDING) {
      totalCount
    }
    enrolled: identities(first: 0, status: ACTIVE, enrollmentStatus: ENROLLED) {
      totalCount
    }
  }
`);
