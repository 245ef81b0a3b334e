import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';
import { CodeSample } from './code-sample';
import { VERIFY_SAMPLE } from './webhook-words';

interface Props {
  secret: string;
  webhookId: string;
  onCopied: () => void;
  onDone: () => void;
}

/** Shows the webhook's secret, which can be shown only once. */
export function WebhookSecret({ secret, webhookId, onCopied, onDone }: Props) {
  const navigate = useNavigate();
  return (
    <Stack gap="md">
      <Callout tone="warn" icon={IconEyeExclamation} title="This secret is shown once">
        Enter it in the receiving system now: it proves that a message is ours. It cannot be viewed again. If it is
        lost, add the webhook again.
      </Callout>
      <CopyField label="Signing secret" value={secret} secret onCopied={onCopied} />
      <div>
        <Text size="sm" fw={550} mb={4}>
          How the receiver checks a message
        </Text>
        <CodeSample label="How to verify a message, in Node" code={VERIFY_SAMPLE} />
        <Text size="xs" c="dimmed" mt={4}>
          Any library for Standard Webhooks does the same. A message may arrive twice: compare webhook-id.
        </Text>
      </div>
      <Group justify="flex-end" gap="xs">
        <Button
          onClick={() => {
            onDone();
            void navigate(`/webhooks/${webhookId}`);
          }}
        >
          Done
        </Button>
      </Group>
    </Stack>
  );
}
