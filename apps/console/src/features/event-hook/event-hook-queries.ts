import { graphql } from '../../gql';

export const EVENT_HOOK = graphql(`
  query EventHook($id: ID!) {
    directoryIntegration(id: $id) {
      id
      eventHook {
        url
        lastFour
        createdAt
        verifiedAt
        lastEventAt
      }
    }
  }
`);

export const CONFIGURE_EVENT_HOOK = graphql(`
  mutation ConfigureEventHook($input: ConfigureEventHookInput!) {
    configureEventHook(input: $input) {
      url
      secret
    }
  }
`);
