import { Button, Modal, Stack } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';

/** Shows a new client secret. It cannot be shown again later. */
export function ClientSecretModal({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  return (
    <Modal opened={secret !== undefined} onClose={onClose} title="Client secret" closeOnClickOutside={false}>
      <Stack gap="md">
        <ClientSecret secret={secret ?? ''} />
        <Button onClick={onClose}>I have saved it</Button>
      </Stack>
    </Modal>
  );
}

export function ClientSecret({ secret }: { secret: string }) {
  return (
    <>
      <Callout tone="warn" icon={IconEyeExclamation} title="This client secret is shown once">
        Okta needs it in the identity provider. If Rollcall sets up the identity provider by API, it enters the secret
        for you. It cannot be viewed again.
      </Callout>
      <CopyField label="Client Secret" value={secret} secret />
    </>
  );
}
