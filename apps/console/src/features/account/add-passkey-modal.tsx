import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPasskey } from '../../session/passkey-ceremonies';
import { FormError } from '../../ui/forms/form-error';

export function AddPasskeyModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: createPasskey,
    onSuccess: async (added) => {
      notifications.show({ message: `${added} is added. You can sign in with it from now on.`, color: 'teal' });
      close();
      await client.invalidateQueries();
    },
  });
  const close = () => {
    add.reset();
    setName('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Add a passkey">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(name);
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label="Name"
            description="Distinguishes it from other passkeys. Defaults to the name of the device."
            placeholder="Work laptop"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FormError error={add.error} fields={[]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              {add.error ? 'Try again' : 'Continue'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
