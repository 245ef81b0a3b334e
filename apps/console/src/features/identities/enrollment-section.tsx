import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { CreateEnrollmentMutation } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { CopyField } from '../../ui/copy-field';
import { Section } from '../../ui/section';
import { When } from '../../ui/when';
import type { IdentityDetail } from './identity-page';
import { ENROLLMENT_LIFETIMES } from './enrollment-lifetimes';
import { CREATE_ENROLLMENT } from './identity-queries';

export function EnrollmentSection({ identity }: { identity: IdentityDetail }) {
  const mayEnroll = useMay('OPERATOR');
  const [lifetime, setLifetime] = useState('604800');
  const [link, setLink] = useState<CreateEnrollmentMutation['createEnrollment']>();
  const create = useApiMutation(CREATE_ENROLLMENT, { onDone: ({ createEnrollment }) => setLink(createEnrollment) });
  if (!mayEnroll) return null;
  const suspended = identity.status === 'SUSPENDED';
  return (
    <Section
      title="Enrolment link"
      lead="Opens a page on which the person binds a passkey. It works once; a new link ends the one before."
    >
      {suspended ? (
        <Text size="sm" c="dimmed">
          This person is suspended in the directory, and cannot enrol until they are active again.
        </Text>
      ) : (
        <Stack gap="md">
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
              variant={link ? 'default' : 'filled'}
              loading={create.isPending}
              onClick={() => create.mutate({ input: { identityId: identity.id, expiresIn: Number(lifetime) } })}
            >
              {link ? 'Create another link' : 'Create enrolment link'}
            </Button>
          </Group>
          {link && (
            <div>
              <CopyField label="Enrolment link" value={link.url} />
              <Text size="sm" c="dimmed" mt={6}>
                Send it to {identity.email ?? identity.userName} only. Expires <When at={link.expiresAt} />.
              </Text>
            </div>
          )}
        </Stack>
      )}
    </Section>
  );
}
