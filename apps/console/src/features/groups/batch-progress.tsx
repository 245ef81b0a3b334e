import { Button, Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ApiError } from '../../api/api-error';
import { useApiMutation } from '../../api/use-api-mutation';
import type { BatchFieldsFragment } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { count, counted } from '../../ui/text/count';
import { FormError } from '../../ui/forms/form-error';
import { When } from '../../ui/text/when';
import { CANCEL_BATCH, DISCARD_LINKS } from './enrollment-batch-queries';
import { downloadEnrollmentLinks } from './enrollment-links';

interface Props {
  batch: BatchFieldsFragment;
  groupName: string;
}

/**
 * The newest enrollment batch of a group: its progress, and the download of its links while the server still offers
 * them.
 */
export function BatchProgress({ batch, groupName }: Props) {
  if (batch.status === 'QUEUED' || batch.status === 'RUNNING') return <Running batch={batch} />;
  return (
    <>
      {batch.status === 'FAILED' && (
        <Callout tone="bad" role="alert" title="Not all links were made">
          {batch.error}
        </Callout>
      )}
      {batch.created === 0 ? <Nothing batch={batch} /> : <Links batch={batch} groupName={groupName} />}
    </>
  );
}

function Running({ batch }: Pick<Props, 'batch'>) {
  const cancel = useApiMutation(CANCEL_BATCH);
  return (
    <div role="status">
      <Progress value={(100 * batch.examined) / Math.max(batch.total, 1)} aria-label="Members looked at" />
      <Text size="sm" c="dimmed" my={4}>
        {count(batch.examined)} of {counted(batch.total, 'member')} looked at, {counted(batch.created, 'link')} made
      </Text>
      <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: batch.id })}>
        Stop
      </Button>
    </div>
  );
}

function Nothing({ batch }: Pick<Props, 'batch'>) {
  if (batch.status !== 'SUCCEEDED') return null;
  return (
    <Callout tone="ok" role="status">
      {batch.kept === 0
        ? 'All active members of this group already have a passkey.'
        : `No new links were needed: ${counted(batch.kept, 'member')} still have an open one, the others a passkey.`}
    </Callout>
  );
}

function Links({ batch, groupName }: Props) {
  const download = useMutation<number, ApiError>({ mutationFn: () => downloadEnrollmentLinks(batch.id, groupName) });
  const discard = useApiMutation(DISCARD_LINKS);
  if (!batch.linksUntil) {
    return (
      <Callout tone="idle">
        {counted(batch.created, 'link')} made by {batch.createdBy} <When at={batch.createdAt} />. They can no longer be
        downloaded.
      </Callout>
    );
  }
  return (
    <Callout
      tone="ok"
      role="status"
      title={`${counted(batch.created, 'link')} made`}
      actions={
        <>
          <Button size="xs" loading={download.isPending} onClick={() => download.mutate()}>
            Download
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={discard.isPending}
            onClick={() => discard.mutate({ batchId: batch.id })}
          >
            I have the file
          </Button>
        </>
      }
    >
      {batch.kept > 0 && `${counted(batch.kept, 'member')} kept their open link. `}
      The links can be downloaded until <When at={batch.linksUntil} />, or until you say that you have the file.
      {download.error && <FormError error={download.error} fields={[]} />}
    </Callout>
  );
}
