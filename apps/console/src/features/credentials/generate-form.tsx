import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { DirectoryProvider, ScimCredentialType } from '../../gql/graphql';
import { PROVIDERS } from '../providers/provider';
import { CREDENTIAL_TYPE_LABEL } from './credential-name';
import { GENERATE_BEARER_TOKEN, GENERATE_CLIENT_CREDENTIALS } from './credential-queries';
import type { GeneratedSecret } from './secret-panel';

const NEVER = 'never';
const LIFETIMES = [
  { value: '86400', label: '1 day (86400 seconds)' },
  { value: '7776000', label: '90 days' },
  { value: '31536000', label: '1 year' },
  { value: NEVER, label: 'Never' },
];

interface Props {
  integrationId: string;
  provider: DirectoryProvider;
  onGenerated: (secret: GeneratedSecret) => void;
}

export function GenerateForm({ integrationId, provider, onGenerated }: Props) {
  const [type, setType] = useState<ScimCredentialType>('BEARER_TOKEN');
  const [name, setName] = useState('');
  const [lifetime, setLifetime] = useState('31536000');
  const bearer = useApiMutation(GENERATE_BEARER_TOKEN, {
    onDone: ({ generateBearerToken }) => onGenerated({ type: 'BEARER_TOKEN', ...generateBearerToken }),
  });
  const client = useApiMutation(GENERATE_CLIENT_CREDENTIALS, {
    onDone: ({ generateClientCredentials }) =>
      onGenerated({ type: 'CLIENT_CREDENTIALS', ...generateClientCredentials }),
  });

  const generate = () => {
    const input = { integrationId, name: name.trim() || null };
    if (type === 'CLIENT_CREDENTIALS') client.mutate({ input });
    else bearer.mutate({ input: { ...input, expiresIn: lifetime === NEVER ? null : Number(lifetime) } });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        generate();
      }}
    >
      <Stack gap="md" align="flex-start">
        <div>
          <SegmentedControl
            aria-label="Kind of credential"
            value={type}
            onChange={(value) => setType(value as ScimCredentialType)}
            data={Object.entries(CREDENTIAL_TYPE_LABEL).map(([value, label]) => ({ value, label }))}
          />
          <Text size="sm" c="dimmed" mt={6}>
            {PROVIDERS[provider].credentials[type]}
          </Text>
        </div>
        <Group gap="md" align="flex-start" w="100%">
          <TextInput
            flex="1 1 14rem"
            label="Name"
            description="Distinguishes it from other credentials. Optional."
            placeholder={PROVIDERS[provider].credentialExample}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {type === 'BEARER_TOKEN' && (
            <Select
              flex="1 1 12rem"
              label="Expiration"
              description="You are warned two weeks before."
              data={LIFETIMES}
              value={lifetime}
              onChange={(value) => value && setLifetime(value)}
              allowDeselect={false}
              withCheckIcon={false}
            />
          )}
        </Group>
        <Button type="submit" loading={bearer.isPending || client.isPending}>
          Generate
        </Button>
      </Stack>
    </form>
  );
}
