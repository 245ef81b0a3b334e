import { Button, Paper, Tabs } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { EventHookTab } from '../event-hook/event-hook-tab';
import { ReconciliationTab } from '../reconciliation/reconciliation-tab';
import { RequestsTab } from '../requests/requests-tab';
import { SignInTab } from '../sign-in/sign-in-tab';
import { CredentialsTab } from '../credentials/credentials-tab';
import { HealthTab } from '../integrations/health-tab';
import { INTEGRATION } from '../integrations/integration-queries';
import { isWrittenBack, PROVIDERS } from '../providers/provider';
import classes from './integration-page.module.css';
import { PROVIDER_SCREENS } from '../setup/provider-screens';
import { SettingsTab } from '../integrations/settings-tab';

const BACK = { to: '/directory/integrations', label: 'Directory Integrations' };

export function IntegrationPage() {
  const { integrationId = '' } = useParams();
  const query = useApiQuery(INTEGRATION, { id: integrationId });
  const integration = query.data?.directoryIntegration;
  if (integration) return <IntegrationTabs integration={integration} />;
  return (
    <Page title="Directory integration" back={BACK}>
      <Paper>
        <Loaded query={query}>
          {() => (
            <Notice icon={IconMapPinQuestion} title="This integration does not exist">
              It may have been deleted. The audit log shows who deleted it.
            </Notice>
          )}
        </Loaded>
      </Paper>
    </Page>
  );
}

function IntegrationTabs({ integration }: { integration: IntegrationFieldsFragment }) {
  const { tab = 'health' } = useParams();
  const navigate = useNavigate();
  const maySetUp = useMay('ADMIN');
  const path = `/directory/integrations/${integration.id}`;
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);
  const { signIn, eventHook } = PROVIDERS[integration.provider];
  const RegistrationPanel = PROVIDER_SCREENS[integration.provider].Registration;
  const unfinished = integration.identityCount === 0;
  return (
    <Page
      title={integration.name}
      back={BACK}
      lead={[PROVIDERS[integration.provider].label, integration.registrationSync?.oktaDomain]
        .filter(Boolean)
        .join(' · ')}
      actions={
        maySetUp && (
          <Button component={Link} to={`${path}/setup`} variant={unfinished ? 'filled' : 'default'}>
            {unfinished ? 'Continue set-up' : 'Set-up guide'}
          </Button>
        )
      }
    >
      <Tabs
        value={tab}
        onChange={(to) => void navigate(to === 'health' || to === null ? path : `${path}/${to}`)}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List mb="lg" className={classes.tabs} ref={tabs}>
          <Tabs.Tab value="health">Health</Tabs.Tab>
          <Tabs.Tab value="credentials">Credentials</Tabs.Tab>
          <Tabs.Tab value="registration">Registration attribute</Tabs.Tab>
          {isWrittenBack(integration) && <Tabs.Tab value="reconciliation">Reconciliation</Tabs.Tab>}
          {signIn && <Tabs.Tab value="sign-in">Sign-in</Tabs.Tab>}
          <Tabs.Tab value="requests">SCIM requests</Tabs.Tab>
          {eventHook && <Tabs.Tab value="event-hook">Event hook</Tabs.Tab>}
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="health">
          <HealthTab integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="credentials">
          <CredentialsTab integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="registration">
          <RegistrationPanel integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="reconciliation">
          <ReconciliationTab integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="sign-in">
          <SignInTab integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <RequestsTab integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="event-hook">
          <EventHookTab integration={integration} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SettingsTab integration={integration} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
