import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment, SignInFieldsFragment } from '../../gql/graphql';
import { Confirm } from '../../ui/confirm';
import { DISABLE_SIGN_IN } from './sign-in-queries';

interface Props {
  integration: IntegrationFieldsFragment;
  signIn: SignInFieldsFragment;
}

export function DisableSignIn({ integration: { id, name }, signIn }: Props) {
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
        onClose={dialog.close}
        onConfirm={() => disable.mutate({ integrationId: id })}
      >
        {signIn.okta?.routingActive
          ? 'Okta’s routing rule is active and still sends people here. They cannot sign in until you turn routing off. Turn it off first.'
          : 'No one can sign in here from the next request on.'}
      </Confirm>
    </>
  );
}
