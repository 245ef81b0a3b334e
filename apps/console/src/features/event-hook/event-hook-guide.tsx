import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConfigureEventHookMutation } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';
import { Instructions, Label } from '../../ui/layout/instructions';
import { Section } from '../../ui/layout/section';
import { useLeaveGuard } from '../../ui/forms/use-leave-guard';

interface Props {
  made: ConfigureEventHookMutation['configureEventHook'];
  onDone: () => void;
}

/** Shows the event hook's secret, which can be shown only once, and how to enter it in Okta. */
export function EventHookGuide({ made, onDone }: Props) {
  const [saved, setSaved] = useState(false);
  useLeaveGuard(!saved, 'You have not copied the secret, and it cannot be viewed again. Leave anyway?');
  return (
    <Section title="Add the event hook in Okta">
      <Stack gap="md">
        <Callout tone="warn" icon={IconEyeExclamation} title="This secret is shown once">
          Put it into Okta now. If it is lost, make a new one.
        </Callout>
        <CopyField label="URL" value={made.url} />
        <CopyField label="Authentication field" value="Authorization" />
        <CopyField label="Authentication secret" value={made.secret} secret onCopied={() => setSaved(true)} />
        <Instructions>
          <li>
            Open <Label>Workflow &gt; Event Hooks</Label> and press <Label>Create Event Hook</Label>. Enter the URL, the
            authentication field and the secret.
          </li>
          <li>
            Subscribe to the events of the user life cycle, of profile updates, and of group and application membership.
          </li>
          <li>
            Press <Label>Save &amp; Continue</Label>, then <Label>Verify</Label>: the status below turns to “Verified by
            Okta”.
          </li>
        </Instructions>
        <Group justify="space-between">
          <Checkbox
            label="I have saved the secret"
            checked={saved}
            onChange={(event) => setSaved(event.currentTarget.checked)}
          />
          <Button onClick={onDone} disabled={!saved}>
            Done
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
