import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Ctrl-K as this keyboard labels it. */
  command: string;
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
}

export function ShortcutHelp({ opened, onClose, command, singleKeys, onSingleKeys }: Props) {
  const shortcuts = [
    [command, 'Search for pages, people, groups and integrations'],
    ['/', 'Go to the search field of the page'],
    ['?', 'Show these shortcuts'],
    ['Esc', 'Close the dialog'],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts">
      <Stack gap="md">
        <Table verticalSpacing="xs" aria-label="Keyboard shortcuts">
          <Table.Tbody>
            {shortcuts.map(([keys, meaning]) => (
              <Table.Tr key={keys}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Kbd>{keys}</Kbd>
                </Table.Td>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label="Shortcuts of a single key"
          description="Turn them off if you use speech input, or press keys by mistake."
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.currentTarget.checked)}
        />
      </Stack>
    </Modal>
  );
}
