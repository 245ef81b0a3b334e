import { Button, Paper } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { useMay } from '../../session/viewer';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { INTEGRATIONS } from './integration-queries';
import { IntegrationTable } from './integration-table';

export function IntegrationsPage() {
  const query = useApiQuery(INTEGRATIONS, {});
  const mayAdd = useMay('ADMIN');
  const add = mayAdd && (
    <Button component={Link} to="/directory/integrations/new" leftSection={<IconPlus size={16} />}>
      Add Directory Integration
    </Button>
  );
  return (
    <Page
      title="Directory Integrations"
      lead="Where people and groups come from, and where their registration goes back to."
      actions={add}
    >
      <Paper>
        <Loaded query={query}>
          {({ directoryIntegrations: { nodes } }) =>
            nodes.length > 0 ? (
              <IntegrationTable integrations={nodes} />
            ) : (
              <Notice icon={IconPlugConnected} title="No directory is connected yet" action={add}>
                {mayAdd
                  ? 'Connect your Okta org, or another directory: its people and groups arrive by SCIM, and it learns who has a passkey. It takes about ten minutes.'
                  : 'An administrator can add one here.'}
              </Notice>
            )
          }
        </Loaded>
      </Paper>
    </Page>
  );
}
