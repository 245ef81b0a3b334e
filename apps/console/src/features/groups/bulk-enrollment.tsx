import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import { useMay } from '../../session/viewer';
import { Loaded } from '../../ui/layout/loaded';
import { ENROLLMENT_LIFETIMES } from '../identities/enrollment-lifetimes';
import { BatchProgress } from './batch-progress';
import { BATCHES, CREATE_ENROLLMENTS } from './enrollment-batch-queries';

interface Props {
  group: { id: string; integrationId: string; displayName: string; memberCount: number };
}

/** Creates enrollment links for all members of a group who have no passkey, as a file for a mail merge. */
export function BulkEnrollment({ group }: Props) {
  const mayEnroll = useMay('OPERATOR');
  const [opened, modal] = useDisclosure();
  if (!mayEnroll || group.memberCount === 0) return null;
  return (
    <>
      <Button variant="default" onClick={modal.open}>
        Create enrollment links…
      </Button>
      <Modal opened={opened} onClose={modal.close} title={`Enrollment links for ${group.displayName}`}>
        <Batch group={group} />
      </Modal>
    </>
  );
}

function Batch({ group }: Props) {
  const { integrationId, id: groupId } = group;
  const query = useApiQuery(BATCHES, { integrationId, groupId });
  const newest = query.data?.enrollmentBatches[0];
  const running = newest?.status === 'QUEUED' || newest?.status === 'RUNNING';
  return (
    <Loaded query={query}>
      {() => (
        <Stack gap="lg">
          {newest && <BatchProgress batch={newest} groupName={group.displayName} />}
          {!running && <BatchForm integrationId={integrationId} groupId={groupId} />}
        </Stack>
      )}
    </Loaded>
  );
}

function BatchForm({ integrationId, groupId }: { integrationId: string; groupId: string }) {
  const [lifetime, setLifetime] = useState('604800');
  const [renew, setRenew] = useState(false);
  const openLinks = renew ? 'RENEW' : 'KEEP';
  const create = useApiMutation(CREATE_ENROLLMENTS);
  return (
    <Stack gap="md">
      <Text size="sm">
        One link for each active member who has no passkey yet. The server makes them: you may close this window, and
        download the links for a day. Keep the file as safe as passwords until the links are used or have expired.
      </Text>
      <Select
        label="Valid for"
        data={ENROLLMENT_LIFETIMES}
        value={lifetime}
        onChange={(value) => value && setLifetime(value)}
        allowDeselect={false}
        withCheckIcon={false}
      />
      <Checkbox
        label="Replace links that are still open"
        description="Otherwise their members keep them, and are left out."
        checked={renew}
        onChange={(event) => setRenew(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button
          loading={create.isPending}
          onClick={() => create.mutate({ input: { integrationId, groupId, expiresIn: Number(lifetime), openLinks } })}
        >
          Create links
        </Button>
      </Group>
    </Stack>
  );
}
