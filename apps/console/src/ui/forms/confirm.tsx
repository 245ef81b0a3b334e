import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ApiError } from '../../api/api-error';

interface Props {
  opened: boolean;
  title: string;
  /** What the action does, in full sentences. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** For irreversible actions: text that the user must type first. */
  typed?: string;
  /** Describes the consequences of forcing the action. If given, the user can force the action after a conflict. */
  override?: string;
  busy?: boolean;
  error?: ApiError | null;
  onClose: () => void;
  /** @param forced true if the user chose `override` */
  onConfirm: (forced: boolean) => void;
}

export function Confirm(props: Props) {
  const { opened, title, children, action, typed, override, busy = false, error, onClose, onConfirm } = props;
  const [text, setText] = useState('');
  const [forced, setForced] = useState(false);
  const close = () => {
    setText('');
    setForced(false);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(forced);
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
          {override !== undefined && (forced || error?.code === 'CONFLICT') && (
            <Checkbox label={override} checked={forced} onChange={(event) => setForced(event.currentTarget.checked)} />
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
