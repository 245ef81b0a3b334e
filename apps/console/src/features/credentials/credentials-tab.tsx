import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { CopyField } from '../../ui/forms/copy-field';
import { Notice } from '../../ui/layout/notice';
import { Section } from '../../ui/layout/section';
import { atStart, PROVIDERS } from '../providers/provider';
import { CredentialTable } from './credential-table';
import { GenerateCredentialsModal } from './generate-credentials-modal';
import { RotationGuide } from './rotation-guide';

export function CredentialsTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const { credentials, scimUrl, tokenEndpoint, provider } = integration;
  const mayGenerate = useMay('ADMIN');
  const [generating, modal] = useDisclosure();
  const generate = mayGenerate && (
    <Button onClick={modal.open} leftSection={<IconPlus size={16} />}>
      Generate Credentials
    </Button>
  );
  return (
    <Stack gap="lg">
      <RotationGuide credentials={credentials} provider={provider} />
      <Section
        title="Credentials"
        lead={`To rotate without an outage: generate a second token, put it into ${PROVIDERS[provider].source}, wait for its first use, then revoke the old one.`}
        actions={credentials.length > 0 && generate}
        flush
      >
        {credentials.length > 0 ? (
          <CredentialTable credentials={credentials} provider={provider} />
        ) : (
          <Notice icon={IconKey} title="No credentials yet" action={generate}>
            {atStart(PROVIDERS[provider].source)} signs in to the SCIM URL with a token that you generate here.
          </Notice>
        )}
      </Section>
      <Section title="Addresses">
        <Stack gap="md">
          <CopyField label="SCIM URL" value={scimUrl} />
          <CopyField label="Token endpoint" value={tokenEndpoint} hint="For Client Credentials only." />
        </Stack>
      </Section>
      <GenerateCredentialsModal integration={integration} opened={generating} onClose={modal.close} />
    </Stack>
  );
}
