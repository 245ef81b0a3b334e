import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { CreateEnrollmentMutation } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { Section } from '../../ui/layout/section';
import { ENROLLMENT_LIFETIMES } from './enrollment-lifetimes';
import { EarlierEnrollment, NewEnrollment } from './open-enrollment';
import { CANCEL_ENROLLMENT, CREATE_ENROLLMENT, type IdentityDetail } from './identity-queries';

export function EnrollmentSection({ identity }: { identity: IdentityDetail }) {
  const mayEnroll = useMay('OPERATOR');
  const [lifetime, setLifetime] = useState('604800');
  const [link, setLink] = useState<CreateEnrollmentMutation['createEnrollment']>();
  const [cancelling, dialog] = useDisclosure();
  const create = useApiMutation(CREATE_ENROLLMENT, { onDone: ({ createEnrollment }) => setLink(createEnrollment) });
  const cancel = useApiMutation(CANCEL_ENROLLMENT, {
    done: 'Enrollment link revoked.',
    onDone: dialog.close,
    quiet: true,
  });
  if (!mayEnroll) return null;
  const open = identity.openEnrollment;
  const suspended = identity.status === 'SUSPENDED';
  const cancelButton = (
    <Button variant="default" onClick={dialog.open}>
      Cancel link
    </Button>
  );
  return (
    <Section
      title="Enrollment link"
      lead="Opens a page on which the person binds a passkey. It works once; a new link ends the one before."
    >
      <Stack gap="md">
        {suspended ? (
          <Text size="sm" c="dimmed">
            This person is suspended in the directory and cannot enroll until they are active again.
          </Text>
        ) : (
          <Group gap="sm" align="flex-end">
            <Select
              label="Valid for"
              w={140}
              data={ENROLLMENT_LIFETIMES}
              value={lifetime}
              onChange={(value) => value && setLifetime(value)}
              allowDeselect={false}
              withCheckIcon={false}
            />
            <Button
              variant={open ? 'default' : 'filled'}
              loading={create.isPending}
              onClick={() => create.mutate({ input: { identityId: identity.id, expiresIn: Number(lifetime) } })}
            >
              {open ? 'Create another link' : 'Create enrollment link'}
            </Button>
          </Group>
        )}
        {open &&
          (open.id === link?.id ? (
            <NewEnrollment link={link} sendTo={identity.email ?? identity.userName} cancel={cancelButton} />
          ) : (
            <EarlierEnrollment open={open} cancel={cancelButton} />
          ))}
      </Stack>
      <Confirm
        opened={cancelling}
        title="Cancel this enrollment link?"
        action="Cancel link"
        busy={cancel.isPending}
        error={cancel.error}
        onClose={dialog.close}
        onConfirm={() => open && cancel.mutate({ id: open.id })}
      >
        A person who opens it sees that it was revoked. You can create another at any time.
      </Confirm>
    </Section>
  );
}
