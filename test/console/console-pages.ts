import type { ConnectedOrg } from '../e2e/connected-org.js';

export interface ConsolePage {
  /** The name of the page in the file names of screenshots. */
  name: string;
  path: string;
  heading: string | RegExp;
}

/** Every page of the console, for an org that has pushed people and a group. */
export async function consolePages({ admin, integrationId, name: org }: ConnectedOrg): Promise<ConsolePage[]> {
  const identities = await admin.identities(integrationId);
  const person = identities.find(({ registration }) => registration?.desired) ?? identities[0];
  const group = (await admin.groups(integrationId)).nodes[0];
  const [run] = (await admin.reconciliationRuns(integrationId)).nodes;
  const [webhook] = await admin.webhooks();
  const integration = `/directory/integrations/${integrationId}`;
  return [
    { name: 'overview', path: '/overview', heading: 'Overview' },
    { name: 'integrations', path: '/directory/integrations', heading: 'Directory Integrations' },
    { name: 'add-integration', path: '/directory/integrations/new', heading: 'Add Directory Integration' },
    { name: 'integration-health', path: integration, heading: org },
    ...['credentials', 'registration', 'sign-in', 'reconciliation', 'requests', 'event-hook', 'settings'].map(
      (tab) => ({
        name: `integration-${tab}`,
        path: `${integration}/${tab}`,
        heading: org,
      }),
    ),
    ...['credentials', 'attribute', 'sign-in', 'okta', 'routing'].map((step) => ({
      name: `set-up-${step}`,
      path: `${integration}/setup/${step}`,
      heading: `Set up ${org}`,
    })),
    ...(run
      ? [{ name: 'reconciliation-run', path: `${integration}/reconciliation/${run.id}`, heading: 'Dry run' }]
      : []),
    { name: 'identities', path: '/directory/identities', heading: 'Identities' },
    { name: 'identity', path: `/directory/identities/${person?.id}`, heading: /./ },
    { name: 'groups', path: '/directory/groups', heading: 'Groups' },
    { name: 'group', path: `/directory/groups/${group?.id}`, heading: String(group?.displayName) },
    { name: 'webhooks', path: '/webhooks', heading: 'Webhooks' },
    ...(webhook ? [{ name: 'webhook', path: `/webhooks/${webhook.id}`, heading: new URL(webhook.url).host }] : []),
    { name: 'audit-log', path: '/audit-log', heading: 'Audit log' },
    { name: 'admin-access', path: '/admin-access', heading: 'Admin access' },
    { name: 'admin-access-sessions', path: '/admin-access/sessions', heading: 'Admin access' },
    { name: 'account', path: '/account', heading: 'Your access' },
    { name: 'not-found', path: '/directory/nowhere', heading: 'Page not found' },
  ];
}
