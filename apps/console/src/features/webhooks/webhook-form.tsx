import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '../../api/api-error';
import type { WebhookEvent } from '../../gql/graphql';
import { fieldError, FormError } from '../../ui/forms/form-error';
import { CHOOSABLE_EVENTS, WEBHOOK_EVENT } from './webhook-words';

interface Props {
  error: ApiError | null;
  busy: boolean;
  onCancel: () => void;
  onSubmit: (input: { url: string; events: WebhookEvent[] }) => void;
}

export function WebhookForm({ error, busy, onCancel, onSubmit }: Props) {
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<string[]>(CHOOSABLE_EVENTS);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ url: url.trim(), events: CHOOSABLE_EVENTS.filter((each) => events.includes(each)) });
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          type="url"
          label="URL"
          description="A public https address that answers 2xx to what it has taken."
          placeholder="https://hooks.example.com/rollcall"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={fieldError(error, 'url')}
          spellCheck={false}
        />
        <Checkbox.Group label="Tell of" value={events} onChange={setEvents} error={fieldError(error, 'events')}>
          <Stack gap={10} mt="xs">
            {CHOOSABLE_EVENTS.map((event) => (
              <Checkbox
                key={event}
                value={event}
                label={WEBHOOK_EVENT[event].label}
                description={WEBHOOK_EVENT[event].meaning}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormError error={error} fields={['url', 'events']} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={url.trim() === '' || events.length === 0}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
