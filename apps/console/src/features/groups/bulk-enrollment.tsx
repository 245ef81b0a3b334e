import { Button, Group, Modal, Progress, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError } from '../../api/api-error';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/callout';
import { count, counted } from '../../ui/count';
import { ENROLLMENT_LIFETIMES } from '../identities/enrollment-lifetimes';
import { downloadEnrollmentLinks } from './enrollment-links';

interface Props {
  group: { id: string; displayName: string; memberCount: number };
}

/** Enrollment links for all members who have no passkey, as a file for a mail merge. */
export function BulkEnrollment({ group }: Props) {
  const mayEnroll = useMay('OPERATOR');
  const [opened, modal] = useDisclosure();
  const [lifetime, setLifetime] = useState('604800');
  const [looked, setLooked] = useState(0);
  const create = useMutation<number, ApiError>({
    mutationFn: () => downloadEnrollmentLinks(group, Number(lifetime), setLooked),
    onMutate: () => setLooked(0),
  });
  if (!mayEnroll || group.memberCount === 0) return null;
  return (
    <>
      <Button variant="default" onClick={modal.open}>
        Create enrollment links…
      </Button>
      <Modal
        opened={opened}
        onClose={() => {
          modal.close();
          create.reset();
        }}
        title={`Enrollment links for ${group.displayName}`}
        closeOnClickOutside={!create.isPending}
      >
        <Stack gap="md">
          <Text size="sm">
            A CSV file with one link for each active member who has no passkey yet. A new link ends the one before. Keep
            the file as safe as passwords until the links are used or have expired.
          </Text>
          <Select
            label="Valid for"
            data={ENROLLMENT_LIFETIMES}
            value={lifetime}
            onChange={(value) => value && setLifetime(value)}
            allowDeselect={false}
            withCheckIcon={false}
            disabled={create.isPending}
          />
          {create.isPending && (
            <div role="status">
              <Progress value={(100 * looked) / group.memberCount} aria-label="Members looked at" />
              <Text size="sm" c="dimmed" mt={4}>
                {count(looked)} of {counted(group.memberCount, 'member')} looked at
              </Text>
            </div>
          )}
          {create.error && (
            <Callout tone="bad" role="alert">
              {create.error.message} Links made until then are not in a file: start again.
            </Callout>
          )}
          {create.isSuccess && (
            <Callout tone="ok" role="status">
              {create.data > 0
                ? `${counted(create.data, 'link')} created and downloaded.`
                : 'All members of this group already have a passkey.'}
            </Callout>
          )}
          <Group justify="flex-end">
            <Button loading={create.isPending} onClick={() => create.mutate()}>
              Create and download
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
