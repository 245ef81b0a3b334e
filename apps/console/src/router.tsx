import { createBrowserRouter, redirect, type RouteObject } from 'react-router';
import { ConsoleLayout } from './shell/console-layout';
import { PageCrash } from './shell/page-crash';
import { PageNotFound } from './shell/page-not-found';
import { SignInPage } from './session/sign-in-page';

const pages: RouteObject[] = [
  { index: true, loader: () => redirect('/overview') },
  {
    path: 'overview',
    lazy: async () => ({ Component: (await import('./features/overview/overview-page')).OverviewPage }),
  },
  {
    path: 'directory',
    children: [
      { index: true, loader: () => redirect('/directory/integrations') },
      {
        path: 'integrations',
        lazy: async () => ({ Component: (await import('./features/integrations/integrations-page')).IntegrationsPage }),
      },
      {
        path: 'integrations/new',
        lazy: async () => ({ Component: (await import('./features/setup/add-integration-page')).AddIntegrationPage }),
      },
      {
        path: 'integrations/:integrationId/setup/:step?',
        lazy: async () => ({ Component: (await import('./features/setup/setup-page')).SetupPage }),
      },
      {
        path: 'integrations/:integrationId/reconciliation/:runId',
        lazy: async () => ({ Component: (await import('./features/reconciliation/run-page')).RunPage }),
      },
      {
        path: 'integrations/:integrationId/:tab?',
        lazy: async () => ({
          Component: (await import('./features/integration-page/integration-page')).IntegrationPage,
        }),
      },
      {
        path: 'identities',
        lazy: async () => ({ Component: (await import('./features/identities/identities-page')).IdentitiesPage }),
      },
      {
        path: 'identities/:identityId',
        lazy: async () => ({ Component: (await import('./features/identities/identity-page')).IdentityPage }),
      },
      { path: 'groups', lazy: async () => ({ Component: (await import('./features/groups/groups-page')).GroupsPage }) },
      {
        path: 'groups/:groupId',
        lazy: async () => ({ Component: (await import('./features/groups/group-page')).GroupPage }),
      },
    ],
  },
  {
    path: 'webhooks',
    lazy: async () => ({ Component: (await import('./features/webhooks/webhooks-page')).WebhooksPage }),
  },
  {
    path: 'webhooks/:webhookId',
    lazy: async () => ({ Component: (await import('./features/webhooks/webhook-page')).WebhookPage }),
  },
  {
    path: 'audit-log',
    lazy: async () => ({ Component: (await import('./features/audit/audit-log-page')).AuditLogPage }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('./features/account/account-page')).AccountPage }),
  },
  {
    path: 'admin-access/:tab?',
    lazy: async () => ({ Component: (await import('./features/access/admin-access-page')).AdminAccessPage }),
  },
  { path: '*', Component: PageNotFound },
];

export const router = createBrowserRouter([
  { path: '/sign-in', Component: SignInPage },
  {
    path: '/',
    Component: ConsoleLayout,
    HydrateFallback: () => null,
    children: [{ ErrorBoundary: PageCrash, children: pages }],
  },
]);
