import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ApiError } from '../api/api-error';

interface Props {
  opened: boolean;
  title: string;
  /** What happens, in full sentences. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** For what cannot be undone: this must be typed first. */
  typed?: string;
  busy?: boolean;
  error?: ApiError | null;
  onClose: () => void;
  onConfirm: () => void;
}

export function Confirm({ opened, title, children, action, typed, busy = false, error, onClose, onConfirm }: Props) {
  const [text, setText] = useState('');
  const close = () => {
    setText('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <Stack gap="md">
          <Text size="sm" component="div">
            {children}
          </Text>
          {typed !== undefined && (
            <TextInput
              data-autofocus
              autoComplete="off"
              label={`Type “${typed}” to confirm`}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          {error && (
            <Text size="sm" c="var(--tone-bad)" role="alert">
              {error.message}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" color="red.8" loading={busy} disabled={typed !== undefined && text.trim() !== typed}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
