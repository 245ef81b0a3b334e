import { Paper, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Status } from '../../ui/status';
import { PauseButton } from '../integrations/pause-button';
import { syncStatus } from '../integrations/sync-status';
import { WriteBackAlert } from '../integrations/write-back-alert';
import { ScimForm } from './scim-form';
import { SIGN_IN_LABEL } from './scim-sign-in';
import { ScimTest } from './scim-test';

/** The registration attribute of a Generic SCIM integration. */
export function ScimTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const { registrationSync, scimRegistration: scim } = integration;
  const mayConfigure = useMay('ADMIN');
  if (!scim && !mayConfigure) {
    return (
      <Paper>
        <Notice icon={IconPlugConnected} title="The registration attribute is not configured">
          An administrator can set it up here, so that a SCIM server learns who has a passkey.
        </Notice>
      </Paper>
    );
  }
  const { tone, label } = syncStatus(registrationSync, integration.provider);
  return (
    <Stack gap="lg">
      <WriteBackAlert integration={integration} here />
      <Section
        title="Registration attribute"
        lead="Rollcall writes this attribute of a person’s user on a SCIM 2.0 server the moment they bind or lose a passkey."
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
          <ScimForm integration={integration} submitLabel="Save" />
        ) : (
          <Facts
            facts={[
              ['SCIM base URL', scim?.baseUrl],
              ['Sign in with', scim && SIGN_IN_LABEL[scim.authentication]],
              ['Extension', scim?.extension],
              ['Registration attribute', scim?.attribute],
              ['Attribute Status', scim?.enabled ? 'Active' : 'Inactive'],
            ]}
          />
        )}
      </Section>
      {scim && <ScimTest integration={integration} />}
    </Stack>
  );
}
