import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment, SignInFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { count } from '../../ui/text/count';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { SET_OKTA_ROUTING } from './sign-in-queries';

interface Props {
  integration: IntegrationFieldsFragment;
  signIn: SignInFieldsFragment;
}

/** Turns Okta's routing rule on and off. Requires typing the integration's name, because it changes how people sign in. */
export function RoutingSwitch({ integration: { id, name, registrationSync: sync }, signIn: { okta } }: Props) {
  const maySwitch = useMay('ADMIN');
  const [asking, dialog] = useDisclosure();
  const active = okta?.routingActive ?? false;
  const change = useApiMutation(SET_OKTA_ROUTING, {
    done: active ? 'Okta no longer sends people here.' : 'Okta now sends people with a passkey here.',
    onDone: dialog.close,
    quiet: true,
  });
  if (!okta?.routingRuleId) return null;
  const people = count(sync?.registeredCount ?? 0);
  return (
    <Stack gap="xs">
      <Group gap="md">
        <Status tone={active ? 'ok' : 'idle'}>{active ? 'Routing is on' : 'Routing is off'}</Status>
        {maySwitch && (
          <Button variant="default" onClick={dialog.open}>
            {active ? 'Turn routing off…' : 'Turn routing on…'}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Read from Okta <When at={okta.checkedAt} />
      </Text>
      <Confirm
        opened={asking}
        title={active ? 'Turn routing off?' : 'Turn routing on?'}
        action={active ? 'Turn routing off' : 'Turn routing on'}
        typed={name}
        busy={change.isPending}
        error={change.error}
        onClose={dialog.close}
        onConfirm={() => change.mutate({ integrationId: id, active: !active })}
      >
        {active
          ? `Okta asks for a password again, also the ${people} people who are registered.`
          : `Okta sends the ${people} people who are registered to Rollcall. They sign in with their passkey only. Stay signed in to Okta in another window until one of them has signed in.`}
      </Confirm>
    </Stack>
  );
}
