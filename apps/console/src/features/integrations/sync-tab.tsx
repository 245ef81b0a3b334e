import { Paper, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Status } from '../../ui/status';
import { PauseButton } from './pause-button';
import { ServiceAppSection } from './service-app-section';
import { SyncForm } from './sync-form';
import { syncStatus } from './sync-status';
import { SyncTest } from './sync-test';
import { WriteBackAlert } from './write-back-alert';

export function SyncTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const sync = integration.registrationSync;
  const mayConfigure = useMay('ADMIN');
  if (!sync && !mayConfigure) {
    return (
      <Paper>
        <Notice icon={IconPlugConnected} title="The registration attribute is not configured">
          An administrator can set it up here, so that Okta learns who has a passkey.
        </Notice>
      </Paper>
    );
  }
  const { tone, label } = syncStatus(sync, integration.provider);
  return (
    <Stack gap="lg">
      <WriteBackAlert integration={integration} here />
      <Section
        title="Registration attribute"
        lead="Rollcall writes this attribute of a person’s Okta profile the moment they bind or lose a passkey."
        actions={
          <>
            <Text size="sm" component="span">
              <Status tone={tone}>{label}</Status>
            </Text>
            <PauseButton integration={integration} />
          </>
        }
      >
        {mayConfigure ? (
          <SyncForm integration={integration} submitLabel="Save" />
        ) : (
          <Facts
            facts={[
              ['Okta Registration Attribute', sync?.attribute],
              ['Okta Domain', sync?.oktaDomain],
              ['Attribute Status', sync?.enabled ? 'Active' : 'Inactive'],
            ]}
          />
        )}
      </Section>
      {sync && <SyncTest integration={integration} />}
      {mayConfigure && <ServiceAppSection integration={integration} />}
    </Stack>
  );
}
