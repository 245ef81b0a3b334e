import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CreateEnrollmentMutation } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';
import { QrCode } from '../../ui/forms/qr-code';
import { exactTime } from '../../ui/text/time-format';
import { When } from '../../ui/text/when';
import type { IdentityDetail } from './identity-queries';

interface NewProps {
  link: CreateEnrollmentMutation['createEnrollment'];
  /** The address to send the link to: the person's e-mail address or user name. */
  sendTo: string;
  cancel: ReactNode;
}

/** A link that was created on this page. It can be shown only once. */
export function NewEnrollment({ link, sendTo, cancel }: NewProps) {
  return (
    <Group gap="lg" align="flex-start">
      <QrCode value={link.url} label="Enrollment link as a QR code" />
      <Stack gap="sm" flex="1 1 18rem" miw={0} align="stretch">
        <CopyField label="Enrollment link" value={link.url} />
        <Text size="sm" c="dimmed">
          Send it to {sendTo} only, or let them scan the code with their phone. It is shown here once. Expires{' '}
          <When at={link.expiresAt} /> ({exactTime(new Date(link.expiresAt))}).
        </Text>
        <div>{cancel}</div>
      </Stack>
    </Group>
  );
}

interface EarlierProps {
  open: NonNullable<IdentityDetail['openEnrollment']>;
  cancel: ReactNode;
}

/**
 * A link that was made earlier or by another administrator. It cannot be shown, because the server does not store its
 * address.
 */
export function EarlierEnrollment({ open, cancel }: EarlierProps) {
  return (
    <Callout tone="idle" title="A link is open" actions={cancel}>
      {open.createdBy} made it <When at={open.createdAt} />; it expires <When at={open.expiresAt} />
      {open.openedAt ? (
        <>
          , and was opened <When at={open.openedAt} />
        </>
      ) : (
        ', and was not opened yet'
      )}
      . Its address was shown when it was made and cannot be viewed again: if it was not sent, create another, which
      ends this one.
    </Callout>
  );
}
