import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { fieldError, FormError } from '../../ui/forms/form-error';
import { CHECK_INTEGRATION } from '../integrations/integration-queries';
import { CONFIGURE_SERVICE_APP } from './service-app-queries';

const FIELDS = ['clientId', 'oktaDomain'];

/** The last step: switches from the API token to the service app. */
export function ServiceAppForm({
  integration: { id, registrationSync: sync },
}: {
  integration: IntegrationFieldsFragment;
}) {
  const [oktaDomain, setOktaDomain] = useState(sync?.oktaDomain ?? '');
  const [clientId, setClientId] = useState('');
  const check = useApiMutation(CHECK_INTEGRATION);
  const configure = useApiMutation(CONFIGURE_SERVICE_APP, {
    done: 'Rollcall signs in as the service app from now on.',
    quiet: true,
    onDone: () => check.mutate({ id }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        configure.mutate({
          input: { integrationId: id, oktaDomain, clientId: clientId.trim(), attribute: sync?.attribute ?? null },
        });
      }}
    >
      <Stack gap="md" maw="34rem">
        {!sync && (
          <TextInput
            label="Okta Domain"
            placeholder="your-sub-domain.okta.com"
            value={oktaDomain}
            onChange={(event) => setOktaDomain(event.currentTarget.value)}
            error={fieldError(configure.error, 'oktaDomain')}
          />
        )}
        <TextInput
          label="Client ID"
          placeholder="0oa…"
          value={clientId}
          onChange={(event) => setClientId(event.currentTarget.value)}
          error={fieldError(configure.error, 'clientId')}
          spellCheck={false}
        />
        <FormError error={configure.error} fields={FIELDS} />
        <Group>
          <Button
            type="submit"
            loading={configure.isPending}
            disabled={clientId.trim() === '' || oktaDomain.trim() === ''}
          >
            Switch to the service app
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
