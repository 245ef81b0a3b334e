import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { counted } from '../../ui/text/count';
import { Facts } from '../../ui/data/facts';
import { fieldError, FormError } from '../../ui/forms/form-error';
import { Section } from '../../ui/layout/section';
import { When } from '../../ui/text/when';
import { DELETE_INTEGRATION, RENAME_INTEGRATION } from './integration-queries';
import { PROVIDERS } from '../providers/provider';

export function SettingsTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const mayChange = useMay('ADMIN');
  return (
    <Stack gap="lg">
      <Section title="General">
        {mayChange && <RenameForm integration={integration} />}
        <Facts
          facts={[
            ['Provider', PROVIDERS[integration.provider].label],
            ['Integration ID', <code key="id">{integration.id}</code>],
            ['Created', <When key="created" at={integration.createdAt} />],
          ]}
        />
      </Section>
      {mayChange && <DeleteSection integration={integration} />}
    </Stack>
  );
}

function RenameForm({ integration: { id, name: current } }: { integration: IntegrationFieldsFragment }) {
  const [name, setName] = useState(current);
  const rename = useApiMutation(RENAME_INTEGRATION, { done: 'Renamed.', quiet: true });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate({ input: { id, name: name.trim() } });
      }}
    >
      <Group align="flex-end" gap="xs" mb="md">
        <TextInput
          flex="0 1 26rem"
          label="Name"
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(rename.error, 'name')}
        />
        <Button
          type="submit"
          variant="default"
          loading={rename.isPending}
          disabled={name.trim() === '' || name.trim() === current}
        >
          Rename
        </Button>
      </Group>
      <FormError error={rename.error} fields={['name']} />
    </form>
  );
}

function DeleteSection({
  integration: { id, name, provider, identityCount, groupCount },
}: {
  integration: IntegrationFieldsFragment;
}) {
  const navigate = useNavigate();
  const [asking, dialog] = useDisclosure();
  const remove = useApiMutation(DELETE_INTEGRATION, {
    done: `${name} is deleted.`,
    quiet: true,
    onDone: () => void navigate('/directory/integrations'),
  });
  return (
    <>
      <Section
        title="Delete this integration"
        lead={`Its people, groups, passkeys and credentials go with it. The attribute in ${PROVIDERS[provider].target} stays as it is.`}
        actions={
          <Button variant="default" c="var(--tone-bad)" onClick={dialog.open}>
            Delete…
          </Button>
        }
      />
      <Confirm
        opened={asking}
        title="Delete this integration?"
        action="Delete for good"
        typed={name}
        busy={remove.isPending}
        error={remove.error}
        override="Delete it anyway. Users that Okta sends here cannot sign in to Okta."
        onClose={() => {
          remove.reset();
          dialog.close();
        }}
        onConfirm={(force) => remove.mutate({ id, force })}
      >
        This deletes {counted(identityCount, 'person', 'people')} with their passkeys, {counted(groupCount, 'group')}{' '}
        and all credentials. It cannot be undone. {PROVIDERS[provider].beforeDeleting}
      </Confirm>
    </>
  );
}
