import { Combobox, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApiQuery } from '../api/use-api-query';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { matchingDestinations, MIN_CHARACTERS } from './destinations';

const FIND = graphql(`
  query Find($search: String!) {
    identities(search: $search, first: 5) {
      nodes {
        id
        userName
        displayName
      }
    }
    groups(search: $search, first: 5) {
      nodes {
        id
        displayName
      }
    }
    directoryIntegrations(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Searches pages, people, groups and integrations while the user types. Enter opens the selected result. */
export function GlobalSearch({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const { role } = useViewer();
  const combobox = useCombobox({ opened: true });
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const enough = settled.length >= MIN_CHARACTERS;
  const { data, error, isFetching } = useApiQuery(
    FIND,
    { search: settled },
    { enabled: enough, live: false, keepPrevious: true },
  );
  const parts = matchingDestinations(role, text, enough ? data : undefined);
  const first = parts[0]?.destinations[0];
  const waits = enough && isFetching && !error;

  const { selectFirstOption } = combobox;
  useEffect(() => {
    selectFirstOption();
  }, [text, data, selectFirstOption]);

  const go = (to: string) => {
    onClose();
    void navigate(to);
  };
  return (
    <Modal opened onClose={onClose} title="Search" yOffset="12dvh" centered={false} size="lg">
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            // Focused on the first render. The dialog moves the focus only later, and characters typed before that
            // would be lost.
            autoFocus
            data-autofocus
            aria-label="Search for pages, people, groups and integrations"
            placeholder="Pages, people, groups, integrations"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Closes the dialog here, because otherwise Escape would close only the list of results.
              if (event.key === 'Escape') onClose();
              // The user may press Enter when a result is visible but the effect has not selected it yet.
              const chooses = event.key === 'Enter' && !event.nativeEvent.isComposing;
              if (chooses && first && combobox.getSelectedOptionIndex() < 0) go(first.to);
            }}
            spellCheck={false}
            autoComplete="off"
          />
        </Combobox.EventsTarget>
        <Combobox.Options mt="sm" mah="50dvh" style={{ overflowY: 'auto' }} aria-label="Results" aria-busy={waits}>
          {parts.map(({ label, destinations }) => (
            <Combobox.Group key={label} label={label}>
              {destinations.map(({ to, name, sub }) => (
                <Combobox.Option key={to} value={to}>
                  {name}
                  {sub !== undefined && (
                    <Text size="xs" c="dimmed">
                      {sub}
                    </Text>
                  )}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
        <Text size="sm" c={error ? 'var(--tone-bad)' : 'dimmed'} role="status" mt="sm">
          {error ? error.message : parts.length === 0 && !waits ? 'Nothing found.' : ''}
        </Text>
      </Combobox>
    </Modal>
  );
}
