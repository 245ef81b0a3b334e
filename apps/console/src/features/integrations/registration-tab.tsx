import type { ReactNode } from 'react';
import { Paper, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Facts } from '../../ui/data/facts';
import { Notice } from '../../ui/layout/notice';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { PauseButton } from './pause-button';
import { syncStatus } from './sync-status';
import { WriteBackAlert } from './write-back-alert';

interface RegistrationTabProps {
  integration: IntegrationFieldsFragment;
  configured: boolean;
  /** Name of the target in the text that is shown while the integration is not configured. */
  invitation: string;
  lead: string;
  /** The form for users whose role may configure the integration. */
  form: ReactNode;
  /** The settings as plain text, for users whose role may not configure the integration. */
  facts: Parameters<typeof Facts>[0]['facts'];
  children: ReactNode;
}

/** Configuration and state of the registration attribute, for every kind of target. */
export function RegistrationTab(props: RegistrationTabProps) {
  const { integration, configured, invitation, lead, form, facts, children } = props;
  const mayConfigure = useMay('ADMIN');
  if (!configured && !mayConfigure) {
    return (
      <Paper>
        <Notice icon={IconPlugConnected} title="The registration attribute is not configured">
          {invitation}
        </Notice>
      </Paper>
    );
  }
  const { tone, label } = syncStatus(integration.registrationSync, integration.provider);
  return (
    <Stack gap="lg">
      <WriteBackAlert integration={integration} here />
      <Section
        title="Registration attribute"
        lead={lead}
        actions={
          <>
            <Text size="sm" component="span">
              <Status tone={tone}>{label}</Status>
            </Text>
            <PauseButton integration={integration} />
          </>
        }
      >
        {mayConfigure ? form : <Facts facts={facts} />}
      </Section>
      {children}
    </Stack>
  );
}
