import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { Confirm } from '../../ui/forms/confirm';
import { DISABLE_SIGN_IN } from './sign-in-queries';

export function DisableSignIn({ integration: { id, name } }: { integration: IntegrationFieldsFragment }) {
  const [asking, dialog] = useDisclosure();
  const disable = useApiMutation(DISABLE_SIGN_IN, {
    done: 'Sign-in is disabled.',
    onDone: dialog.close,
    quiet: true,
  });
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Disable sign-in…
      </Button>
      <Confirm
        opened={asking}
        title="Disable sign-in?"
        action="Disable sign-in"
        typed={name}
        busy={disable.isPending}
        error={disable.error}
        override="Disable it anyway. Users that Okta sends here cannot sign in to Okta."
        onClose={() => {
          disable.reset();
          dialog.close();
        }}
        onConfirm={(force) => disable.mutate({ integrationId: id, force })}
      >
        No one can sign in here from the next request on. Rollcall first asks Okta whether its routing rule is off.
      </Confirm>
    </>
  );
}
