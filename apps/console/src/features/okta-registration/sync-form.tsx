import { Button, Group, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { FormError, fieldError } from '../../ui/forms/form-error';
import { CONFIGURE_SYNC } from '../integrations/sync-queries';

const DEFAULT_ATTRIBUTE = 'byndidRegistered';
const FIELDS = ['attribute', 'oktaDomain', 'apiToken'];

interface Props {
  integration: IntegrationFieldsFragment;
  submitLabel: string;
  onSaved?: () => void;
}

/** The form "Configure registration attribute for users in Okta". Its labels are those of the customer's guide. */
export function SyncForm({ integration: { id, registrationSync: sync }, submitLabel, onSaved }: Props) {
  const [attribute, setAttribute] = useState(sync?.attribute ?? DEFAULT_ATTRIBUTE);
  const [oktaDomain, setOktaDomain] = useState(sync?.oktaDomain ?? '');
  const [apiToken, setApiToken] = useState('');
  const [enabled, setEnabled] = useState(sync?.enabled ?? true);
  const save = useApiMutation(CONFIGURE_SYNC, {
    done: 'Saved.',
    quiet: true,
    onDone: ({ configureRegistrationSync: { registrationSync } }) => {
      setApiToken('');
      if (registrationSync) setOktaDomain(registrationSync.oktaDomain);
      onSaved?.();
    },
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ input: { integrationId: id, oktaDomain, attribute, enabled, ...(apiToken && { apiToken }) } });
      }}
    >
      <Stack gap="md" maw="34rem">
        <TextInput
          label="Okta Registration Attribute"
          description="The variable name of a boolean attribute on the Okta user profile."
          required
          withAsterisk={false}
          value={attribute}
          onChange={(event) => setAttribute(event.currentTarget.value)}
          error={fieldError(save.error, 'attribute')}
          spellCheck={false}
        />
        <TextInput
          label="Okta Domain"
          placeholder="your-sub-domain.okta.com"
          required
          withAsterisk={false}
          value={oktaDomain}
          onChange={(event) => setOktaDomain(event.currentTarget.value)}
          error={fieldError(save.error, 'oktaDomain')}
          inputMode="url"
          spellCheck={false}
        />
        <PasswordInput
          label="Okta Token"
          description={tokenHint(sync)}
          required={!sync}
          withAsterisk={false}
          value={apiToken}
          onChange={(event) => setApiToken(event.currentTarget.value)}
          error={fieldError(save.error, 'apiToken')}
          autoComplete="off"
        />
        <Switch
          label="Attribute Status"
          description={
            enabled
              ? 'Active: changes are written to Okta.'
              : 'Inactive: nothing is written, changes are kept. Existing values in Okta are not changed, also for people who lose their last passkey: turn off the routing rule first.'
          }
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
        <FormError error={save.error} fields={FIELDS} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function tokenHint(sync: IntegrationFieldsFragment['registrationSync']): string {
  if (!sync) return 'Made in Okta under Security > API > Tokens. Stored encrypted.';
  if (sync.authMode === 'OAUTH') return 'A service app signs in. Enter a token only to go back to an API token.';
  return 'Leave empty to keep the one that is saved.';
}
