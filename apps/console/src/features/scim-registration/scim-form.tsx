import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { fieldError, FormError } from '../../ui/forms/form-error';
import { CONFIGURE_SCIM } from './scim-queries';
import { authenticationOf, savedSignIn } from './scim-sign-in';
import { ScimSignInFields } from './scim-sign-in-fields';

const FIELDS =
  'baseUrl extension attribute authentication bearerToken password userName tokenEndpoint clientId clientSecret scope'.split(
    ' ',
  );

interface Props {
  integration: IntegrationFieldsFragment;
  submitLabel: string;
  onSaved?: () => void;
}

/** The SCIM server that registrations are written to, and the attribute. */
export function ScimForm({ integration: { id, scimRegistration: saved }, submitLabel, onSaved }: Props) {
  const [baseUrl, setBaseUrl] = useState(saved?.baseUrl ?? '');
  const [extension, setExtension] = useState(saved?.extension ?? '');
  const [attribute, setAttribute] = useState(saved?.attribute ?? 'byndidRegistered');
  const [enabled, setEnabled] = useState(saved?.enabled ?? true);
  const [signIn, setSignIn] = useState(savedSignIn(saved));
  const save = useApiMutation(CONFIGURE_SCIM, {
    done: 'Saved.',
    quiet: true,
    onDone: ({ configureScimRegistration: { scimRegistration } }) => {
      setSignIn(savedSignIn(scimRegistration));
      if (scimRegistration) setBaseUrl(scimRegistration.baseUrl);
      onSaved?.();
    },
  });
  const unchanged = JSON.stringify({ ...signIn, secret: '' }) === JSON.stringify(savedSignIn(saved));
  const keepable = saved !== null && saved !== undefined && saved.baseUrl === baseUrl.trim() && unchanged;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const authentication = authenticationOf(signIn);
        const input = { integrationId: id, baseUrl, extension, attribute, enabled };
        save.mutate({ input: { ...input, ...(authentication && { authentication }) } });
      }}
    >
      <Stack gap="md" maw="34rem">
        <TextInput
          label="SCIM base URL"
          description="What /Users is appended to."
          placeholder="https://scim.example.com/v2"
          required
          withAsterisk={false}
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.currentTarget.value)}
          error={fieldError(save.error, 'baseUrl')}
          inputMode="url"
          spellCheck={false}
        />
        <ScimSignInFields signIn={signIn} onChange={setSignIn} keepable={keepable} error={save.error} />
        <TextInput
          label="Extension"
          description="The URN of the user schema that has the attribute."
          placeholder="urn:example:params:scim:schemas:extension:passkeys:2.0:User"
          required
          withAsterisk={false}
          value={extension}
          onChange={(event) => setExtension(event.currentTarget.value)}
          error={fieldError(save.error, 'extension')}
          spellCheck={false}
        />
        <TextInput
          label="Registration attribute"
          description="The name of a boolean attribute in that schema."
          required
          withAsterisk={false}
          value={attribute}
          onChange={(event) => setAttribute(event.currentTarget.value)}
          error={fieldError(save.error, 'attribute')}
          spellCheck={false}
        />
        <Switch
          label="Attribute Status"
          description={
            enabled
              ? 'Active: changes are written.'
              : 'Inactive: nothing is written, changes are kept. Existing values at the server are not changed, also for people who lose their last passkey.'
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
