import { graphql } from '../../gql';

export const WEBHOOK_FIELDS = graphql(`
  fragment WebhookFields on WebhookEndpoint {
    id
    url
    events
    createdAt
    disabledAt
    disabledReason
  }
`);

export const DELIVERY_FIELDS = graphql(`
  fragment DeliveryFields on WebhookDelivery {
    id
    event
    status
    attempts
    lastStatus
    lastError
    createdAt
    lastAttemptAt
    nextAttemptAt
    deliveredAt
  }
`);

export const WEBHOOKS = graphql(`
  query Webhooks {
    webhookEndpoints {
      ...WebhookFields
      deliveries(first: 1) {
        nodes {
          ...DeliveryFields
        }
      }
    }
  }
`);

export const WEBHOOK = graphql(`
  query Webhook($id: ID!, $first: Int, $after: String) {
    webhookEndpoint(id: $id) {
      ...WebhookFields
      deliveries(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DeliveryFields
        }
      }
    }
  }
`);

export const CREATE_WEBHOOK = graphql(`
  mutation CreateWebhook($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      secret
      endpoint {
        id
        url
      }
    }
  }
`);

export const TEST_WEBHOOK = graphql(`
  mutation TestWebhook($id: ID!) {
    testWebhookEndpoint(id: $id)
  }
`);

export const PAUSE_WEBHOOK = graphql(`
  mutation PauseWebhook($id: ID!) {
    pauseWebhookEndpoint(id: $id) {
      id
    }
  }
`);

export const RESUME_WEBHOOK = graphql(`
  mutation ResumeWebhook($id: ID!) {
    resumeWebhookEndpoint(id: $id) {
      id
    }
  }
`);

export const DELETE_WEBHOOK = graphql(`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhookEndpoint(id: $id)
  }
`);

export const RETRY_DELIVERY = graphql(`
  mutation RetryDelivery($id: ID!) {
    retryWebhookDelivery(id: $id) {
      id
    }
  }
`);
