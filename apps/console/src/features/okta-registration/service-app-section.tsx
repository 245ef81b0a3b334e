import { Button, Stack } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment, ServiceAppFieldsFragment } from '../../gql/graphql';
import { CopyField } from '../../ui/forms/copy-field';
import { Facts } from '../../ui/data/facts';
import { Instructions, Label } from '../../ui/layout/instructions';
import { Loaded } from '../../ui/layout/loaded';
import { Section } from '../../ui/layout/section';
import { When } from '../../ui/text/when';
import { ServiceAppForm } from './service-app-form';
import { PREPARE_SERVICE_APP, ROTATE_SERVICE_APP_KEY, SERVICE_APP } from './service-app-queries';

/**
 * Switches the write-back to OAuth for Okta. An API token stops working when its owner's account does; a service app
 * has no owner. For administrators.
 */
export function ServiceAppSection({ integration }: { integration: IntegrationFieldsFragment }) {
  const { id, registrationSync: sync } = integration;
  const query = useApiQuery(SERVICE_APP, { id });
  const prepare = useApiMutation(PREPARE_SERVICE_APP);
  const rotate = useApiMutation(ROTATE_SERVICE_APP_KEY, { done: 'The new key signs now; Okta fetches it by itself.' });
  const app = query.data?.directoryIntegration?.oktaServiceApp;
  const inUse = sync?.authMode === 'OAUTH';
  return (
    <Section
      title="Sign in to Okta as a service app"
      lead={
        inUse
          ? 'Rollcall signs in to Okta with a key of its own, not with an API token.'
          : 'Instead of an API token, which dies with its owner or after 30 days without use: a service app with a key of its own (OAuth for Okta).'
      }
      actions={
        app &&
        inUse && (
          <Button variant="default" loading={rotate.isPending} onClick={() => rotate.mutate({ integrationId: id })}>
            Rotate key
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {() => {
          if (!app) {
            return (
              <Button
                variant="default"
                loading={prepare.isPending}
                onClick={() => prepare.mutate({ integrationId: id })}
              >
                Set up a service app
              </Button>
            );
          }
          return (
            <Stack gap="md">
              {!inUse && <ServiceAppSteps app={app} />}
              <CopyField label="Public keys URL" value={app.jwksUrl} />
              {inUse ? (
                <Facts
                  facts={[
                    ['Client ID', app.clientId],
                    ...app.keys.map((key) => [keyName(key), <KeyAge key={key.kid} of={key} />] as const),
                  ]}
                />
              ) : (
                <ServiceAppForm integration={integration} />
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

type Key = ServiceAppFieldsFragment['keys'][number];

function keyName({ kid, retiredAt }: Key): string {
  return `${retiredAt ? 'Earlier key' : 'Key'} ${kid.slice(-6)}`;
}

function KeyAge({ of: { createdAt, retiredAt } }: { of: Key }) {
  return (
    <>
      Made <When at={createdAt} />
      {retiredAt && (
        <>
          , retired <When at={retiredAt} />
        </>
      )}
    </>
  );
}

function ServiceAppSteps({ app }: { app: ServiceAppFieldsFragment }) {
  return (
    <Instructions>
      <li>
        In Okta, open <Label>Applications &gt; Applications &gt; Create App Integration</Label> and choose{' '}
        <Label>API Services</Label>.
      </li>
      <li>
        Under <Label>General &gt; Client Credentials</Label> choose <Label>Public key / Private key</Label>, then{' '}
        <Label>Use a URL to fetch keys dynamically</Label>, and enter the URL below. Turn off{' '}
        <Label>Require Demonstrating Proof of Possession (DPoP)</Label>.
      </li>
      <li>
        Tab <Label>Okta API Scopes</Label>: grant <code>{app.scopes.join(', ')}</code>. Tab <Label>Admin roles</Label>:
        assign a role that may edit users.
      </li>
      <li>Copy the Client ID, enter it below and switch.</li>
    </Instructions>
  );
}
