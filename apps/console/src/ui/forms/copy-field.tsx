import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import classes from './copy-field.module.css';

interface Props {
  /** The label that Okta or the SCIM server uses for this value. */
  label: string;
  value: string;
  /** Masked until the user reveals it. */
  secret?: boolean;
  hint?: string;
  onCopied?: () => void;
}

/** A value to copy to another console. */
export function CopyField({ label, value, secret = false, hint, onCopied }: Props) {
  const id = useId();
  const [shown, setShown] = useState(!secret);
  return (
    <div className={classes.field}>
      <Text size="sm" fw={550} id={id}>
        {label}
      </Text>
      <Group className={classes.box} gap={4} wrap="nowrap">
        <code className={classes.value} aria-labelledby={id} data-secret={secret || undefined}>
          {shown ? value : '•'.repeat(32)}
        </code>
        {secret && (
          <Tooltip label={shown ? 'Hide' : 'Show'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${shown ? 'Hide' : 'Show'} ${label}`}
              onClick={() => setShown(!shown)}
            >
              {shown ? <IconEyeOff size={17} /> : <IconEye size={17} />}
            </ActionIcon>
          </Tooltip>
        )}
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy'} opened={copied || undefined}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={copied ? `${label} copied` : `Copy ${label}`}
                onClick={() => {
                  copy();
                  onCopied?.();
                }}
              >
                {copied ? <IconCheck size={17} /> : <IconCopy size={17} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      {hint && (
        <Text size="xs" c="dimmed" mt={4}>
          {hint}
        </Text>
      )}
    </div>
  );
}
