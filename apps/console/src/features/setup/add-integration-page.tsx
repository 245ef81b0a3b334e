import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import type { DirectoryProvider } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { fieldError, FormError } from '../../ui/forms/form-error';
import { Forbidden } from '../../session/forbidden';
import { Page } from '../../ui/layout/page';
import { CREATE_INTEGRATION } from '../integrations/integration-queries';
import { PROVIDERS } from '../providers/provider';
import classes from './add-integration-page.module.css';

const CHOICES = Object.keys(PROVIDERS) as DirectoryProvider[];

export function AddIntegrationPage() {
  const navigate = useNavigate();
  const mayAdd = useMay('ADMIN');
  const [provider, setProvider] = useState<DirectoryProvider>('OKTA');
  const [name, setName] = useState('');
  const create = useApiMutation(CREATE_INTEGRATION, {
    quiet: true,
    onDone: ({ createDirectoryIntegration: { id } }) => void navigate(`/directory/integrations/${id}/setup`),
  });
  const chosenName = name.trim() || PROVIDERS[provider].label;
  return (
    <Page
      title="Add Directory Integration"
      back={{ to: '/directory/integrations', label: 'Directory Integrations' }}
      narrow
    >
      {mayAdd ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ input: { name: chosenName, provider } });
          }}
        >
          <Stack gap="lg">
            <fieldset className={classes.tiles}>
              <legend>What do you connect?</legend>
              {CHOICES.map((value) => (
                <label key={value} className={classes.tile}>
                  <input
                    type="radio"
                    name="provider"
                    checked={value === provider}
                    onChange={() => setProvider(value)}
                  />
                  <span>
                    <span className={classes.name}>{PROVIDERS[value].label}</span>
                    <Text size="sm" c="dimmed" component="span">
                      {PROVIDERS[value].description}
                    </Text>
                  </span>
                </label>
              ))}
            </fieldset>
            <Paper p="lg">
              <Stack gap="md">
                <TextInput
                  label="Name"
                  description="How the integration is called in this console; helpful when there are several."
                  placeholder={PROVIDERS[provider].label}
                  value={name}
                  maxLength={100}
                  onChange={(event) => setName(event.currentTarget.value)}
                  error={fieldError(create.error, 'name')}
                />
                <FormError error={create.error} fields={['name']} />
                <Group>
                  <Button type="submit" loading={create.isPending}>
                    Add and continue
                  </Button>
                </Group>
              </Stack>
            </Paper>
          </Stack>
        </form>
      ) : (
        <Forbidden needed="ADMIN" />
      )}
    </Page>
  );
}
