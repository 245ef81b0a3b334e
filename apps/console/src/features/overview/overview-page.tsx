import { Button, Paper, Stack } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Figures } from '../../ui/data/figures';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { Section } from '../../ui/layout/section';
import { useNow } from '../../ui/text/use-now';
import { INTEGRATIONS } from '../integrations/integration-queries';
import { IntegrationTable } from '../integrations/integration-table';
import { targetOf } from '../providers/provider';
import { useFreshChecks } from '../integrations/use-fresh-checks';
import { TrendsSection } from '../trends/trends-section';
import { attentionOf } from './attention';
import { AttentionList } from './attention-list';
import { EnrollmentFunnel } from './enrollment-funnel';

export function OverviewPage() {
  const query = useApiQuery(INTEGRATIONS, {});
  return (
    <Page title="Overview">
      {query.data ? (
        <Overview integrations={query.data.directoryIntegrations.nodes} />
      ) : (
        <Paper>
          <Loaded query={query}>{() => null}</Loaded>
        </Paper>
      )}
    </Page>
  );
}

function Overview({ integrations }: { integrations: readonly IntegrationFieldsFragment[] }) {
  const now = useNow();
  useFreshChecks(integrations);
  if (integrations.length === 0) return <Welcome />;
  const target = targetOf(integrations);
  const total = (of: (integration: IntegrationFieldsFragment) => number | undefined) =>
    integrations.reduce((sum, integration) => sum + (of(integration) ?? 0), 0);
  return (
    <Stack gap="lg">
      <AttentionList items={attentionOf(integrations, now)} />
      <Figures
        figures={[
          { label: 'People', value: total(({ identityCount }) => identityCount), to: '/directory/identities' },
          { label: 'Groups', value: total(({ groupCount }) => groupCount), to: '/directory/groups' },
          {
            label: `Registered in ${target}`,
            value: total(({ registrationSync }) => registrationSync?.registeredCount),
            to: '/directory/identities?enrollment=ENROLLED',
          },
          {
            label: 'Waiting to be written',
            value: total(({ registrationSync }) => registrationSync?.pendingCount),
            to: '/directory/identities?registration=PENDING',
          },
          {
            label: 'Parked',
            value: total(({ registrationSync }) => registrationSync?.parkedCount),
            to: '/directory/identities?registration=PARKED',
          },
        ]}
      />
      <Section title="Directory Integrations" flush>
        <IntegrationTable integrations={integrations} />
      </Section>
      <TrendsSection integrations={integrations} />
      <EnrollmentFunnel
        registered={total(({ registrationSync }) => registrationSync?.registeredCount)}
        target={target}
      />
    </Stack>
  );
}

function Welcome() {
  const mayAdd = useMay('ADMIN');
  return (
    <Paper>
      <Notice
        icon={IconPlugConnected}
        title="Connect your first directory"
        action={
          mayAdd && (
            <Button component={Link} to="/directory/integrations/new">
              Add Directory Integration
            </Button>
          )
        }
      >
        Okta or another directory sends people and groups here. When a person binds a passkey, it is updated within
        seconds and signs them in with it.
        {!mayAdd && ' An administrator can set this up.'}
      </Notice>
    </Paper>
  );
}
