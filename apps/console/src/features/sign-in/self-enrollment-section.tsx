import { Button, Group, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment, SelfEnrollmentFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { CopyField } from '../../ui/forms/copy-field';
import { Facts } from '../../ui/data/facts';
import { FormError, fieldError } from '../../ui/forms/form-error';
import { Loaded } from '../../ui/layout/loaded';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { CONFIGURE_SELF_ENROLLMENT, SELF_ENROLLMENT } from './self-enrollment-queries';

const FIELDS = ['clientId', 'clientSecret'];

interface Props {
  integration: IntegrationFieldsFragment;
}

/**
 * Whether people may create passkeys without an enrollment link, and the application in Okta where they sign in first.
 */
export function SelfEnrollmentSection({ integration }: Props) {
  const mayConfigure = useMay('ADMIN');
  const query = useApiQuery(SELF_ENROLLMENT, { id: integration.id });
  return (
    <Section
      title="Enrollment for everyone"
      lead="People sign in at Okta, then create a passkey by themselves. It needs a web application in Okta."
    >
      <Loaded query={query}>
        {({ directoryIntegration }) =>
          directoryIntegration && (
            <Stack gap="md">
              <Facts facts={[['Status', <EnrollmentStatus key="status" {...directoryIntegration.selfEnrollment} />]]} />
              <CopyField label="Sign-in redirect URI" value={directoryIntegration.selfEnrollment.redirectUri} />
              <CopyField label="Address for your people" value={directoryIntegration.selfEnrollment.url} />
              {mayConfigure && (
                <SelfEnrollmentForm
                  integrationId={integration.id}
                  selfEnrollment={directoryIntegration.selfEnrollment}
                />
              )}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function EnrollmentStatus({ enabled, clientId }: Pick<SelfEnrollmentFieldsFragment, 'enabled' | 'clientId'>) {
  if (!clientId) return <Status tone="idle">Not set up</Status>;
  return <Status tone={enabled ? 'ok' : 'idle'}>{enabled ? 'On' : 'Off'}</Status>;
}

interface FormProps {
  integrationId: string;
  selfEnrollment: SelfEnrollmentFieldsFragment;
}

function SelfEnrollmentForm({ integrationId, selfEnrollment }: FormProps) {
  const [clientId, setClientId] = useState(selfEnrollment.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [enabled, setEnabled] = useState(selfEnrollment.clientId === null || selfEnrollment.enabled);
  const save = useApiMutation(CONFIGURE_SELF_ENROLLMENT, {
    done: 'Saved.',
    quiet: true,
    onDone: () => setClientSecret(''),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ input: { integrationId, clientId, enabled, ...(clientSecret && { clientSecret }) } });
      }}
    >
      <Stack gap="md" maw="34rem">
        <TextInput
          label="Client ID"
          description="Of the web application in Okta, with the grant type Authorization Code."
          required
          withAsterisk={false}
          value={clientId}
          onChange={(event) => setClientId(event.currentTarget.value)}
          error={fieldError(save.error, 'clientId')}
          spellCheck={false}
        />
        <PasswordInput
          label="Client secret"
          description={selfEnrollment.clientId ? 'Leave empty to keep the one that is saved.' : 'Stored encrypted.'}
          required={!selfEnrollment.clientId}
          withAsterisk={false}
          value={clientSecret}
          onChange={(event) => setClientSecret(event.currentTarget.value)}
          error={fieldError(save.error, 'clientSecret')}
          autoComplete="off"
        />
        <Switch
          label="Enrollment for everyone"
          description={
            enabled
              ? 'On: each person who is assigned to the application may create passkeys.'
              : 'Off: people need a link from an administrator.'
          }
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
        <FormError error={save.error} fields={FIELDS} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            Save enrollment
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
